"""How a stand-up went: its last weeks, counted from what is in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.model.absence import Days
from bot.model.blocker import Blocker, BlockerState
from bot.model.moments import instant
from bot.model.standup import Standup
from bot.model.standup.history import by_day
from bot.model.standup.stats import Day, Trend, mondays, weeks_of
from bot.rituals.blocker.views import views
from bot.rituals.blocker.work import BlockerWork
from bot.rituals.standup.plan import people_of

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Past:
    """The weeks that are looked at, every day of them, and the blockers that are
    open.
    """

    trend: Trend
    days: Sequence[Day]
    open: Sequence[Blocker]


async def past_of(work: BlockerWork, standup: Standup, weeks: int) -> Past:
    """The last weeks of a stand-up by its own calendar, this one the last of them."""
    today = work.now.astimezone(standup.home).date()
    firsts = mondays(today, weeks)
    days = await days_in(work, standup, Days(firsts[0], today))
    blockers = await work.db.blockers.between(
        standup.id, work.now - WEEK * (weeks + 1), work.now
    )
    unsolved = [each for each in blockers if each.state is BlockerState.OPEN]
    shown = await views(work, unsolved)
    trend = Trend(
        weeks_of(
            firsts,
            days,
            [each.opened_at for each in blockers],
            [each.resolved_at for each in blockers if each.resolved_at],
            standup.home,
        ),
        tuple(sorted((view.day for view in shown), reverse=True)),
    )
    return Past(trend, days, unsolved)


async def days_in(work: BlockerWork, standup: Standup, within: Days) -> list[Day]:
    """Its days with everybody on them, and what they said."""
    history = work.db.standups.history
    occurrences = await history.days([standup.id], within)
    ids = [each.id for each in occurrences]
    people = by_day(await history.participants(ids))
    said, sealed = await history.answers(ids), await history.sealed(ids)
    return [
        Day(
            each,
            people.get(each.id, ()),
            {who.id: said[who.id] for who in people.get(each.id, ()) if who.id in said},
            sealed.get(each.id, {}),
        )
        for each in occurrences
    ]


async def blockers_between(
    work: BlockerWork, standup: Standup, first: date, end: date
) -> tuple[list[datetime], list[datetime]]:
    """When its blockers came up, and when they were solved, from a day to another."""
    begin, over = (instant(day, time(), standup.home) for day in (first, end))
    found = await work.db.blockers.between(standup.id, begin, over)
    solved = [each.resolved_at for each in found if each.resolved_at]
    return [each.opened_at for each in found], solved


async def away_in(
    work: BlockerWork, standup: Standup, week: Days
) -> list[tuple[str, Days]]:
    """Who of a stand-up is known to be away on a day of a week (PEERS A37), and on
    which of its days.
    """
    people = {each.id: each for each in await people_of(work.db, standup)}
    found = await work.db.absences.within(tuple(people), week, standup.id)
    return [
        (
            people[one.person_id].name,
            Days(max(one.first, week.first), min(one.last, week.last), one.half),
        )
        for one in found
    ]


def next_week(today: date) -> Days:
    """From the next Monday to its Sunday."""
    (monday,) = mondays(today, 1)
    return Days(monday + WEEK, monday + WEEK + timedelta(days=6))
