"""Brings the schema of a database up to date."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnClause, Connection, column, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import ConfigError
from storage.database.engine import Database
from storage.database.founding import empty, found

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parents[1] / "migrations"
NONE, HEAD = "0000", "head"
# Replicas that start together wait for each other; the number is ours alone.
LOCK = text("SELECT pg_advisory_xact_lock(7467283)")

# Rows may come from a slow disk: who waits for them has not halted.
UNHURRIED = text("SET LOCAL idle_in_transaction_session_timeout = 0")


def newest() -> str:
    """The newest revision we know: revisions are numbered files."""
    return max(revisions(), default=NONE)


def revisions() -> set[str]:
    """Every revision we know."""
    return {path.name[:4] for path in MIGRATIONS.glob("versions/[0-9]*.py")}


async def upgrade(database: Database, to: str = HEAD) -> None:
    """Runs the migrations that are missing, all of them or none; an empty database gets
    the newest tables without them.

    Raises ConfigError for a database of a newer Shopcrew.
    """
    async with database.writing() as connection:
        if await connection.run_sync(revision) == newest():
            return
    async with changing(database) as connection:
        await migrate(connection, to)


@asynccontextmanager
async def changing(database: Database) -> AsyncIterator[AsyncConnection]:
    """A connection on which tables may be made and changed; all of it, or nothing.

    Raises ConfigError where a reference would be broken.
    """
    async with database.writing() as connection:
        if connection.dialect.name == "sqlite":
            async with _without_foreign_keys(connection):
                yield connection
        else:
            await connection.execute(UNHURRIED)
            await connection.execute(LOCK)
            yield connection
            await connection.commit()


async def migrate(connection: AsyncConnection, to: str = HEAD) -> None:
    """Brings the tables to a revision, in the transaction of the caller. To one that is
    named it goes by every step, even where nothing is there.
    """
    await connection.run_sync(_migrate, to)


def revision(connection: Connection) -> str | None:
    """The revision of a database; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    number: ColumnClause[str] = column("version_num")
    return connection.execute(
        select(number).select_from(table("alembic_version"))
    ).scalar()


def configuration(connection: Connection) -> "Config":
    """Alembic's settings, in code. It loads slowly, and most starts need none of it."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@asynccontextmanager
async def _without_foreign_keys(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite makes a changed table anew: that must not delete what refers to it."""
    await _foreign_keys(connection, "OFF")
    try:
        yield
        broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if broken:
            raise ConfigError("config-database-broken", count=len(broken))
        await connection.commit()
    finally:
        await connection.rollback()
        await _foreign_keys(connection, "ON")


async def _foreign_keys(connection: AsyncConnection, switch: str) -> None:
    """Outside of any transaction: inside of one SQLite does not listen."""
    await connection.rollback()
    driver: Any = (await connection.get_raw_connection()).driver_connection
    driver.execute(f"PRAGMA foreign_keys={switch}")


def _migrate(connection: Connection, to: str) -> None:
    known = revision(connection)
    if known and known > newest():
        raise ConfigError("config-database-newer", there=known, known=newest())
    if to == HEAD and known == newest():
        return  # another replica was first
    if to == HEAD and empty(connection):
        found(connection, newest())
    else:
        _walk(connection, to)


def _walk(connection: Connection, to: str) -> None:
    """By the migrations: Alembic stays in the process until that ends."""
    from alembic import command

    command.upgrade(configuration(connection), to)
