"""Leave that a platform tells of: which whole days it means, and what is new in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.absence import Days
from bot.model.moments import instant
from bot.model.people import Person

DAY = timedelta(days=1)
ALMOST = timedelta(hours=1)  # of a working day that is worked on a day of leave
QUARTER = timedelta(minutes=15)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class ToldLeave:
    """Days on which a platform says that somebody is away.

    `overruled` ones do not count: the person said so.
    """

    id: int
    account_id: int
    person_id: int
    platform: str
    days: Days
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What a reading tells that was not known: new days, other days, days no more."""

    fresh: tuple[Days, ...] = ()
    moved: tuple[tuple[ToldLeave, Days], ...] = ()
    gone: tuple[ToldLeave, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fresh or self.moved or self.gone)


def away_days(spans: Iterable[Span], person: Person) -> tuple[Days, ...]:
    """The days on which leave covers the person's working hours, or all but an hour.

    Mornings and hours are none: who is there at noon can answer a stand-up.
    """
    found: list[Days] = []
    for start, end in _joined(spans):
        first, last = _from(start, person), _until(end, person)
        if first > last:
            continue
        if found and first <= found[-1].last + DAY:
            found[-1] = Days(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Days(first, last))
    return tuple(found)


def compare(known: Sequence[ToldLeave], told: Sequence[Days], today: date) -> News:
    """What a reading of the days from today on means beside what was known of them.

    Days that share one are the same leave, however long it is by now: a platform may
    tell no more of it than it was asked for.
    """
    left = list(known)
    fresh: list[Days] = []
    moved: list[tuple[ToldLeave, Days]] = []
    for days in told:
        if days.last < today:
            continue
        same = next((each for each in left if _share(each.days, days)), None)
        if same is None:
            fresh.append(days)
            continue
        left.remove(same)
        begun = same.days.first < today
        first = min(same.days.first, days.first) if begun else days.first
        if (now := Days(first, days.last)) != same.days:
            moved.append((same, now))
    return News(tuple(fresh), tuple(moved), tuple(left))


def soon(now: datetime) -> datetime:
    """When leave that changed is read: with all that changes in the same quarter."""
    since_hour = timedelta(minutes=now.minute % 15, seconds=now.second)
    quarter = now.replace(microsecond=0) - since_hour
    return quarter + QUARTER


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch are one: two half days are a day."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _from(start: datetime, person: Person) -> date:
    day = person.local(start).date()
    begins = instant(day, person.hours.start, person.tz)
    return day if start <= begins + ALMOST else day + DAY


def _until(end: datetime, person: Person) -> date:
    day = person.local(end).date()
    ends = instant(day, person.hours.end, person.tz)
    return day if end >= ends - ALMOST else day - DAY


def _share(one: Days, other: Days) -> bool:
    return one.first <= other.last and other.first <= one.last
