"""How soon customers are answered and helped, counted in working time (PEERS H07–H09).

Decided without a clock or a database. Time runs while we work: not at night, not on
days off, and not while the customer or nobody has something to do. What runs round
the clock only waits for customers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, assert_never
from zoneinfo import ZoneInfo

from bot.model.feedback import (
    Feedback,
    Runs,
    ServiceLevel,
    State,
    Update,
    UpdateKind,
)
from bot.model.moments import instant
from bot.model.people import Hours
from bot.model.reminders import Works

WARNED_AT = 0.75  # of the time
WORKDAY = 60 * (Hours().end.hour - Hours().start.hour)  # minutes
DAYS = {Runs.WORK: WORKDAY, Runs.ALWAYS: 60 * 24}
LONGEST = {Runs.WORK: 40 * DAYS[Runs.WORK], Runs.ALWAYS: 60 * DAYS[Runs.ALWAYS]}
FAR = 1000  # days that are looked through
DAY = timedelta(days=1)
RESTS = frozenset({State.WAITING, State.FIXED, State.DECLINED, State.CLOSED})
Span = tuple[datetime, datetime]


class Promise(StrEnum):
    """What is promised: a first word to who sent it, and the end of it."""

    ANSWER = "answer"
    SOLVE = "solve"


class Passing(Protocol):
    """The time that counts."""

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """How much of it passes between two instants."""
        ...

    def after(self, since: datetime, work: timedelta) -> datetime | None:
        """The first instant at which so much has passed; None if that is not near."""
        ...


@dataclass(frozen=True, slots=True)
class RoundTheClock:
    """Every hour counts."""

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """All of the time between two instants."""
        return max(until - since, timedelta())

    def after(self, since: datetime, work: timedelta) -> datetime | None:
        """So much later."""
        return since + work


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When we work: `works` says on which days of that zone."""

    zone: ZoneInfo
    works: Works
    start: time = Hours().start
    end: time = Hours().end

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """The working time between two instants."""
        total = timedelta()
        for begins, ends in self._days(since):
            if begins >= until:
                break
            total += max(min(ends, until) - max(begins, since), timedelta())
        return total

    def opens(self, now: datetime) -> datetime | None:
        """When somebody works next: now, if somebody does; None if that is not near."""
        days = (max(begins, now) for begins, ends in self._days(now) if now < ends)
        return next(days, None)

    def after(self, since: datetime, work: timedelta) -> datetime | None:
        """The first instant at which so much was worked; None if that is not near."""
        for begins, ends in self._days(since):
            here = max(begins, since)
            room = max(ends - here, timedelta())
            if room >= work:
                return here + work
            work -= room
        return None

    def _days(self, since: datetime) -> Iterator[Span]:
        first = since.astimezone(self.zone).date()
        for day in (first + DAY * number for number in range(FAR)):
            if self.works(day):
                begins = instant(day, self.start, self.zone)
                yield begins, instant(day, self.end, self.zone)


@dataclass(frozen=True, slots=True)
class Running:
    """A promise whose time runs: how much of it was used, and when it is nearly over,
    and over, if nothing changes.
    """

    promise: Promise
    limit: timedelta
    spent: timedelta
    warns_at: datetime | None
    ends_at: datetime | None
    hours: Runs = Runs.WORK

    @property
    def over(self) -> bool:
        """Whether it was not kept."""
        return self.spent >= self.limit


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be said now of a piece of feedback, and when to look again."""

    warn: tuple[Running, ...] = ()
    breach: tuple[Running, ...] = ()
    again: datetime | None = None


def due(
    feedback: Feedback,
    level: ServiceLevel | None,
    story: Sequence[Update],
    office: OfficeHours,
    now: datetime,
) -> Due:
    """Each promise is warned of once, and broken once; what is over is not warned of
    any more.
    """
    said = {(each.kind, each.text) for each in story}
    warn: list[Running] = []
    breach: list[Running] = []
    times: list[datetime | None] = []
    for each in running(feedback, level, story, office, now):
        if (UpdateKind.BREACHED, each.promise.value) in said:
            continue
        if each.over:
            breach.append(each)
            continue
        warned = (UpdateKind.WARNED, each.promise.value) in said
        near = each.spent >= each.limit * WARNED_AT
        if near and not warned:
            warn.append(each)
        times.append(each.ends_at if near or warned else each.warns_at)
    again = min((at for at in times if at), default=None)
    return Due(tuple(warn), tuple(breach), again)


def running(
    feedback: Feedback,
    level: ServiceLevel | None,
    story: Iterable[Update],
    office: OfficeHours,
    now: datetime,
) -> tuple[Running, ...]:
    """The promises that somebody still has to keep."""
    if level is None or not feedback.state.open or feedback.state is State.WAITING:
        return ()
    hours = _counted(level.hours, office)
    limits = {Promise.SOLVE: level.solve}
    if feedback.answered_at is None:
        limits[Promise.ANSWER] = level.answer
    spent = hours.worked(feedback.opened_at, now)
    spent -= sum((hours.worked(*each) for each in rests(story, now)), timedelta())

    def one(promise: Promise, minutes: int) -> Running:
        limit = timedelta(minutes=minutes)
        near = max(limit * WARNED_AT - spent, timedelta())
        left = max(limit - spent, timedelta())
        warns_at, ends_at = hours.after(now, near), hours.after(now, left)
        return Running(promise, limit, spent, warns_at, ends_at, level.hours)

    return tuple(one(promise, limit) for promise, limit in limits.items() if limit)


def _counted(hours: Runs, office: OfficeHours) -> Passing:
    match hours:
        case Runs.WORK:
            return office
        case Runs.ALWAYS:
            return RoundTheClock()
        case _:
            assert_never(hours)


def rests(story: Iterable[Update], now: datetime) -> Iterator[Span]:
    """When nothing of it was ours to do: it waited for the customer, or was over."""
    since: datetime | None = None
    for each in story:
        if each.kind is not UpdateKind.STATE or each.at > now:
            continue
        resting = each.text in RESTS
        if resting and since is None:
            since = each.at
        elif not resting and since is not None:
            yield since, each.at
            since = None
    if since is not None:
        yield since, now
