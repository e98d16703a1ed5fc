"""Fresh databases for tests: real SQLite files, real PostgreSQL databases."""

import asyncio
import atexit
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Literal, get_args

import asyncpg  # type: ignore[import-untyped]  # ships no types
from sqlalchemy import URL

from storage.database.engine import Database, connect
from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.postgres import GIVEN, server

Kind = Literal["sqlite", "postgresql"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_numbers = count()
# Databases with all tables and no rows: making one takes PostgreSQL 0.2 seconds.
_spare: list[URL] = []
_ready: set[Path] = set()


@asynccontextmanager
async def fresh_store(kind: Kind) -> AsyncIterator[SqlStore]:
    """A store over a database of its own, with one organization (id 1) in it."""
    async with AsyncExitStack() as stack:
        opened = _sqlite_with_tables() if kind == "sqlite" else _postgres_with_tables()
        database = await stack.enter_async_context(opened)
        store = SqlStore(database)
        await store.ensure_organization("Tea House", "Europe/Berlin", "en", "DE")
        yield store


@asynccontextmanager
async def fresh_database(kind: Kind) -> AsyncIterator[Database]:
    """An empty database, without any table."""
    async with fresh_url(kind) as url:
        database = await connect(url)
        try:
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def fresh_url(kind: Kind) -> AsyncIterator[str]:
    """The address of a new and empty database, gone afterwards."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="shopcrew-") as folder:
            yield f"sqlite+aiosqlite:///{folder}/test.db"
    else:
        url = await _create()
        try:
            yield _shown(url)
        finally:
            await _execute(server(), f'DROP DATABASE "{url.database}" WITH (FORCE)')


@asynccontextmanager
async def _sqlite_with_tables() -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory(prefix="shopcrew-") as folder:
        path = Path(folder, "test.db")
        shutil.copyfile(await _template(), path)
        database = await connect(f"sqlite+aiosqlite:///{path}")
        try:
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def _postgres_with_tables() -> AsyncIterator[Database]:
    used = bool(_spare)
    url = _spare.pop() if used else await _create()
    database = await connect(_shown(url))
    try:
        if not used:
            await _make_tables(database)
        yield database
    finally:
        await database.close()
        await _execute(url, _emptying())
        _spare.append(url)


def _emptying() -> str:
    """Deletes every row and counts from one: for few rows faster than TRUNCATE."""
    tables = reversed(metadata.sorted_tables)
    rows = [str(table.delete().compile()) for table in tables]
    numbers = (
        "SELECT setval(format('%I.%I', schemaname, sequencename), 1, false) "
        "FROM pg_sequences"
    )
    return ";".join([*rows, numbers])


async def _template() -> Path:
    """A file with all tables, made once."""
    folder = _template_folder()
    if not _ready:
        database = await connect(f"sqlite+aiosqlite:///{folder}/template.db")
        await _make_tables(database)
        await database.close()
        _ready.add(folder)
    return folder / "template.db"


async def _make_tables(database: Database) -> None:
    async with database.writing() as connection:
        await connection.run_sync(metadata.create_all)
        await connection.commit()


async def _create() -> URL:
    name = f"shopcrew_{os.getpid()}_{next(_numbers)}"
    _clean_up()
    await _execute(server(), f'CREATE DATABASE "{name}" TEMPLATE template0')
    return server().set(database=name)


@cache
def _clean_up() -> None:
    """A server that is not ours keeps nothing of us after the last test."""
    if GIVEN in os.environ:
        atexit.register(lambda: asyncio.run(_drop_spare()))


async def _drop_spare() -> None:
    for url in _spare:
        await _execute(server(), f'DROP DATABASE "{url.database}" WITH (FORCE)')


async def _execute(url: URL, statements: str) -> None:
    connection = await asyncpg.connect(_shown(url.set(drivername="postgresql")))
    try:
        await connection.execute(statements)
    finally:
        await connection.close()


@cache
def _template_folder() -> Path:
    """Goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="shopcrew-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=False)
