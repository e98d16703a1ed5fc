"""Writes the next migration from the tables: python -m storage.migrations "…"."""

import asyncio
import sys

from sqlalchemy import Connection

from storage.database.engine import connect
from storage.database.upgrade import NONE, configuration, newest, upgrade


async def write(message: str) -> None:
    """Compares the tables with an upgraded empty database and writes the difference."""
    database = await connect("sqlite+aiosqlite://")
    if newest() > NONE:
        await upgrade(database, newest())
    async with database.writing() as connection:
        await connection.run_sync(_revise, message)
    await database.close()


def _revise(connection: Connection, message: str) -> None:
    from alembic import command

    # Alembic would make up a random id: ours count, so that files sort by age.
    number = f"{int(newest()) + 1:04}"
    command.revision(
        configuration(connection), message, autogenerate=True, rev_id=number
    )


if __name__ == "__main__":
    asyncio.run(write(" ".join(sys.argv[1:]) or "change"))
