"""Opens the database: SQLite with one writer and readers beside it, or PostgreSQL."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    contextmanager,
)
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from sqlalchemy import URL, Engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import (
    ArgumentError,
    DisconnectionError,
    IntegrityError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import ConfigError, Conflict, StoreAway
from storage.database import inline
from storage.database.away import away, code, first_line, passes
from storage.database.lock import FileLock
from storage.database.writer import Writer

READERS = 4
POSTGRES_CONNECTIONS = 10
HURRIED_CONNECTIONS = 2  # beside them: for what a platform holds its breath for
RESTED = 1.0  # seconds after which a connection is asked whether it is alive
STATEMENTS = 1000  # that a connection to PostgreSQL keeps prepared: all there are
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
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}


class Database(Protocol):
    """An open database. `shared` says whether other processes may use it too."""

    url: URL
    shared: bool

    def writing(
        self, *, hurried: bool = False
    ) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection that may write, rolled back at the end unless committed. One in
        a hurry comes before others that wait for their turn.
        """
        ...

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection that only reads, beside any writer."""
        ...

    async def look_over(self) -> None:
        """Has the database see how its tables have grown, so that it uses the right
        indexes.
        """
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
    except (StoreAway, SQLAlchemyError, OSError) as wrong:
        shown = parsed.render_as_string(hide_password=True)
        why = str(wrong)
        raise ConfigError("config-database-away", url=shown, why=why) from wrong


def parse(url: str) -> URL:
    """The address, with the driver we use. Raises ConfigError for any other."""
    try:
        parsed = make_url(url)
    except ArgumentError as wrong:
        raise ConfigError("config-database-url") from wrong
    driver = DRIVERS.get(parsed.drivername, parsed.drivername)
    if driver not in DRIVERS.values():
        raise ConfigError("config-database-driver", driver=parsed.drivername)
    return parsed.set(drivername=driver)


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
        _hide(self._engine)
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
            async with _connected(self._readers) as connection:
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


class PostgresDatabase:
    """A pool of connections, READ COMMITTED, shared with any number of processes."""

    shared = True

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = _pool(url, POSTGRES_CONNECTIONS)
        self._hurried = _pool(url, HURRIED_CONNECTIONS)

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
        hurry some are kept free.
        """
        async with _connected(self._hurried if hurried else self._engine) as connection:
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


def _pool(url: URL, size: int) -> AsyncEngine:
    engine = open_engine(
        url,
        pool_size=size,
        max_overflow=0,
        connect_args={
            "prepared_statement_cache_size": STATEMENTS,
            "server_settings": SESSION,
        },
    )
    ping_rested(engine)
    return engine


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
READER = ("PRAGMA busy_timeout=10000", "PRAGMA query_only=ON")


def open_engine(url: URL, **pool: Any) -> AsyncEngine:
    """An engine that never shows what people typed, and speaks of Conflict and
    StoreAway.
    """
    engine = create_async_engine(url, hide_parameters=True, **pool)
    _hide(engine.sync_engine)
    return engine


def _hide(engine: Engine) -> None:
    event.listen(engine, "handle_error", _to_ours)


def _to_ours(context: ExceptionContext) -> None:
    if isinstance(context.sqlalchemy_exception, IntegrityError):
        raise Conflict(_constraint(context)) from context.sqlalchemy_exception
    wrong = context.original_exception
    if context.is_pre_ping or not isinstance(wrong, Exception):
        return
    if code(wrong) == sqlite3.SQLITE_READONLY and context.dialect.is_async:
        return  # a reader that would write: a mistake of ours
    if context.is_disconnect or passes(wrong):
        raise away(wrong) from (context.sqlalchemy_exception or wrong)


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection of the pool. Raises StoreAway where none is to be had: so it is, for
    who waited for one, after a process was frozen.
    """
    async with AsyncExitStack() as stack:
        with reached():
            connection = await stack.enter_async_context(engine.connect())
        yield connection


@contextmanager
def reached() -> Iterator[None]:
    """Where there is no connection to be had, the database is away for a moment."""
    try:
        yield
    except (NoneFree, OSError) as wrong:  # a server that is not there is no DBAPI error
        raise StoreAway(first_line(wrong)) from wrong


def _constraint(context: ExceptionContext) -> str:
    """The broken rule by name: PostgreSQL's detail would show the values too."""
    cause = getattr(context.original_exception, "__cause__", None)
    return getattr(cause, "constraint_name", None) or str(context.original_exception)


def ping_rested(engine: AsyncEngine) -> None:
    """Asks a connection whether it is alive only if it had nothing to do for a while:
    an event takes three, and asking costs as much as a statement.
    """
    pool, used = engine.sync_engine, "used"

    @event.listens_for(pool, "checkin")
    def rest(connection: object, record: ConnectionPoolEntry) -> None:
        record.info[used] = monotonic()

    @event.listens_for(pool, "checkout")
    def wake(connection: Any, record: ConnectionPoolEntry, proxy: object) -> None:
        if monotonic() - record.info.get(used, monotonic()) < RESTED:
            return
        dialect = engine.sync_engine.dialect
        try:
            alive = dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error:
            alive = False
        if not alive:
            raise DisconnectionError


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
