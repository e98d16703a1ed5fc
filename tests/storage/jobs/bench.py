"""A runner at work, and time that passes for it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from storage.database.present import ago
from storage.tables.jobs import jobs
from storage.unit_of_work import SqlStore
from storage.work.job_runner import JobRunner
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Bench:
    """A runner with one handler, `ran`, that notes what it did and then does `then`."""

    def __init__(self, store: SqlStore, beat: float = 60) -> None:
        self.store = store
        self.clock = FakeClock(NOW)
        self.ran: list[int] = []
        self.fails = False
        self.then: Callable[[int], Awaitable[None]] | None = None
        handlers = {"ran": self._handle}
        self.runner = JobRunner(store, handlers, self.clock, beat=beat, longest=60)

    async def _handle(self, subject_id: int) -> None:
        self.ran.append(subject_id)
        if self.then:
            await self.then(subject_id)

    async def put(self, *ids: int, at: datetime = NOW) -> None:
        """Puts jobs, in a transaction of their own."""
        async with self.store() as db:
            await db.jobs.put("ran", dict.fromkeys(ids, at))
            await db.commit()

    async def begins(self, *ids: int) -> "asyncio.Task[int]":
        """Runs these jobs, in whose midst it is now."""
        begun = asyncio.Event()
        goes_on = asyncio.Event()

        async def hang(_: int) -> None:
            begun.set()
            await goes_on.wait()
            if self.fails:
                raise ZeroDivisionError

        self.then, self.goes_on = hang, goes_on
        await self.put(*ids)
        running = asyncio.create_task(self.runner.run_due())
        await begun.wait()
        return running


async def broken(subject_id: int) -> None:
    """A handler with a bug."""
    raise ZeroDivisionError("what somebody typed")


async def silence(store: SqlStore, span: timedelta) -> None:
    """Lets so much time pass in which no worker says anything."""
    async with store() as db:
        past = ago(db.connection.dialect.name, span)
        heard = jobs.c.claimed_at.is_not(None)
        await db.connection.execute(update(jobs).where(heard).values(claimed_at=past))
        await db.commit()
