"""When a room hears how feedback goes on: working mornings; pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model.moments import instant
from bot.model.reminders import LONG_AWAY, Works, next_working_day

MORNING = time(9)
FRESH = timedelta(hours=3)  # later than that the morning's news are none
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


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
