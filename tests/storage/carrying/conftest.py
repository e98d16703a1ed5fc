"""A company on each database, made once; and empty databases to carry it to."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.storage.carrying.company import a_used


@pytest.fixture(scope="module", params=KINDS)
def used(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database in which nothing is empty. It is only read."""
    kind: Kind = request.param
    with asyncio.Runner() as runner:
        opened = fresh_url(kind)
        url = runner.run(opened.__aenter__())
        runner.run(a_used(url))
        yield url
        runner.run(opened.__aexit__(None, None, None))


@pytest.fixture(params=KINDS)
async def empty(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The address of a database without any table."""
    kind: Kind = request.param
    async with fresh_url(kind) as url:
        yield url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    made = tmp_path / "backups"
    made.mkdir()
    return made
