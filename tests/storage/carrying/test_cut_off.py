"""`kill -9` at any moment of a restore, or of an upgrade: nothing half is left."""

import asyncio
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from sqlalchemy import text

from storage.database.upgrade import newest, revision, upgrade
from tests.databases import KINDS, Kind, fresh_url
from tests.storage.carrying.company import reading, rows_of
from tests.storage.carrying.owner import end, shopcrew, start

# Each begins a dozen processes.
pytestmark = [pytest.mark.heavy, pytest.mark.timeout(300)]
BOTH = pytest.mark.parametrize("kind", KINDS)
TIMES = 3
FIRST = "0001"
COMPANY = text(
    "INSERT INTO organizations (id, name, zone, language) "
    "VALUES (1, 'Tea House', 'Europe/Berlin', 'en')"
)


def _kind(url: str) -> Kind:
    return "sqlite" if url.startswith("sqlite") else "postgresql"


def _moments(whole: float, seed: int) -> list[float]:
    """Seconds after which it is killed: later than it takes to begin, mostly."""
    random = Random(seed)  # noqa: S311 nothing is kept secret
    return [random.uniform(0.4 * whole, whole) for _ in range(TIMES)]


async def _killed(url: str, after: float, *words: str) -> bool:
    """Whether the command was still at it when it was killed."""
    process = await start(url, *words)
    try:
        await asyncio.wait_for(process.wait(), after)
    except TimeoutError:
        await end(process, signal.SIGKILL)
        return True
    return False


async def _timed(url: str, *words: str) -> float:
    began = monotonic()
    ended = await shopcrew(url, *words)
    assert ended.code == 0, ended.err
    return monotonic() - began


async def _stands(url: str) -> str | None:
    """At which revision the database is."""
    async with reading(url) as store, store.reading() as db:
        return await db.connection.run_sync(revision)


async def test_a_restore_that_is_killed_can_begin_anew(used: str, folder: Path) -> None:
    """What it left is empty; the second time everything arrives."""
    file, kind = str(folder / "whole.zip"), _kind(used)
    assert (await shopcrew(used, "backup", file)).code == 0
    whole = await rows_of(used)
    async with fresh_url(kind) as url:
        took = await _timed(url, "restore", file)
    cut = 0
    for moment in _moments(took, 1):
        async with fresh_url(kind) as url:
            cut += await _killed(url, moment, "restore", file)
            if await _stands(url) is None:
                assert (await shopcrew(url, "restore", file)).code == 0
            assert await rows_of(url) == whole
    assert cut


@BOTH
async def test_an_upgrade_that_is_killed_goes_on(kind: Kind) -> None:
    """It stands where it stood, or where it was to come; the next start brings it
    there, also one that was waiting for it.
    """
    async with fresh_url(kind) as url:
        await _first_release(url)
        took = await _timed(url, "db", "upgrade")
    cut = 0
    for moment in _moments(took, 2):
        async with fresh_url(kind) as url, AsyncExitStack() as others:
            await _first_release(url)
            waiting = None
            if kind == "postgresql":
                waiting = await start(url, "db", "upgrade")
                others.push_async_callback(waiting.communicate)
            cut += await _killed(url, moment, "db", "upgrade")
            assert await _stands(url) in (FIRST, newest())
            if waiting:
                assert await waiting.wait() == 0
            else:
                assert (await shopcrew(url, "db", "upgrade")).code == 0
            assert await _stands(url) == newest()
            assert len((await rows_of(url))["organizations"]) == 1
    assert cut


async def _first_release(url: str) -> None:
    """A company that never upgraded."""
    async with reading(url) as store:
        await upgrade(store.database, FIRST)
        async with store.database.writing() as connection:
            await connection.execute(COMPANY)
            await connection.commit()
