"""Every workspace is served by itself: one that is slow holds up no other.

Its messages go on beside everything else; what else there is for it waits.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Coroutine, Sequence
from datetime import timedelta
from typing import Any

from bot.errors import StoreAway
from bot.rituals.delivery.pace import Pace, Ready

log = logging.getLogger(__name__)

PATIENCE = 2.0  # seconds until a workspace is left to itself
AGAIN = timedelta(seconds=3)
Where = tuple[str, str]  # platform and tenant
Serve = Callable[[Sequence[Ready]], Coroutine[Any, Any, None]]


class Workspaces:
    """What is being sent, by workspace."""

    def __init__(self, serve: Serve, pace: Pace, patience: float) -> None:
        self._serve = serve
        self._pace = pace
        self._patience = patience
        self._tasks: dict[Where, asyncio.Task[None]] = {}
        self._hands: dict[Where, Collection[int]] = {}

    @property
    def in_hand(self) -> Collection[int]:
        """The deliveries that slow workspaces have not taken yet, by id."""
        return {id for ids in self._hands.values() for id in ids}

    async def serve(self, ready: Sequence[Ready]) -> None:
        """Sends these; returns when they are sent, or take long."""
        workspaces: defaultdict[Where, list[Ready]] = defaultdict(list)
        for each in ready:
            workspaces[each.way.platform, each.way.tenant].append(each)
        slow = [each for where in self._tasks for each in workspaces.pop(where, ())]
        begun = [self._begin(where, some) for where, some in workspaces.items()]
        await self._pace.later(slow, AGAIN)
        if not begun:
            return
        try:
            done, late = await asyncio.wait(begun, timeout=self._patience)
        except asyncio.CancelledError:
            await self._abandon()
            raise
        for task in late:
            task.add_done_callback(_tell)
        for task in done:
            task.result()

    async def end(self) -> None:
        """Returns when nothing is being sent any more."""
        if self._tasks:
            await asyncio.wait(self._tasks.values())

    def _begin(self, where: Where, ready: Sequence[Ready]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._serve(ready))
        self._tasks[where] = task
        self._hands[where] = frozenset(each.delivery.id for each in ready)

        def forget(_: asyncio.Task[None]) -> None:
            del self._tasks[where], self._hands[where]

        task.add_done_callback(forget)
        return task

    async def _abandon(self) -> None:
        running = tuple(self._tasks.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _tell(task: asyncio.Task[None]) -> None:
    """Nobody waits for it any more who would tell."""
    wrong = None if task.cancelled() else task.exception()
    if isinstance(wrong, StoreAway):
        log.warning("store away", extra={"why": str(wrong)})
    elif wrong:
        log.error("workspace not served", exc_info=wrong)
