"""A connection to SQLite whose statements run at once, in the event loop."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import (
    URL,
    Connection,
    CursorResult,
    Engine,
    Executable,
    Row,
    create_engine,
    event,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool, PoolProxiedConnection

P = ParamSpec("P")
T = TypeVar("T")
STATEMENTS = 512  # that SQLite keeps prepared: it reads each but once


class InlineConnection(AsyncConnection):
    """What repositories write with: no thread and no greenlet in between.

    A statement of ours takes SQLite some 10 µs; asking a thread costs several times
    that, and four times over: open a cursor, execute, fetch, close. An event of six
    statements and two commits took 6.4 ms of a core with a thread, 3.3 ms with
    aiosqlite asked in the loop, 1 ms so. For the writer only, whose statements are
    short: readers may take long. `ready` is awaited before every statement, and
    `failed` hears of one that failed.
    """

    __slots__ = ()

    def __init__(self, connection: Connection) -> None:
        self.sync_engine = connection.engine
        self.sync_connection = connection

    async def ready(self) -> None:
        """Returns when statements may run."""

    def failed(self) -> None:
        """A statement has just failed."""

    async def execute(
        self,
        statement: Executable,
        parameters: Any = None,
        *,
        execution_options: Any = None,
    ) -> CursorResult[Any]:
        """See `AsyncConnection.execute`."""
        await self.ready()
        try:
            return self._proxied.execute(
                statement, parameters, execution_options=execution_options
            )
        except BaseException:
            self.failed()
            raise

    async def exec_driver_sql(
        self, statement: str, parameters: Any = None, execution_options: Any = None
    ) -> CursorResult[Any]:
        """See `AsyncConnection.exec_driver_sql`."""
        await self.ready()
        try:
            return self._proxied.exec_driver_sql(
                statement, parameters, execution_options
            )
        except BaseException:
            self.failed()
            raise

    @asynccontextmanager
    async def stream(  # type: ignore[override]
        self,
        statement: Executable,
        parameters: Any = None,
        *,
        execution_options: Any = None,
    ) -> AsyncIterator["InlineRows"]:
        """See `AsyncConnection.stream`: SQLite reads row by row anyway."""
        found = await self.execute(
            statement, parameters, execution_options=execution_options
        )
        with closing(found):
            yield InlineRows(found)

    async def run_sync(
        self, fn: Callable[Concatenate[Connection, P], T], *arg: P.args, **kw: P.kwargs
    ) -> T:
        """See `AsyncConnection.run_sync`."""
        await self.ready()
        try:
            return fn(self._proxied, *arg, **kw)
        except BaseException:
            self.failed()
            raise

    async def get_raw_connection(self) -> PoolProxiedConnection:
        """See `AsyncConnection.get_raw_connection`."""
        return self._proxied.connection


class InlineRows:
    """Rows that are read as they are asked for."""

    def __init__(self, found: CursorResult[Any]) -> None:
        self._found = found

    async def partitions(self) -> AsyncIterator[Sequence[Row[Any]]]:
        """See `AsyncResult.partitions`."""
        for rows in self._found.partitions():
            yield rows


def open_engine(url: URL, pragmas: tuple[str, ...]) -> Engine:
    """An engine for one connection that any thread may use, one at a time."""
    path = url.database or ":memory:"
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(
            path,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=STATEMENTS,
        ),
        poolclass=NullPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    return engine
