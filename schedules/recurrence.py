"""RFC 5545 rules on local dates: without hours, no clock change can touch them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

# Only parts that speak of days: `rrulestr` would take hours and a DTSTART of its own.
PART = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"|(?:INTERVAL|COUNT)=[1-9]\d{0,3}"
    r"|UNTIL=\d{8}(?:T\d{6}Z?)?"
    r"|BYDAY=[-+0-9A-Z,]+"
    r"|(?:BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS)=[-+]?[1-9]\d{0,2}"
    r"(?:,[-+]?[1-9]\d{0,2})*"
    r"|WKST=[A-Z]{2}",
    re.ASCII,
)
TIME_OF_UNTIL = re.compile(r"(UNTIL=\d{8})T\d{6}Z?")
STEPS = {"DAILY": 1, "WEEKLY": 7}


def next_day(rule: str, start: date, after: date) -> date | None:
    """The first day after `after` on which the rule happens; None when it ended.

    Raises ValueError for a rule that is none.
    """
    days = _parse(rule, start)
    if days is None:
        return None
    found = days.nearer(after).after(_midnight(after))
    return found.date() if found else None


@dataclass(frozen=True, slots=True)
class _Days:
    """A rule from its start on. `step` is its length in days, where it has one."""

    rule: rrule
    start: date
    step: int | None

    def nearer(self, after: date) -> rrule:
        """The same rule, begun a whole number of steps later, to look ahead at once."""
        if self.step is None or (after - self.start).days < self.step:
            return self.rule
        steps = (after - self.start).days // self.step - 1
        return self.rule.replace(
            dtstart=_midnight(self.start + timedelta(steps * self.step))
        )


@lru_cache(maxsize=4096)
def _parse(rule: str, start: date) -> _Days | None:
    """The rule from its start on; None for one that never happens (30 February)."""
    text = TIME_OF_UNTIL.sub(r"\1", rule.strip().upper().removeprefix("RRULE:"))
    parts = _parts(text)
    try:
        days = rrulestr(text, dtstart=_midnight(start))
    except (ValueError, AttributeError, KeyError, IndexError, TypeError) as wrong:
        raise ValueError(f"not a recurrence rule: {rule!r}") from wrong
    if not isinstance(days, rrule):
        raise ValueError(f"more than one rule: {rule!r}")
    # A rule with COUNT has to count from its start; months differ in length.
    length = None if "COUNT" in parts else STEPS.get(parts["FREQ"])
    step = length and length * int(parts.get("INTERVAL", "1"))
    return None if next(iter(days), None) is None else _Days(days, start, step)


def _parts(text: str) -> dict[str, str]:
    parts = text.split(";")
    named = dict(part.split("=", 1) for part in parts if PART.fullmatch(part))
    if len(named) < len(parts) or "FREQ" not in named:
        raise ValueError(f"not a recurrence rule of days: {text!r}")
    return named


def _midnight(day: date) -> datetime:
    # Naive on purpose: a calendar day has no zone.
    return datetime.combine(day, time.min)
