"""The migrations make what the tables say, on both databases."""

import asyncio
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.types import String

from bot.errors import ConfigError
from storage.database import postgres
from storage.database.upgrade import changing, newest, revision, upgrade
from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.databases import Kind, fresh_database, fresh_store, fresh_url

ADVICE = "run: python -m storage.migrations '<what changed>'"


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def checks(connection: Connection) -> dict[str, set[str | None]]:
    found = inspect(connection)
    return {
        name: {check["name"] for check in found.get_check_constraints(name)}
        for name in found.get_table_names()
        if name != "alembic_version"
    }


async def test_an_upgraded_schema_is_what_the_tables_say(kind: Kind) -> None:
    """Alembic finds nothing to do."""
    async with fresh_database(kind) as database:
        await upgrade(database, newest())
        async with database.writing() as connection:
            assert await connection.run_sync(differences) == [], ADVICE


async def test_an_upgraded_schema_has_the_same_checks(kind: Kind) -> None:
    """Alembic does not compare these."""
    async with fresh_database(kind) as upgraded, fresh_database(kind) as made:
        await upgrade(upgraded, newest())
        async with made.writing() as connection:
            await connection.run_sync(metadata.create_all)
            wanted = await connection.run_sync(checks)
        async with upgraded.writing() as connection:
            assert await connection.run_sync(checks) == wanted, ADVICE


async def test_a_second_upgrade_does_nothing(kind: Kind) -> None:
    """Every start upgrades; almost none has anything to do."""
    async with fresh_database(kind) as database:
        await upgrade(database)
        await SqlStore(database).ensure_organization("Tea", "UTC", "en", None)
        await upgrade(database)
        async with database.writing() as connection:
            assert await connection.run_sync(revision) == newest()
            kept = await connection.execute(text("SELECT count(*) FROM organizations"))
            assert kept.scalar_one() == 1


START = """
import asyncio, sys
from storage.database.engine import connect
from storage.database.upgrade import upgrade
async def start(url):
    database = await connect(url)
    await upgrade(database)
    await database.close()
asyncio.run(start(sys.argv[1]))
print("alembic" in sys.modules)
"""


async def test_neither_a_first_start_nor_a_later_one_loads_alembic() -> None:
    """It would cost every start a tenth of a second, and 35 MB until the next one."""

    async def start(url: str) -> bytes:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", START, url, stdout=asyncio.subprocess.PIPE
        )
        return (await process.communicate())[0].strip()

    async with fresh_url("sqlite") as url:
        assert [await start(url), await start(url)] == [b"False", b"False"]


async def test_foreign_keys_hold_after_an_upgrade(kind: Kind) -> None:
    """SQLite's are switched off while tables are made anew."""
    async with fresh_database(kind) as database:
        await upgrade(database)
        async with database.writing() as connection:
            orphan = "INSERT INTO person_departments VALUES (1, 1, 'data', true)"
            with pytest.raises(Exception, match=r"(?i)foreign|fk_"):
                await connection.execute(text(orphan))


async def test_a_newer_database_is_refused(kind: Kind) -> None:
    """An older version would not know what it destroys."""
    async with fresh_database(kind) as database:
        await upgrade(database)
        async with database.writing() as connection:
            await connection.execute(
                text("UPDATE alembic_version SET version_num='9999'")
            )
            await connection.commit()
        with pytest.raises(ConfigError, match="9999"):
            await upgrade(database)


def test_every_text_column_can_keep_any_text() -> None:
    """`storage.tables.base.Text` takes out what PostgreSQL refuses."""
    plain = [
        str(column)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, String)
    ]
    assert plain == []


def test_every_row_belongs_to_an_organization() -> None:
    """And the database makes sure that there is one."""
    without = [
        name
        for name, table in metadata.tables.items()
        if name != "organizations"
        and not (
            "organization_id" in table.columns
            and table.c.organization_id.foreign_keys
            and not table.c.organization_id.nullable
        )
    ]
    assert without == []


async def test_rows_that_come_slowly_are_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A restore from a slow disk is not taken for a process that halted."""
    monkeypatch.setitem(postgres.SESSION, postgres.HALTED, "50ms")
    async with fresh_store("postgresql") as store, changing(store.database) as slow:
        pid = (await slow.execute(text("SELECT pg_backend_pid()"))).scalar_one()
        idle = text(
            "SELECT now() - state_change > interval '100 ms' "
            "FROM pg_stat_activity WHERE pid = :pid"
        )
        rested = None
        while not rested:
            async with store.reading() as db:
                rested = (await db.connection.execute(idle, {"pid": pid})).scalar()
        assert (await slow.execute(text("SELECT 42"))).scalar_one() == 42
