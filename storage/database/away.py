"""Which troubles of a database pass by themselves, and what they are called."""

import sqlite3

from bot.errors import StoreAway

PRIMARY = 0xFF  # of SQLite's result codes; the bits above tell more
# https://www.sqlite.org/rescode.html
PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, resources
# that are used up; a restart; deadlocks, locks, sessions ended, the disk.
CLASSES = ("08", "53")
STATES = frozenset(
    {
        *("57P01", "57P02", "57P03", "57P05"),
        *("40001", "40P01", "55P03", "25P03", "58030"),
    }
)
# What asyncpg calls its own confusion about a connection that was cut off in the midst
# of a call, as it is in a process that was frozen; SQLAlchemy keeps the name.
MUDDLED = "InternalClientError"


def passes(wrong: BaseException) -> bool:
    """Whether it is about the connection, the disk or a lock, and not a mistake."""
    if isinstance(wrong, OSError) or type(wrong).__name__ == MUDDLED:
        return True
    match code(wrong):
        case int(number):
            return number in PASSING
        case str(state):
            return state in STATES or state.startswith(CLASSES)
        case _:
            return False


def away(wrong: BaseException) -> StoreAway:
    """The same as an error of ours."""
    return StoreAway(first_line(wrong))


def code(wrong: BaseException) -> object:
    """A database's own word for what is wrong."""
    number = getattr(wrong, "sqlite_errorcode", None)
    return getattr(wrong, "sqlstate", None) if number is None else number & PRIMARY


def first_line(wrong: BaseException) -> str:
    """What follows would show values: PostgreSQL's details do."""
    return next(iter(str(wrong).splitlines()), type(wrong).__name__)
