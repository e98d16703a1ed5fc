"""A new database gets at once what all migrations together make of it."""

import asyncio
import re

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.database import founding
from storage.database.engine import Database, connect
from storage.database.upgrade import (
    NONE,
    changing,
    configuration,
    migrate,
    newest,
    revision,
    upgrade,
)
from tests.databases import Kind, fresh_database, fresh_url

REPLICAS = 3
# What PostgreSQL itself knows, in its own words; only the order of columns may differ.
SAID = (
    "SELECT made.relname, part.attname, part.attnotnull, part.attidentity::text,"
    " format_type(part.atttypid, part.atttypmod), part.attgenerated::text,"
    " pg_get_expr(start.adbin, start.adrelid), part.attcollation::text"
    " FROM pg_attribute part JOIN pg_class made ON made.oid = part.attrelid"
    " LEFT JOIN pg_attrdef start"
    " ON start.adrelid = made.oid AND start.adnum = part.attnum"
    " WHERE made.relnamespace = 'public'::regnamespace"
    " AND made.relkind != 'i' AND part.attnum > 0 AND NOT part.attisdropped",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT relname, relkind::text, reloptions::text FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace",
    "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace",
    "SELECT extname FROM pg_extension",
)
INFO = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo'
FOREIGN = (
    'SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list'
)
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type != 'table'"
MADE = "SELECT sql FROM sqlite_master WHERE name = :table"
NAMED = re.compile(r"CONSTRAINT (\w+)")


def schema(connection: Connection) -> set[object]:
    """All there is to say about the tables, and the rows that they begin with."""
    names = inspect(connection).get_table_names()
    rows = {(name, *row) for name in names for row in _rows(connection, f"FROM {name}")}
    if connection.dialect.name == "sqlite":
        return rows | {fact for name in names for fact in _table(connection, name)}
    return rows | {(said, *row) for said in SAID for row in _asked(connection, said)}


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return _asked(connection, f"SELECT * {table}")


def _asked(connection: Connection, said: str, **more: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(text(said), more)]


def _table(connection: Connection, name: str) -> set[object]:
    """SQLite keeps the words a table was made with: batches word them otherwise."""
    found = inspect(connection)
    made = str(_asked(connection, MADE, table=name)[0][0])
    facts: set[object] = {(name, "named", each) for each in NAMED.findall(made)}
    facts |= {
        (name, "counts", "AUTOINCREMENT" in made),
        (name, made.rpartition(")")[2]),
    }
    for said in (INFO, FOREIGN):
        facts |= {(name, said, row) for row in _asked(connection, f"{said}('{name}')")}
    for check in found.get_check_constraints(name):
        facts.add((name, check["name"], " ".join(check["sqltext"].split())))
    for unique in found.get_unique_constraints(name):
        facts.add((name, unique["name"], tuple(unique["column_names"])))
    facts.add((name, str(found.get_pk_constraint(name))))
    return facts | {(index, str(sql)) for index, sql in _asked(connection, INDEXES)}


async def test_a_new_database_is_what_every_migration_makes(kind: Kind) -> None:
    """Columns, defaults, keys, checks, indexes, triggers, rows, the revision."""
    async with fresh_database(kind) as made, fresh_database(kind) as walked:
        await upgrade(made)
        await upgrade(walked, newest())
        async with made.writing() as one, walked.writing() as other:
            there = await one.run_sync(schema)
            wanted = await other.run_sync(schema)
    assert there ^ wanted == set()
    assert len(there) > 1000


async def test_the_newest_revision_is_the_one_alembic_takes(kind: Kind) -> None:
    """Ours is read from the names of files, so that Alembic is not loaded."""

    def head(connection: Connection) -> str | None:
        return ScriptDirectory.from_config(configuration(connection)).get_current_head()

    async with fresh_database(kind) as database, database.writing() as connection:
        assert await connection.run_sync(head) == newest() > NONE


async def test_whoever_dies_while_it_is_made_leaves_nothing(kind: Kind) -> None:
    """It is one transaction: the next start finds the database empty."""
    async with fresh_database(kind) as database:
        with pytest.raises(ZeroDivisionError):
            await _make_and_die(database)
        async with database.writing() as connection:
            assert await connection.run_sync(founding.empty)
        await upgrade(database)


async def _make_and_die(database: Database) -> None:
    async with changing(database) as connection:
        await migrate(connection)
        assert await connection.run_sync(revision) == newest()
        raise ZeroDivisionError


async def test_replicas_that_start_together_make_it_once() -> None:
    """The others wait, and find it made."""

    async def start(url: str) -> str | None:
        database = await connect(url)
        try:
            await upgrade(database)
            async with database.writing() as connection:
                return await connection.run_sync(revision)
        finally:
            await database.close()

    async with fresh_url("postgresql") as url:
        found = await asyncio.gather(*(start(url) for _ in range(REPLICAS)))
    assert found == [newest()] * REPLICAS


async def test_a_database_with_anything_in_it_is_migrated(kind: Kind) -> None:
    """Even with one table that is not ours: nothing is guessed about it."""
    async with fresh_database(kind) as database:
        async with database.writing() as connection:
            await connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
            await connection.commit()
            assert not await connection.run_sync(founding.empty)
        await upgrade(database)
        async with database.writing() as connection:
            assert await connection.run_sync(revision) == newest()
