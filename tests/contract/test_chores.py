"""What chores promise: one replica does for all what is done once a day."""

import asyncio
from datetime import UTC, datetime, timedelta

from storage.unit_of_work import SqlStore
from tests.databases import fresh_store

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
APART = timedelta(hours=12)


async def test_the_first_one_has_it(store: SqlStore) -> None:
    """Until so much time has passed; other chores are for themselves."""
    assert await take(store, "forget", NOW)
    assert not await take(store, "forget", NOW + APART - timedelta(seconds=1))
    assert await take(store, "people", NOW)
    assert await take(store, "forget", NOW + APART)
    assert not await take(store, "forget", NOW + APART)


async def test_a_clock_that_was_set_back_stops_no_chore(store: SqlStore) -> None:
    """What was done on a day that is still to come is done again."""
    assert await take(store, "forget", NOW + timedelta(days=30))
    assert await take(store, "forget", NOW)


async def test_of_many_at_once_one_has_it() -> None:
    """All replicas come at the same second of the night."""
    async with fresh_store("postgresql") as store:
        for night in range(3):
            at = NOW + timedelta(days=night)
            took = await asyncio.gather(*(take(store, "forget", at) for _ in range(9)))
            assert sum(took) == 1


async def take(store: SqlStore, name: str, now: datetime) -> bool:
    async with store() as db:
        mine = await db.chores.take(name, now, APART)
        await db.commit()
    return mine
