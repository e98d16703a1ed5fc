"""PostgreSQL that crashes while jobs are run."""

import asyncio

import pytest

from storage.database.engine import connect
from storage.database.upgrade import upgrade
from storage.unit_of_work import SqlStore
from tests.postgres import DURABLE, server, start_again, stop
from tests.storage.jobs.bench import Bench

JOBS = 200

pytestmark = pytest.mark.heavy


async def test_a_crash_of_the_database_loses_no_job() -> None:
    """It ends three times in the midst of two replicas' work. Each job comes to its
    end; only what was in hand may have run twice.
    """
    url = server(DURABLE)
    database = await connect(url.render_as_string(hide_password=False))
    await upgrade(database)
    store = SqlStore(database)
    await store.ensure_organization("Tea House", "Europe/Berlin", "en", "DE")
    one, two = Bench(store), Bench(store)
    await one.put(*range(JOBS))
    one.then = two.then = _some_time
    working = [asyncio.create_task(_work(each)) for each in (one, two)]
    for _ in range(3):
        await _until(one, two, more=20)
        await asyncio.to_thread(stop, url)
        await asyncio.sleep(0.3)
        await asyncio.to_thread(start_again, url)
    await asyncio.wait_for(asyncio.gather(*working), 60)
    ran = one.ran + two.ran
    assert set(ran) == set(range(JOBS))
    assert len(ran) <= JOBS + 3 * 2
    async with store.reading() as db:
        assert await db.jobs.next_due(["ran"]) is None
        assert await db.jobs.given_up() == []
    await database.close()


async def _some_time(_: int) -> None:
    await asyncio.sleep(0.01)


async def _until(one: Bench, two: Bench, more: int) -> None:
    before = len(one.ran) + len(two.ran)
    async with asyncio.timeout(30):
        while len(one.ran) + len(two.ran) < before + more:  # noqa: ASYNC110  # a list
            await asyncio.sleep(0.01)


async def _work(bench: Bench) -> None:
    """Beats as the pulse does, until nothing is left."""
    while True:
        try:
            if not await bench.runner.run_due() and not await bench.runner.next_due():
                return
        except Exception:  # noqa: BLE001 - the pulse logs it and beats again
            await asyncio.sleep(0.1)
