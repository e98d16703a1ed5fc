"""What keeps large tables quick: what the database knows of them, and its indexes."""

from sqlalchemy import text

from bot.model.task import TaskState
from bot.model.task.list import TaskFilter
from storage.tables.inbox import inbox
from storage.unit_of_work import SqlStore
from tests.benchmarks.filling import multiply
from tests.benchmarks.growth import begin, event, grow
from tests.databases import fresh_store

MANY = 10_000
KNOWN = text("SELECT DISTINCT tbl FROM sqlite_stat1 ORDER BY tbl")


async def _known(store: SqlStore) -> list[str]:
    async with store.reading() as db:
        return list((await db.connection.scalars(KNOWN)).all())


async def test_a_small_table_is_not_taken_for_small_for_ever() -> None:
    """SQLite would believe what it saw until it looks again."""
    async with fresh_store("sqlite") as store:
        async with store() as db:
            await db.inbox.claim(event(0))
            await db.commit()
        await store.database.look_over()
        assert await _known(store) == []


async def test_of_a_large_table_sqlite_knows_its_indexes() -> None:
    """Else it would take the organization, which all rows share, for selective."""
    async with fresh_store("sqlite") as store:
        async with store() as db:
            await db.inbox.claim(event(0))
            number = "'old ' || n.i"
            await multiply(db.connection, inbox, 1, 1, MANY, event_id=number)
            await db.commit()
        await store.database.look_over()
        assert await _known(store) == ["inbox"]


async def test_looking_over_changes_nothing(store: SqlStore) -> None:
    """On both databases, as often as it is done."""
    await begin(store)
    for _ in range(2):
        await store.database.look_over()
    async with store.reading() as db:
        assert len(await db.tasks.open_of(1)) == 1


async def test_lists_hold_what_is_open_or_what_is_closed(store: SqlStore) -> None:
    """Whichever index the states lead to."""
    await begin(store)
    await grow(store, 0, 1_000)
    done, started = TaskState.DONE, TaskState.STARTED

    async def count(*states: TaskState) -> int:
        wanted = TaskFilter(viewer_id=1, states=frozenset(states))
        async with store.reading() as db:
            return len(await db.tasks.find(wanted, 2_000))

    assert await count(TaskState.OPEN) == 201
    assert await count(TaskState.OPEN, started) == 201
    assert await count(done) == 799
    assert await count(done, TaskState.OPEN) == 1_000
