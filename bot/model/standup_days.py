"""The days of a stand-up, planned purely: the next one, who is asked, its close."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.moments import instant
from bot.model.people import Hours, Person
from bot.model.standup import Standup

OPEN_FOR = timedelta(minutes=90)
OPEN_LONGER = timedelta(minutes=60)
FAR = 60  # happenings looked ahead for one that still asks somebody


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar as these rules need it, for one stand-up."""

    after: Callable[[date], date | None]
    works: Callable[[date, Person], bool]


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


def ask_time(standup: Standup, person: Person, day: date) -> datetime:
    """When the person is asked: on their own clock, and never before their work begins.

    The beginning counts only where they set it: 09:00 is what everybody has at first.
    """
    if standup.zone:
        return instant(day, standup.at, standup.home)
    begins = person.hours.start
    chosen = begins != Hours().start and begins > standup.at
    return instant(day, begins if chosen else standup.at, person.tz)


def plan_day(
    standup: Standup,
    day: date,
    people: Sequence[Person],
    absent: Collection[int],
    days: Days,
) -> DayPlan:
    """The day as the calendar has it: each at their own time, nobody on a day off."""
    invitations = tuple(
        _invite(standup, person, day, person.id in absent, days) for person in people
    )
    return _plan(standup, day, invitations, instant(day, standup.at, standup.home))


def plan_now(
    standup: Standup,
    day: date,
    people: Sequence[Person],
    absent: Collection[int],
    now: datetime,
) -> DayPlan:
    """The day as somebody starts it by hand: everybody present is asked at once."""
    invitations = tuple(
        Invitation(person.id, now, person.id in absent) for person in people
    )
    return _plan(standup, day, invitations, now)


def _invite(
    standup: Standup, person: Person, day: date, absent: bool, days: Days
) -> Invitation:
    at = ask_time(standup, person, day)
    if not days.works(person.local(at).date(), person):
        return Invitation(person.id, None, away=True)
    return Invitation(person.id, None if at < standup.since else at, absent)


def _plan(
    standup: Standup, day: date, invitations: tuple[Invitation, ...], usual: datetime
) -> DayPlan:
    present = [each.at for each in invitations if each.at and not each.away]
    times = [each.at for each in invitations if each.at]
    last = max(present or times, default=usual)
    return DayPlan(
        day, invitations, min(times, default=usual), close_time(standup, day, last)
    )


def close_time(standup: Standup, day: date, last: datetime) -> datetime:
    """One instant for everybody; later than wished if somebody is asked only then."""
    if standup.close_at is None:
        return last + OPEN_FOR
    wished = instant(day, standup.close_at, standup.home)
    return wished if last < wished else last + OPEN_LONGER


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
        times = _times(standup, people, day)
        if coming := [at for at in times if at >= now]:
            return Happening(day, min(coming))
    return None


def next_ask(
    standup: Standup,
    person: Person,
    days: Days,
    *,
    now: datetime,
    away: Callable[[date], bool],
) -> datetime | None:
    """When one person is asked next, on the days that are still to be planned."""
    day = standup.next_day
    for _ in range(FAR):
        if day is None:
            return None
        at = ask_time(standup, person, day)
        theirs = person.local(at).date()
        works = days.works(theirs, person) and not away(theirs)
        if works and at >= now:
            return at
        day = days.after(day)
    return None


def _times(standup: Standup, people: Sequence[Person], day: date) -> list[datetime]:
    times = [ask_time(standup, person, day) for person in people]
    return times or [instant(day, standup.at, standup.home)]
