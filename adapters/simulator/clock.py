"""A clock that can be moved forward and otherwise runs with real time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class MovableClock:
    """Tell a time that starts anywhere, runs on by itself, and never goes back."""

    def __init__(
        self,
        start: datetime | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._base = _utc(start) if start else datetime.now(UTC)
        self._since = monotonic()
        self._moved: set[asyncio.Future[None]] = set()

    def now(self) -> datetime:
        """The current instant, aware and in UTC."""
        return self._base + timedelta(seconds=self._monotonic() - self._since)

    def advance(self, by: timedelta) -> datetime:
        """Move forward by a span; a negative one is refused."""
        return self.set(self.now() + by)

    def set(self, to: datetime) -> datetime:
        """Move forward to an instant; one in the past is refused."""
        to = _utc(to)
        if to < self.now():
            raise ValueError(f"the clock never goes back: {to.isoformat()} is past")
        self._base, self._since = to, self._monotonic()
        for waiter in self._moved:
            if not waiter.done():
                waiter.set_result(None)
        return to

    async def sleep_until(self, instant: datetime) -> None:
        """Return once this clock has reached the instant, moved there or not."""
        while (left := (instant - self.now()).total_seconds()) > 0:
            waiter = asyncio.get_running_loop().create_future()
            self._moved.add(waiter)
            try:
                await asyncio.wait([waiter], timeout=left)
            finally:
                self._moved.discard(waiter)

    async def sleep(self, seconds: float) -> None:
        """Sleep by this clock, so that moving it wakes the sleeper."""
        await self.sleep_until(self.now() + timedelta(seconds=seconds))


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("the clock needs an instant with a time zone")
    return instant.astimezone(UTC)
