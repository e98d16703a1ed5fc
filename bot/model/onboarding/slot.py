"""When a newcomer and their buddy can first talk: pure (PEERS I09)."""

from datetime import date, datetime, timedelta

from bot.model.moments import instant
from bot.model.people import Person

DAY = timedelta(days=1)
HALF = timedelta(minutes=30)
SETTLED = timedelta(hours=1)  # after which a day has begun, if there is time for that
LOOKS_AHEAD = 7  # days


def common_hour(
    day: date, one: Person, other: Person, now: datetime
) -> datetime | None:
    """The first half hour from a day on in which both are at work by their own clocks;
    None where their hours never meet.
    """
    for ahead in range(LOOKS_AHEAD):
        if found := _of_day(day + DAY * ahead, one, other, now):
            return found
    return None


def _of_day(day: date, one: Person, other: Person, now: datetime) -> datetime | None:
    if any(day.weekday() not in each.hours.days for each in (one, other)):
        return None
    begins = max(instant(day, each.hours.start, each.tz) for each in (one, other))
    ends = min(instant(day, each.hours.end, each.tz) for each in (one, other))
    settled = begins + SETTLED
    at = settled if settled + HALF <= ends else begins
    return at if now < at and at + HALF <= ends else None
