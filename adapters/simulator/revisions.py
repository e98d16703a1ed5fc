"""A number that grows whenever something visible changed."""

from __future__ import annotations

import asyncio


class Revisions:
    """Count visible changes and wake those who wait for the next one."""

    def __init__(self) -> None:
        self.number = 0
        self._waiters: set[asyncio.Future[None]] = set()

    def bump(self) -> None:
        """Say that something visible changed."""
        self.number += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def beyond(self, seen: int, timeout_seconds: float | None = None) -> int:
        """Wait for a change after `seen`; return the number, changed or timed out."""
        if self.number == seen:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.add(waiter)
            try:
                await asyncio.wait([waiter], timeout=timeout_seconds)
            finally:
                self._waiters.discard(waiter)
        return self.number
