"""Jobs of a worker that died, froze, ended, or could not write down how they ended."""

import asyncio
from datetime import timedelta

import pytest

from storage.unit_of_work import SqlStore, SqlUnitOfWork
from storage.work.jobs import BEAT, STALE
from tests.databases import fresh_store
from tests.storage.jobs.bench import MINUTE, NOW, Bench, broken, silence

SECOND = timedelta(seconds=1)


def test_the_dead_are_known_in_time() -> None:
    """Three beats may be missed; and with what follows it is well below a minute."""
    assert 3 * BEAT < STALE <= timedelta(seconds=30)


async def test_two_processes_run_each_job_once(replicas: tuple[Bench, Bench]) -> None:
    """On PostgreSQL any number of replicas share the work."""
    one, two = replicas
    await one.put(*range(300))
    await asyncio.gather(one.runner.run_due(), two.runner.run_due())
    assert sorted(one.ran + two.ran) == list(range(300))
    assert one.ran
    assert two.ran


async def test_who_is_silent_for_long_is_dead(bench: Bench, other: Bench) -> None:
    """A killed process: somebody else runs what it had in hand, and what it had not
    begun.
    """
    killed = await bench.begins(1, 2)
    await silence(bench.store, STALE - 2 * SECOND)
    assert await other.runner.run_due() == 0
    await silence(bench.store, STALE + SECOND)
    assert await other.runner.run_due() == 2
    killed.cancel()
    with pytest.raises(asyncio.CancelledError):
        await killed
    assert other.ran == [1, 2]


async def test_a_long_job_is_left_to_who_runs_it(store: SqlStore) -> None:
    """It says again and again that it goes on, for those too that wait behind it."""
    bench, other = Bench(store, beat=0.01), Bench(store)
    running = await bench.begins(1, 2)
    await silence(store, STALE + SECOND)
    async with asyncio.timeout(10):
        while await _silent(store):  # noqa: ASYNC110  # over the database
            await asyncio.sleep(0.01)
    assert await other.runner.run_due() == 0
    bench.goes_on.set()
    assert await running == 2


async def test_who_was_frozen_changes_nothing_any_more(
    bench: Bench, other: Bench
) -> None:
    """Another has the job in hand: its end is the one that counts, and it fails."""
    frozen = await bench.begins(1)
    await silence(bench.store, STALE + SECOND)
    running = await other.begins()
    bench.goes_on.set()
    assert await frozen == 1
    other.fails = True
    other.goes_on.set()
    assert await running == 1
    assert await other.runner.next_due() == NOW + 2 * MINUTE  # its second failure


async def test_the_frozen_one_that_fails_starts_no_third(
    bench: Bench, other: Bench
) -> None:
    """A failure of who comes too late would have it run twice at once."""
    frozen = await bench.begins(1)
    await silence(bench.store, STALE + SECOND)
    running = await other.begins()
    bench.fails = True
    bench.goes_on.set()
    assert await frozen == 1
    third = Bench(bench.store)
    third.clock.set(NOW + 5 * MINUTE)
    assert await third.runner.run_due() == 0
    other.goes_on.set()
    assert await running == 1


async def test_one_at_a_time_of_a_job_that_was_put_again(
    bench: Bench, other: Bench
) -> None:
    """Two workers never have the same name and id in hand."""
    running = await bench.begins(1)
    await bench.put(1)
    assert await other.runner.run_due() == 0
    bench.then = None
    bench.goes_on.set()
    await running
    await other.runner.run_due()
    assert bench.ran + other.ran == [1, 1]


async def test_who_ends_hands_back_what_it_did_not_begin(
    bench: Bench, other: Bench
) -> None:
    """At once, and as if it had never been tried; what is in hand comes to its end."""
    running = await bench.begins(*range(5))
    bench.runner.close()
    bench.goes_on.set()
    assert await running == 1
    await bench.runner.hand_back()
    other.then = broken
    assert await other.runner.run_due() == 4
    assert await other.runner.next_due() == NOW + MINUTE  # the pause after a first try
    assert await bench.runner.run_due() == 0


async def test_a_cancelled_job_is_not_lost(bench: Bench, other: Bench) -> None:
    """What does not end in time is cut off, and handed back too."""
    running = await bench.begins(1)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await bench.runner.hand_back()
    assert await other.runner.run_due() == 1


async def test_an_end_that_cannot_be_written_is_written_later(store: SqlStore) -> None:
    """The database was away just then: the job does not run again for it."""
    failing = Failing(store)
    failing.failures = 2
    bench = Bench(failing)
    bench.then = failing.breaks
    await bench.put(1)
    for _ in range(2):
        with pytest.raises(OSError, match="away"):
            await bench.runner.run_due()
    assert await bench.runner.run_due() == 0
    assert bench.ran == [1]
    assert await bench.runner.next_due() is None


async def test_a_failure_that_cannot_be_written_is_written_later(
    store: SqlStore,
) -> None:
    """It was a try, and the pause after it is kept."""
    failing = Failing(store)
    failing.failures = 1
    bench = Bench(failing)

    async def both(_: int) -> None:
        await failing.breaks(0)
        raise ZeroDivisionError

    bench.then = both
    await bench.put(1)
    with pytest.raises(OSError, match="away"):
        await bench.runner.run_due()
    assert await bench.runner.run_due() == 0
    assert await bench.runner.next_due() == NOW + MINUTE


async def test_what_was_claimed_and_not_heard_of_is_claimed_again(
    bench: Bench, other: Bench
) -> None:
    """The connection broke after the commit: nobody else has to wait for it."""
    await bench.put(1)
    async with bench.store() as db:
        await db.jobs.claim(["ran"], NOW, 9, bench.runner._worker)
        await db.commit()
    assert await other.runner.run_due() == 0
    assert await bench.runner.run_due() == 1


async def test_on_sqlite_a_start_takes_up_what_a_crash_left() -> None:
    """There is one process, so whatever runs belongs to a dead one."""
    async with fresh_store("sqlite") as store:
        await _claimed_by_somebody(store)
        bench = Bench(store)
        assert await bench.runner.run_due() == 0
        await bench.runner.recover()
        assert await bench.runner.run_due() == 1


async def test_on_postgresql_a_start_leaves_the_jobs_of_others() -> None:
    """Other replicas are alive; what died is due again after a while."""
    async with fresh_store("postgresql") as store:
        await _claimed_by_somebody(store)
        bench = Bench(store)
        await bench.runner.recover()
        assert await bench.runner.run_due() == 0
        await silence(store, STALE + SECOND)
        assert await bench.runner.run_due() == 1


async def _claimed_by_somebody(store: SqlStore) -> None:
    await Bench(store).put(1)
    async with store() as db:
        await db.jobs.claim(["ran"], NOW, 9, "somebody")
        await db.commit()


async def _silent(store: SqlStore) -> bool:
    async with store.reading() as db:
        return await db.jobs.next_due(["ran"]) is not None


class Failing(SqlStore):
    """A store whose database goes away for some transactions, once it `breaks`."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__(store.database, store.organization_id)
        self.failures = 0
        self._broken = False

    async def breaks(self, _: int) -> None:
        """As a job that has just ended."""
        self._broken = True

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        if self._broken and self.failures:
            self.failures -= 1
            raise OSError("away")
        return super().__call__(hurried=hurried)
