"""Short numbers that count per organization, without gaps or doubles."""

from functools import cache

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.statements import insert_for
from storage.tables.counters import counters


async def next_number(
    connection: AsyncConnection, organization_id: int, name: str
) -> int:
    """The next number of a kind: whoever asks at the same time waits for our commit."""
    first = {"organization_id": organization_id, "name": name, "last": 1}
    counted = await connection.execute(_counting(connection.dialect.name), first)
    return int(counted.scalar_one())


@cache
def _counting(dialect: str) -> Executable:
    return (
        insert_for(dialect, counters)
        .on_conflict_do_update(
            index_elements=["organization_id", "name"],
            set_={"last": counters.c.last + 1},
        )
        .returning(counters.c.last)
    )
