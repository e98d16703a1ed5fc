"""Does what is due, again and again: rituals, then jobs, then deliveries."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.rituals.flow import NextDue, Tick, World

log = logging.getLogger(__name__)


class JobRunner(Protocol):
    """Runs durable jobs (`storage.job_runner`)."""

    async def run_due(self) -> int:
        """Runs a batch of jobs whose time has come; says how many."""
        ...

    async def recover(self) -> None:
        """Takes back jobs that a dead process was running."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting job is due."""
        ...


class Pulse:
    """One beat does everything that is due now. Beats never overlap."""

    def __init__(
        self,
        *,
        world: World,
        ticks: Sequence[tuple[Tick, NextDue]],
        jobs: JobRunner,
        courier: Courier,
        dispatcher: Dispatcher,
    ) -> None:
        self._world = world
        self._ticks = ticks
        self._jobs = jobs
        self._courier = courier
        self._dispatcher = dispatcher
        self._one_at_a_time = asyncio.Lock()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Asks for a beat soon: something was committed that may be due at once."""
        self._woken.set()

    async def run(self) -> None:
        """Beats whenever woken, until cancelled."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            await self.beat()

    async def beat(self) -> int:
        """Does everything that is due now; says how much that was."""
        done = 0
        async with self._one_at_a_time:
            while step := await self._step():
                done += step
        return done

    async def settle(self) -> None:
        """Returns when everybody was answered and nothing is due."""
        await self._dispatcher.idle()
        while await self.beat():
            await self._dispatcher.idle()

    async def next_due(self) -> datetime | None:
        """The next instant at which something will happen, if anything will."""
        async with self._world.store.reading() as db:
            moments = [await next_due(db) for _, next_due in self._ticks]
            moments.append(await db.deliveries.next_due())
        moments.append(await self._jobs.next_due())
        return min((moment for moment in moments if moment), default=None)

    async def _step(self) -> int:
        done = 0
        for tick, _ in self._ticks:
            done += await _safely(partial(tick, self._world))
        done += await _safely(self._jobs.run_due)
        done += await _safely(self._courier.deliver_due)
        return done


async def _safely(part: Callable[[], Awaitable[int]]) -> int:
    """One part that fails is logged and must not stop the others."""
    try:
        return await part()
    except Exception:
        log.exception("beat")
        return 0
