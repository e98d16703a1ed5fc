"""Runs durable jobs when they are due, as often as it takes."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import Conflict
from bot.ports import Clock
from storage.unit_of_work import SqlStore
from storage.work.jobs import BEAT, Job

log = logging.getLogger(__name__)

BATCH = 20
ATTEMPTS = 20
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
LONGEST = 120.0  # seconds for one job: everything else that is due waits with it


def pause(attempts: int) -> timedelta:
    """How long to wait after so many failures: 1, 2, 4 … minutes, at most an hour."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 10)), LONGEST_PAUSE)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job ended, to be written down: well, or not. Without an instant to run it
    `again` one that failed is kept aside.
    """

    job: Job
    error: str = ""
    again: datetime | None = None


class JobRunner:
    """Runs each due job once, in any process; again if it failed or its process died.

    A handler gets the id it was put for and opens units of work of its own. How it
    ended is written down, however long the database is away. While it runs, others
    are told so; the jobs of who tells no more are taken over.
    """

    def __init__(
        self,
        store: SqlStore,
        handlers: Mapping[str, Callable[[int], Awaitable[None]]],
        clock: Clock,
        *,
        beat: float = BEAT.total_seconds(),
        longest: float = LONGEST,
    ) -> None:
        self._store = store
        self._handlers = handlers
        self._clock = clock
        self._beat_every = beat
        self._longest = longest
        self._worker = secrets.token_hex(8)
        self._turn = asyncio.Lock()
        self._in_hand: set[int] = set()
        self._unwritten: list[Ending] = []
        self._closing = False

    @property
    def behind(self) -> bool:
        """Whether it is still to be written down how a job ended."""
        return bool(self._unwritten)

    async def run_due(self) -> int:
        """Runs everything that is due by now, oldest first; says how many ran."""
        ran = 0
        async with self._turn:
            await self._write_down()
            while not self._closing and (jobs := await self._claim()):
                async with self._taken(jobs):
                    ran += await self._run_all(jobs)
        return ran

    async def recover(self) -> None:
        """At the start: jobs of a process that died are due again.

        On PostgreSQL other processes are alive: there a job is due again when nobody
        has said for a while that it runs.
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

    async def forget(self, before: datetime) -> None:
        """Lets go of jobs that were given up and due before this instant."""
        async with self._store() as db:
            await db.jobs.forget_held(before)
            await db.commit()

    def close(self) -> None:
        """Begins no other job."""
        self._closing = True

    async def hand_back(self) -> None:
        """At the end, when nothing runs any more: what was claimed is for others."""
        await self._write_down()
        async with self._store() as db:
            await db.jobs.hand_back(self._worker)
            await db.commit()

    async def _claim(self) -> tuple[Job, ...]:
        names, now = self._handlers.keys(), self._clock.now()
        async with self._store() as db:
            jobs = await db.jobs.claim(names, now, BATCH, self._worker)
            await db.commit()
        return tuple(jobs)

    @asynccontextmanager
    async def _taken(self, jobs: tuple[Job, ...]) -> AsyncIterator[None]:
        """Says again and again that these are in hand, until they are not."""
        self._in_hand = {job.id for job in jobs}
        beating = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            beating.cancel()
            self._in_hand = set()
            await asyncio.wait({beating})

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._beat_every)
            try:
                async with self._store() as db:
                    await db.jobs.beat(self._worker, self._in_hand)
                    await db.commit()
            except Exception as wrong:  # noqa: BLE001 - the next beat may be heard
                log.warning("beat not heard", extra={"why": type(wrong).__name__})

    async def _run_all(self, jobs: tuple[Job, ...]) -> int:
        """Runs them one after the other; says how many, as nothing begins at an end."""
        for ran, job in enumerate(jobs):
            if self._closing:
                return ran
            self._unwritten.append(await self._run(job))
            await self._write_down()
            self._in_hand.discard(job.id)
        return len(jobs)

    async def _run(self, job: Job) -> Ending:
        try:
            async with asyncio.timeout(self._longest):
                await self._handlers[job.name](job.subject_id)
        except Exception as wrong:  # noqa: BLE001 - one job's bug must not stop the others
            return self._failed(job, wrong)
        return Ending(job)

    def _failed(self, job: Job, wrong: Exception) -> Ending:
        error_id = secrets.token_hex(4)
        facts = {"error_id": error_id, "job": job.name, "attempts": job.attempts}
        log.error(
            "job.failed", exc_info=wrong, extra=facts | {"subject": job.subject_id}
        )
        error = f"{type(wrong).__name__} {error_id}"
        if job.attempts >= ATTEMPTS:
            return Ending(job, error)
        return Ending(job, error, self._clock.now() + pause(job.attempts))

    async def _write_down(self) -> None:
        """How jobs ended; what cannot be written now is kept and tried again before
        anything else is run.
        """
        while self._unwritten:
            try:
                await self._write(self._unwritten[0])
            except Conflict:  # put anew while it failed: that one runs instead
                await self._write(Ending(self._unwritten[0].job))
            del self._unwritten[0]

    async def _write(self, ending: Ending) -> None:
        job = ending.job
        async with self._store() as db:
            if not ending.error:
                await db.jobs.finish(job)
            elif ending.again:
                await db.jobs.put_back(job, ending.again, ending.error)
            else:
                await db.jobs.hold(job, ending.error, self._clock.now())
            await db.commit()
