"""Events that come at once are kept together, and each for itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims import Claims
from bot.errors import StoreAway
from bot.events import Commanded
from bot.hands import Hands
from bot.model.refs import UserRef
from storage.database.engine import Database
from storage.database.postgres import POSTGRES_CONNECTIONS
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.databases import KINDS, Kind, fresh_store

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MANY = 30
NOWHERE = datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 - a time that no database takes


class Counted(SqlStore):
    """A store that counts its units; it may be away."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.units = 0
        self.away = False

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit of work, if there is a database."""
        assert hurried
        self.units += 1
        if self.away:
            raise StoreAway("away")
        return super().__call__(hurried=hurried)


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Counted]:
    """On both databases."""
    kind: Kind = request.param
    async with fresh_store(kind) as fresh:
        yield Counted(fresh.database)


def event(id: str) -> Commanded:
    """Something typed."""
    return Commanded(id=id, at=AT, who=UserRef("slack", "T1", "U1"), text="today")


async def waiting(store: SqlStore) -> list[str]:
    """What is kept, in order."""
    async with store.reading() as db:
        return [each.id for each in await db.inbox.waiting()]


async def test_many_at_once_share_a_transaction(store: Counted) -> None:
    """Each is there when it was said to be, in the order in which they came."""
    claims = Claims(store, Hands())
    ids = [f"e{number}" for number in range(MANY)]

    async def one(id: str) -> bool:
        fresh = await claims.claim(event(id))
        assert id in await waiting(store)
        return fresh

    assert all(await asyncio.gather(*map(one, ids)))
    assert await waiting(store) == ids
    assert store.units <= 2


async def test_of_one_that_comes_twice_at_once_one_is_new(store: Counted) -> None:
    """And so it is for one that came long before."""
    claims = Claims(store, Hands())
    both = (claims.claim(event("e1")), claims.claim(event("e1")))
    assert sorted(await asyncio.gather(*both)) == [False, True]
    assert not await claims.claim(event("e1"))


async def test_one_that_cannot_be_kept_fails_alone(store: Counted) -> None:
    """The others are kept."""
    claims = Claims(store, Hands())
    bad = replace(event("e2"), at=NOWHERE)
    asked = (claims.claim(each) for each in (event("e1"), bad, event("e3")))
    first, wrong, last = await asyncio.gather(*asked, return_exceptions=True)
    assert (first, last) == (True, True)
    assert isinstance(wrong, Exception)
    assert await waiting(store) == ["e1", "e3"]


async def test_without_a_database_each_is_told_so(store: Counted) -> None:
    """And afterwards all goes on."""
    claims = Claims(store, Hands())
    store.away = True
    asked = (claims.claim(event(id)) for id in ("e1", "e2"))
    told = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in told] == [StoreAway, StoreAway]
    store.away = False
    assert await claims.claim(event("e1"))


async def test_a_claim_waits_for_no_other_work_on_postgresql() -> None:
    """However many units have all connections: some are kept for claims."""
    async with fresh_store("postgresql") as store, AsyncExitStack() as stack:
        for _ in range(POSTGRES_CONNECTIONS):
            db = await stack.enter_async_context(store())
            await db.inbox.waiting()
        assert await Claims(store, Hands()).claim(event("e1"))


async def test_who_goes_away_takes_no_other_along(store: Counted) -> None:
    """A request that was cut off does not undo what came with it."""
    claims = Claims(store, Hands())
    gone, stays = (asyncio.create_task(claims.claim(event(id))) for id in ("e1", "e2"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays
    assert "e2" in await waiting(store)
