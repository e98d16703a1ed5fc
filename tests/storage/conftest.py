"""Every test of storage runs on both databases."""

from collections.abc import AsyncIterator

import pytest

from storage.unit_of_work import SqlStore
from tests.databases import KINDS, Kind, fresh_store


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Which database."""
    found: Kind = request.param
    return found


@pytest.fixture
async def store(kind: Kind) -> AsyncIterator[SqlStore]:
    """A store over a fresh database with one organization."""
    async with fresh_store(kind) as fresh:
        yield fresh
