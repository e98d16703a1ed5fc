"""What one person still has to answer, and when each stand-up asks them next."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from bot.commands.standup.find import seen
from bot.context import Context
from bot.model.people import Absence
from bot.model.standup import Coming, Members, ParticipantState, Share, Standup
from bot.model.standup.days import days_by_now, next_ask
from bot.model.standup.tally import Door, awaited, door
from bot.rituals.standup.plan import days_of

RECENT = timedelta(days=2)
SHOWN = 5


async def waiting_for(ctx: Context) -> tuple[list[Share], list[Coming]]:
    """What the person is still to answer, and their next stand-ups: those that may be
    answered at any time are all among them.
    """
    shares = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    absences = await ctx.db.absences.of(ctx.person.id, ctx.today)
    waiting = [share for share in shares if _waits(ctx, share, absences)]
    begun = {share.standup.id for share in waiting}
    coming = (await _coming(ctx, shares))[:SHOWN]
    free = [each for each in await any_time(ctx) if each.id not in begun]
    return waiting, [*coming, *(Coming(standup, None) for standup in free)]


async def any_time(ctx: Context) -> list[Standup]:
    """Stand-ups without a schedule that the person may answer now (PEERS A27).

    Who is in a place is not asked before: whoever sees the stand-up may answer.
    """
    return [
        each
        for each in await seen(ctx)
        if each.whenever
        and each.active
        and each.asks(ctx.person, listed=isinstance(each.roster, Members))
    ]


async def open_for(ctx: Context) -> list[Share]:
    """What does not wait for the person, and takes a change until it closes."""
    shares = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    absences = await ctx.db.absences.of(ctx.person.id, ctx.today)
    opened = [share for share in shares if _door(ctx, share) is Door.OPEN]
    return [share for share in opened if not _waits(ctx, share, absences)]


async def coming_for(ctx: Context) -> list[Coming]:
    """Every stand-up that asks the person, with when it does so next, the first first.

    Who is in a place is known from its latest day.
    """
    recent = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    return await _coming(ctx, recent)


async def _coming(ctx: Context, recent: Sequence[Share]) -> list[Coming]:
    person, planned = ctx.person, _planned(ctx, recent)
    listed = await ctx.db.standups.listed(person.id)
    absences = await ctx.db.absences.of(person.id, ctx.today)
    found: list[Coming] = []
    for standup in await ctx.db.standups.all():
        if standup.whenever or not standup.active:
            continue
        if not standup.asks(person, listed=standup.id in listed):
            continue
        at = planned.get(standup.id) or next_ask(
            standup,
            person,
            days_of(ctx.calendar, standup, ctx.organization, [person]),
            now=ctx.now,
            away=_away(absences, standup.id),
        )
        found.append(Coming(standup, at))
    return sorted(found, key=lambda each: (each.at is None, each.at or ctx.now))


def _away(absences: Sequence[Absence], standup_id: int) -> Callable[[date], bool]:
    """On which days the person is away from that stand-up."""
    return lambda day: any(each.covers(day, standup_id) for each in absences)


def _planned(ctx: Context, shares: Sequence[Share]) -> dict[int, datetime]:
    """When they are asked on days that others have begun already, by stand-up."""
    return {
        share.standup.id: share.participant.ask_at
        for share in shares
        if share.participant.ask_at
        and share.participant.ask_at > ctx.now
        and share.participant.state is ParticipantState.WAITING
        and not share.occurrence.over(ctx.now)
    }


def _waits(ctx: Context, share: Share, absences: Sequence[Absence]) -> bool:
    """Whether an answer is wanted: nobody waits for who said that they are away."""
    standup, occurrence, who = share.standup, share.occurrence, share.participant
    if not awaited(who) or _door(ctx, share) not in (Door.OPEN, Door.LATE):
        return False
    days = days_by_now(standup, ctx.person, occurrence, who.ask_at, ctx.now)
    return not any(map(_away(absences, standup.id), days))


def _door(ctx: Context, share: Share) -> Door:
    return door(share.occurrence, share.participant, ctx.person, ctx.now)
