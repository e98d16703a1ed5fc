"""What people get back: a due day, where it stood in the text, or why it is none."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as wall_time
from enum import StrEnum

_END_OF_DAY = wall_time(18, 0)


@dataclass(frozen=True, slots=True)
class Due:
    """What a date phrase means on the calendar and clock of the person who said it."""

    day: date
    time: wall_time | None

    def at(self, zone: tzinfo, *, end_of_day: wall_time = _END_OF_DAY) -> datetime:
        """The instant in UTC; a skipped wall time moves to just after the gap."""
        wall = datetime.combine(self.day, self.time or end_of_day)
        local = wall.replace(tzinfo=zone, fold=0)
        instant = local.astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == wall:
            return instant
        return _end_of_gap(local)


@dataclass(frozen=True, slots=True)
class Found:
    """A date phrase inside a text, its "due", "by", 截止 or 前 included."""

    start: int
    end: int
    text: str
    due: Due


class DateProblem(StrEnum):
    """Why a text is no date."""

    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"


class NotADate(ValueError):
    """The text names no day, or a day that does not exist."""

    def __init__(self, problem: DateProblem, text: str) -> None:
        super().__init__(f"{problem}: {text!r}")
        self.problem = problem
        self.text = text


def _end_of_gap(skipped: datetime) -> datetime:
    """The first instant after the clock change that skipped this wall time."""
    zone = skipped.tzinfo
    before = skipped.replace(fold=1).astimezone(UTC)
    after = skipped.astimezone(UTC)
    old = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
