"""Being there after all: back on a day to come, or days away that are taken out."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.arguments import Arguments
from bot.cards import absence_there as cards
from bot.commands.absence.led import must_lead
from bot.commands.absence.words import led_by_people, read
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.messages import Reply
from bot.model.absence import ONE_DAY, Days, back_on, days_of
from bot.model.people import Absence, AbsenceKind, Person
from bot.registry import Commands
from bot.rituals.absence import leave_out, refused
from bot.rituals.workdays import working_days

commands = Commands()
ALL = re.compile(
    r"(?:my |the |all )*(?:vacation|holidays?|leave|pto|time off|days? off|absences?)?"
    r"|(?:我的|全部|所有)*(?:的?(?:请假|休假|假期|假))?",
    re.IGNORECASE,
)


@commands.command(
    "away cancel", "cancel away", "请假 取消", "取消请假", "撤销请假", "取消休假"
)
async def cancel(ctx: Context, args: Arguments) -> Reply:
    """Takes days away out again: `away cancel friday`; without a day it is all of what
    comes. Leads do it for others: `away cancel @Bo friday`.
    """
    person, typed = await _who(ctx, args.typed)
    today = person.local(ctx.now).date()
    typed = typed.strip(" .。!！的")
    if not ALL.fullmatch(typed):
        works = working_days(ctx.calendar, ctx.organization, person, ())
        try:
            gone = read(Arguments(typed, person.local(ctx.now)), today, works).days
        except UsageError as wrong:
            wrong.try_this = wrong.try_this or ctx.t("away-try-cancel")
            raise
        return await _take_out(ctx, person, gone)
    coming = await ctx.db.absences.of(person.id, today)
    if len(coming) == 1:
        days = days_of(coming[0])
        begins = max(days.first, today)
        return await _take_out(ctx, person, Days(begins, days.last, days.half))
    if coming and person.id == ctx.person.id:
        return cards.which(ctx.t, [days_of(each) for each in coming], today)
    if coming:
        raise UsageError("away-cancel-which", name=person.name)
    raise NotFound(*_not_away(ctx, person), name=person.name)


@commands.command(
    "away mine", "my absences", "my absence", "my vacation", "my vacations", "my leave",
    "my holidays", "show my absences", "请假 我的", "我的请假", "我的假期", "我的休假",
)  # fmt: skip
async def mine(ctx: Context, args: Arguments) -> Reply:
    """Shows all days on which you will be away, each with its way out."""
    coming = await ctx.db.absences.of(ctx.person.id, ctx.today)
    if not coming:
        raise NotFound("away-none-coming", try_this=ctx.t("help-example-away"))
    return cards.mine(ctx.t, coming, ctx.today)


async def back_on_day(ctx: Context, person: Person, day: date) -> Reply:
    """Somebody is back on a day to come: what they are away for ends before it."""
    today = person.local(ctx.now).date()
    known = await ctx.db.absences.of(person.id, today)
    over = [each for each in known if each.covers_some(day)]
    name = _named(ctx, person)
    if not over:
        return _back_anyway(ctx, person, day, known)
    gone = Days(day, max(each.last for each in over))
    await _leave_out(ctx, person, gone)
    left = await ctx.db.absences.of(person.id, today)
    return cards.back_on(ctx.t, day, tuple(days_of(each) for each in left), name)


def _back_anyway(
    ctx: Context, person: Person, day: date, known: Sequence[Absence]
) -> Reply:
    """On a day on which nothing was said of being away."""
    works = working_days(ctx.calendar, ctx.organization, person, ())
    left = tuple(days_of(each) for each in known)
    before = [each for each in left if each.last < day]
    if before and (planned := back_on(before[-1], works)) < day:
        until = ctx.t("away-try-until", day=ctx.t.day(day - ONE_DAY))
        raise UsageError(
            "back-later",
            try_this=until if person.id == ctx.person.id else "",
            last=ctx.t.day(before[-1].last),
            back=ctx.t.day(planned),
        )
    return cards.back_anyway(ctx.t, day, left, _named(ctx, person))


async def _take_out(ctx: Context, person: Person, gone: Days) -> Reply:
    found = await _leave_out(ctx, person, gone)
    if not found:
        raise NotFound("away-not-then", day=cards.days_said(ctx.t, gone))
    first = max(gone.first, min(each.first for each in found))
    last = min(gone.last, max(each.last for each in found))
    half = gone.half or (found[0].half if first == last else None)
    left = await ctx.db.absences.of(person.id, person.local(ctx.now).date())
    taken = Days(first, last, half)
    still = tuple(days_of(each) for each in left)
    return cards.taken_out(ctx.t, taken, still, _named(ctx, person))


async def _leave_out(ctx: Context, person: Person, gone: Days) -> list[Absence]:
    found = list(await leave_out(ctx.db, person, gone, ctx.now))
    if person.id == ctx.person.id:
        for absence in found:
            if absence.kind is AbsenceKind.TEAM:
                continue  # a break is said of everybody: nobody waits for one answer
            await refused(ctx.db, absence, person, gone)
    return found


async def _who(ctx: Context, typed: str) -> tuple[Person, str]:
    """The person themselves, or whom they lead and name."""
    who, rest = led_by_people(typed)
    if not who:
        return ctx.person, typed
    (person, *_) = await ctx.find_people(Arguments(who, ctx.local).people())
    if person.id != ctx.person.id:
        await must_lead(ctx, person)
    return person, rest


def _named(ctx: Context, person: Person) -> str:
    return "" if person.id == ctx.person.id else person.name


def _not_away(ctx: Context, person: Person) -> tuple[str]:
    return ("back-not-away" if person.id == ctx.person.id else "away-other-not",)


def day_to_come(typed: str, ctx: Context, person: Person) -> date | None:
    """The day that somebody will be back on, where one behind today was said."""
    local = person.local(ctx.now)
    found = Arguments(typed, local).dates()
    if not found:
        return None
    day = found[-1].due.day
    return day if day - local.date() > timedelta(0) else None
