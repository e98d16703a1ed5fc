"""A clock that stands still until it is moved."""

from datetime import datetime

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


_: type[Clock] = FakeClock
