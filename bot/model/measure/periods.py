"""Days, weeks, months and quarters of a measure, and when its value is asked; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.measure import Cadence, Measure
from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import Works

DAY = timedelta(days=1)
AHEAD = 400  # days that are looked through for the next morning
# So many days after a period its value is late.
GRACE = {
    Cadence.DAILY: 3, Cadence.WEEKLY: 1, Cadence.MONTHLY: 4, Cadence.QUARTERLY: 9,
}  # fmt: skip
# Who reported something within so many days is not reminded (PEERS J04); of a daily one
# each day counts.
FRESH = {
    Cadence.DAILY: -1, Cadence.WEEKLY: 3, Cadence.MONTHLY: 7, Cadence.QUARTERLY: 14,
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def period_of(cadence: Cadence, day: date) -> Period:
    """The period in which a day lies."""
    match cadence:
        case Cadence.DAILY:
            return Period(day, day)
        case Cadence.WEEKLY:
            monday = day - DAY * day.weekday()
            return Period(monday, monday + DAY * 6)
        case Cadence.MONTHLY:
            first = day.replace(day=1)
            return Period(first, _month_after(first, 1) - DAY)
        case Cadence.QUARTERLY:
            first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
            return Period(first, _month_after(first, 3) - DAY)


def before(cadence: Cadence, period: Period) -> Period:
    """The period that ended when this one began."""
    return period_of(cadence, period.first - DAY)


def recent(cadence: Cadence, today: date, count: int) -> list[Period]:
    """The last periods, the one that runs last."""
    found = [period_of(cadence, today)]
    while len(found) < count:
        found.insert(0, before(cadence, found[0]))
    return found


def next_morning(
    measure: Measure, person: Person, works: Works, after: datetime
) -> datetime | None:
    """When the person is asked next: their first working day from the day on which it
    is asked, when they begin to work.
    """
    today = person.local(after).date()
    for base in _bases(measure, today):
        day = next((each for each in _from(base) if works(each)), None)
        if day is None:
            return None
        at = instant(day, person.hours.start, person.tz)
        if at > after:
            return at
    return None


def morning(day: date, person: Person) -> datetime:
    """When somebody's working day begins."""
    return instant(day, person.hours.start, person.tz)


def is_late(cadence: Cadence, period: Period, today: date) -> bool:
    """Whether a value for an ended period should be there by then."""
    return today > period.last + DAY * GRACE[cadence]


def _bases(measure: Measure, today: date) -> Iterator[date]:
    """The days on which it is asked, from the one that was last."""
    for number in range(-14, AHEAD):
        day = today + DAY * number
        if _is_base(measure, day):
            yield day


def _is_base(measure: Measure, day: date) -> bool:
    match measure.cadence:
        case Cadence.DAILY:
            return True
        case Cadence.WEEKLY:
            return day.weekday() == measure.weekday
        case Cadence.MONTHLY:
            return day.day == 1
        case Cadence.QUARTERLY:
            return day.day == 1 and day.month % 3 == 1


def _from(day: date) -> Iterator[date]:
    return (day + DAY * number for number in range(60))


def _month_after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return first.replace(year=first.year + month // 12, month=month % 12 + 1)
