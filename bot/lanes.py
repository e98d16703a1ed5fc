"""Work in lanes: in order within one lane, side by side across lanes."""

import asyncio
from collections.abc import Coroutine, Hashable


class Lanes:
    """Tasks of ours, each after the one before it in its lane; none is ever lost."""

    def __init__(self) -> None:
        self._last: dict[Hashable, asyncio.Task[None]] = {}
        self._all: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> bool:
        """Whether anything is still running or waiting."""
        return bool(self._last)

    def run(self, lane: Hashable, work: Coroutine[None, None, None]) -> None:
        """Starts the work once everything before it in its lane has ended."""
        task = asyncio.create_task(_after(self._last.get(lane), work))
        self._last[lane] = task
        self._all.add(task)
        task.add_done_callback(lambda done: self._forget(lane, done))
        task.add_done_callback(lambda _: work.close())  # where it never began

    async def idle(self) -> None:
        """Returns when every lane has come to its end."""
        while self._last:
            await asyncio.wait(list(self._last.values()))

    async def abandon(self) -> None:
        """Ends whatever still runs: what must not be lost is in the database."""
        running = list(self._all)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _forget(self, lane: Hashable, done: "asyncio.Task[None]") -> None:
        self._all.discard(done)
        if self._last.get(lane) is done:
            del self._last[lane]


async def _after(
    before: "asyncio.Task[None] | None", work: Coroutine[None, None, None]
) -> None:
    if before is not None:
        await asyncio.wait([before])
    await work
