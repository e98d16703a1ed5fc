"""What was there is there afterwards: through a file, and from database to database."""

from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import inspect, select, text, update

from bot.model.refs import PlaceRef
from storage.carrying.reading import snapshot
from storage.carrying.rows import line, parsed
from storage.carrying.shape import shape_of
from storage.database.engine import connect
from storage.database.upgrade import newest, revision, upgrade
from storage.tables import metadata
from storage.tables.jobs import jobs
from tests.databases import KINDS, Kind, fresh_database, fresh_url
from tests.driver import a_team
from tests.storage.carrying.company import HARD, begun, reading, rows_of
from tests.storage.carrying.owner import Owner
from tests.storage.test_upgrade_data import first_release

pytestmark = pytest.mark.heavy


async def test_the_company_has_used_every_table(used: str) -> None:
    """A new table has to be filled in `company.py`, or nobody knows that it arrives."""
    assert [name for name, rows in (await rows_of(used)).items() if not rows] == []


async def test_a_backup_brings_everything_back(
    used: str, empty: str, folder: Path
) -> None:
    """Into the same kind of database, and into the other."""
    file = await Owner(used).backs_up(folder)
    owner = Owner(empty)
    await owner.restores(file)
    assert await rows_of(empty) == await rows_of(used)
    assert len([row for row in owner.told if row.endswith("✓")]) == len(metadata.tables)
    assert "Everything is restored" in owner.told[-1]


async def test_everything_moves_to_another_database(used: str, empty: str) -> None:
    """Forth and back; the last line is what to put into the environment."""
    owner = Owner(used)
    before = await rows_of(used)
    await owner.moves_to(empty)
    assert await rows_of(empty) == before
    assert await rows_of(used) == before
    assert owner.told[-1] == f"SHOPCREW_DATABASE_URL={empty}"


async def test_a_restored_company_moves_on(used: str, folder: Path) -> None:
    """From a backup into SQLite, from there to PostgreSQL, and into a backup again."""
    file = await Owner(used).backs_up(folder)
    async with fresh_url("sqlite") as small, fresh_url("postgresql") as large:
        await Owner(small).restores(file)
        await Owner(small).moves_to(large)
        again = await Owner(large).backs_up(folder / "again.zip")
        await Owner(large).checks(again)
    assert _members(file) == _members(again)


def _members(file: Path) -> dict[str, bytes]:
    """The rows of a backup, by table."""
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith(".jsonl")]
        return {name: archive.read(name) for name in names}


async def test_the_bot_goes_on_where_it_was(used: str, empty: str) -> None:
    """New rows are numbered after those that came, and old ones can be worked on."""
    await Owner(used).moves_to(empty)
    async with reading(empty) as store, a_team(store=store) as team:
        team.counter = count(1000)  # events that were heard before are known here too
        team.person("Anna Berger")
        bo = team.person("Bo Lin")
        known = await bo.says("task show 1", "#general")
        assert known
        assert HARD[:4] in known.text
        async with store.reading() as db:
            highest = max(task.number for task in await db.tasks.some(range(1, 99)))
        made = await bo.says("task add Sweep the floor", "#general")
        assert made
        assert f"T-{highest + 1} Sweep the floor" in made.text


async def test_every_sequence_counts_on(used: str) -> None:
    """PostgreSQL's next number is free in every table that counts."""
    async with fresh_url("postgresql") as url:
        await Owner(used).moves_to(url)
        async with reading(url) as store, store.reading() as db:
            for table in metadata.sorted_tables:
                column = table.autoincrement_column
                if column is None or list(table.primary_key) != [column]:
                    continue
                name = text("SELECT nextval(pg_get_serial_sequence(:table, 'id'))")
                after = select(column).order_by(column.desc()).limit(1)
                last = (await db.connection.execute(after)).scalar_one()
                writable = store.database.writing()
                async with writable as connection:
                    found = await connection.execute(name, {"table": table.name})
                    assert found.scalar_one() == last + 1, table.name


async def test_references_are_checked_at_once_again(used: str) -> None:
    """Only while rows are carried may one come before what it refers to."""
    waiting = text("SELECT conname FROM pg_constraint WHERE condeferrable")
    async with fresh_url("postgresql") as url:
        await Owner(used).moves_to(url)
        async with reading(url) as store, store.reading() as db:
            assert (await db.connection.execute(waiting)).all() == []


async def test_a_job_that_was_running_is_due_again(empty: str) -> None:
    """Whoever ran it is not here: nobody waits ten minutes for them."""
    async with fresh_url("sqlite") as url:
        async with begun(url) as store, a_team(store=store) as team:
            await team.person("Anna Berger").says("task add Tea friday", "#general")
            async with team.store() as db:
                taken = update(jobs).values(
                    state="running", claimed_at=team.clock.now()
                )
                await db.connection.execute(taken)
                await db.commit()
        await Owner(url).moves_to(empty)
    async with reading(empty) as store, store.reading() as db:
        rows = (await db.connection.execute(select(jobs))).all()
    assert {(row.state, row.claimed_at) for row in rows} == {("running", None)}


async def test_a_first_release_is_backed_up_as_it_is(folder: Path, empty: str) -> None:
    """Before an upgrade, by the new version; it comes back in the newest shape."""
    async with fresh_database("sqlite") as database:
        await first_release(database)
        file = await Owner(str(database.url)).backs_up(folder)
        async with database.writing() as connection:
            assert await connection.run_sync(revision) == "0001"
    await Owner(empty).restores(file)
    async with reading(empty) as store, store.reading() as db:
        assert await db.connection.run_sync(revision) == newest()
        (standup,) = await db.standups.all()
        assert (standup.name, standup.place) == ("Daily", PlaceRef("slack", "T1", "C1"))


async def test_an_old_backup_fits_into_a_new_database_without_rows(
    folder: Path, empty: str
) -> None:
    """Somebody may have run `shopcrew db upgrade` on it, or the doctor."""
    async with fresh_database("sqlite") as database:
        await first_release(database)
        file = await Owner(str(database.url)).backs_up(folder)
    database = await connect(empty)
    await upgrade(database)
    await database.close()
    await Owner(empty).restores(file)
    async with reading(empty) as store, store.reading() as db:
        assert len(await db.people.everyone()) == 2
        tables = await db.connection.run_sync(lambda c: inspect(c).get_table_names())
    assert set(tables) == {*metadata.tables, "alembic_version"}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_backup_is_of_one_instant(kind: Kind) -> None:
    """What is written while it is read is in none of its tables."""
    async with fresh_url(kind) as url, begun(url) as store, a_team(store=store) as team:
        bo = team.person("Bo Lin")
        await bo.says("task add Before", "#general")
        async with snapshot(url) as source:
            tables = {table.name: table for table in source.shape.tables}
            await bo.says("task add After", "#general")
            found = {
                name: [each async for lines in source.lines(table) for each in lines]
                for name, table in tables.items()
            }
    assert len(found["tasks"]) == 1
    assert len(found["counters"]) == 1
    assert b'"last":1' in found["counters"][0]


async def test_a_row_is_the_same_line_from_every_database() -> None:
    """However numbers and keys were written into JSON."""
    shape = await shape_of(newest())
    (table,) = (each for each in shape.tables if each.name == "interviews")
    one = {"b": 1e22, "a": [-0.0, 0.1, {"z": 2.0}]}
    other = {"a": [0, 0.1, {"z": 2}], "b": 10**22}
    rows = ((1, 1, 1, "a", "v", answers, None) for answers in (one, other))
    lines = {line(table, row) for row in rows}
    assert len(lines) == 1
    assert parsed(table, lines.pop())["answers"] == other
