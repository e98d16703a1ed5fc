"""Connections to either database: how their errors are told, whether they live."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from time import monotonic
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DisconnectionError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import Conflict, StoreAway
from storage.database.away import away, code, first_line, passes

RESTED = 1.0  # seconds after which a connection is asked whether it is alive


def open_engine(url: URL, **pool: Any) -> AsyncEngine:
    """An engine that never shows what people typed, and speaks of Conflict and
    StoreAway.
    """
    engine = create_async_engine(url, hide_parameters=True, **pool)
    speaks_of_ours(engine.sync_engine)
    return engine


def speaks_of_ours(engine: Engine) -> None:
    """Has what goes wrong told as Conflict or StoreAway, or as it is where neither."""
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
async def connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
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


def _constraint(context: ExceptionContext) -> str:
    """The broken rule by name: PostgreSQL's detail would show the values too."""
    cause = getattr(context.original_exception, "__cause__", None)
    return getattr(cause, "constraint_name", None) or str(context.original_exception)
