"""Both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind, fresh_url


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Which database."""
    found: Kind = request.param
    return found


@pytest.fixture
async def url(kind: Kind) -> AsyncIterator[str]:
    """The address of an empty database."""
    async with fresh_url(kind) as made:
        yield made
