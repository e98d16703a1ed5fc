"""What jobs promise: they exist if, and only if, their unit of work commits."""

from datetime import UTC, datetime, timedelta

from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
NAMES = ["task.remind"]


async def test_a_job_is_claimed_when_it_is_due(store: SqlStore) -> None:
    """Not before, and only once."""
    async with store() as db:
        await db.jobs.put("task.remind", {7: NOW})
        assert not await db.jobs.claim(NAMES, NOW - timedelta(microseconds=1), 10, "w1")
        [job] = await db.jobs.claim(NAMES, NOW, 10, "w1")
        assert (job.name, job.subject_id, job.attempts) == ("task.remind", 7, 1)
        assert not await db.jobs.claim(NAMES, NOW, 10, "w2")


async def test_jobs_are_claimed_oldest_first(store: SqlStore) -> None:
    """In batches as large as asked for."""
    async with store() as db:
        await db.jobs.put("task.remind", {1: NOW, 2: NOW - HOUR, 3: NOW - 2 * HOUR})
        first = await db.jobs.claim(NAMES, NOW, 2, "w1")
        rest = await db.jobs.claim(NAMES, NOW, 2, "w2")
    assert [job.subject_id for job in (*first, *rest)] == [3, 2, 1]


async def test_putting_again_moves_a_waiting_job(store: SqlStore) -> None:
    """One job for each name and id."""
    async with store() as db:
        await db.jobs.put("task.remind", {1: NOW})
        await db.jobs.put("task.remind", {1: NOW + HOUR, 2: NOW})
        assert [job.subject_id for job in await db.jobs.claim(NAMES, NOW, 9, "w1")] == [
            2
        ]
        assert await db.jobs.next_due(NAMES) == NOW + HOUR
        assert [
            job.subject_id for job in await db.jobs.claim(NAMES, NOW + HOUR, 9, "w1")
        ]


async def test_a_job_put_again_while_it_runs_survives(store: SqlStore) -> None:
    """The end of the first run takes the first one away, not the second."""
    async with store() as db:
        await db.jobs.put("task.remind", {1: NOW})
        [job] = await db.jobs.claim(NAMES, NOW, 9, "w1")
        await db.jobs.put("task.remind", {1: NOW + HOUR})
        await db.jobs.finish(job)
        assert await db.jobs.next_due(NAMES) == NOW + HOUR


async def test_names_nobody_handles_here_stay(store: SqlStore) -> None:
    """During a rolling deploy the newer process runs them."""
    async with store() as db:
        await db.jobs.put("new.thing", {1: NOW})
        assert not await db.jobs.claim(NAMES, NOW, 9, "w1")
        assert await db.jobs.next_due(NAMES) is None
        assert await db.jobs.next_due(["new.thing"]) == NOW


async def test_a_dropped_job_never_runs(store: SqlStore) -> None:
    """Others of the same name, and the same ids of other names, stay."""
    async with store() as db:
        await db.jobs.put("task.remind", {1: NOW, 2: NOW})
        await db.jobs.put("task.nudge", {1: NOW})
        await db.jobs.drop("task.remind", (1, 3))
        jobs = await db.jobs.claim(["task.remind", "task.nudge"], NOW, 9, "w1")
    assert {(job.name, job.subject_id) for job in jobs} == {
        ("task.remind", 2),
        ("task.nudge", 1),
    }


async def test_a_job_that_was_not_committed_does_not_exist(store: SqlStore) -> None:
    """It is written in the caller's transaction."""
    async with store() as db:
        await db.jobs.put("task.remind", {1: NOW})
    async with store() as db:
        assert await db.jobs.next_due(NAMES) is None


async def test_nothing_to_put_is_no_mistake(store: SqlStore) -> None:
    """A ritual without people has no one to ask."""
    async with store() as db:
        await db.jobs.put("task.remind", {})
        await db.jobs.drop("task.remind", ())
        assert await db.jobs.next_due(NAMES) is None


async def test_many_jobs_are_put_at_once(store: SqlStore) -> None:
    """A stand-up of a whole company is one statement."""
    async with store() as db:
        await db.jobs.put("task.remind", dict.fromkeys(range(3000), NOW))
        assert len(await db.jobs.claim(NAMES, NOW, 5000, "w1")) == 3000
