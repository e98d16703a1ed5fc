"""How the database is opened, shared and protected."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing, nullcontext, suppress
from pathlib import Path

import pytest
from asyncpg.exceptions import InternalClientError  # type: ignore[import-untyped]
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from bot.errors import ConfigError, StoreAway
from bot.model.people import Profile
from bot.model.refs import UserRef
from storage.database import postgres, sqlite, writer
from storage.database.engine import Database, connect
from storage.database.postgres import PostgresDatabase
from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.databases import Kind, fresh_store
from tests.postgres import server

INSERT = text(
    "INSERT INTO organizations (id, name, zone, language) VALUES (9, '', '', '')"
)


def person(number: int) -> Profile:
    return Profile(UserRef("slack", "T1", f"U{number}"), f"Person {number}")


async def test_sqlite_keeps_its_promises(tmp_path: Path) -> None:
    """Write-ahead log, full durability, foreign keys."""
    database = await connect(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    async with database.writing() as connection:
        found = [
            (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    await database.close()
    assert found == ["wal", 2, 1]


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[tuple[Database, sqlite3.Connection]]:
    """A database whose file a tool of somebody's is writing to."""
    database = await connect(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    async with database.writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE kept (word TEXT)")
        await connection.commit()
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as tool:
        tool.execute("BEGIN IMMEDIATE")
        yield database, tool
    await database.close()


async def _write(database: Database, *, commit: bool = True) -> None:
    async with database.writing() as connection:
        await connection.exec_driver_sql("INSERT INTO kept VALUES ('tea')")
        if commit:
            await connection.commit()


def _kept(tool: sqlite3.Connection) -> int:
    return int(tool.execute("SELECT count(*) FROM kept").fetchone()[0])


async def test_a_writer_waits_for_a_tool_and_nobody_else_does(
    held: tuple[Database, sqlite3.Connection],
) -> None:
    """The event loop goes on while somebody else holds the file."""
    database, tool = held
    writing = asyncio.create_task(_write(database))
    for _ in range(9):
        await asyncio.sleep(0)
    assert not writing.done()
    tool.execute("ROLLBACK")
    await writing
    assert _kept(tool) == 1


async def test_who_waited_in_vain_leaves_a_whole_writer_behind(
    held: tuple[Database, sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next transaction is one again: what it does not commit is undone."""
    database, tool = held
    monkeypatch.setattr(writer, "HELD", 0.0)
    with pytest.raises(StoreAway, match="locked"):
        await _write(database)
    tool.execute("ROLLBACK")
    await _write(database, commit=False)
    assert _kept(tool) == 0


KILL = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = :pid")
PID = text("SELECT pg_backend_pid()")


@pytest.mark.parametrize("end", ["statement", "commit", "silence"])
async def test_a_connection_that_was_cut_is_a_database_away(end: str) -> None:
    """In a statement, in a COMMIT, between units; the next unit goes through."""
    async with fresh_store("postgresql") as store:
        cut = pytest.raises(StoreAway) if end != "silence" else nullcontext()
        with cut:
            async with store() as db:
                await db.people.meet(person(1))
                pid = await db.connection.scalar(PID)
                if end == "silence":
                    await db.commit()
                await _kill(store, pid)
                if end == "statement":
                    await db.people.meet(person(2))
                await db.commit()
        for _ in range(2):
            with suppress(StoreAway):  # it had not heard yet
                await write(store, 1)
        await write(store, 3)
        async with store.reading() as db:
            assert len(await db.people.everyone()) in (3, 4)


async def _kill(store: SqlStore, pid: int) -> None:
    async with store.database.reading() as other:
        await other.execute(KILL, {"pid": pid})


async def test_a_server_that_is_not_there_is_a_database_away() -> None:
    """It is restarted, or the way to it is cut."""
    url = make_url("postgresql+asyncpg://ann:secret@127.0.0.1:1/shop")
    database = PostgresDatabase(url)
    for opened in (database.reading, database.writing):
        with pytest.raises(StoreAway) as wrong:
            async with opened():
                pass
        assert "secret" not in str(wrong.value)
    await database.close()


async def test_a_file_that_cannot_be_written_is_a_database_away(
    tmp_path: Path,
) -> None:
    """Somebody has changed its rights; a reader that would write is a bug."""
    database = await connect(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    async with database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(StoreAway, match="readonly"):
        async with database.writing() as connection:
            await connection.exec_driver_sql("CREATE TABLE kept (word TEXT)")
    with pytest.raises(DBAPIError):
        async with database.reading() as connection:
            await connection.exec_driver_sql("CREATE TABLE kept (word TEXT)")
    await database.close()


async def test_a_second_process_is_refused(tmp_path: Path) -> None:
    """Two writers' caches and loops would send everything twice."""
    url = f"sqlite+aiosqlite:///{tmp_path}/a.db"
    database = await connect(url)
    with pytest.raises(ConfigError, match="config-database-in-use"):
        await connect(url)
    await database.close()
    await (await connect(url)).close()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "no url at all",
        "mysql://localhost/shop",
        "sqlite+aiosqlite:////no/such/folder/shop.db",
        "postgresql+asyncpg://ann:secret@127.0.0.1:1/shop",
    ],
)
async def test_an_address_that_cannot_work_is_told_clearly(url: str) -> None:
    """As a mistake in the settings, without the password."""
    with pytest.raises(ConfigError) as wrong:
        await connect(url)
    assert "secret" not in str(wrong.value)


async def test_a_database_that_is_not_there_is_told_clearly() -> None:
    """The server answers, but does not know it."""
    missing = server().set(database="nobody_made_this")
    with pytest.raises(ConfigError, match="nobody_made_this"):
        await connect(missing.render_as_string(hide_password=False))


async def test_the_short_names_of_drivers_are_understood(tmp_path: Path) -> None:
    """`sqlite:///` and `postgresql://` are what people paste."""
    await (await connect(f"sqlite:///{tmp_path}/a.db")).close()
    url = server().set(drivername="postgresql")
    await (await connect(url.render_as_string(hide_password=False))).close()


async def test_a_memory_database_serves_reader_and_writer() -> None:
    """For tests and trials: one connection, shared."""
    database = await connect("sqlite+aiosqlite://")
    store = SqlStore(database)
    async with database.writing() as connection:
        await connection.run_sync(metadata.create_all)
        await connection.commit()
    await store.ensure_organization("Tea", "UTC", "en", None)
    async with store() as db:
        await db.people.meet(person(1))
        await db.commit()
    async with store.reading() as db:
        assert len(await db.people.everyone()) == 1
    await database.close()


async def test_a_reader_cannot_write(store: SqlStore) -> None:
    """Not by mistake either."""
    with pytest.raises(DBAPIError):
        async with store.database.reading() as connection:
            await connection.execute(INSERT)


async def test_writers_take_turns_and_nothing_is_lost(store: SqlStore) -> None:
    """Fifty at once, all of them meeting the same people."""

    async def meet(number: int) -> None:
        async with store() as db:
            await db.people.meet(person(number % 5))
            await db.commit()

    await asyncio.gather(*(meet(number) for number in range(50)))
    async with store.reading() as db:
        assert len(await db.people.everyone()) == 5


async def test_readers_do_not_wait_for_each_other(store: SqlStore) -> None:
    """More readers than connections come through too."""

    async def read() -> int:
        async with store.reading() as db:
            return (await db.people.organization()).id

    assert await asyncio.gather(*(read() for _ in range(30))) == [1] * 30


async def write(store: SqlStore, people: int) -> None:
    """Meets people one by one, as slowly as a loop with much to do would."""
    async with store() as db:
        for number in range(people):
            await db.people.meet(person(number))
            await asyncio.sleep(0)
        await db.commit()


async def test_a_reader_that_waited_in_vain_finds_a_database_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waited while the process was frozen is no bug: it is tried again."""
    monkeypatch.setattr(sqlite, "READERS", 1)
    database = await connect(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    assert isinstance(database, sqlite.SqliteDatabase)
    assert database._readers is not None
    monkeypatch.setattr(database._readers.sync_engine.pool, "_timeout", 0.01)
    async with database.reading():
        with pytest.raises(StoreAway):
            async with database.reading():
                pass
    async with database.reading() as connection:
        assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1
    await database.close()


@pytest.mark.parametrize("steps", range(1, 40, 3))
async def test_a_cancelled_writer_leaves_all_or_nothing(
    store: SqlStore, steps: int
) -> None:
    """Wherever it was: no half of it, no lock, the next writer goes on."""
    task = asyncio.create_task(write(store, 10))
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    async with store() as db:
        assert len(await db.people.everyone()) in (0, 10)
        await db.people.meet(person(99))
        await db.commit()
    async with store.reading() as db:
        assert len(await db.people.everyone()) in (1, 11)


async def test_a_writer_cancelled_in_its_commit_leaves_all_or_nothing() -> None:
    """The disk may be writing it already."""
    async with fresh_store("sqlite") as store:
        for number in range(5):
            task = asyncio.create_task(write(store, 1))
            await asyncio.sleep(0)
            for _ in range(number):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
        async with store() as db:
            assert len(await db.people.everyone()) <= 1


async def test_a_unit_inside_a_unit_is_a_bug_that_says_so() -> None:
    """On SQLite it would wait for itself for ever."""
    async with fresh_store("sqlite") as store, store() as db:
        await db.people.meet(person(1))
        with pytest.raises(RuntimeError, match="use that one"):
            async with store():
                pass


async def test_errors_show_nothing_that_was_typed(kind: Kind) -> None:
    """They end up in logs."""
    async with fresh_store(kind) as store:
        with pytest.raises(DBAPIError) as wrong:
            async with store.database.writing() as connection:
                await connection.execute(
                    text("SELECT * FROM nothing WHERE name = :name"),
                    {"name": "private"},
                )
        assert "private" not in str(wrong.value)


async def test_who_halts_in_the_midst_of_a_unit_holds_up_nobody_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A frozen process keeps no rows from the others: its unit ends without it."""
    monkeypatch.setitem(postgres.SESSION, postgres.HALTED, "100ms")
    async with fresh_store("postgresql") as store:
        async with store() as frozen:
            await frozen.people.meet(person(0))
            async with asyncio.timeout(10):
                await write(store, 1)  # the same person: it waits for that row
            with pytest.raises(StoreAway):
                await frozen.commit()
        async with store.reading() as db:
            assert len(await db.people.everyone()) == 1


async def test_a_month_of_many_is_read_without_helpers_of_the_database() -> None:
    """To start them, or to compile a statement, takes longer than what they do."""
    told = text("SELECT current_setting(:name)")
    async with fresh_store("postgresql") as store, store.reading() as db:
        for name, wanted in (("max_parallel_workers_per_gather", "0"), ("jit", "off")):
            found = await db.connection.execute(told, {"name": name})
            assert found.scalar_one() == wanted


async def test_a_connection_of_which_the_driver_knows_nothing_is_a_database_away() -> (
    None
):
    """It was cut off in the midst of a call; the driver's own word for it is no bug."""
    async with fresh_store("postgresql") as store:
        async with store() as db:
            raw = await db.connection.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None
            muddled = InternalClientError("cannot switch to state 12")
            with pytest.MonkeyPatch.context() as cut:
                cut.setattr(type(driver), "prepare", _raising(muddled))
                with pytest.raises(StoreAway, match="cannot switch"):
                    await db.connection.execute(text("SELECT 41 + 1"))
        await write(store, 1)


def _raising(wrong: Exception) -> Callable[..., Awaitable[None]]:
    async def prepare(*_: object, **__: object) -> None:
        raise wrong

    return prepare
