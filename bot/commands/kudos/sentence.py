"""Kudos as one sentence says them: who first, then for what, values anywhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.arguments import MENTION, TAG, Arguments, Who, fold
from bot.context import Context
from bot.model.expression import expression
from bot.model.kudos import Value
from bot.model.kudos.reason import reason_of
from bot.model.kudos.values import meant
from bot.model.people import Person
from bot.sight import seen_by

LONGEST = 4  # words of a name
# Names inside the reason are told, not thanked.
LED = expression(
    rf"\s*(?:(?:to|给|感谢|谢谢)\s*)?"
    rf"(?:(?:{MENTION.pattern})\s*(?:(?:[,，、&+]|(?:and|和|与|及|跟)(?!\w))\s*)*)+",
    re.IGNORECASE,
)
LEAD = expression(r"^\s*(?:(?:to|for)\s+(?=[A-Z\u3400-\u9fff])|[给給]\s*(?![@＠<]))")
ONESELF = expression(r"\s*(?:to\s+)?(?:me|myself|我自己|自己|本人)(?![A-Za-z])", re.I)
SPACES = expression(r"[ \t]{2,}")
ENDS = expression(r"[ \t]+(?=[,.;:!?，。；：！？\n]|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed."""

    people: tuple[Who, ...]
    reason: str
    values: tuple[str, ...]


async def read_said(ctx: Context, typed: str, values: Sequence[Value]) -> Said:
    """Everything the words hold."""
    led = LED.match(typed)
    if led:
        people = Arguments(led.group(), ctx.local).people()
        rest = typed[led.end() :]
    else:
        every = Arguments(typed, ctx.local)
        people, rest = every.people(), every.rest()
    reason, named = without_values(await ctx.readable(rest), values)
    return Said(people, reason, named)


async def named_first(ctx: Context, typed: str) -> tuple[Person | None, str]:
    """Whom the words begin with, though without an @, and what follows: the whole
    name, or the first one, of just one person whom they know.
    """
    typed = LEAD.sub("", typed, count=1)
    seen = await seen_by(ctx.db, ctx.person)
    led = [each for each in seen if _leads(each.name, typed)]
    longest = max((len(each.name) for each in led), default=0)
    first = [each for each in led if len(each.name) == longest]
    if len(first) == 1:
        return first[0], typed[longest:].lstrip(" ,，:：")
    words = typed.split(maxsplit=LONGEST)
    for count in range(min(LONGEST, len(words)), 0, -1):
        name = fold(" ".join(words[:count]).rstrip(",，:："))
        found = [each for each in seen if name in _called(each)]
        if len(found) == 1:
            return found[0], " ".join(words[count:])
    return None, typed


def _leads(name: str, typed: str) -> bool:
    """Whether the words begin with this name; Chinese needs no space behind it."""
    behind = typed[len(name) : len(name) + 1]
    ends = name[-1:] > "\u2e7f" or not (behind.isascii() and behind.isalnum())
    return bool(name) and typed[: len(name)].casefold() == name.casefold() and ends


def _called(person: Person) -> frozenset[str]:
    names = (person.name, *person.name.split()[:1], *person.also)
    return frozenset(map(fold, names))


def without_values(text: str, values: Sequence[Value]) -> tuple[str, tuple[str, ...]]:
    """The reason without the tags that name values; other tags belong to it."""
    found: dict[str, None] = {}

    def taken(match: re.Match[str]) -> str:
        value = meant(values, match.group(1))
        if value is None:
            return match.group(0)
        found[value.word] = None
        return ""

    left = TAG.sub(taken, text)
    tidied = ENDS.sub("", SPACES.sub(" ", left))
    return reason_of(tidied), tuple(found)
