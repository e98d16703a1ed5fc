"""Kudos as one sentence says them: who first, then for what, values anywhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.arguments import MENTION, TAG, Arguments, Who, fold
from bot.context import Context
from bot.model.kudos import Value
from bot.model.kudos.reason import reason_of
from bot.model.kudos.values import meant
from bot.model.people import Person
from bot.sight import seen_by

LONGEST = 4  # words of a name
# Names inside the reason are told, not thanked.
LED = re.compile(
    rf"\s*(?:(?:to|给|感谢|谢谢)\s*)?"
    rf"(?:(?:{MENTION.pattern})\s*(?:(?:[,，、&+]|(?:and|和|与|及|跟)(?!\w))\s*)*)+",
    re.IGNORECASE,
)
SPACES = re.compile(r"[ \t]{2,}")
ENDS = re.compile(r"[ \t]+(?=[,.;:!?，。；：！？\n]|$)")


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
    words = typed.split(maxsplit=LONGEST)
    seen = await seen_by(ctx.db, ctx.person)
    for count in range(min(LONGEST, len(words)), 0, -1):
        name = fold(" ".join(words[:count]).rstrip(",，:："))
        found = [each for each in seen if name in _called(each)]
        if len(found) == 1:
            return found[0], " ".join(words[count:])
    return None, typed


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
