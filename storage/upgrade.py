"""Brings the schema of a database up to date."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnClause, Connection, column, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import ConfigError
from storage.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
NONE = "0000"
# Replicas that start together wait for each other; the number is ours alone.
LOCK = text("SELECT pg_advisory_xact_lock(7467283)")


def newest() -> str:
    """The newest revision we know: revisions are numbered files."""
    written = (path.name[:4] for path in MIGRATIONS.glob("versions/[0-9]*.py"))
    return max(written, default=NONE)


async def upgrade(database: Database) -> None:
    """Runs the migrations that are missing, all of them or none.

    Raises ConfigError for a database of a newer Shopcrew.
    """
    async with database.writing() as connection:
        if await connection.run_sync(revision) == newest():
            return
        if connection.dialect.name == "sqlite":
            await _upgrade_sqlite(connection)
        else:
            await connection.execute(LOCK)
            await connection.run_sync(_migrate)
            await connection.commit()


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


async def _upgrade_sqlite(connection: AsyncConnection) -> None:
    """SQLite makes a changed table anew: that must not delete what refers to it."""
    await _foreign_keys(connection, "OFF")
    try:
        await connection.run_sync(_migrate)
        broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if broken:
            raise ConfigError(f"The upgrade would break {len(broken)} references.")
        await connection.commit()
    finally:
        await connection.rollback()
        await _foreign_keys(connection, "ON")


async def _foreign_keys(connection: AsyncConnection, switch: str) -> None:
    """Outside of any transaction: inside of one SQLite does not listen."""
    await connection.rollback()
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute(f"PRAGMA foreign_keys={switch}")


def _migrate(connection: Connection) -> None:
    from alembic import command

    known = revision(connection)
    if known and known > newest():
        raise ConfigError(
            f"The database has revision {known}, this Shopcrew knows {newest()}: "
            "please install the newer version again."
        )
    command.upgrade(configuration(connection), "head")
