"""A million rows by the database's own hand: one row, again with other facts."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.engine import connect
from storage.database.upgrade import upgrade
from storage.unit_of_work import SqlStore
from tests.benchmarks.databases import durable
from tests.databases import Kind

PIECE = 50_000  # rows of one statement
ROOM = -500_000  # kilobytes, as SQLite counts them
NUMBERS = {
    "sqlite": (
        "(WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n "
        "WHERE i < {last}) SELECT i FROM n)"
    ),
    "postgresql": "(SELECT generate_series({first}, {last}) AS i)",
}


@asynccontextmanager
async def a_store(kind: Kind) -> AsyncIterator[SqlStore]:
    """A store over a durable database of its own, at its newest shape."""
    async with durable(kind) as url:
        database = await connect(url)
        try:
            await upgrade(database)
            store = SqlStore(database)
            await store.ensure_organization("Bench", "Europe/Berlin", "en", "DE")
            yield store
        finally:
            await database.close()


async def multiply(
    connection: AsyncConnection,
    table: Table,
    template: int,
    first: int,
    last: int,
    **facts: str,
) -> None:
    """Writes the row `template` again for every number from first to last.

    `facts` are SQL for the columns that differ: `n.i` is the number.
    """
    names = [column.name for column in table.columns if column.name != "id"]
    values = [facts.get(name, f't."{name}"') for name in names]
    numbers = NUMBERS[connection.dialect.name].format(first=first, last=last)
    await connection.execute(
        text(
            f"INSERT INTO {table.name} ({_listed(names)}) "  # noqa: S608 - ours
            f"SELECT {', '.join(values)} FROM {table.name} t, {numbers} n "
            f"WHERE t.id = {template} ORDER BY n.i"
        )
    )


async def each(
    connection: AsyncConnection, table: Table, source: str, facts: Mapping[str, str]
) -> None:
    """Writes a row for every row of `source`, a FROM clause; `facts` are SQL."""
    await connection.execute(
        text(
            f"INSERT INTO {table.name} ({_listed(facts)}) "  # noqa: S608 - ours
            f"SELECT {', '.join(facts.values())} FROM {source}"
        )
    )


@asynccontextmanager
async def eased(connection: AsyncConnection) -> AsyncIterator[None]:
    """What is written meanwhile costs less; what stands in the files is the same.

    SQLite keeps all of it in memory: with the room it has otherwise, the pages of an
    index go to the disk and come back for every few rows. PostgreSQL does not look up
    again, for every row, what the row refers to.
    """
    if connection.dialect.name != "sqlite":
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield
        return
    usual = (await connection.exec_driver_sql("PRAGMA cache_size")).scalar_one()
    await connection.exec_driver_sql(f"PRAGMA cache_size={ROOM}")
    yield
    await connection.commit()
    await connection.exec_driver_sql(f"PRAGMA cache_size={usual}")
    await connection.exec_driver_sql("PRAGMA shrink_memory")


async def written(
    connection: AsyncConnection, table: Table, rows: Sequence[tuple[int, ...]]
) -> None:
    """Writes rows of plain numbers in the order of the table's columns, as fast as
    the driver can: nothing stands between them and it.
    """
    names = [column.name for column in table.columns]
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT 1"))  # in this unit's transaction
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        await raw.copy_records_to_table(table.name, records=rows, columns=names)
        return
    places = ", ".join("?" * len(names))
    insert = f"INSERT INTO {table.name} ({_listed(names)}) VALUES ({places})"  # noqa: S608
    for start in range(0, len(rows), PIECE):
        await connection.exec_driver_sql(insert, [*rows[start : start + PIECE]])


async def settled(store: SqlStore) -> None:
    """Lets the database look at what it has got, as it does by itself in time."""
    await store.database.look_over()
    if store.database.shared:
        async with store() as db:
            await db.connection.execute(text("ANALYZE"))
            await db.commit()


def _listed(names: Mapping[str, str] | list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
