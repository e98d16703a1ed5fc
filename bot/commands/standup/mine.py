"""What one person still has to answer, and when each stand-up asks them next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.context import Context
from bot.model.standup import Coming, ParticipantState, Share
from bot.model.standup_days import next_ask
from bot.model.standup_tally import Door, awaited, door
from bot.rituals.standup_plan import days_of

RECENT = timedelta(days=2)
SHOWN = 5


async def waiting_for(ctx: Context) -> tuple[list[Share], list[Coming]]:
    """What the person is still to answer, and their next stand-ups."""
    shares = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    waiting = [share for share in shares if _waits(ctx, share)]
    return waiting, (await _coming(ctx, shares))[:SHOWN]


async def open_for(ctx: Context) -> list[Share]:
    """What does not wait for the person, and takes a change until it closes."""
    shares = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    return [s for s in shares if not _waits(ctx, s) and _door(ctx, s) is Door.OPEN]


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
        if not standup.active or not standup.asks(person, listed=standup.id in listed):
            continue
        at = planned.get(standup.id) or next_ask(
            standup,
            person,
            days_of(ctx.calendar, standup, ctx.organization, [person]),
            now=ctx.now,
            away=lambda day: any(absence.covers(day) for absence in absences),
        )
        found.append(Coming(standup, at))
    return sorted(found, key=lambda each: (each.at is None, each.at or ctx.now))


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


def _waits(ctx: Context, share: Share) -> bool:
    return awaited(share.participant) and _door(ctx, share) in (Door.OPEN, Door.LATE)


def _door(ctx: Context, share: Share) -> Door:
    return door(share.occurrence, share.participant, ctx.person, ctx.now)
