"""What is refused, and why, in plain words."""

import ast
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import ConfigError, DatabaseInUse, NotCarried
from storage.database.engine import connect
from storage.database.upgrade import upgrade
from tests.databases import fresh_database, fresh_url
from tests.sources import catalogue, python_files, tree
from tests.storage.carrying.company import HARD, begun, reading, rows_of
from tests.storage.carrying.owner import Owner, bytes_of, names_in, put
from tests.storage.test_upgrade_data import first_release

pytestmark = pytest.mark.heavy

NOWHERE = "sqlite+aiosqlite:///nowhere.db"


async def test_a_database_with_rows_is_left_alone(empty: str, folder: Path) -> None:
    """The tables that hold any are named."""
    async with fresh_url("sqlite") as url:
        async with begun(url):
            file = await Owner(url).backs_up(folder)
        async with begun(empty):
            pass
        before = await rows_of(empty)
        for way in (Owner(empty).restores(file), Owner(url).moves_to(empty)):
            with pytest.raises(NotCarried) as wrong:
                await way
            said = Owner(empty).reads(wrong.value)
            assert "There are rows in: organizations." in said
        assert await rows_of(empty) == before


async def test_rows_only_a_newer_shape_has_are_rows_too(folder: Path) -> None:
    """Nothing is dropped that somebody wrote."""
    async with fresh_database("sqlite") as database:
        await first_release(database)
        file = await Owner(str(database.url)).backs_up(folder)
    async with fresh_url("sqlite") as url:
        async with reading(url) as store:
            await upgrade(store.database)
        with closing(sqlite3.connect(_path(url))) as connection:
            new = "INSERT INTO standup_sealed_answers VALUES (1, 1, 1, 1, 'x')"
            connection.execute(new)
            connection.commit()
        with pytest.raises(NotCarried, match="not-empty"):
            await Owner(url).restores(file)


async def test_a_running_bot_keeps_its_sqlite_file(empty: str, folder: Path) -> None:
    """It is neither moved nor filled, but it is backed up."""
    async with fresh_url("sqlite") as url, begun(url):
        with pytest.raises(DatabaseInUse):
            await Owner(url).moves_to(empty)
        file = await Owner(url).backs_up(folder)
        with pytest.raises(DatabaseInUse):
            await Owner(url).restores(file)
        await Owner(url).checks(file)


async def test_a_postgresql_that_others_use_is_not_moved(empty: str) -> None:
    """What they write meanwhile would be left behind."""
    async with fresh_url("postgresql") as url:
        async with begun(url) as store, store.reading() as db:
            await db.connection.execute(text("SELECT 1"))
            with pytest.raises(NotCarried) as wrong:
                await Owner(url).moves_to(empty)
        assert "Stop the bot first" in Owner(url).reads(wrong.value)
        await Owner(url).moves_to(empty)


