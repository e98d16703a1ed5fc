"""Runners over fresh databases."""

from collections.abc import AsyncIterator

import pytest

from storage.database.engine import connect
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store
from tests.storage.jobs.bench import Bench


@pytest.fixture
def bench(store: SqlStore) -> Bench:
    """A runner over a fresh database."""
    return Bench(store)


@pytest.fixture
def other(store: SqlStore) -> Bench:
    """Another runner over the same database: the next start, or another process."""
    return Bench(store)


@pytest.fixture
async def replicas() -> AsyncIterator[tuple[Bench, Bench]]:
    """Two replicas, each with connections of its own to one PostgreSQL."""
    async with fresh_store("postgresql") as store:
        second = await connect(store.database.url.render_as_string(hide_password=False))
        try:
            yield Bench(store), Bench(SqlStore(second))
        finally:
            await second.close()
