"""The three ways data goes: into a file, out of one, into another database."""

import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from bot.errors import NotCarried
from bot.model.carrying import Arrived, Backup
from storage.carrying.archive import Archive, archive_of, opened, write
from storage.carrying.filling import fill
from storage.carrying.reading import file_of, snapshot
from storage.carrying.trouble import plainly
from storage.database.engine import connect, parse
from storage.database.lock import FileLock

Told = Callable[[Arrived], None]
NAME = "shopcrew-%Y-%m-%dT%H%M%SZ.zip"
PART = ".part"  # what is not whole yet


async def back_up(
    url: str, wanted: Path, now: datetime, key: str
) -> tuple[Path, Backup]:
    """Writes a backup to a file, or into a folder under a name of its own.

    Nobody but its owner may read it, and it is there once it is whole.
    """
    async with plainly(), snapshot(url) as source:
        with _new_file(wanted, now) as (path, file):
            return path, await write(source, file, now, key)


async def back_up_to(url: str, into: BinaryIO, now: datetime, key: str) -> Backup:
    """Writes a backup to something that is open."""
    async with plainly(), snapshot(url) as source:
        return await write(source, into, now, key)


async def restore(path: Path, url: str, key: str, told: Told) -> Backup:
    """Fills the empty database at `url` with a backup."""
    file_of(parse(url))
    async with plainly(), _archive(path, key) as archive:
        database = await connect(url)
        try:
            await fill(database, archive, told)
        finally:
            await database.close()
        return archive.about


async def check(path: Path, key: str, told: Told) -> Backup:
    """Restores a backup into a database that is thrown away."""
    async with plainly():
        with tempfile.TemporaryDirectory(prefix="shopcrew-check-") as folder:
            url = f"sqlite+aiosqlite:///{folder}/check.db"
            return await restore(path, url, key, told)


async def move(url: str, target: str, told: Told) -> None:
    """Copies one database into another, empty one; nobody may use the first."""
    async with plainly():
        _refuse_same(url, target)
        with _alone(url):
            async with snapshot(url, alone=True) as source:
                database = await connect(target)
                try:
                    await fill(database, source, told)
                finally:
                    await database.close()


@asynccontextmanager
async def _archive(path: Path, key: str) -> AsyncIterator[Archive]:
    with opened(path) as (file, manifest):
        yield await archive_of(file, manifest, key)


@contextmanager
def _new_file(wanted: Path, now: datetime) -> Iterator[tuple[Path, BinaryIO]]:
    """A file that gets its name once everything is on the disk."""
    path = wanted / now.strftime(NAME) if wanted.is_dir() else wanted
    if path.exists():
        raise NotCarried("there-already", path=str(path))
    if not path.parent.is_dir():
        raise NotCarried("no-folder", path=str(path.parent))
    # `mkstemp` makes a file that its owner may read and write, and nobody else.
    number, name = tempfile.mkstemp(PART, f".{path.name}-", path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            yield path, cast(BinaryIO, file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).rename(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def _alone(url: str) -> Iterator[None]:
    """Keeps the bot from starting on an SQLite file. Raises DatabaseInUse."""
    path = file_of(parse(url))
    if path is None:
        yield
        return
    if not path.exists():
        raise NotCarried("no-database", path=str(path))
    lock = FileLock(Path(f"{path}.lock"))
    try:
        yield
    finally:
        lock.release()


def _refuse_same(url: str, target: str) -> None:
    here, there = file_of(parse(url)), file_of(parse(target))
    if here and there and here.resolve() == there.resolve():
        raise NotCarried("same")
