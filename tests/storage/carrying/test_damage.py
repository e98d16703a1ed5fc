"""A backup that is not what was written is recognized, and nothing comes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.errors import NotCarried
from storage.database.upgrade import newest, revision
from tests.databases import fresh_url
from tests.storage.carrying.company import begun, reading
from tests.storage.carrying.owner import Owner, bytes_of, put

pytestmark = pytest.mark.heavy

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture
async def file(folder: Path) -> Path:
    """A backup of a company on its first day."""
    async with fresh_url("sqlite") as url, begun(url):
        return await Owner(url).backs_up(folder)


def changed(file: Path, change: Change) -> Path:
    """The same backup, written anew by somebody who changed something in it."""
    with ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    other = file.with_name("changed.zip")
    with ZipFile(other, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return other


def told(**values: Any) -> Change:
    """The manifest says something else."""

    def change(members: dict[str, bytes]) -> None:
        manifest = json.loads(members["manifest.json"]) | values
        members["manifest.json"] = json.dumps(manifest).encode()

    return change


def written(table: str, text: bytes) -> Change:
    """A table has other rows."""

    def change(members: dict[str, bytes]) -> None:
        members[f"tables/{table}.jsonl"] = text

    return change


def without(name: str) -> Change:
    """A file is missing."""

    def change(members: dict[str, bytes]) -> None:
        del members[name]

    return change


async def reason(file: Path) -> str:
    """Why it cannot be restored; it is told the same way when it is only checked."""
    async with fresh_url("sqlite") as url:
        with pytest.raises(NotCarried) as restored:
            await Owner(url).restores(file)
        async with reading(url) as store, store.reading() as db:
            assert await db.connection.run_sync(revision) is None
    with pytest.raises(NotCarried) as checked:
        await Owner("sqlite+aiosqlite:///never.db").checks(file)
    assert restored.value.reason == checked.value.reason
    return restored.value.reason


@pytest.mark.parametrize("percent", [1, 50, 99])
async def test_a_file_that_was_cut_is_damaged(file: Path, percent: int) -> None:
    """A copy that was not finished, a disk that was full."""
    whole = bytes_of(file)
    put(file, whole[: len(whole) * percent // 100])
    assert await reason(file) == "damaged"


async def test_a_byte_that_changed_is_found(file: Path) -> None:
    """Wherever in the rows it is."""
    whole = bytes_of(file)
    with ZipFile(file) as archive:
        info = archive.getinfo("tables/organizations.jsonl")
    whole[info.header_offset + 30 + len(info.filename) + 20 + 5] ^= 0x40
    put(file, whole)
    assert await reason(file) == "damaged"


ROW = b'{"country":"DE","id":1,"language":"en","name":"Tea","zone":"UTC"}\n'


@pytest.mark.parametrize(
    "change",
    [
        written("organizations", ROW),
        written("organizations", b""),
        written("organizations", b"no JSON\n"),
        written("organizations", b"\xff\xfe\n"),
        written("organizations", b"[1]\n"),
        written("organizations", ROW.replace(b"zone", b"place")),
        without("tables/tasks.jsonl"),
        told(tables=[]),
        told(tables=7),
        told(revision=3),
        told(revision="0000"),
        told(revision="0002x"),
        told(version="one"),
        told(made_at="yesterday"),
    ],
)
async def test_what_was_changed_inside_is_found(file: Path, change: Change) -> None:
    """The zip is well; what is in it is not what was written."""
    assert await reason(changed(file, change)) == "damaged"


@pytest.mark.parametrize("text", [b"", b"hello", b"PK", b"SQLite format 3\x00" * 9])
async def test_another_file_is_no_backup(folder: Path, text: bytes) -> None:
    """Whatever it is."""
    other = folder / "other.zip"
    other.write_bytes(text)
    assert await reason(other) == "not-ours"


@pytest.mark.parametrize("change", [without("manifest.json"), told(format="theirs")])
async def test_another_zip_is_no_backup(file: Path, change: Change) -> None:
    """It says itself what it is."""
    assert await reason(changed(file, change)) == "not-ours"


@pytest.mark.parametrize("change", [told(version=2), told(revision="9999")])
async def test_a_newer_backup_is_refused(file: Path, change: Change) -> None:
    """An older version would not know what it leaves out."""
    newer = changed(file, change)
    assert await reason(newer) == "newer"
    with pytest.raises(NotCarried) as wrong:
        await Owner("sqlite+aiosqlite:///never.db").checks(newer)
    assert newest() in Owner("").reads(wrong.value)
