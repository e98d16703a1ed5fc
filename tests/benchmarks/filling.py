"""A million rows by the database's own hand: one row, again with other facts."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.engine import connect
from storage.database.upgrade import upgrade
from storage.unit_of_work import SqlStore
from tests.benchmarks.databases import durable
from tests.databases import Kind

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


async def settled(store: SqlStore) -> None:
    """Lets the database look at what it has got, as it does by itself in time."""
    await store.database.look_over()
    if store.database.shared:
        async with store() as db:
            await db.connection.execute(text("ANALYZE"))
            await db.commit()


def _listed(names: Mapping[str, str] | list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
