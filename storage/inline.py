"""A connection to SQLite that asks its thread only for what waits for the disk."""

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiosqlite

QUICK = frozenset({"cursor", "rollback"})


class InlineConnection(aiosqlite.Connection):
    """Runs statements at once, in the event loop; commits and the end in its thread.

    A statement of ours takes SQLite some 10 µs; asking a thread costs several times
    that, and four times over: open a cursor, execute, fetch, close. An event of six
    statements and two commits took 6.4 ms of a core with a thread, 3.3 ms without. A
    commit waits for the disk: there the thread is worth it. For the writer only, whose
    statements are short: readers may take long.
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """The one door through which aiosqlite hands over everything it does."""
        owner = getattr(fn, "__self__", None)
        if owner is self._connection and fn.__name__ not in QUICK:
            asked: Awaitable[Any] = super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
            return await asked
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        return fn(*args, **kwargs)


def connection(path: str) -> InlineConnection:
    """A connection still to be awaited, which its thread does not keep alive."""
    opened = partial(sqlite3.connect, path, check_same_thread=False)
    made = InlineConnection(opened, iter_chunk_size=64)
    made._thread.daemon = True
    return made
