"""What the agenda promises: whoever hears that nothing is due need not look."""

from datetime import UTC, datetime, timedelta

from bot.model.delivery import DeliveryState, Draft
from bot.model.refs import PlaceRef
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SHOP = PlaceRef("slack", "T1", "C1")
ALL = 100


async def test_nothing_is_due_in_an_empty_house(store: SqlStore) -> None:
    """Whatever the time."""
    assert not await due(store, NOW)


async def test_a_job_is_due_from_its_instant_until_it_has_run(store: SqlStore) -> None:
    """While it runs, too: who runs it may have died."""
    async with store() as db:
        await db.jobs.put("plan", {7: NOW})
        await db.commit()
    assert not await due(store, NOW - SECOND)
    assert await due(store, NOW)
    async with store() as db:
        (job,) = await db.jobs.claim(["plan"], NOW, ALL, "somebody")
        await db.commit()
    assert await due(store, NOW)
    async with store() as db:
        await db.jobs.finish(job)
        await db.commit()
    assert not await due(store, NOW)


async def test_a_message_is_due_from_its_instant_until_it_was_sent(
    store: SqlStore,
) -> None:
    """While it is being sent, too: it may be in doubt."""
    async with store() as db:
        await db.deliveries.add(Draft("k", "task.card", {}, place=SHOP, due=NOW))
        await db.commit()
    assert not await due(store, NOW - SECOND)
    assert await due(store, NOW)
    for state in (DeliveryState.SENDING, DeliveryState.SENT):
        assert await due(store, NOW)
        async with store() as db:
            delivery = await db.deliveries.get("k")
            assert delivery
            await db.deliveries.mark(delivery, state, NOW)
            await db.commit()
    assert not await due(store, NOW)


async def test_what_others_have_to_do_is_theirs(store: SqlStore) -> None:
    """Another organization of the same database hears of nothing."""
    async with store() as db:
        await db.jobs.put("plan", {7: NOW})
        await db.commit()
    assert not await due(store.of(2), NOW)


async def due(store: SqlStore, now: datetime) -> bool:
    async with store.reading() as db:
        return await db.agenda.due(now)
