"""The three commands as a person runs them: ended in the middle, on a full disk, in a
script.
"""

import asyncio
import signal
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from storage.database.upgrade import UNHURRIED, revision
from storage.tables.usage import usage
from tests.databases import fresh_url
from tests.storage.carrying.company import begun, reading, rows_of
from tests.storage.carrying.owner import Ended, end, names_in, shopcrew, start

pytestmark = pytest.mark.heavy  # each begins several processes
COUNT = {"platform": "slack", "tenant": "T1", "kind": "calls", "count": 1}


async def filled(url: str, rows: int = 2) -> None:
    """A company that counts something."""
    async with begun(url) as store, store() as db:
        new = [
            COUNT | {"organization_id": 1, "month": sha256(b"%d" % n).hexdigest()}
            for n in range(rows)
        ]
        await db.connection.execute(usage.insert(), new)
        await db.commit()


async def test_a_backup_goes_through_a_pipe(folder: Path) -> None:
    """Nothing but the file is on the standard output; what is said is beside it."""
    async with fresh_url("sqlite") as url:
        await filled(url)
        piped = await shopcrew(url, "backup", "-")
        assert piped.code == 0
        with ZipFile(BytesIO(piped.out)) as archive:
            assert archive.testzip() is None
        assert piped.err.startswith("Backed up 3 rows")
        redirected = await shopcrew(url, "backup", "-", to=folder / "b.zip")
        assert redirected.code == 0
        checked = await shopcrew(url, "restore", str(folder / "b.zip"), "--check")
    assert (checked.code, checked.err) == (0, "")
    assert b"is whole and can be restored" in checked.out


async def test_scripts_learn_how_it_ended(folder: Path, empty: str) -> None:
    """0 where it went well, 1 where it did not, 2 where it was asked wrongly."""
    async with fresh_url("sqlite") as url:
        await filled(url)
        made = await shopcrew(url, "backup", str(folder))
        (name,) = names_in(folder)
        file = str(folder / name)
        first = await shopcrew(empty, "restore", file)
        again = await shopcrew(empty, "restore", file)
        wrong = await shopcrew(url, "migrate-to", "mysql://db/crew")
    assert [each.code for each in (made, first, again, wrong)] == [0, 0, 1, 2]
    assert "not empty" in again.err
    assert "Traceback" not in "".join(e.err for e in (made, first, again, wrong))
    kept = {name: len(rows) for name, rows in (await rows_of(empty)).items() if rows}
    assert kept == {"organizations": 1, "usage": 2}


async def test_a_full_disk_leaves_nothing_half(folder: Path) -> None:
    """The space of a file is over before the file is; a device that is full."""
    async with fresh_url("sqlite") as url:
        await filled(url, 20_000)
        small = "ulimit -f 256"  # blocks of 512 bytes
        ended = await shopcrew(url, "backup", str(folder), before=small)
        assert _no_space(ended)
        assert names_in(folder) == []
        assert _no_space(await shopcrew(url, "backup", "-", to=Path("/dev/full")))
        file = str(folder / "whole.zip")
        assert (await shopcrew(url, "backup", file)).code == 0
    async with fresh_url("sqlite") as url:
        ended = await shopcrew(url, "restore", file, before="ulimit -f 600")
        assert ended.code == 1
        assert "nothing" in ended.err.lower()
        assert "Traceback" not in ended.err
        await _nothing_in(url)
        assert (await shopcrew(url, "restore", file)).code == 0


def _no_space(ended: Ended) -> bool:
    assert "Traceback" not in ended.err
    return ended.code == 1 and "no space left" in ended.err


async def _nothing_in(url: str) -> None:
    """Not even tables."""
    async with reading(url) as store, store.reading() as db:
        assert await db.connection.run_sync(revision) is None


WAITING = text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def _waits(url: str, process: asyncio.subprocess.Process) -> None:
    """Until it waits for a lock."""
    async with reading(url) as store:
        while True:
            assert process.returncode is None, (await process.communicate())[1]
            async with store.reading() as db:
                if (await db.connection.execute(WAITING)).scalar_one():
                    return


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
async def test_what_is_ended_in_the_middle_leaves_nothing(by: signal.Signals) -> None:
    """Half of the tables have arrived; then they are gone, and it can begin anew."""
    async with fresh_url("sqlite") as url, fresh_url("postgresql") as there:
        await filled(url)
        async with reading(there) as store:
            async with begun(there):
                pass
            async with store() as db:  # the same row is on its way already
                await db.connection.execute(text("DELETE FROM organizations"))
                await db.commit()
            async with store() as db:
                await db.connection.execute(UNHURRIED)
                await db.connection.execute(
                    text("INSERT INTO organizations VALUES (1, 'x', 'UTC', 'en')")
                )
                moving = await start(url, "migrate-to", there)
                await _waits(there, moving)
                assert await end(moving, by) in (-signal.SIGKILL, 130)
        assert not any((await rows_of(there)).values())
        assert (await shopcrew(url, "migrate-to", there)).code == 0
        assert await rows_of(there) == await rows_of(url)


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
async def test_a_backup_that_is_ended_has_no_name(
    folder: Path, by: signal.Signals
) -> None:
    """Told to stop it takes away what it wrote; killed it leaves what says `.part`."""
    async with fresh_url("postgresql") as url:
        await filled(url)
        async with reading(url) as store, store() as db:
            await db.connection.execute(UNHURRIED)
            await db.connection.execute(text("LOCK TABLE usage"))
            writing = await start(url, "backup", str(folder / "b.zip"))
            await _waits(url, writing)
            await end(writing, by)
        left = names_in(folder)
        assert "b.zip" not in left
        assert all(name.endswith(".part") for name in left)
        assert by is signal.SIGKILL or left == []
        assert (await shopcrew(url, "backup", str(folder / "b.zip"))).code == 0
