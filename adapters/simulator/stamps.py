"""Message ids that are also times: unique, sortable, never going back."""

from __future__ import annotations

from datetime import UTC, datetime

from adapters.simulator.clock import MovableClock
from adapters.simulator.wire import ControlError


class Stamps:
    """Hand out stamps such as `1789000000.000001`, each later than all before it."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        """A stamp unlike all before it and later than all of them."""
        micros = int(self._clock.now().timestamp() * 1_000_000)
        self._last = max(self._last + 1, micros)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"


def at(ts: str) -> datetime:
    """The instant that a stamp names."""
    return datetime.fromtimestamp(float(ts), UTC)


def after(ts: str, since: str) -> bool:
    """Whether a stamp is later than another one that somebody typed."""
    try:
        return _order(ts) > _order(since)
    except ValueError:
        raise ControlError(f"{since!r} is not a ts") from None


def _order(ts: str) -> tuple[int, int]:
    seconds, _, micros = ts.partition(".")
    return int(seconds), int(micros.ljust(6, "0") or 0)