async def test_nothing_is_made_where_there_is_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong folder is told, not filled with an empty file."""
    monkeypatch.chdir(tmp_path)
    for way in (
        Owner(NOWHERE).backs_up(tmp_path),
        Owner(NOWHERE).moves_to("sqlite+aiosqlite:///there.db"),
    ):
        with pytest.raises(NotCarried, match="no-database"):
            await way
    assert names_in(tmp_path) == []


async def test_an_empty_database_has_nothing_to_carry(empty: str, folder: Path) -> None:
    """Not even tables."""
    database = await connect(empty)
    await database.close()
    with pytest.raises(NotCarried, match="nothing"):
        await Owner(empty).backs_up(folder)
    assert names_in(folder) == []


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("mysql://crew@db/crew", "config-database-driver"),
        ("not an address", "config-database-url"),
        ("postgresql+asyncpg://crew@127.0.0.1:1/crew", "config-database-away"),
        ("sqlite+aiosqlite:////nowhere/at/all/there.db", "config-database-away"),
    ],
)
async def test_a_wrong_address_is_told(target: str, why: str) -> None:
    """Before anything is read."""
    async with fresh_url("sqlite") as url:
        async with begun(url):
            pass
        with pytest.raises(ConfigError, match=why):
            await Owner(url).moves_to(target)


async def test_a_password_is_never_shown() -> None:
    """Neither in what went wrong, nor in the line for the environment."""
    async with fresh_url("sqlite") as url, fresh_url("postgresql") as there:
        async with begun(url):
            pass
        wrong_one = "postgresql://crew:tea-cup@127.0.0.1:1/crew"
        with pytest.raises(ConfigError) as wrong:
            await Owner(url).moves_to(wrong_one)
        assert "tea-cup" not in str(wrong.value)
        owner = Owner(url)
        await owner.moves_to(there.replace("postgres@", "postgres:tea-cup@"))
        assert "tea-cup" not in "".join(owner.told)
        assert owner.told[-1].startswith("SHOPCREW_DATABASE_URL=")
        assert "***" in owner.told[-1]
        assert "your password" in owner.told[-2]


async def test_a_database_is_not_moved_onto_itself() -> None:
    """However its path is written; and one in memory is not moved at all."""
    async with fresh_url("sqlite") as url:
        async with begun(url):
            pass
        for target, why in (
            (url.replace("test.db", "../" + url.split("/")[-2] + "/test.db"), "same"),
            ("sqlite://", "memory"),
        ):
            with pytest.raises(NotCarried, match=why):
                await Owner(url).moves_to(target)
    with pytest.raises(NotCarried, match="memory"):
        await Owner("sqlite://").backs_up(Path("x.zip"))


async def test_a_file_that_is_there_is_left_alone(folder: Path) -> None:
    """A good old backup is worth more than a new one."""
    old = folder / "old.zip"
    put(old, b"old")
    async with fresh_url("sqlite") as url, begun(url):
        with pytest.raises(NotCarried, match="there-already"):
            await Owner(url).backs_up(old)
        with pytest.raises(NotCarried, match="no-folder"):
            await Owner(url).backs_up(folder / "none" / "new.zip")
    assert bytes_of(old) == b"old"
    assert names_in(folder) == ["old.zip"]


async def test_a_database_of_a_newer_version_is_not_read(folder: Path) -> None:
    """Nor is one filled that a newer version made."""
    async with fresh_url("sqlite") as old, fresh_url("sqlite") as new:
        async with begun(old):
            file = await Owner(old).backs_up(folder)
        async with reading(new) as store:
            await upgrade(store.database)
            async with store.database.writing() as connection:
                newer = text("UPDATE alembic_version SET version_num = '9999'")
                await connection.execute(newer)
                await connection.commit()
        for way in (
            Owner(new).backs_up(folder),
            Owner(new).restores(file),
            Owner(old).moves_to(new),
        ):
            with pytest.raises(NotCarried, match="newer"):
                await way


async def test_a_broken_sqlite_file_is_told(folder: Path) -> None:
    """It is no database at all, or one whose pages are gone."""
    async with fresh_url("sqlite") as url:
        async with begun(url):
            pass
        pages = bytes_of(_path(url))
        pages[8192:] = b"\xff" * len(pages[8192:])
        put(_path(url), pages)
        with pytest.raises(NotCarried, match="corrupt"):
            await Owner(url).backs_up(folder)
        put(_path(url), b"hello " * 1000)
        with pytest.raises(NotCarried, match="not-a-database"):
            await Owner(url).backs_up(folder)
    assert names_in(folder) == []


async def test_the_key_is_not_in_the_backup(folder: Path) -> None:
    """Only a print of it, by which another one is told from it."""
    async with fresh_url("sqlite") as url, begun(url):
        file = await Owner(url, key="pu-erh").backs_up(folder)
    assert b"pu-erh" not in file.read_bytes()
    for key, warned in (("pu-erh", False), ("oolong", True), ("", True)):
        owner = Owner(NOWHERE, key=key)
        await owner.checks(file)
        assert any("under another key" in line for line in owner.told) is warned


async def test_a_backup_is_for_its_owner_only(folder: Path) -> None:
    """It holds everything that anybody ever said."""
    async with fresh_url("sqlite") as url, begun(url):
        file = await Owner(url).backs_up(folder)
        named = await Owner(url).backs_up(folder / HARD.split()[0])
    assert {each.stat().st_mode & 0o777 for each in (file, named)} == {0o600}


def _path(url: str) -> Path:
    return Path(url.partition(":///")[2])


def test_every_reason_has_its_words() -> None:
    """In the catalogue, with every value they need."""
    said = [
        (f"carry-{value}", {keyword.arg for keyword in call.keywords})
        for path in python_files("storage", "bot")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "NotCarried"
        for value in [getattr(call.args[0], "value", None)]
        if isinstance(value, str)
    ]
    codes = re.findall(r'": "([a-z-]+)"|: "([a-z-]+)",', _codes())
    said += [(f"carry-{one or other}", set()) for one, other in codes]
    texts = catalogue("en")
    assert [key for key, _ in said if key not in texts] == []
    assert [key for key, given in said if texts[key].values != given] == []


def _codes() -> str:
    (path,) = (p for p in python_files("storage") if p.stem == "trouble")
    return path.read_text("utf-8")


async def test_a_chinese_owner_reads_chinese(empty: str) -> None:
    """Why it did not work, too."""
    owner = Owner(NOWHERE, language="zh")
    with pytest.raises(NotCarried) as wrong:
        await owner.moves_to(empty)
    assert "没有数据库" in owner.reads(wrong.value)
