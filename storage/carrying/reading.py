"""Everything in a database as it is at one instant, whatever is written meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Table, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from bot.errors import NotCarried
from storage.carrying.rows import Total, line
from storage.carrying.shape import Shape, shape_of
from storage.carrying.trouble import plainly, undamaged
from storage.database.connections import open_engine
from storage.database.engine import parse
from storage.database.sqlite import READER, prepare_sqlite
from storage.database.upgrade import newest, revision

BATCH = 500  # rows that are in memory at once
# Sessions of programs under our own name, on the same database.
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND usename = current_user AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'"
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A database as it was when it was opened."""

    shape: Shape
    connection: AsyncConnection

    async def lines(self, table: Table) -> AsyncIterator[list[bytes]]:
        """Every row of a table, some at a time."""
        async for lines in lines_of(self.connection, table):
            yield lines


@asynccontextmanager
async def snapshot(url: str, *, alone: bool = False) -> AsyncIterator[Snapshot]:
    """Opens a database, to be read beside the bot. Raises NotCarried.

    SQLite in WAL mode and PostgreSQL's REPEATABLE READ both show a transaction what was
    true when it began, and keep nobody from writing. With `alone`, nobody else may be
    connected to a PostgreSQL.
    """
    async with plainly(), _reading(parse(url)) as connection:
        if alone and connection.dialect.name == "postgresql":
            await _refuse_others(connection)
        known = await connection.run_sync(revision)
        if known is None:
            raise NotCarried("nothing")
        if known > newest():
            raise NotCarried("newer", revision=known, newest=newest())
        yield Snapshot(await shape_of(known), connection)


async def lines_of(
    connection: AsyncConnection, table: Table
) -> AsyncIterator[list[bytes]]:
    """Every row of a table, some at a time: no table has to fit into memory."""
    wanted = select(table).order_by(*table.primary_key.columns)
    async with connection.stream(
        wanted, execution_options={"yield_per": BATCH}
    ) as found:
        with undamaged("corrupt"):
            async for rows in found.partitions():
                yield [line(table, row) for row in rows]


async def total_of(connection: AsyncConnection, table: Table) -> Total:
    """How many rows a table has, and their digest; afterwards it may be changed.

    PostgreSQL changes no table that a cursor is open on, and asyncpg leaves them open:
    they end with the savepoint.
    """
    total = Total()
    savepoint = await connection.begin_nested()
    async for lines in lines_of(connection, table):
        for each in lines:
            total.add(each)
    await savepoint.rollback()
    return total


def file_of(url: URL) -> Path | None:
    """The file of an SQLite database; None for another one. Raises NotCarried for one
    in memory.
    """
    if url.get_backend_name() != "sqlite":
        return None
    if url.database in (None, "", ":memory:"):
        raise NotCarried("memory")
    return Path(url.database or "")


@asynccontextmanager
async def _reading(url: URL) -> AsyncIterator[AsyncConnection]:
    path = file_of(url)
    if path and not path.exists():
        raise NotCarried("no-database", path=str(path))
    engine = open_engine(url, poolclass=NullPool)
    if path:
        prepare_sqlite(engine, READER, begin="BEGIN")
        options = {}
    else:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    try:
        async with engine.connect() as connection:
            yield await connection.execution_options(**options)
    finally:
        await engine.dispose()


async def _refuse_others(connection: AsyncConnection) -> None:
    others = (await connection.execute(OTHERS)).scalar_one()
    if others:
        raise NotCarried("in-use", count=others)
