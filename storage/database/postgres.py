"""A database on a server: PostgreSQL, with a pool of connections."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database.connections import connected, open_engine, ping_rested

POSTGRES_CONNECTIONS = 10
# Beside them: for what a platform holds its breath for. Each statement is durable by
# itself there: one way to the server instead of three, to begin, to say it, to commit.
HURRIED_CONNECTIONS = 2
AT_ONCE = "AUTOCOMMIT"
# That a connection keeps prepared: those of a day. One takes up to 40 KB, and each
# length of a list of ids is one more: with all there are a process grew and grew.
STATEMENTS = 200
HALTED = "idle_in_transaction_session_timeout"
# What a connection to PostgreSQL is told at its start.
SESSION = {
    # A process that halts in the midst of a unit, frozen or cut off, keeps everybody
    # from the rows it locked, lanes above all: PostgreSQL ends the unit after so long.
    HALTED: "15s",
    # Statements here read some rows of large tables: to start helpers for one, or to
    # compile it, takes ten times as long as it does (20 ms for a month of a stand-up).
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
}


class PostgresDatabase:
    """A pool of connections, READ COMMITTED, shared with any number of processes."""

    shared = True

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = _pool(url, POSTGRES_CONNECTIONS)
        self._hurried = _pool(url, HURRIED_CONNECTIONS, isolation_level=AT_ONCE)

    @classmethod
    async def open(cls, url: URL) -> "PostgresDatabase":
        """Opens the pool and makes sure that the server answers."""
        database = cls(url)
        try:
            async with database._engine.connect():
                return database
        except BaseException:
            await database.close()
            raise

    @asynccontextmanager
    async def writing(self, *, hurried: bool = False) -> AsyncIterator[AsyncConnection]:
        """A connection of the pool: nobody waits for anybody's turn. For those in a
        hurry some are kept free, and what they say is committed as it is said.
        """
        async with connected(self._hurried if hurried else self._engine) as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection of the pool that refuses to write."""
        async with self.writing() as connection:
            yield await connection.execution_options(postgresql_readonly=True)

    async def look_over(self) -> None:
        """Autovacuum does it."""

    async def close(self) -> None:
        """Closes the pool."""
        await self._engine.dispose()
        await self._hurried.dispose()


def _pool(url: URL, size: int, **more: str) -> AsyncEngine:
    engine = open_engine(
        url,
        pool_size=size,
        max_overflow=0,
        connect_args={
            "prepared_statement_cache_size": STATEMENTS,
            "server_settings": SESSION,
        },
        **more,
    )
    ping_rested(engine)
    return engine
