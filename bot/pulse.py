"""Does what is due, again and again: rituals, then jobs, then deliveries."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.errors import StoreAway
from bot.rituals.flow import NextDue, Tick, World

log = logging.getLogger(__name__)
REST = 0.05  # seconds after a beat: what wakes it meanwhile shares the next one


class JobRunner(Protocol):
    """Runs durable jobs (`storage.work.job_runner`)."""

    @property
    def behind(self) -> bool:
        """Whether something that happened here is still to be written down."""
        ...

    async def run_due(self) -> int:
        """Runs a batch of jobs whose time has come; says how many."""
        ...

    async def recover(self) -> None:
        """Takes back jobs that a dead process was running."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting job is due."""
        ...

    async def forget(self, before: datetime) -> None:
        """Lets go of jobs that were given up and due before this instant."""
        ...

    def close(self) -> None:
        """Begins no other job."""
        ...

    async def hand_back(self) -> None:
        """Leaves what was taken and not run to others."""
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
        self.moved = courier.moved
        self._ticks = ticks
        self._jobs = jobs
        self._courier = courier
        self._dispatcher = dispatcher
        self._one_at_a_time = asyncio.Lock()
        self._woken = asyncio.Event()
        self._closing = False
        self._broken: dict[str, type[Exception]] = {}

    def wake(self) -> None:
        """Asks for a beat soon: something was committed that may be due at once."""
        self._woken.set()

    async def run(self) -> None:
        """Beats whenever woken, until cancelled; messages go when their turn comes."""
        while True:
            try:
                async with asyncio.timeout(self._until_turn()):
                    await self._woken.wait()
            except TimeoutError:
                async with self._one_at_a_time:
                    await self._safely("clock", self.moved.settle)
                    await self._safely("deliveries", self._courier.deliver_due)
            else:
                self._woken.clear()
                await self.beat()
                # Every event wakes it, and a beat costs as much as an event: who is
                # answered must not wait for one beat after the other.
                await asyncio.sleep(REST)

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

    def close(self) -> None:
        """Begins nothing more: no ritual, no job, no message."""
        self._closing = True
        self._jobs.close()
        self._courier.close()

    async def end(self) -> None:
        """Returns when what was begun before `close` has come to its end."""
        async with self._one_at_a_time:
            await self._courier.end()

    async def hand_back(self) -> None:
        """Leaves to others what was taken and not done."""
        await self._jobs.hand_back()

    async def next_due(self) -> datetime | None:
        """The next instant at which something will happen, if anything will."""
        async with self._world.store.reading() as db:
            moments = [await next_due(db) for _, next_due in self._ticks]
            moments.append(await db.deliveries.next_due())
        moments.append(await self._jobs.next_due())
        return min((moment for moment in moments if moment), default=None)

    def _until_turn(self) -> float | None:
        """Seconds until a message has its turn, as far as this process knows."""
        turn = self._courier.next_turn()
        return (turn - self._world.clock.now()).total_seconds() if turn else None

    async def _step(self) -> int:
        await self._safely("clock", self.moved.settle)
        if await self._safely("agenda", self._at_rest):
            self._courier.at_rest()
            return 0
        done = 0
        for number, (tick, _) in enumerate(self._ticks):
            done += await self._safely(f"tick {number}", partial(tick, self._world))
        done += await self._safely("jobs", self._jobs.run_due)
        done += await self._safely("deliveries", self._courier.deliver_due)
        return done

    async def _at_rest(self) -> int:
        """Whether nothing at all is due: nearly every second of the year. Where that
        cannot be found out, every part looks for itself.
        """
        if self._jobs.behind or self._courier.behind:
            return False
        now = self._world.clock.now()
        # One that may write: on SQLite no thread has to be asked for it.
        async with self._world.store() as db:
            if await db.agenda.due(now):
                return False
            for _, next_due in self._ticks:
                moment = await next_due(db)
                if moment and moment <= now:
                    return False
        return True

    async def _safely(self, name: str, part: Callable[[], Awaitable[int]]) -> int:
        """One part that fails must not stop the others. The same failure, beat after
        beat, is logged the first time only.
        """
        if self._closing:
            return 0
        try:
            done = await part()
        except Exception as wrong:  # noqa: BLE001 - the others go on
            if self._broken.get(name) is not type(wrong):
                _tell(name, wrong)
            self._broken[name] = type(wrong)
            return 0
        if self._broken.pop(name, None):
            log.info("well again", extra={"part": name})
        return done


def _tell(part: str, wrong: Exception) -> None:
    """Logs a failure; a database that is away is no error of ours."""
    if isinstance(wrong, StoreAway):
        log.warning("store away", extra={"part": part, "why": str(wrong)})
    else:
        log.error("beat", exc_info=wrong, extra={"part": part})
