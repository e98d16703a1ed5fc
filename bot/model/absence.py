"""Rules about being away: which days are meant, when somebody is back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Days:
    """Whole local days, both ends included."""

    first: date
    last: date

    @property
    def in_order(self) -> bool:
        """Whether the first day is not after the last."""
        return self.first <= self.last

    @property
    def one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def too_long(self) -> bool:
        """Whether it is more than a year, which nobody means."""
        return self.last - self.first > LONGEST


def back_on(days: Days, works: Callable[[date], bool]) -> date:
    """The first working day after; the day after if none comes within two weeks."""
    after = days.last + timedelta(days=1)
    fortnight = (after + timedelta(days=n) for n in range(14))
    return next((day for day in fortnight if works(day)), after)
