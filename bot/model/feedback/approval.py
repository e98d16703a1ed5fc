"""What somebody may do for a customer only if somebody else says so: a refund of more
than everybody may decide (PEERS H19); pure.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import Works

FIGURES = re.compile(r"\d+(?:\.\d+)?")
SHORT = 60  # characters of what is asked for
DAY = timedelta(days=1)
LONG_AWAY = 60  # days; who works on none of these is looked for once more then


class Outcome(StrEnum):
    """What became of it."""

    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What a rule says of something asked for."""

    WITHIN = "within"  # everybody may decide it
    OVER = "over"
    CURRENCY = "currency"  # nobody knows: it is of another currency than the rule
    AMOUNT = "amount"  # nobody knows: none was named
    NONE = "none"  # no rule speaks of it


@dataclass(frozen=True, slots=True)
class Money:
    """So much; without a currency where nobody named one."""

    amount: Decimal
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. `word` is what rules go by: one of ours ("refund"), or the
    words themselves, folded. `what` are the words, where they say more than that.
    """

    word: str
    what: str = ""
    money: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Somebody's wish, and who is to say whether it may be. Not stored: id 0."""

    id: int = 0
    feedback_id: int
    wish: Wish
    reason: str = ""
    asker_id: int
    asked_id: int
    asked_at: datetime
    reminded_at: datetime | None = None
    outcome: Outcome | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    comment: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has answered yet."""
        return self.outcome is None


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """What is more than so much is asked of somebody: of whoever leads the one who
    asks, where nobody is named.
    """

    wish: Wish
    person_id: int | None = None


def judged(rule: ApprovalRule | None, money: Money | None) -> Verdict:
    """What the rule says of so much; without a currency it is of the rule's own."""
    if rule is None or rule.wish.money is None:
        return Verdict.NONE
    if money is None:
        return Verdict.AMOUNT
    limit = rule.wish.money
    if money.currency not in ("", limit.currency):
        return Verdict.CURRENCY
    return Verdict.OVER if money.amount > limit.amount else Verdict.WITHIN


def rule_for(wish: Wish, rules: Collection[ApprovalRule]) -> ApprovalRule | None:
    """The rule that speaks of it: of its word, else of one of its words."""
    known = {rule.wish.word: rule for rule in rules}
    if wish.word in known:
        return known[wish.word]
    said = f" {wish.what or wish.word} ".casefold()
    found = [word for word in known if word.isascii() and f" {word} " in said]
    found += [word for word in known if not word.isascii() and word in said]
    return known[max(found, key=len)] if found else None


def looked_at_again(person: Person, works: Works, now: datetime) -> datetime:
    """When a working day of theirs has gone by."""
    local = person.local(now)
    days = (local.date() + DAY * count for count in range(1, LONG_AWAY))
    day = next((day for day in days if works(day)), local.date() + DAY * LONG_AWAY)
    at = time(local.hour, local.minute, local.second, local.microsecond)
    return instant(day, at, person.tz)


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a story about it: what happened, and what was said with it."""

    code: str
    wish: Wish
    said: str = ""

    def written(self) -> str:
        """As it is kept."""
        money = self.wish.money
        amount, currency = (f"{money.amount:f}", money.currency) if money else ("", "")
        parts = (self.code, self.wish.word, self.wish.what, amount, currency)
        return "|".join((*(part.replace("|", "/") for part in parts), self.said))


def told_of(kept: str) -> Told:
    """What was kept, read again; an amount that was masked is none."""
    code, word, what, amount, currency, said = (*kept.split("|", 5), *[""] * 5)[:6]
    exact = FIGURES.fullmatch(amount)
    money = Money(Decimal(amount), currency) if exact else None
    return Told(code, Wish(word, what, money), said)
