"""When a room hears of feedback, and how it goes on: in working time; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.moments import instant
from bot.model.refs import PlaceRef
from bot.model.reminders import LONG_AWAY, Works, next_working_day

MORNING = time(9)
FRESH = timedelta(hours=3)  # later than that the morning's news are none
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


class Rhythm(StrEnum):
    """How often a room hears of what can wait; what stops sales never waits."""

    AT_ONCE = "at-once"
    HOURLY = "hourly"
    TWICE = "twice"
    MORNING = "morning"


# The hours of a working day at which it hears.
HOURS: Mapping[Rhythm, tuple[int, ...]] = {
    Rhythm.AT_ONCE: (),
    Rhythm.HOURLY: tuple(range(9, 19)),
    Rhythm.TWICE: (9, 15),
    Rhythm.MORNING: (MORNING.hour,),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One message to one place about everything that came since the one before."""

    place: PlaceRef
    at: datetime


def next_slot(
    rhythm: Rhythm, now: datetime, zone: ZoneInfo, works: Works
) -> datetime | None:
    """When a room of this rhythm hears next; None: at once, also where nobody works
    soon.
    """
    today = now.astimezone(zone).date()
    for days in range(LONG_AWAY):
        day = today + DAY * days
        if not HOURS[rhythm] or not works(day):
            continue
        for hour in HOURS[rhythm]:
            if (at := instant(day, time(hour), zone)) > now:
                return at
    return None


def next_morning(now: datetime, zone: ZoneInfo, works: Works) -> datetime | None:
    """The next working day's nine o'clock; None where nobody works soon."""
    today = now.astimezone(zone).date()
    if works(today) and (at := instant(today, MORNING, zone)) > now:
        return at
    day = next_working_day(today, works)
    return instant(day, MORNING, zone) if day else None


def morning_before(today: date, zone: ZoneInfo, works: Works) -> datetime:
    """The nine o'clock of the working day before."""
    days = (today - DAY * count for count in range(1, LONG_AWAY + 1))
    day = next(filter(works, days), today - DAY)
    return instant(day, MORNING, zone)


def opens_week(today: date, works: Works) -> bool:
    """Whether it is the first working day of its week."""
    before = (today - DAY * count for count in range(1, today.weekday() + 1))
    return not any(works(day) for day in before)


def monday(today: date, zone: ZoneInfo) -> datetime:
    """When the day's week began."""
    return instant(today - DAY * today.weekday(), time(), zone)
