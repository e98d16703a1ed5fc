"""A clock that stands still until it is moved."""

from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.ports import Clock


class FakeClock:
    """Tells the time it was set to."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The set time."""
        return self._now

    def set(self, now: datetime) -> None:
        """Moves the clock forward."""
        assert now >= self._now, "a clock does not go back"
        self._now = now


class SetClock(FakeClock, SystemClock):
    """One that somebody can set wrong, as a computer's: time itself does not follow."""

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self._lived = 0.0

    def steady(self) -> float:
        """The seconds that have passed."""
        return self._lived

    def set(self, now: datetime) -> None:
        """Lets time pass."""
        self._lived += (now - self._now).total_seconds()
        super().set(now)

    def jump(self, by: timedelta) -> None:
        """Sets it wrong."""
        self._now += by


_: type[Clock] = FakeClock
