"""Whether somebody moved the clock: it went further, or less far, than time did."""

from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICED = timedelta(seconds=3)  # by less no clock was moved: it drifted


@dataclass(frozen=True, slots=True)
class Look:
    """What the clock showed at a second that nobody can set."""

    clock: datetime
    steady: float

    def moved(self, later: "Look") -> timedelta:
        """How far the clock was moved until then; back for less than nothing."""
        gone = timedelta(seconds=later.steady - self.steady)
        by = later.clock - self.clock - gone
        return by if abs(by) > NOTICED else timedelta(0)
