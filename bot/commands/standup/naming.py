"""A name for a stand-up that got none: what its people would call it."""

from itertools import chain, count

from bot.cards.standup.words import template_name
from bot.context import Context
from bot.model.department import DEPARTMENTS
from bot.model.expression import expression
from bot.model.standup import NAME_LIMIT, Department, Standup, same_name
from bot.model.standup.templates import Template
from bot.model.text import tidy

ROOM_FOR_NUMBER = 10
AMONG_CHINESE = expression(r"(?<=[\u2e80-\uffff]) (?=[\u2e80-\uffff])")


async def proposed(ctx: Context, standup: Standup) -> str:
    """That of its department, its room or its place; else what most are called."""
    of = await _of_whom(ctx, standup)
    name = ctx.t("standup-name-of", name=of) if of else ""
    name = AMONG_CHINESE.sub("", name) or template_name(ctx.t, Template.DAILY)
    return await free(ctx, f"{name[0].upper()}{name[1:]}")


async def free(ctx: Context, name: str) -> str:
    """The name, with the first number behind it that nobody has taken."""
    known = {same_name(each.name) for each in await ctx.db.standups.all()}
    numbered = (f"{name[: NAME_LIMIT - ROOM_FOR_NUMBER]} {n}" for n in count(2))
    names = chain((name,), numbered)
    return next(each for each in names if same_name(each) not in known)


async def _of_whom(ctx: Context, standup: Standup) -> str:
    match standup.roster:
        case Department(name):
            called = ctx.t(f"department-{name}") if name in DEPARTMENTS else name
        case _ if standup.place is None:
            called = ""
        case _:
            room = await ctx.db.rooms.of(standup.place)
            place = await ctx.db.people.place(standup.place)
            called = room.name if room else place.name if place else ""
    return tidy(called).lstrip("#＃")[: NAME_LIMIT // 2]
