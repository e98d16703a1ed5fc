"""The public holidays where somebody lives, with the days that are worked instead."""

import re

from bot.arguments import Arguments
from bot.cards import holidays as cards
from bot.commands.standup.countries import find_country
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.registry import Commands

commands = Commands()
YEAR = re.compile(r"\b(?P<year>20\d\d)\b\s*年?")


@commands.command(
    "holidays", "holiday", "public holidays", "节假日", "放假安排", "调休"
)
async def holidays(ctx: Context, args: Arguments) -> Reply:
    """Lists the rest of the year, or a year: `holidays`, `holidays China 2027`."""
    typed = args.typed
    match = YEAR.search(typed)
    year = int(match["year"]) if match else ctx.today.year
    named = YEAR.sub(" ", typed).strip()
    country = find_country(named) if named else _own(ctx)
    if named and country is None:
        raise NotFound("holidays-unknown", try_this="holidays China", typed=named)
    if country is None:
        raise NotFound("holidays-nowhere", try_this="holidays China")
    calendar = ctx.calendar
    since = ctx.today if year == ctx.today.year else ctx.today.min
    off = calendar.days_off(country, year, ctx.t.language)
    view = cards.Holidays(
        country,
        year,
        tuple((day, name) for day, name in off.items() if day >= since),
        tuple(day for day in calendar.worked_instead(country, year) if day >= since),
        announced=year <= ctx.today.year or calendar.announced(country, year),
    )
    return cards.holidays(ctx.t, view)


def _own(ctx: Context) -> str | None:
    return ctx.calendar.country(ctx.person.zone, ctx.organization)
