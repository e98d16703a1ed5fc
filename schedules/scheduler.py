"""APScheduler as the clock, and only the clock: a few fixed ticks, kept in memory.

What is due stands in the database; a tick only looks. Losing the ticks loses nothing.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.model.moved import Look

log = logging.getLogger(__name__)

Run = Callable[[], Awaitable[object]]

# A tick cut off is rolled back and comes again, but a message half sent is in doubt.
PATIENCE = 10.0


class Ticker:
    """Runs what it is given at every tick, one run of each at a time.

    Nothing a tick raises stops the clock; a name used twice stops the start. All times
    are UTC, so no clock change can skip or repeat a tick; where somebody sets the clock
    back, it ticks on instead of waiting for that time to come again. Stopped, it stays
    stopped.
    `second` is how long a second lasts, `patience` how many real ones `stop` waits.
    """

    def __init__(self, second: float = 1, patience: float = PATIENCE) -> None:
        self._second = second
        self._patience = patience
        self._running: set[asyncio.Task[None]] = set()
        self._triggers: dict[str, Callable[[], BaseTrigger]] = {}
        self._watching: asyncio.TimerHandle | None = None
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            # Late ticks become one, and that one runs however late it is.
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": None,
            },
        )

    def each_second(self, run: Run, name: str) -> None:
        """Runs it about every second."""
        self.each(self._second, run, name)

    def each(self, seconds: float, run: Run, name: str) -> None:
        """Runs it about every so many seconds."""
        self._add(run, name, partial(IntervalTrigger, seconds=seconds, timezone=UTC))

    def each_minute(self, run: Run, name: str) -> None:
        """Runs it about every minute."""
        self._add(run, name, partial(IntervalTrigger, minutes=1, timezone=UTC))

    def daily(self, run: Run, name: str, *, hour: int = 3) -> None:
        """Runs it once a day, at that hour of UTC."""
        self._add(run, name, partial(CronTrigger, hour=hour, minute=0, timezone=UTC))

    def start(self) -> None:
        """Starts the ticks in the running event loop."""
        # At INFO it tells of each tick, at WARNING of each one left out while the one
        # before still runs: both are the normal course here.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler.start()
        self._watch(_look())

    async def stop(self) -> None:
        """Stops the ticks; lets those that run now come to their end, within reason."""
        if not self._scheduler.running:
            return
        if self._watching:
            self._watching.cancel()
        self._scheduler.pause()
        if self._running:
            await asyncio.wait(self._running, timeout=self._patience)
        self._scheduler.shutdown()
        await asyncio.sleep(0)  # it shuts down in the loop's next turn

    def _add(self, run: Run, name: str, trigger: Callable[[], BaseTrigger]) -> None:
        if name in self._triggers:
            raise ValueError(f"{name!r} ticks twice")
        self._triggers[name] = trigger
        tick = _Tick(run, name, self._running)
        self._scheduler.add_job(tick.run, trigger(), id=name, name=name)

    def _watch(self, last: Look) -> None:
        """Plans every tick anew where the clock was set back since the last look."""
        here = _look()
        if last.moved(here).total_seconds() < 0:
            log.warning("clock set back")
            for name, trigger in self._triggers.items():
                self._scheduler.reschedule_job(name, trigger=trigger())
        loop = asyncio.get_running_loop()
        self._watching = loop.call_later(self._second, self._watch, here)


def _look() -> Look:
    return Look(datetime.now(UTC), time.monotonic())


class _Tick:
    """One thing that runs again and again; tells when it breaks and when it is well."""

    def __init__(self, run: Run, name: str, running: set["asyncio.Task[None]"]) -> None:
        self._run = run
        self._name = name
        self._running = running
        self._broken: type[Exception] | None = None

    async def run(self) -> None:
        """Runs it once, in a task of its own that `Ticker.stop` can wait for."""
        task = asyncio.create_task(self._once(), name=self._name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await task

    async def _once(self) -> None:
        """Does it. The same failure, tick after tick, is logged the first time only."""
        try:
            await self._run()
        except Exception as wrong:
            if self._broken is not type(wrong):
                log.exception("tick failed", extra={"tick": self._name})
            self._broken = type(wrong)
        else:
            if self._broken:
                log.info("tick well again", extra={"tick": self._name})
            self._broken = None
