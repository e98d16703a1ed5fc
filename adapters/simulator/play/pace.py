"""How long the page may look at each thing, so that a week takes as long as wished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

A_DAY = 30  # things to see on a working day, until more is known
LONGEST = 2.5
WEEKEND = 0.25  # of a working day: somewhere it may be one
SPARE = 0.97  # of the time there is: nobody knows it exactly


@dataclass(frozen=True, slots=True)
class Pace:
    """What is left of the stretch and of the real time for it.

    `work` are the seconds that the company itself took for each thing to see.
    """

    working_days_gone: float
    working_days_left: float
    seen: int
    seconds_left: float
    work: float = 0.0

    def wait(self) -> float:
        """Seconds to look at what has just happened."""
        known = self.working_days_gone >= 1
        a_day = self.seen / self.working_days_gone if known else A_DAY
        left = max(1.0, a_day * self.working_days_left)
        return max(0.0, min(LONGEST, SPARE * self.seconds_left / left - self.work))


def working_days(begins: datetime, ends: datetime) -> float:
    """Days between two moments; those of weekends count little."""
    days, at = 0.0, begins
    while at < ends:
        midnight = (at + timedelta(days=1)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        part = min(midnight, ends) - at
        days += part / timedelta(days=1) * (1 if at.weekday() < 5 else WEEKEND)
        at += part
    return days
