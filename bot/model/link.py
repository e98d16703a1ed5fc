"""One person with several accounts: one-time codes, where they want what, who may be
whom.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations

from bot.model.expression import expression
from bot.model.people import Account, Person, Role
from bot.model.text import simplified

# No letter or digit that could be taken for another one: no 0 O, 1 I L, 2 Z, 5 S, 8 B.
LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
LENGTH = 8
LIFE = timedelta(minutes=10)
TRIES = 5
TRIES_WITHIN = timedelta(hours=1)
SHORTEST = 3  # letters of a name that say who somebody is; two Chinese ones do
_CODE = expression(rf"[A-Z0-9]{{{LENGTH}}}")
_AROUND = " \t\n.,;:!?。、，！？；：'\"“”‘’「」()<>`"
_BETWEEN = expression(r"[\s_.·\-‐-―－]")
_HAN = expression("[\u3400-\u9fff]")


class MessageKind(StrEnum):
    """What a message is about, as far as people choose where they want it."""

    ANY = "any"
    TASK = "task"
    STANDUP = "standup"


_TASKS = frozenset({"task", "bundle", "project"})
_STANDUPS = frozenset({"standup", "blocker"})


def kind_of(notice: str) -> MessageKind:
    """What a message is about, by the kind of its notice: "task.late" is a task's."""
    subject = notice.partition(".")[0]
    if subject in _TASKS:
        return MessageKind.TASK
    return MessageKind.STANDUP if subject in _STANDUPS else MessageKind.ANY


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code as it is kept: whose it is, for which account, until when."""

    id: int
    person_id: int
    account_id: int
    expires_at: datetime
    used_at: datetime | None = None

    def works(self, now: datetime) -> bool:
        """Whether it was not used and is not too old."""
        return self.used_at is None and now < self.expires_at


def new_code() -> str:
    """A code nobody can guess within its life."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str | None:
    """The code typed, whatever its case, width and spacing; None for other words."""
    plain = unicodedata.normalize("NFKC", typed).strip(_AROUND)
    code = _BETWEEN.sub("", plain).upper()
    ours = len(plain.split()) == 1 or set(code) <= set(LETTERS)
    return code if ours and _CODE.fullmatch(code) else None


def digest(code: str) -> str:
    """What is kept of a code: it cannot be read back."""
    return hashlib.sha256(code.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person with their accounts: who may have another one elsewhere."""

    person: Person
    accounts: tuple[Account, ...]

    @property
    def workspaces(self) -> frozenset[int]:
        """Where they have an account."""
        return frozenset(account.workspace_id for account in self.accounts)

    @property
    def traits(self) -> frozenset[str]:
        """What they are called, in forms that can be compared."""
        said = [self.person.name]
        for account in self.accounts:
            said += [account.name, account.handle, account.email.partition("@")[0]]
        forms = {form for words in said for form in _forms(words)}
        return frozenset(form for form in forms if _says_who(form))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who may be one human."""

    one: Candidate
    other: Candidate

    @property
    def shared(self) -> tuple[str, ...]:
        """What both are called, the longest first: why they may be one."""
        both = self.one.traits & self.other.traits
        return tuple(sorted(both, key=lambda each: (-len(each), each)))


def likely(
    candidates: Sequence[Candidate], separate: Iterable[tuple[int, int]] = ()
) -> tuple[Pair, ...]:
    """Everybody who shares a trait with somebody of another workspace.

    `separate` are pairs of accounts known to be of two humans.
    """
    known = {frozenset(pair) for pair in separate}
    by_trait: dict[str, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda each: each.person.id):
        for trait in sorted(candidate.traits):
            by_trait.setdefault(trait, []).append(candidate)
    found: dict[tuple[int, int], Pair] = {}
    for sharing in by_trait.values():
        for one, other in combinations(sharing, 2):
            if may_be_one(one, other) and not _apart(one, other, known):
                found[one.person.id, other.person.id] = Pair(one, other)
    return tuple(found[key] for key in sorted(found))


def may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether nothing forbids it: nobody has two accounts in one workspace."""
    same = one.person.id == other.person.id
    return not same and not one.workspaces & other.workspaces


def _apart(one: Candidate, other: Candidate, known: set[frozenset[int]]) -> bool:
    return any(
        frozenset((mine.id, theirs.id)) in known
        for mine in one.accounts
        for theirs in other.accounts
    )


def _forms(words: str) -> Iterable[str]:
    """The words without spaces, and their parts in the order of the alphabet."""
    plain = simplified(unicodedata.normalize("NFKC", words).casefold())
    parts = re.findall(r"[^\W_]+", plain)
    return {"".join(parts), "".join(sorted(parts))}


def _says_who(form: str) -> bool:
    return len(form) >= (2 if _HAN.search(form) else SHORTEST)


_RANK = {Role.OWNER: 3, Role.ADMIN: 2, Role.MEMBER: 1, Role.GUEST: 0}


def higher(*roles: Role) -> Role:
    """Of what somebody may do on several platforms, the most."""
    return max(roles, key=_RANK.__getitem__)
