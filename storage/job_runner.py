"""Runs durable jobs when they are due, as often as it takes."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.errors import Conflict
from bot.ports import Clock
from storage.jobs import Job
from storage.unit_of_work import SqlStore

log = logging.getLogger(__name__)

BATCH = 20
ATTEMPTS = 20
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)


def pause(attempts: int) -> timedelta:
    """How long to wait after so many failures: 1, 2, 4 … minutes, at most an hour."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 10)), LONGEST_PAUSE)


class JobRunner:
    """Runs each due job once, in any process; again if it failed or its process died.

    A handler gets the id it was put for and opens units of work of its own.
    """

    def __init__(
        self,
        store: SqlStore,
        handlers: Mapping[str, Callable[[int], Awaitable[None]]],
        clock: Clock,
    ) -> None:
        self._store = store
        self._handlers = handlers
        self._clock = clock
        self._running = asyncio.Lock()

    async def run_due(self) -> int:
        """Runs everything that is due by now, oldest first; says how many ran."""
        ran = 0
        async with self._running:
            while jobs := await self._claim():
                for job in jobs:
                    await self._run(job)
                ran += len(jobs)
        return ran

    async def recover(self) -> None:
        """At the start: jobs of a process that died are due again.

        On PostgreSQL other processes are alive: there a job is due again when it has
        been running for too long.
        """
        if self._store.database.shared:
            return
        async with self._store() as db:
            await db.jobs.orphan()
            await db.commit()

    async def next_due(self) -> datetime | None:
        """When there will be something to do, as far as is known now."""
        async with self._store.reading() as db:
            return await db.jobs.next_due(self._handlers.keys())

    async def _claim(self) -> tuple[Job, ...]:
        async with self._store() as db:
            jobs = await db.jobs.claim(self._handlers.keys(), self._clock.now(), BATCH)
            await db.commit()
        return tuple(jobs)

    async def _run(self, job: Job) -> None:
        try:
            await self._handlers[job.name](job.subject_id)
        except Exception as wrong:  # noqa: BLE001 - one job's bug must not stop the others
            await self._postpone(job, wrong)
        else:
            async with self._store() as db:
                await db.jobs.finish(job)
                await db.commit()

    async def _postpone(self, job: Job, wrong: Exception) -> None:
        error_id = secrets.token_hex(4)
        facts = {"error_id": error_id, "job": job.name, "attempts": job.attempts}
        log.error(
            "job.failed", exc_info=wrong, extra=facts | {"subject": job.subject_id}
        )
        error = f"{type(wrong).__name__} {error_id}"
        try:
            async with self._store() as db:
                if job.attempts >= ATTEMPTS:
                    await db.jobs.hold(job, error)
                else:
                    again = self._clock.now() + pause(job.attempts)
                    await db.jobs.put_back(job, again, error)
                await db.commit()
        except Conflict:
            await self._give_way(job)

    async def _give_way(self, job: Job) -> None:
        """The same job was put anew while this one failed: that one runs instead."""
        async with self._store() as db:
            await db.jobs.finish(job)
            await db.commit()
