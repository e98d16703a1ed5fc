"""Short numbers that count per organization, without gaps or doubles."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.statements import insert
from storage.tables.counters import counters


async def next_number(
    connection: AsyncConnection, organization_id: int, name: str
) -> int:
    """The next number of a kind: whoever asks at the same time waits for our commit."""
    first = insert(connection, counters).values(
        organization_id=organization_id, name=name, last=1
    )
    counted = first.on_conflict_do_update(
        index_elements=["organization_id", "name"], set_={"last": counters.c.last + 1}
    ).returning(counters.c.last)
    return int((await connection.execute(counted)).scalar_one())
