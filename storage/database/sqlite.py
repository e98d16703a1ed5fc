"""A database in a file: SQLite, with one writer and readers beside it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database import inline
from storage.database.connections import connected, open_engine, speaks_of_ours
from storage.database.lock import FileLock
from storage.database.writer import Writer

READERS = 4
# FULL: what was acknowledged survives a loss of power, not only a crash.
WRITER = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Nobody else writes; for a tool that does, `writer` waits and not the event loop.
    "PRAGMA busy_timeout=0",
)
# A little of each index, whatever its size. What was small when it was looked at would
# be believed to be small for ever after: of such a table SQLite is to know nothing.
LOOK_OVER = (
    "PRAGMA analysis_limit=1000",
    "ANALYZE",
    "DELETE FROM sqlite_stat1 WHERE tbl NOT IN "
    "(SELECT tbl FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) >= 10000)",
    "ANALYZE sqlite_schema",
)
# Each keeps pages of its own, by default 2 MB: the system keeps all of them anyway.
READER = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA query_only=ON",
    "PRAGMA cache_size=-512",
)


class SqliteDatabase:
    """One file, one process: one writer at a time, four readers beside it.

    Writers that wait for each other are committed together (`storage.database.writer`).
    A memory database has one connection, so there readers wait for the writer.
    """

    shared = False

    def __init__(self, url: URL, lock: FileLock | None) -> None:
        self.url = url
        self._file_lock = lock
        self._engine = inline.open_engine(url, WRITER)
        speaks_of_ours(self._engine)
        self._writer: Writer | None = None
        self._readers = (
            open_engine(url, pool_size=READERS, max_overflow=0) if lock else None
        )
        if self._readers:
            prepare_sqlite(self._readers, READER, begin="BEGIN")

    @classmethod
    async def open(cls, url: URL) -> "SqliteDatabase":
        """Opens the file, makes it where there is none, and keeps others out."""
        in_memory = url.database in (None, "", ":memory:")
        lock = None if in_memory else FileLock(Path(f"{url.database}.lock"))
        database = cls(url, lock)
        try:
            database._writer = Writer(database._engine)
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def writing(self, *, hurried: bool = False) -> AsyncIterator[AsyncConnection]:
        """The writer, when it is this caller's turn."""
        if self._writer is None:
            raise RuntimeError("the database is closed")
        async with self._writer.unit(hurried=hurried) as unit:
            yield unit

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A reader: it sees what was committed before its first query."""
        if self._readers is None:
            async with self.writing() as connection:
                yield connection
        else:
            async with connected(self._readers) as connection:
                yield connection

    async def look_over(self) -> None:
        """A short look at each index; readers see what was found when they connect."""
        async with self.writing() as connection:
            for statement in LOOK_OVER:
                await connection.exec_driver_sql(statement)
            await connection.commit()
        if self._readers:
            await self._readers.dispose()

    async def close(self) -> None:
        """Closes every connection and lets other processes in."""
        if self._writer:
            await self._writer.close()
            self._writer = None
        if self._readers:
            await self._readers.dispose()
        self._engine.dispose()
        if self._file_lock:
            self._file_lock.release()


def prepare_sqlite(
    engine: AsyncEngine, pragmas: tuple[str, ...], *, begin: str
) -> None:
    """Takes transactions out of the driver's hands: it begins them too late."""

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)
