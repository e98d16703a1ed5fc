"""Fills an empty database: everything, in one transaction, or nothing."""

from collections.abc import AsyncIterator, Callable, Sequence
from typing import Protocol

from sqlalchemy import Row, Table, func, insert, literal, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import NotCarried
from bot.model.carrying import Arrived
from storage.carrying.reading import total_of
from storage.carrying.rows import Total, parsed
from storage.carrying.shape import KEEPS_REVISION, Shape, shape_of
from storage.carrying.trouble import plainly, undamaged
from storage.database.engine import Database
from storage.database.upgrade import NONE, changing, migrate, newest, revision
from storage.tables.jobs import jobs
from storage.work.jobs import RUNNING

# References that are checked at once would refuse a row that comes before its own.
REFERENCES = text(
    "SELECT made.conname AS name, ours.relname AS here, theirs.relname AS there "
    "FROM pg_constraint made JOIN pg_class ours ON ours.oid = made.conrelid "
    "JOIN pg_class theirs ON theirs.oid = made.confrelid "
    "JOIN pg_namespace space ON space.oid = made.connamespace "
    "WHERE made.contype = 'f' AND space.nspname = current_schema()"
)
CHECK_NOW = text("SET CONSTRAINTS ALL IMMEDIATE")


class Source(Protocol):
    """Where the rows come from."""

    @property
    def shape(self) -> Shape: ...

    def lines(self, table: Table) -> AsyncIterator[list[bytes]]:
        """Every row of a table, some at a time."""
        ...


async def fill(
    database: Database, source: Source, told: Callable[[Arrived], None]
) -> None:
    """Fills an empty database and brings it to the newest shape; tells each table.

    Raises NotCarried where it is not empty, or where what arrived is not what was sent.
    """
    async with plainly(), changing(database) as connection:
        await _make_ready(connection, source.shape)
        late = await _referring_ahead(connection, source.shape.tables)
        await _check(connection, late, "DEFERRABLE INITIALLY DEFERRED")
        for table in source.shape.tables:
            arrived = await _copy(connection, table, source)
            told(arrived)
            if not arrived.whole:
                raise NotCarried("different", table=table.name)
        if late:
            await connection.execute(CHECK_NOW)
        await _check(connection, late, "NOT DEFERRABLE")
        await _count_on(connection, source.shape.tables)
        await migrate(connection)
        # Whoever ran them is not here: they are due again at once.
        free = update(jobs).where(jobs.c.state == RUNNING).values(claimed_at=None)
        await connection.execute(free)


async def _make_ready(connection: AsyncConnection, shape: Shape) -> None:
    """The tables of that revision, without any row."""
    known = await connection.run_sync(revision)
    if known and known > newest():
        raise NotCarried("newer", revision=known, newest=newest())
    there = await shape_of(known) if known else Shape(NONE, ())
    full = [table.name for table in there.tables if await _any_row(connection, table)]
    if full:
        raise NotCarried("not-empty", tables=", ".join(full))
    if there.revision > shape.revision:
        await _drop(connection, there)
    await migrate(connection, shape.revision)


async def _drop(connection: AsyncConnection, there: Shape) -> None:
    """Takes empty tables away: their shape is newer than that of the rows."""
    tables = [table.name for table in reversed(there.tables)]
    for name in (*tables, KEEPS_REVISION):
        await connection.execute(text(f"DROP TABLE {_quoted(connection, name)}"))


async def _any_row(connection: AsyncConnection, table: Table) -> bool:
    found = await connection.execute(select(literal(1)).select_from(table).limit(1))
    return found.first() is not None


async def _copy(connection: AsyncConnection, table: Table, source: Source) -> Arrived:
    sent = Total()
    async for lines in source.lines(table):
        for each in lines:
            sent.add(each)
        with undamaged():
            rows = [parsed(table, each) for each in lines]
        if rows:
            await connection.execute(insert(table), rows)
    return Arrived(table.name, sent.rows, sent == await total_of(connection, table))


async def _referring_ahead(
    connection: AsyncConnection, tables: Sequence[Table]
) -> Sequence[Row[tuple[str, str, str]]]:
    """References to rows that may come later. SQLite checks all of them at the end."""
    if connection.dialect.name != "postgresql":
        return []
    order = {table.name: number for number, table in enumerate(tables)}
    found = (await connection.execute(REFERENCES)).all()
    return [
        each
        for each in found
        if order.get(each.there, 0) >= order.get(each.here, len(order))
    ]


async def _check(
    connection: AsyncConnection,
    references: Sequence[Row[tuple[str, str, str]]],
    when: str,
) -> None:
    """Has references checked at another time."""
    for each in references:
        table, name = (_quoted(connection, part) for part in (each.here, each.name))
        change = text(f"ALTER TABLE {table} ALTER CONSTRAINT {name} {when}")
        await connection.execute(change)


async def _count_on(connection: AsyncConnection, tables: Sequence[Table]) -> None:
    """Lets PostgreSQL number new rows after those that came; SQLite does by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        if "id" in table.columns:
            sequence = func.pg_get_serial_sequence(
                _quoted(connection, table.name), "id"
            )
            highest = select(func.max(table.c.id)).scalar_subquery()
            await connection.execute(select(func.setval(sequence, highest)))


def _quoted(connection: AsyncConnection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)
