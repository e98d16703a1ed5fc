"""One owner among all processes of a database."""

import asyncio

import pytest
from sqlalchemy import text

from storage.database.engine import Database
from storage.database.ownership import LockedOwnership, SoleOwnership, ownership
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store

OTHERS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.ownership.POLL", 0.05)


async def test_the_one_process_of_sqlite_is_always_the_owner() -> None:
    """There can be no other, and it never ends."""
    async with fresh_store("sqlite") as store:
        sole = ownership(store.database, "stream")
        assert isinstance(sole, SoleOwnership)
        assert await sole.gain()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sole.lose(), 0.02)
        await sole.release()


async def test_of_two_one_is_the_owner_until_it_lets_go() -> None:
    """Each thing has an owner of its own."""
    async with fresh_store("postgresql") as store:
        one, two = _two(store)
        other_thing = LockedOwnership(store.database, "something else")
        assert await one.gain()
        assert not await two.gain(wait=False)
        assert await other_thing.gain(wait=False)
        waiting = asyncio.create_task(two.gain())
        await asyncio.sleep(0.1)
        assert not waiting.done()
        await one.release()
        assert await asyncio.wait_for(waiting, 10)
        await two.release()
        await other_thing.release()


async def test_an_owner_whose_connection_ends_hears_of_it() -> None:
    """The server ended it, or was started anew: another may be the owner by now."""
    async with fresh_store("postgresql") as store:
        one, two = _two(store)
        await one.gain()
        losing = asyncio.create_task(one.lose())
        await _end_connections(store.database)
        await asyncio.wait_for(losing, 10)
        assert await asyncio.wait_for(two.gain(), 10)
        assert not await one.gain(wait=False)
        await two.release()


async def test_who_says_nothing_is_cut_off() -> None:
    """A frozen process keeps its connection; the server does not."""
    async with fresh_store("postgresql") as store:
        frozen, two = _two(store)
        await frozen.gain()
        assert frozen._connection
        shortly = "SET idle_session_timeout = '200ms'"
        await frozen._connection.exec_driver_sql(shortly)
        assert await asyncio.wait_for(two.gain(), 10)
        await asyncio.wait_for(frozen.lose(), 10)
        await two.release()


async def test_an_owner_that_is_well_stays_the_owner() -> None:
    """It says so often enough not to be cut off."""
    async with fresh_store("postgresql") as store:
        one, two = _two(store)
        await one.gain()
        assert one._connection
        await one._connection.exec_driver_sql("SET idle_session_timeout = '500ms'")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(one.lose(), 1.5)
        assert not await two.gain(wait=False)
        await one.release()


def _two(store: SqlStore) -> tuple[LockedOwnership, LockedOwnership]:
    one = LockedOwnership(store.database, "stream", proof=0.1)
    return one, LockedOwnership(store.database, "stream", proof=0.1)


async def _end_connections(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(OTHERS)
