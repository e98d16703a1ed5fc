"""New databases that keep what they promise: nothing is switched off for speed."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import asyncpg  # type: ignore[import-untyped]  # ships no types

from tests.databases import Kind
from tests.postgres import server

DURABLE = (
    "-c listen_addresses='' -c unix_socket_directories={folder} "
    "-c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB"
)
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_numbers = count(1)


@asynccontextmanager
async def durable(kind: Kind) -> AsyncIterator[str]:
    """The address of a new and empty database."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield f"sqlite+aiosqlite:///{folder}/bench.db"
        return
    there = server(DURABLE)
    name = f"bench_{next(_numbers)}"
    url = there.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield there.set(database=name).render_as_string(hide_password=False)
        await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    finally:
        await connection.close()
