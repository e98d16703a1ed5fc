"""How durable jobs are run."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from storage.job_runner import ATTEMPTS, JobRunner, pause
from storage.jobs import STALE
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Bench:
    """A runner with one handler, `ran`, that notes what it did and then does `then`."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.clock = FakeClock(NOW)
        self.ran: list[int] = []
        self.then: Callable[[int], Awaitable[None]] | None = None
        self.runner = JobRunner(store, {"ran": self._handle}, self.clock)

    async def _handle(self, subject_id: int) -> None:
        self.ran.append(subject_id)
        if self.then:
            await self.then(subject_id)

    async def put(self, *ids: int, at: datetime = NOW) -> None:
        async with self.store() as db:
            await db.jobs.put("ran", dict.fromkeys(ids, at))
            await db.commit()


@pytest.fixture
def bench(store: SqlStore) -> Bench:
    """A runner over a fresh database."""
    return Bench(store)


async def broken(subject_id: int) -> None:
    raise ZeroDivisionError("what somebody typed")


def test_pauses_grow_to_an_hour() -> None:
    """1, 2, 4 … minutes."""
    minutes = [pause(attempt) / MINUTE for attempt in (1, 2, 3, 6, 7, 19, 5000)]
    assert minutes == [1, 2, 4, 32, 60, 60, 60]


async def test_due_jobs_run_once(bench: Bench) -> None:
    """More than a batch of them; those to come stay."""
    await bench.put(*range(45))
    await bench.put(99, at=NOW + MINUTE)
    assert await bench.runner.run_due() == 45
    assert bench.ran == list(range(45))
    assert await bench.runner.run_due() == 0
    assert await bench.runner.next_due() == NOW + MINUTE


async def test_two_calls_at_once_run_each_job_once(bench: Bench) -> None:
    """A tick and a wake-up may come together."""
    await bench.put(1, 2, 3)
    ran = await asyncio.gather(bench.runner.run_due(), bench.runner.run_due())
    assert sum(ran) == 3
    assert bench.ran == [1, 2, 3]


async def test_two_processes_run_each_job_once() -> None:
    """On PostgreSQL any number of replicas share the work."""
    async with fresh_store("postgresql") as store:
        one, two = Bench(store), Bench(store)
        await one.put(*range(100))
        await asyncio.gather(one.runner.run_due(), two.runner.run_due())
        assert sorted(one.ran + two.ran) == list(range(100))


async def test_a_failed_job_comes_back_later(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged once with an id, and the others run."""
    bench.then = broken
    await bench.put(1)
    await bench.runner.run_due()
    [record] = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert record.exc_info
    assert await bench.runner.next_due() == NOW + MINUTE
    bench.then = None
    bench.clock.set(NOW + MINUTE)
    assert await bench.runner.run_due() == 1
    assert bench.ran == [1, 1]
    assert await bench.runner.next_due() is None


async def test_a_job_that_always_fails_is_kept_aside(bench: Bench) -> None:
    """After twenty tries; nothing of what was typed is in its error."""
    bench.then = broken
    await bench.put(1)
    for hour in range(ATTEMPTS + 3):
        bench.clock.set(NOW + hour * 60 * MINUTE)
        await bench.runner.run_due()
    assert len(bench.ran) == ATTEMPTS
    async with bench.store.reading() as db:
        [held] = await db.jobs.held()
    assert held.attempts == ATTEMPTS
    assert held.error.startswith("ZeroDivisionError ")
    assert "typed" not in held.error


async def test_a_job_that_puts_itself_again_goes_on(bench: Bench) -> None:
    """The end of this run does not take the next one away."""

    async def again(subject_id: int) -> None:
        await bench.put(subject_id, at=NOW + MINUTE)

    bench.then = again
    await bench.put(1)
    await bench.runner.run_due()
    assert await bench.runner.next_due() == NOW + MINUTE


async def test_a_failure_gives_way_to_the_same_job_put_anew(bench: Bench) -> None:
    """There are never two of them waiting."""

    async def again_and_break(subject_id: int) -> None:
        await bench.put(subject_id, at=NOW + 5 * MINUTE)
        raise ZeroDivisionError

    bench.then = again_and_break
    await bench.put(1)
    await bench.runner.run_due()
    assert await bench.runner.next_due() == NOW + 5 * MINUTE
    bench.then = None
    bench.clock.set(NOW + 5 * MINUTE)
    assert await bench.runner.run_due() == 1


async def test_a_cancelled_job_is_not_lost(bench: Bench) -> None:
    """Shutting down in the middle: the next start runs it again."""
    started = asyncio.Event()

    async def hang(subject_id: int) -> None:
        started.set()
        await asyncio.Event().wait()

    bench.then = hang
    await bench.put(1)
    task = asyncio.create_task(bench.runner.run_due())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    after = Bench(bench.store)
    after.clock.set(NOW + STALE)
    assert await after.runner.run_due() == 1


async def test_on_sqlite_a_start_takes_up_what_a_crash_left() -> None:
    """There is one process, so whatever runs belongs to a dead one."""
    async with fresh_store("sqlite") as store:
        bench = Bench(store)
        await bench.put(1)
        async with store() as db:
            await db.jobs.claim(["ran"], NOW, 9)
            await db.commit()
        assert await bench.runner.run_due() == 0
        await bench.runner.recover()
        assert await bench.runner.run_due() == 1


async def test_on_postgresql_a_start_leaves_the_jobs_of_others() -> None:
    """Other replicas are alive; what died is due again after a while."""
    async with fresh_store("postgresql") as store:
        bench = Bench(store)
        await bench.put(1)
        async with store() as db:
            await db.jobs.claim(["ran"], NOW, 9)
            await db.commit()
        await bench.runner.recover()
        assert await bench.runner.run_due() == 0
        bench.clock.set(NOW + STALE)
        assert await bench.runner.run_due() == 1


async def test_jobs_of_unknown_names_do_not_keep_the_runner_awake(bench: Bench) -> None:
    """A newer version put them; it will run them."""
    async with bench.store() as db:
        await db.jobs.put("newer", {1: NOW})
        await db.commit()
    assert await bench.runner.run_due() == 0
    assert await bench.runner.next_due() is None
