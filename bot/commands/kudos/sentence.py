"""Kudos as one sentence says them: who first, then for what, values anywhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.arguments import MENTION, TAG, Arguments, Who
from bot.context import Context
from bot.model.kudos import Value
from bot.model.kudos.reason import reason_of
from bot.model.kudos.values import meant

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
