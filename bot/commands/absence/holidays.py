"""The public holidays where somebody lives, with the days that are worked instead."""

import re
from datetime import date

from bot.arguments import Arguments
from bot.cards import holidays as cards
from bot.cards.standup.words import country as country_name
from bot.commands.standup.countries import find_country
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.registry import Commands
from bot.rituals.workdays import country_of

commands = Commands()
NEAR_END, SOON = 11, 2  # from November on, January and February follow
YEAR = re.compile(r"\b(?P<year>20\d\d)\b\s*年?")


@commands.command(
    "holidays", "holiday", "public holidays", "节假日", "放假安排", "调休"
)
async def holidays(ctx: Context, args: Arguments) -> Reply:
    """Lists the rest of the year, or a year: `holidays`, `holidays China 2027`. Near
    its end the beginning of the next one belongs to it.
    """
    typed = args.typed
    match = YEAR.search(typed)
    year = int(match["year"]) if match else ctx.today.year
    named = YEAR.sub(" ", typed).strip()
    country = find_country(named) if named else _own(ctx)
    if named and country is None:
        raise NotFound("holidays-unknown", try_this="holidays China", typed=named)
    if country is None:
        raise NotFound("holidays-nowhere", try_this="holidays China")
    if not ctx.calendar.knows(country):
        raise NotFound("holidays-none-known", country=country_name(ctx.t, country))
    view = _year(ctx, country, year)
    soon = match is None and ctx.today.month >= NEAR_END
    following = _year(ctx, country, year + 1, SOON) if soon else None
    return cards.holidays(ctx.t, view, following)


def _year(ctx: Context, country: str, year: int, months: int = 12) -> cards.Holidays:
    """What is still to come of a year, or of its first months."""
    calendar, today = ctx.calendar, ctx.today
    off = calendar.days_off(country, year, ctx.t.language)

    def comes(day: date) -> bool:
        to_come = day >= today or year < today.year
        return to_come and day.month <= months

    return cards.Holidays(
        country,
        year,
        tuple((day, name) for day, name in off.items() if comes(day)),
        tuple(filter(comes, calendar.worked_instead(country, year))),
        announced=year <= today.year or calendar.announced(country, year),
    )


def _own(ctx: Context) -> str | None:
    return country_of(ctx.calendar, ctx.organization, ctx.person)
