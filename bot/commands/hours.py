"""Working hours as people type them: 10-16, from 9am to 5pm, 上午9点到下午6点."""

import re
from datetime import time

from bot.arguments import fold
from bot.commands.standup.values import brief, read_time
from bot.errors import UsageError
from bot.model.people import NOON

_LEAD = re.compile(r"^(?:from\b|between\b|从)\s*")
_BETWEEN = re.compile(r"\s*(?:[-–—−~]+|\b(?:to|until|till|and)\b|到|至)\s*")
_MARKED = re.compile(r"[ap]\.?m\b|[上下中]午|早上|早晨|凌晨|晚上|傍晚")
_LATE = re.compile(r"p\.?m\b|下午|晚上|傍晚")
_OFFICE_STARTS = 7  # "1-9pm" begins in the afternoon too


def read_hours(typed: str, try_this: str) -> tuple[time, time]:
    """When the day starts and ends. Raises UsageError where that cannot be read, or
    where it ends before it starts.
    """
    parts = _BETWEEN.split(_LEAD.sub("", fold(typed)))
    try:
        first, last = parts
        start, end = read_time(first), read_time(last)
    except (ValueError, UsageError):
        raise UsageError(
            "settings-hours-unknown", try_this=try_this, typed=brief(typed)
        ) from None
    start, end = _meant(start, first, end, last)
    if start >= end:
        raise UsageError("settings-end-before-start", try_this=try_this)
    return start, end


def _meant(start: time, first: str, end: time, last: str) -> tuple[time, time]:
    """Half a day said once is said of both: "1-9pm"; nine to five ends at 17:00.
    A zero before the hour is a clock of 24.
    """
    starts_late, ends_late = bool(_LATE.search(first)), bool(_LATE.search(last))
    later = start.hour + NOON < end.hour and start.hour < _OFFICE_STARTS
    if ends_late and later and not _MARKED.search(first):
        return start.replace(hour=start.hour + NOON), end
    bare = end.hour < NOON and not _MARKED.search(last) and not last.startswith("0")
    if bare and end <= start and (start.hour <= NOON or starts_late):
        return start, end.replace(hour=end.hour + NOON)
    return start, end
