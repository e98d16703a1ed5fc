"""A month of kudos, and the morning on which the wall looks back on it; pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model.moments import instant
from bot.model.reminders import Works

MORNING = time(9)
FRESH = timedelta(hours=8)  # later than that it is no morning any more
DAY = timedelta(days=1)
LONGEST = 14  # days off at the beginning of a month


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month where the wall is."""

    first: date
    zone: ZoneInfo

    @property
    def since(self) -> datetime:
        """When it began."""
        return instant(self.first, time(), self.zone)

    @property
    def until(self) -> datetime:
        """When the next one begins."""
        return instant((self.first + 31 * DAY).replace(day=1), time(), self.zone)


def month_before(today: date) -> date:
    """The first day of the month before."""
    return (today.replace(day=1) - DAY).replace(day=1)


def first_morning(month: date, zone: ZoneInfo, works: Works) -> datetime | None:
    """Nine o'clock of the month's first working day."""
    days = (month + DAY * count for count in range(LONGEST))
    day = next(filter(works, days), None)
    return instant(day, MORNING, zone) if day else None
