"""The system's clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

Steady = Callable[[], float]
# Linux also counts the time for which the machine slept: that is no clock moved.
_SLEEP_TOO = getattr(time, "CLOCK_BOOTTIME", None)


class SystemClock:
    """Tells the real time."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds that go on by themselves, whoever sets the clock."""
        return (
            time.monotonic() if _SLEEP_TOO is None else time.clock_gettime(_SLEEP_TOO)
        )


class Shown(Protocol):
    """Whatever shows the time (`bot.ports.Clock`)."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...


def steady_of(clock: Shown) -> Steady:
    """Seconds that nobody sets. Where a clock is moved on purpose, in the simulator or
    in a test, that much time has really passed.
    """
    if isinstance(clock, SystemClock):
        return clock.steady
    return lambda: clock.now().timestamp()
