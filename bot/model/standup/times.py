"""When each person is asked, and when a day closes; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.model.moments import instant
from bot.model.people import Hours, Person
from bot.model.standup import Standup

OPEN_FOR = timedelta(minutes=90)
OPEN_LONGER = timedelta(minutes=60)
EVE_CLOSE = time(10)  # the morning after the evening on which people were asked
LOOK_BACK = 21  # days: no holidays are longer
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar as these rules need it, for one stand-up."""

    after: Callable[[date], date | None]
    works: Callable[[date, Person], bool]


def ask_time(standup: Standup, person: Person, day: date, days: Days) -> datetime:
    """When the person is asked for that day; with an eve on their working day before.

    Who lives by another clock than a named zone is not asked at night, but when their
    work begins on that day of theirs.
    """
    if not standup.eve:
        return time_on(standup, person, day)
    before = (time_on(standup, person, day - n * ONE_DAY) for n in range(1, LOOK_BACK))
    theirs = (at for at in before if days.works(person.local(at).date(), person))
    return next(theirs, None) or time_on(standup, person, day - ONE_DAY)


def there(
    standup: Standup, person: Person, day: date, at: datetime, days: Days
) -> bool:
    """Whether they work when they are asked, and with an eve on the day itself too."""
    if standup.eve and not days.works(day, person):
        return False
    return days.works(person.local(at).date(), person)


def reached(
    standup: Standup, person: Person, day: date, at: datetime, late: datetime | None
) -> datetime | None:
    """When they can be asked who should be `at`; None if that was before `since`.

    Whose evening before was sooner than `late` is asked in the morning of the day.
    """
    if at < standup.since:
        return None
    if standup.eve and late and at < late:
        return start_of_work(person, day)
    return at


def start_of_work(person: Person, day: date) -> datetime:
    """When their work begins on that day."""
    return instant(day, person.hours.start, person.tz)


def working_hours(person: Person, day: date) -> tuple[datetime, datetime]:
    """Their hours that begin on that day; a night shift ends on the next."""
    start, end = person.hours.start, person.hours.end
    over = day if end > start else day + ONE_DAY
    return instant(day, start, person.tz), instant(over, end, person.tz)


def time_on(standup: Standup, person: Person, day: date) -> datetime:
    """The time on one day: never before the start of work that they set.

    09:00 is what everybody has at first, so it does not move a stand-up of 08:30.
    """
    if standup.zone:
        return _awake(standup, person, instant(day, standup.at, standup.home))
    begins = person.hours.start
    chosen = begins != Hours().start and begins > standup.at
    return instant(day, begins if chosen else standup.at, person.tz)


def _awake(standup: Standup, person: Person, at: datetime) -> datetime:
    local = person.local(at)
    begins = start_of_work(person, local.date())
    if local.utcoffset() == at.astimezone(standup.home).utcoffset():
        chosen = person.hours.start != Hours().start
        return max(at, begins) if chosen else at
    return at if _at_work(person.hours, local.time()) else begins


def _at_work(hours: Hours, wall: time) -> bool:
    if hours.start <= hours.end:
        return hours.start <= wall <= hours.end
    return wall >= hours.start or wall <= hours.end  # a night shift


def close_time(standup: Standup, day: date, last: datetime) -> datetime:
    """One instant for everybody; later than wished if somebody is asked only then."""
    wished = wished_close(standup, day)
    if wished is None:
        return last + OPEN_FOR
    return wished if last < wished else last + OPEN_LONGER


def wished_close(standup: Standup, day: date) -> datetime | None:
    """When that day closes if everybody was asked before; None where nobody said.

    One without a schedule is open until midnight.
    """
    if standup.whenever:
        return instant(day + ONE_DAY, time(), standup.home)
    close = standup.close_at or (EVE_CLOSE if standup.eve else None)
    if close is None:
        return None
    on = day + ONE_DAY if standup.closes_next else day
    return instant(on, close, standup.home)
