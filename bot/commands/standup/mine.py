"""What one person still has to answer, and when each stand-up asks them next."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.commands.standup.find import seen, visible
from bot.context import Context
from bot.model.people import Absence
from bot.model.standup import Coming, Members, ParticipantState, Share, Standup
from bot.model.standup.days import Need, days_by_now, next_ask
from bot.model.standup.tally import Door, awaited, door
from bot.rituals.standup.plan import days_of

RECENT = timedelta(days=2)
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Theirs:
    """Every stand-up, on whose latest day a person was, and when they are away."""

    standups: Sequence[Standup]
    listed: Collection[int]
    absences: Sequence[Absence]


async def waiting_for(ctx: Context) -> tuple[list[Share], list[Coming]]:
    """What the person is still to answer, and their next stand-ups: those that may be
    answered at any time are all among them.
    """
    shares = await ctx.db.standups.shares(ctx.person.id, ctx.today - RECENT)
    theirs = await _theirs(ctx)
    waiting = [share for share in shares if _waits(ctx, share, theirs.absences)]
    begun = {share.standup.id for share in waiting}
    coming = _coming(ctx, shares, theirs)[:SHOWN]
    known = await visible(ctx, theirs.standups, theirs.listed)
    free = [each for each in _any_time(ctx, known) if each.id not in begun]
    return waiting, [*coming, *(Coming(standup, None) for standup in free)]


async def any_time(ctx: Context) -> list[Standup]:
    """Stand-ups without a schedule that the person may answer now (PEERS A27).

    Who is in a place is not asked before: whoever sees the stand-up may answer.
    """
    return _any_time(ctx, await seen(ctx))


def _any_time(ctx: Context, known: Sequence[Standup]) -> list[Standup]:
    return [
        each
        for each in known
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
    return _coming(ctx, recent, await _theirs(ctx))


async def _theirs(ctx: Context) -> Theirs:
    return Theirs(
        await ctx.db.standups.all(),
        await ctx.db.standups.listed(ctx.person.id),
        await ctx.db.absences.of(ctx.person.id, ctx.today),
    )


def _coming(ctx: Context, recent: Sequence[Share], theirs: Theirs) -> list[Coming]:
    person, planned = ctx.person, _planned(ctx, recent)
    found: list[Coming] = []
    for standup in theirs.standups:
        if standup.whenever or not standup.active:
            continue
        if not standup.asks(person, listed=standup.id in theirs.listed):
            continue
        at = planned.get(standup.id) or next_ask(
            standup,
            person,
            days_of(ctx.calendar, standup, ctx.organization, [person]),
            now=ctx.now,
            away=_away(theirs.absences, standup.id),
        )
        found.append(Coming(standup, at))
    return sorted(found, key=lambda each: (each.at is None, each.at or ctx.now))


def _away(absences: Sequence[Absence], standup_id: int) -> Callable[[Need], bool]:
    """When the person is away from that stand-up."""
    return lambda need: any(
        each.covers(need.day, standup_id, need.half) for each in absences
    )


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
