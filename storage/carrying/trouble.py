"""What goes wrong while data is carried, said by its reason and not by its symptom."""

import errno
import sqlite3
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from zipfile import BadZipFile

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.errors import Conflict, NotCarried, StoreAway
from storage.database.away import code, first_line

NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}
# SQLite's result codes and PostgreSQL's error codes.
CODES: dict[object, str] = {
    sqlite3.SQLITE_FULL: "no-space",
    sqlite3.SQLITE_READONLY: "no-right",
    sqlite3.SQLITE_PERM: "no-right",
    sqlite3.SQLITE_NOTADB: "not-a-database",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    "53100": "no-space",
    "42501": "no-right",
    "57P01": "lost",  # an administrator ended it
    "57P02": "lost",
    "57P03": "lost",
}
# What a file says that was cut, or has other bytes than it had.
DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@asynccontextmanager
async def plainly() -> AsyncIterator[None]:
    """Turns what a database or a disk says into NotCarried, with the reason."""
    try:
        yield
    except Conflict as wrong:
        raise NotCarried("refused", why=str(wrong)) from wrong
    except StoreAway as wrong:
        raise _passing(wrong) from wrong
    except (SQLAlchemyError, OSError) as wrong:
        raise _told(wrong) from wrong


@contextmanager
def undamaged(reason: str = "damaged") -> Iterator[None]:
    """Turns what broken data leads to into NotCarried."""
    try:
        yield
    except (*DAMAGE, ValueError, LookupError, TypeError, AttributeError) as wrong:
        raise NotCarried(reason) from wrong


def _passing(wrong: StoreAway) -> NotCarried:
    """By what the database said; where it said nothing it is gone."""
    if isinstance(wrong.__cause__, OSError):
        return _of_disk(wrong.__cause__)
    said = code(wrong.__cause__) if wrong.__cause__ else None
    if said is None or str(said).startswith("08"):
        return NotCarried("lost")
    if key := CODES.get(said):
        return NotCarried(key)
    return NotCarried("refused", why=str(wrong))


def _told(wrong: SQLAlchemyError | OSError) -> NotCarried:
    if isinstance(wrong, OSError):
        return _of_disk(wrong)
    if not isinstance(wrong, DBAPIError) or wrong.orig is None:
        return NotCarried("refused", why=first_line(wrong))
    if wrong.connection_invalidated:
        return NotCarried("lost")
    if key := CODES.get(code(wrong.orig)):
        return NotCarried(key)
    return NotCarried("refused", why=first_line(wrong.orig))


def _of_disk(wrong: OSError) -> NotCarried:
    if wrong.errno in NO_SPACE:
        return NotCarried("no-space")
    if wrong.errno in NO_RIGHT:
        return NotCarried("no-right")
    return NotCarried("refused", why=wrong.strerror or str(wrong))
