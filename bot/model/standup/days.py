"""The days of a stand-up, planned purely: the next one, who is asked, its close."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.moments import instant
from bot.model.people import DayHalf, Person
from bot.model.standup import Occurrence, Standup
from bot.model.standup.times import (
    Days,
    ask_time,
    close_time,
    reached,
    there,
)

AHEAD = 5  # happenings whose eve may come before the next one …
SOONER = timedelta(days=2)  # … by so much: a long weekend of one country only
FAR = 60  # happenings looked ahead for one that still asks somebody


@dataclass(frozen=True, slots=True)
class Invitation:
    """When one person is asked that day: None is never. Who is away is not missed, and
    neither is who answers only if they like.
    """

    person_id: int
    at: datetime | None
    away: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day: who is asked when, and when it closes."""

    day: date
    invitations: tuple[Invitation, ...]
    opens_at: datetime
    closes_at: datetime

    @property
    def asks_somebody(self) -> bool:
        """Whether anybody is present and will be asked."""
        return any(each.at and not each.away for each in self.invitations)


@dataclass(frozen=True, slots=True)
class Need:
    """A local day on which somebody has to be there; with a half, in that half, else at
    some time of it.
    """

    day: date
    half: DayHalf | None = None

    @classmethod
    def at(cls, local: datetime) -> "Need":
        """To be there at that wall time."""
        return cls(local.date(), DayHalf.at(local))


def days_needed(
    standup: Standup, person: Person, day: date, at: datetime
) -> tuple[Need, ...]:
    """When they have to be there to take part."""
    asked = Need.at(person.local(at))
    return (asked, Need(day)) if standup.eve and asked.day != day else (asked,)


def plan_day(
    standup: Standup,
    day: date,
    people: Sequence[Person],
    absent: Collection[int],
    days: Days,
    late: datetime | None = None,
) -> DayPlan:
    """The day as the calendar has it: each at their own time, nobody on a day off.

    Whose evening before was sooner than `late` is asked in the morning of the day.
    """
    invitations = tuple(
        _invite(standup, person, day, person.id in absent, days, late)
        for person in people
    )
    return planned(standup, day, invitations, instant(day, standup.at, standup.home))


def days_by_now(
    standup: Standup,
    person: Person,
    occurrence: Occurrence,
    ask_at: datetime | None,
    now: datetime,
) -> tuple[Need, ...]:
    """The same once the day has begun: now, and when they were asked. Before they are,
    only that counts.

    Who was away when their time came is not asked after midnight, when they are back.
    """
    present = Need.at(person.local(now))
    if ask_at is None:
        return (present,)
    asked = days_needed(standup, person, occurrence.day, ask_at)
    return asked if ask_at > now else tuple(dict.fromkeys((present, *asked)))


def _invite(
    standup: Standup,
    person: Person,
    day: date,
    absent: bool,
    days: Days,
    late: datetime | None,
) -> Invitation:
    optional = person.id in standup.optional
    at = ask_time(standup, person, day, days)
    if not there(standup, person, day, at, days):
        return Invitation(person.id, None, away=True, optional=optional)
    when = reached(standup, person, day, at, late)
    return Invitation(person.id, when, absent, optional)


def planned(
    standup: Standup, day: date, invitations: tuple[Invitation, ...], usual: datetime
) -> DayPlan:
    """The day with these invitations: it closes after the last who is there."""
    present = [each.at for each in invitations if each.at and not each.away]
    times = [each.at for each in invitations if each.at]
    last = max(present or times, default=usual)
    return DayPlan(
        day, invitations, min(times, default=usual), close_time(standup, day, last)
    )


@dataclass(frozen=True, slots=True)
class Happening:
    """The next day of a stand-up, and when it has to be planned."""

    day: date
    at: datetime


def next_happening(
    standup: Standup,
    people: Sequence[Person],
    days: Days,
    *,
    after: date | None,
    now: datetime,
) -> Happening | None:
    """The first day after `after` on which somebody's time is still to come."""
    # Somewhere it may be tomorrow already, and somewhere it is still yesterday.
    earliest = now.astimezone(standup.home).date()
    day: date | None = max(after or date.min, earliest - timedelta(days=2))
    for _ in range(FAR):
        day = days.after(day) if day else None
        if day is None:
            return None
        if coming := _times(standup, people, day, days, now):
            first = min(coming)
            sooner = _sooner(standup, people, day, days, now, first)
            return Happening(day, min((first, *sooner)))
    return None


def next_ask(
    standup: Standup,
    person: Person,
    days: Days,
    *,
    now: datetime,
    away: Callable[[Need], bool],
) -> datetime | None:
    """When one person is asked next, on the days that are still to be planned."""
    day = standup.next_day
    for _ in range(FAR):
        if day is None:
            return None
        at = ask_time(standup, person, day, days)
        theirs = days_needed(standup, person, day, at)
        when = reached(standup, person, day, at, now)
        works = there(standup, person, day, at, days) and not any(map(away, theirs))
        if works and when and when >= now:
            return when
        day = days.after(day)
    return None


def _times(
    standup: Standup,
    people: Sequence[Person],
    day: date,
    days: Days,
    now: datetime,
) -> list[datetime]:
    """Every time still to come at which somebody may be asked for that day.

    Where that is long before the day, only those count who work on it.
    """
    found = []
    for person in people:
        at = ask_time(standup, person, day, days)
        if not standup.eve:
            found.append(at)
        elif there(standup, person, day, at, days):
            when = reached(standup, person, day, at, now)
            found += [when] if when else []
    if not people:
        found.append(instant(day, standup.at, standup.home))
    return [at for at in found if at >= now]


def _sooner(
    standup: Standup,
    people: Sequence[Person],
    day: date,
    days: Days,
    now: datetime,
    first: datetime,
) -> list[datetime]:
    """When a later day begins sooner than this one, for days are planned one after the
    other: after a holiday of one country only, or where zones are a day apart. One that
    is long before does not count: it is made up for.
    """
    found: list[datetime] = []
    later = days.after(day)
    for _ in range(AHEAD if standup.eve else 1):
        if later is None:
            break
        times = _times(standup, people, later, days, now)
        found += [at for at in times if first - SOONER <= at < first]
        later = days.after(later)
    return found
