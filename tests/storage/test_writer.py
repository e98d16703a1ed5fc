"""Writers of SQLite take turns, and are committed together."""

import asyncio
import resource
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict, StoreAway
from storage.database import writer
from storage.database.engine import Database, connect
from tests.sources import ROOT

MANY = 50
INSERT = {
    "kept": "INSERT INTO kept VALUES (?)",
    "tied": "INSERT INTO tied VALUES (?)",
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A file with one table, whose words are unique."""
    opened = await connect(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    async with opened.writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE kept (word TEXT UNIQUE)")
        await connection.exec_driver_sql(
            "CREATE TABLE tied (word TEXT REFERENCES kept (word)"
            " DEFERRABLE INITIALLY DEFERRED)"
        )
        await connection.commit()
    yield opened
    await opened.close()


async def put(connection: AsyncConnection, word: object, table: str = "kept") -> None:
    """Writes a word."""
    await connection.exec_driver_sql(INSERT[table], (str(word),))


async def keep(database: Database, *words: object, table: str = "kept") -> None:
    """One unit of work; other tasks run between its statements."""
    async with database.writing() as connection:
        for word in words:
            await put(connection, word, table)
            await asyncio.sleep(0)
        await connection.commit()


async def heard(database: Database) -> list[str]:
    """Everything SQLite is told from now on."""
    said: list[str] = []
    async with database.writing() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(said.append)
    return said


def words(tmp_path: Path) -> set[str]:
    """What is in the file, as another program sees it."""
    with closing(sqlite3.connect(tmp_path / "a.db")) as tool:
        return {word for (word,) in tool.execute("SELECT word FROM kept")}


async def test_who_waits_together_is_committed_together(
    database: Database, tmp_path: Path
) -> None:
    """Fifty units at once need a few commits; each is there when it was promised."""
    said = await heard(database)

    async def one(number: int) -> None:
        await keep(database, number)
        assert str(number) in words(tmp_path)

    await asyncio.gather(*map(one, range(MANY)))
    assert said.count("COMMIT") <= MANY / 5


async def test_whom_a_platform_waits_for_is_kept_before_others_join(
    database: Database,
) -> None:
    """It waits for the disk once, and not for those behind it."""
    order: list[str] = []

    async def one(name: str, *, hurried: bool = False) -> None:
        async with database.writing(hurried=hurried) as connection:
            await put(connection, name)
            await asyncio.sleep(0)
            order.append(f"{name} written")
            await connection.commit()
        order.append(f"{name} kept")

    slow = (one(f"slow {number}") for number in range(9))
    await asyncio.gather(*slow, one("event", hurried=True), one("form", hurried=True))
    assert order.index("event kept") < order.index("slow 5 written")
    assert order.index("form written") < order.index("event kept")


async def test_who_comes_alone_waits_for_nobody(
    database: Database, tmp_path: Path
) -> None:
    """One unit, one commit, and no timer."""
    said = await heard(database)
    for number in range(3):
        await keep(database, number)
        assert said.count("COMMIT") == number + 1
    assert words(tmp_path) == {"0", "1", "2"}


async def test_one_that_fails_fails_alone(database: Database, tmp_path: Path) -> None:
    """Its own rows are undone, whatever it had written; the others stay."""
    await keep(database, "taken")
    wanted = [(f"a{number}", f"b{number}") for number in range(MANY)]
    wanted[7] = wanted[20] = ("mine", "taken")
    tried = (keep(database, *each) for each in wanted)
    came = await asyncio.gather(*tried, return_exceptions=True)
    failed = [number for number, each in enumerate(came) if each is not None]
    assert failed == [7, 20]
    assert all(isinstance(came[number], Conflict) for number in failed)
    assert words(tmp_path) == {"taken"} | {
        word
        for number in range(MANY)
        if number not in failed
        for word in wanted[number]
    }


async def test_one_that_gives_up_is_undone_alone(
    database: Database, tmp_path: Path
) -> None:
    """It did not commit: an error of its own, or nothing to keep."""

    async def give_up() -> None:
        async with database.writing() as connection:
            await put(connection, "never")
            await asyncio.sleep(0)

    await asyncio.gather(*(keep(database, n) for n in range(9)), give_up())
    assert words(tmp_path) == set(map(str, range(9)))


async def test_a_commit_that_fails_is_told_to_each(
    database: Database, tmp_path: Path
) -> None:
    """One of them breaks a rule that is looked at last; nothing of any is there."""
    group = [keep(database, number) for number in range(5)]
    came = await asyncio.gather(
        *group, keep(database, "nobody", table="tied"), return_exceptions=True
    )
    failed = [each for each in came if isinstance(each, DBAPIError)]
    lost = {str(n) for n, each in enumerate(came) if isinstance(each, DBAPIError)}
    assert isinstance(came[-1], DBAPIError)
    assert len({id(each) for each in failed}) == len(failed) > 1
    assert words(tmp_path) == set(map(str, range(5))) - lost
    await keep(database, "after")
    assert "after" in words(tmp_path)


async def test_a_full_disk_is_told_to_each_who_loses_by_it(
    database: Database, tmp_path: Path
) -> None:
    """What was promised is there, what was refused is not, and it goes on after."""
    async with database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=20")
    big = "x" * 3000
    came = await asyncio.gather(
        *(keep(database, n, f"{n}{big}") for n in range(30)), return_exceptions=True
    )
    kept = {str(n) for n, each in enumerate(came) if each is None}
    assert 0 < len(kept) < len(came)
    assert all(each is None or isinstance(each, StoreAway) for each in came)
    assert {word for word in words(tmp_path) if len(word) < len(big)} == kept
    async with database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=10000")
    await keep(database, "after")
    assert "after" in words(tmp_path)


async def test_a_disk_that_takes_no_more_is_told_to_each_who_loses_by_it(
    database: Database, tmp_path: Path
) -> None:
    """The system refuses to let the file grow; afterwards it goes on."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = (tmp_path / "a.db-wal").stat().st_size + 100_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    big = "x" * 30_000
    try:
        tried = (keep(database, n, f"{n}{big}") for n in range(30))
        came = await asyncio.gather(*tried, return_exceptions=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    kept = {str(n) for n, each in enumerate(came) if each is None}
    assert len(kept) < len(came)
    assert all(each is None or isinstance(each, StoreAway) for each in came)
    assert {word for word in words(tmp_path) if len(word) < len(big)} == kept
    await keep(database, "after")
    assert "after" in words(tmp_path)


async def test_what_goes_on_after_a_commit_is_a_unit_of_its_own(
    database: Database, tmp_path: Path
) -> None:
    """It is undone unless it is committed, too."""
    async with database.writing() as connection:
        await put(connection, "first")
        await connection.commit()
        await put(connection, "second")
        await connection.commit()
        await put(connection, "third")
    assert words(tmp_path) == {"first", "second"}


async def test_who_goes_away_while_waiting_holds_up_nobody(
    database: Database, tmp_path: Path
) -> None:
    """The last in the line was to commit for all before it."""
    async with database.writing() as connection:
        tasks = [asyncio.create_task(keep(database, n)) for n in range(3)]
        await asyncio.sleep(0)
        await put(connection, "first")
        committing = asyncio.create_task(connection.commit())
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.wait_for(committing, 5)
    await asyncio.wait(tasks)
    assert "first" in words(tmp_path)


WRITES = """
import asyncio, sys
from storage.database.engine import connect

async def main():
    database = await connect(sys.argv[1])
    async def write(lane):
        for number in range(100000):
            async with database.writing() as connection:
                word = f"{lane}-{number}"
                await connection.exec_driver_sql(
                    "INSERT INTO kept VALUES (?)", (word,)
                )
                await connection.commit()
            print(word, flush=True)
    await asyncio.gather(*map(write, range(16)))

asyncio.run(main())
"""


@pytest.mark.heavy
@pytest.mark.parametrize("promises", [1, 40, 333])
async def test_a_killed_process_loses_nothing_it_promised(
    database: Database, tmp_path: Path, promises: int
) -> None:
    """Whatever it was doing when it was killed."""
    await database.close()
    url = f"sqlite+aiosqlite:///{tmp_path}/a.db"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITES, url, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    told = [await process.stdout.readline() for _ in range(promises)]
    process.send_signal(signal.SIGKILL)
    told += (await process.stdout.read()).splitlines(keepends=True)
    await process.wait()
    promised = {line.decode().strip() for line in told if line.endswith(b"\n")}
    assert len(promised) >= promises
    assert promised <= words(tmp_path)


async def test_a_long_unit_lets_the_loop_go_on_and_keeps_its_turn(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "STEP", 0.0)
    seen = list[int]()
    async with database.writing() as connection:
        asyncio.get_running_loop().call_soon(seen.append, 1)
        other = asyncio.create_task(keep(database, "later"))
        for word in range(3):
            await put(connection, word)
        assert seen == [1]
        assert not other.done()
        await connection.commit()
    await other
    async with database.reading() as connection:
        rows = await connection.exec_driver_sql("SELECT word FROM kept ORDER BY rowid")
        assert [word for (word,) in rows] == ["0", "1", "2", "later"]
