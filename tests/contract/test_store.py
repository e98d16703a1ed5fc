"""What a store promises about its units of work."""

from datetime import UTC, datetime

import pytest

from bot.errors import Conflict
from bot.model.delivery import Draft
from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ANN = Profile(UserRef("slack", "T1", "U1"), "Ann")
SHOP = PlaceRef("slack", "T1", "C1")


async def test_what_was_committed_is_there(store: SqlStore) -> None:
    """A committed unit is seen by the next one and by readers."""
    async with store() as db:
        await db.people.meet(ANN)
        await db.commit()
    async with store.reading() as db:
        assert ANN.ref in await db.people.known([ANN.ref])


async def test_what_was_not_committed_is_gone(store: SqlStore) -> None:
    """Leaving without a commit undoes everything."""
    async with store() as db:
        await db.people.meet(ANN)
    async with store() as db:
        assert not await db.people.everyone()


async def test_an_error_undoes_the_unit_and_reaches_the_caller(store: SqlStore) -> None:
    """An error inside is not swallowed."""

    async def break_off() -> None:
        async with store() as db:
            await db.people.meet(ANN)
            raise LookupError

    with pytest.raises(LookupError):
        await break_off()
    async with store() as db:
        assert not await db.people.everyone()


async def test_a_broken_constraint_is_a_conflict(store: SqlStore) -> None:
    """The core never hears of the database's own errors, in the unit or at its end."""
    nobody = Draft("k", "task.card", person_id=404)
    async with store() as db:
        with pytest.raises(Conflict):
            await db.deliveries.add(nobody)


async def test_a_conflict_leaves_the_store_usable(store: SqlStore) -> None:
    """The next unit starts afresh."""
    with pytest.raises(Conflict):
        async with store() as db:
            await db.deliveries.add(Draft("k", "task.card"))
    async with store() as db:
        await db.deliveries.add(Draft("k", "task.card", place=SHOP))
        await db.commit()


async def test_a_reader_sees_the_past_while_somebody_writes(store: SqlStore) -> None:
    """Readers go on beside a writer, and do not see what is not committed."""
    async with store() as writing:
        await writing.people.meet(ANN)
        async with store.reading() as reading:
            assert not await reading.people.everyone()
        await writing.commit()


async def test_a_commit_with_deliveries_or_jobs_wakes_the_loops(
    store: SqlStore,
) -> None:
    """Whoever sends messages and runs jobs need not poll."""
    woken: list[str] = []
    awake = SqlStore(store.database, on_commit=lambda: woken.append("woken"))
    async with awake() as db:
        await db.deliveries.add(Draft("k", "task.card", place=SHOP))
        assert not woken
        await db.commit()
    async with awake() as db:
        await db.jobs.put("task.remind", {1: NOW})
        await db.commit()
    assert woken == ["woken", "woken"]


async def test_any_other_commit_wakes_nobody(store: SqlStore) -> None:
    """Reading what is due does not wake either, or a loop would wake itself."""
    woken: list[str] = []
    awake = SqlStore(store.database, on_commit=lambda: woken.append("woken"))
    async with awake() as db:
        await db.people.meet(ANN)
        await db.deliveries.due(NOW, 10)
        await db.commit()
    async with awake() as db:
        await db.deliveries.add(Draft("k", "task.card", place=SHOP))
    assert not woken


async def test_an_organization_is_made_once(store: SqlStore) -> None:
    """The first start names it; later starts find it as it is."""
    again = await store.ensure_organization("Other", "Asia/Shanghai", "zh", "CN")
    assert (again.id, again.name, again.zone) == (1, "Tea House", "Europe/Berlin")


async def test_organizations_do_not_see_each_other(store: SqlStore) -> None:
    """Every query names the organization."""
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "Asia/Shanghai", "zh", "CN")
    async with store() as db:
        ann = await db.people.meet(ANN)
        await db.deliveries.add(Draft("k", "task.card", place=SHOP, subject="task:1"))
        await db.jobs.put("task.remind", {1: NOW})
        await db.absences.add(ann.id, NOW.date(), NOW.date(), "")
        await db.commit()
    async with other() as db:
        assert not await db.people.everyone()
        assert not await db.people.known([ANN.ref])
        assert not await db.deliveries.due(NOW, 10)
        assert not await db.jobs.claim(["task.remind"], NOW, 10, "w1")
        assert not await db.absences.away([ann.id], NOW.date())


async def test_a_workspace_belongs_to_one_organization(store: SqlStore) -> None:
    """The second company that claims a workspace is refused."""
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "Asia/Shanghai", "zh", "CN")
    async with store() as db:
        await db.people.connect("slack", "T1", "Shop")
        await db.commit()
    with pytest.raises(Conflict):
        async with other() as db:
            await db.people.connect("slack", "T1", "Shop")
