"""Wall times and instants: the one place where clock changes are thought about."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The instant of a wall time on a local day, in UTC.

    A time that a clock change skips moves to just after the gap; one that happens
    twice is its first happening (DESIGN §6).
    """
    local = datetime.combine(day, wall.replace(fold=0), zone)
    there_and_back = local.astimezone(UTC).astimezone(zone)
    if there_and_back.replace(tzinfo=None) == local.replace(tzinfo=None):
        return local.astimezone(UTC)
    return _after_gap(local, zone)


def read_wall(text: str) -> time:
    """A wall time as forms send it: "17:00". Raises ValueError, also for a zone."""
    wall = time.fromisoformat(text)
    if wall.tzinfo is not None:
        raise ValueError(text)
    return wall


def _after_gap(local: datetime, zone: ZoneInfo) -> datetime:
    before = local.replace(fold=0).utcoffset() or timedelta()
    after = local.replace(fold=1).utcoffset() or timedelta()
    gap_end = (local.replace(tzinfo=None) - min(before, after)).replace(tzinfo=UTC)
    low, high = gap_end - timedelta(days=1), gap_end
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == max(before, after):
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)
