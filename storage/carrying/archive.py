"""A backup: a zip with one file of lines for each table, and a manifest.

It is read by either database, by later versions, and by any program that knows zip and
JSON. What is encrypted in the rows stays so.
"""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

from sqlalchemy import Table

from bot.errors import NotCarried
from bot.model.carrying import Backup
from storage.carrying.keys import fingerprint, is_of
from storage.carrying.reading import BATCH, Snapshot
from storage.carrying.rows import Total
from storage.carrying.shape import Shape, shape_of
from storage.carrying.trouble import undamaged
from storage.database.upgrade import newest, revisions

FORMAT, VERSION = "shopcrew backup", 1
MANIFEST = "manifest.json"
ZIP_STARTS = b"PK\x03\x04"


async def write(
    source: Snapshot, into: BinaryIO, made_at: datetime, key: str
) -> Backup:
    """Writes everything there is. `key` is the owner's, of which only a print is kept.

    The manifest comes last: a file that was cut has none.
    """
    totals: dict[str, Total] = {}
    with ZipFile(into, "w", ZIP_DEFLATED) as file:
        for table in source.shape.tables:
            total = totals[table.name] = Total()
            with file.open(_member(table.name), "w", force_zip64=True) as member:
                async for lines in source.lines(table):
                    for each in lines:
                        total.add(each)
                    member.write(b"".join(each + b"\n" for each in lines))
        manifest = _manifest(source.shape.revision, totals, made_at, key)
        file.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return _backup(manifest, key)


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup that is open."""

    shape: Shape
    about: Backup
    totals: Mapping[str, tuple[int, str]]
    file: ZipFile

    async def lines(self, table: Table) -> AsyncIterator[list[bytes]]:
        """Every row of a table. Raises NotCarried where it is not as it was written."""
        found = Total()
        with undamaged():
            for lines in self._batches(table.name):
                for each in lines:
                    found.add(each)
                yield lines
            if (found.rows, found.digest) != self.totals[table.name]:
                raise ValueError(f"{table.name} was changed")

    def _batches(self, table: str) -> Iterator[list[bytes]]:
        with self.file.open(_member(table)) as member:
            lines: list[bytes] = []
            for each in member:
                lines.append(each.rstrip(b"\n"))
                if len(lines) == BATCH:
                    yield lines
                    lines = []
            yield lines


@contextmanager
def opened(path: Path) -> Iterator[tuple[ZipFile, dict[str, Any]]]:
    """A backup's file and manifest. Raises NotCarried where it is none."""
    if not path.exists():
        raise NotCarried("no-file", path=str(path))
    with path.open("rb") as file:
        begins = file.read(len(ZIP_STARTS))
        if begins != ZIP_STARTS:
            raise NotCarried("not-ours")
        if not is_zipfile(file):
            raise NotCarried("damaged")
        with undamaged():
            archive = ZipFile(file)
        with archive:
            yield archive, _read_manifest(archive)


async def archive_of(file: ZipFile, manifest: Mapping[str, Any], key: str) -> Archive:
    """The backup in a file, ready to be read."""
    with undamaged():
        shape = await shape_of(manifest["revision"])
        totals = {
            each["name"]: (each["rows"], each["digest"]) for each in manifest["tables"]
        }
        if list(totals) != [table.name for table in shape.tables]:
            raise ValueError("other tables than its revision has")
        return Archive(shape, _backup(manifest, key), totals, file)


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"


def _manifest(
    revision: str, totals: Mapping[str, Total], made_at: datetime, key: str
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": made_at.isoformat(timespec="seconds"),
        "revision": revision,
        "key": fingerprint(key),
        "tables": [
            {"name": name, "rows": total.rows, "digest": total.digest}
            for name, total in totals.items()
        ],
    }


def _read_manifest(archive: ZipFile) -> dict[str, Any]:
    """The manifest of a backup that this version can read."""
    if MANIFEST not in archive.namelist():
        raise NotCarried("not-ours")
    with undamaged():
        found: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if found.get("format") != FORMAT:
            raise NotCarried("not-ours")
        known, revision = found["version"], found["revision"]
        if known > VERSION or revision > newest():
            raise NotCarried("newer", revision=revision, newest=newest())
        if revision not in revisions():
            raise ValueError("no revision of ours")
        return found


def _backup(manifest: Mapping[str, Any], key: str) -> Backup:
    return Backup(
        made_at=datetime.fromisoformat(manifest["made_at"]),
        revision=manifest["revision"],
        tables=len(manifest["tables"]),
        rows=sum(each["rows"] for each in manifest["tables"]),
        same_key=is_of(key, manifest["key"]),
    )
