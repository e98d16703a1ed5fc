"""Opens the database: SQLite with one writer and readers beside it, or PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import (
    ArgumentError,
    IntegrityError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ConfigError, Conflict
from storage import inline
from storage.lock import FileLock

READERS = 4
HELD = 30.0  # seconds that a tool may hold the file, before an event fails
AGAIN = 0.05  # seconds until it is tried again
PRIMARY = 0xFF  # of SQLite's result codes; the bits above tell more
POSTGRES_CONNECTIONS = 10
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}


class Database(Protocol):
    """An open database. `shared` says whether other processes may use it too."""

    url: URL
    shared: bool

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection that may write, rolled back at the end unless committed."""
        ...

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection that only reads, beside any writer."""
        ...

    async def close(self) -> None:
        """Lets go of every connection."""
        ...


async def connect(url: str) -> Database:
    """Opens the database at `url`. Raises ConfigError where that cannot work."""
    parsed = parse(url)
    try:
        if parsed.get_backend_name() == "postgresql":
            return await PostgresDatabase.open(parsed)
        return await SqliteDatabase.open(parsed)
    except (SQLAlchemyError, OSError) as wrong:
        shown = parsed.render_as_string(hide_password=True)
        raise ConfigError(f"The database {shown} cannot be opened: {wrong}") from wrong


def parse(url: str) -> URL:
    """The address, with the driver we use. Raises ConfigError for any other."""
    try:
        parsed = make_url(url)
    except ArgumentError as wrong:
        raise ConfigError("The database address is no URL.") from wrong
    driver = DRIVERS.get(parsed.drivername, parsed.drivername)
    if driver not in DRIVERS.values():
        raise ConfigError(
            f"{parsed.drivername!r} is no database of ours: "
            "use sqlite+aiosqlite:///shopcrew.db or postgresql+asyncpg://…"
        )
    return parsed.set(drivername=driver)


class SqliteDatabase:
    """One file, one process: one writer at a time, four readers beside it.

    A memory database has one connection, so there readers wait for the writer.
    """

    shared = False

    def __init__(self, url: URL, lock: FileLock | None) -> None:
        self.url = url
        self._file_lock = lock
        self._turn = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None
        path = url.database or ":memory:"
        self._engine = open_engine(url, async_creator=lambda: inline.connection(path))
        prepare_sqlite(self._engine, WRITER, begin="BEGIN IMMEDIATE")
        self._writer: AsyncConnection | None = None
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
            database._writer = await database._engine.connect()
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """The writer, when it is this caller's turn."""
        if self._writer is None:
            raise RuntimeError("the database is closed")
        if self._holder is asyncio.current_task():
            raise RuntimeError("this task has a unit of work open: use that one")
        async with self._turn:
            self._holder = asyncio.current_task()
            try:
                await _begin(self._writer)
                yield self._writer
            finally:
                self._holder = None
                await self._writer.rollback()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A reader: it sees what was committed before its first query."""
        if self._readers is None:
            async with self.writing() as connection:
                yield connection
        else:
            async with self._readers.connect() as connection:
                yield connection

    async def close(self) -> None:
        """Closes every connection and lets other processes in."""
        if self._writer:
            await self._writer.close()
            self._writer = None
        if self._readers:
            await self._readers.dispose()
        await self._engine.dispose()
        if self._file_lock:
            self._file_lock.release()


class PostgresDatabase:
    """A pool of connections, READ COMMITTED, shared with any number of processes."""

    shared = True

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = open_engine(
            url, pool_size=POSTGRES_CONNECTIONS, max_overflow=0, pool_pre_ping=True
        )

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
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection of the pool."""
        async with self._engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection of the pool that refuses to write."""
        async with self._engine.connect() as connection:
            yield await connection.execution_options(postgresql_readonly=True)

    async def close(self) -> None:
        """Closes the pool."""
        await self._engine.dispose()


# FULL: what was acknowledged survives a loss of power, not only a crash.
WRITER = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Nobody else writes; for a tool that does, `_begin` waits and not the event loop.
    "PRAGMA busy_timeout=0",
)
READER = ("PRAGMA busy_timeout=10000", "PRAGMA query_only=ON")


async def _begin(writer: AsyncConnection) -> None:
    """Begins a transaction, as soon as nobody else holds the file.

    Never left to the first statement: SQLAlchemy believes that a transaction which
    could not begin is still beginning, and would commit every statement after it.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + HELD
    while True:
        try:
            await writer.begin()
        except OperationalError as failed:
            code = getattr(failed.orig, "sqlite_errorcode", sqlite3.SQLITE_OK)
            if code & PRIMARY != sqlite3.SQLITE_BUSY or loop.time() >= until:
                raise
            await asyncio.sleep(AGAIN)
        else:
            return


def open_engine(url: URL, **pool: Any) -> AsyncEngine:
    """An engine that never shows what people typed, and speaks of Conflict."""
    engine = create_async_engine(url, hide_parameters=True, **pool)
    event.listen(engine.sync_engine, "handle_error", _to_conflict)
    return engine


def _to_conflict(context: ExceptionContext) -> None:
    if isinstance(context.sqlalchemy_exception, IntegrityError):
        raise Conflict(_constraint(context)) from context.sqlalchemy_exception


def _constraint(context: ExceptionContext) -> str:
    """The broken rule by name: PostgreSQL's detail would show the values too."""
    cause = getattr(context.original_exception, "__cause__", None)
    return getattr(cause, "constraint_name", None) or str(context.original_exception)


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
