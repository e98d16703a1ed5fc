"""What else an area is called, in any language (PEERS I03)."""

import re
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import area as cards
from bot.commands.area.at_hand import changeable, the_one, work
from bot.commands.area.new import check_free
from bot.commands.area.sentence import NONE, check_also
from bot.commands.area.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.area import Area
from bot.model.project import fold_name
from bot.registry import Commands

commands = Commands()
SPLIT = re.compile(r"\s*(?:=|＝|:|：|\s(?:is|are|as|also|又名|也叫|别名)\s)\s*", re.I)
QUOTES = ' "“”「」『』'


@commands.command(*ways("alias", "aliases", "also", zh=("别名", "又名")))
async def alias(ctx: Context, args: Arguments) -> Reply:
    """Gives an area other names: area alias refunds = 退款, returns money."""
    said = (await ctx.readable(args.typed)).strip()
    name, *rest = SPLIT.split(said, maxsplit=1)
    area = await the_one(ctx, name.strip(QUOTES), "area-try-alias")
    typed = rest[0].strip() if rest else ""
    if not typed:
        return cards.names(ctx.t, area)
    await changeable(ctx, area)
    after = replace(area, also=_also(area, typed))
    await check_free(ctx, after)
    if after.also != area.also:
        new = (name for name in after.also if name not in area.also)
        after = await work(ctx).change(after, ", ".join(new))
    return cards.names(ctx.t, after)


def _also(area: Area, typed: str) -> tuple[str, ...]:
    """The names it had and these, each once; none, where that was said."""
    if fold(typed) in NONE:
        return ()
    found = {fold_name(each): each for each in (*area.also, *_read(typed))}
    found.pop(fold_name(area.name), None)
    return check_also(", ".join(found.values()))


def _read(typed: str) -> tuple[str, ...]:
    new = check_also(typed)
    if not new:
        raise UsageError("area-name-missing")
    return new
