"""How durable jobs are run."""

import asyncio
import logging
from datetime import timedelta

import pytest

from storage.unit_of_work import SqlStore
from storage.work.job_runner import ATTEMPTS, pause
from tests.storage.jobs.bench import MINUTE, NOW, Bench, broken


@pytest.fixture
def bench(store: SqlStore) -> Bench:
    """A runner over a fresh database."""
    return Bench(store)


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
        [held] = await db.jobs.given_up()
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


async def test_jobs_of_unknown_names_do_not_keep_the_runner_awake(bench: Bench) -> None:
    """A newer version put them; it will run them."""
    async with bench.store() as db:
        await db.jobs.put("newer", {1: NOW})
        await db.commit()
    assert await bench.runner.run_due() == 0
    assert await bench.runner.next_due() is None


async def test_a_job_that_hangs_is_ended_and_comes_back(bench: Bench) -> None:
    """Everything else that is due waits with it."""
    bench.runner._longest = 0.05
    running = await bench.begins(1)
    assert await running == 1
    assert await bench.runner.next_due() == NOW + MINUTE


async def test_what_was_rolled_back_never_runs(bench: Bench) -> None:
    """A job exists if, and only if, its unit of work commits: also a move of one."""
    await bench.put(1, at=NOW + MINUTE)
    async with bench.store() as db:
        await db.jobs.put("ran", {1: NOW, 2: NOW})
    async with bench.store() as db:
        await db.jobs.drop("ran", (1,))
    assert await bench.runner.run_due() == 0
    bench.clock.set(NOW + MINUTE)
    await bench.runner.run_due()
    assert bench.ran == [1]


async def test_what_was_given_up_is_let_go_after_months(bench: Bench) -> None:
    """Until then somebody may want to look at it; what waits stays anyway."""
    bench.then = broken
    await bench.put(1)
    for hour in range(ATTEMPTS):
        bench.clock.set(NOW + hour * 60 * MINUTE)
        await bench.runner.run_due()
    await bench.put(2, at=NOW)
    await bench.runner.forget(NOW)
    assert await held(bench.store) == ["ran"]
    await bench.runner.forget(NOW + timedelta(days=90))
    assert await held(bench.store) == []
    assert await bench.runner.next_due() == NOW


async def held(store: SqlStore) -> list[str]:
    async with store.reading() as db:
        return [job.name for job in await db.jobs.given_up()]
