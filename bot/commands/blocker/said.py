"""One blocker as somebody says it: its words, and whose help they ask for."""

import re
from collections.abc import Mapping

from bot.arguments import Arguments, Who, fold
from bot.context import Context
from bot.errors import NotFound
from bot.model.blocker import TAGS
from bot.model.blocker.text import Item
from bot.model.people import Person
from bot.model.text import shows, tidy_lines

# A name behind one of these belongs to what is said: "numbers from @Li".
_LEADS = re.compile(
    r"(?:\b(?:from|by|for|of|to|with|on|at|and|or|ask|asked|needs?|waiting|until|via)"
    r"|[等由找问和与跟从请给让靠是在的要需])\s*$",
    re.IGNORECASE,
)


async def read_item(ctx: Context, typed: str) -> Item:
    """The blocker that was typed. Raises NotFound for somebody nobody knows."""
    whos = await _whos(ctx, typed)
    return await _item(ctx, typed, {who: await ctx.find_person(who) for who in whos})


async def heard_item(ctx: Context, typed: str) -> Item:
    """The same out of an answer: who is not known there is nobody."""
    found: dict[Who, Person] = {}
    for who in await _whos(ctx, typed):
        try:
            found[who] = await ctx.find_person(who)
        except NotFound:
            continue
    return await _item(ctx, typed, found)


async def _whos(ctx: Context, typed: str) -> tuple[Who, ...]:
    return Arguments(await ctx.apart(typed), ctx.local).people()[:TAGS]


async def _item(ctx: Context, typed: str, people: Mapping[Who, Person]) -> Item:
    names = {who.name for who in people}
    names |= {name for each in people.values() for name in (each.name, *each.also)}
    words = tidy_lines(await ctx.readable(typed))
    bare = _without(words, sorted(filter(None, names), key=len, reverse=True))
    ids = dict.fromkeys(person.id for person in people.values())
    return Item(bare if fold(bare) and shows(bare) else "", tuple(ids))


def _without(words: str, names: list[str]) -> str:
    """The words without the names that only stand before or behind them."""
    if not names:
        return words
    either = "|".join(re.escape(name) for name in names)
    before = re.compile(rf"^(?:[@＠](?:{either})(?!\w)[\s,，、:：]*)+", re.IGNORECASE)
    behind = re.compile(
        rf"[\s,，、:：(（]*(?:->|→|cc)?(?:[\s,，、]*[@＠](?:{either})(?!\w))+[\s)）.。]*$",
        re.IGNORECASE,
    )
    words = before.sub("", words)
    found = behind.search(words)
    if found is None or _LEADS.search(words[: found.start()]):
        return words
    return words[: found.start()]
