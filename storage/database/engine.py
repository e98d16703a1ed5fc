"""Opens the database: SQLite with one writer and readers beside it, or PostgreSQL."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import ConfigError, StoreAway
from storage.database.postgres import PostgresDatabase
from storage.database.sqlite import SqliteDatabase

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
        a hurry comes before others that wait for their turn; it says one statement, and
        on a server that is committed by itself.
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
