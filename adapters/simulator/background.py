"""Work that goes on beside a request, and the wait until none is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Background:
    """Own tasks until they end or the server stops, and count what is under way."""

    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _active: int = 0
    _idle: asyncio.Event = field(default_factory=asyncio.Event)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something in the background until it ends or the server stops."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Count as active, as long as this lasts."""
        self.begin()
        try:
            yield
        finally:
            self.end()

    def begin(self) -> None:
        """Count one more thing as under way."""
        self._active += 1

    def end(self) -> None:
        """Count one thing less, and wake those who wait."""
        self._active -= 1
        self._idle.set()

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._active:
            self._idle.clear()
            await self._idle.wait()

    async def stop(self) -> None:
        """End all background work."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
