"""What counts, budgets and what waits for them promise."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.model.budget import Budget, Mode, Quota
from bot.model.delivery import Delivery, DeliveryState, Draft, Hold
from bot.model.people import Profile
from bot.model.refs import MessageRef, PlaceRef, UserRef
from bot.ports.usage import Counter
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SOON = timedelta(minutes=15)
GROUP = PlaceRef("dingtalk", "D1", "cid1")
CARD = Draft("k", "task.card", place=GROUP, subject="task:12")
CALLS = Counter("dingtalk", "D1", "2026-03", "calls:/send")
PUSHES = Counter("dingtalk", "D1", "2026-03", "pushes")
PENDING, SENDING, SENT, *_ = DeliveryState


async def current(db: SqlUnitOfWork, key: str = "k") -> Delivery:
    found = await db.deliveries.get(key)
    assert found
    return found


async def edited(db: SqlUnitOfWork) -> Delivery:
    """A message people see, which has to show something newer."""
    await db.deliveries.add(CARD)
    sending = await db.deliveries.mark(await current(db), SENDING, NOW)
    assert sending
    message = MessageRef(GROUP, "1")
    await db.deliveries.mark(sending, SENT, NOW, message=message, shown=1)
    await db.deliveries.touch(subject="task:12")
    return await current(db)


async def due(db: SqlUnitOfWork, now: datetime = NOW) -> list[str]:
    return [each.draft.key for each in await db.deliveries.due(now, 100)]


async def test_counts_add_up(store: SqlStore) -> None:
    """Each kind on its own, each month on its own."""
    async with store() as db:
        await db.usage.add({CALLS: 3, PUSHES: 1})
        await db.usage.add({CALLS: 4, replace(CALLS, month="2026-04"): 9})
        await db.usage.add({})
        assert await db.usage.of("dingtalk", "D1", "2026-03") == {
            "calls:/send": 7,
            "pushes": 1,
        }
        assert await db.usage.of("dingtalk", "D2", "2026-03") == {}


async def test_counts_of_two_processes_add_up(store: SqlStore) -> None:
    """Replicas write down what each of them counted."""

    async def count() -> None:
        async with store() as db:
            await db.usage.add({CALLS: 5})
            await db.commit()

    await asyncio.gather(*(count() for _ in range(4)))
    async with store.reading() as db:
        assert await db.usage.of("dingtalk", "D1", "2026-03") == {"calls:/send": 20}


async def test_a_budget_is_kept_as_it_is(store: SqlStore) -> None:
    """Every part of it comes back; there is one a company."""
    whole = Budget("dingtalk", "D1", Quota(5000, 3000), Mode.ON, NOW, "2026-03")
    async with store() as db:
        assert await db.usage.budgets() == []
        await db.usage.save(Budget("dingtalk", "D1"))
        await db.usage.save(whole)
        assert await db.usage.budgets() == [whole]


async def test_an_edit_can_be_put_off(store: SqlStore) -> None:
    """It comes back at its time."""
    async with store() as db:
        await db.deliveries.held.put_off(await edited(db), Hold.THRIFT, NOW + SOON)
        assert await due(db) == []
        assert await due(db, NOW + SOON) == ["k"]
        assert (await current(db)).hold is Hold.THRIFT


async def test_a_change_of_what_was_put_off_is_looked_at_anew(store: SqlStore) -> None:
    """It may be one that people wait for."""
    async with store() as db:
        await db.deliveries.held.put_off(await edited(db), Hold.THRIFT, NOW + SOON)
        await db.deliveries.touch(subject="task:12")
        assert await due(db) == ["k"]


async def test_what_changed_meanwhile_is_not_put_off(store: SqlStore) -> None:
    """Whoever decided had not seen it."""
    async with store() as db:
        before = await edited(db)
        await db.deliveries.touch(subject="task:12")
        await db.deliveries.held.put_off(before, Hold.THRIFT, NOW + SOON)
        assert await due(db) == ["k"]


async def test_what_somebody_pressed_is_awaited(store: SqlStore) -> None:
    """Its edit is the answer to them, until it was made."""
    async with store() as db:
        await db.deliveries.held.put_off(await edited(db), Hold.THRIFT, NOW + SOON)
        assert await db.deliveries.will_edit(MessageRef(GROUP, "1"))
        assert not await db.deliveries.will_edit(MessageRef(GROUP, "2"))
        assert (await current(db)).hold is Hold.AWAITED
        assert await due(db) == ["k"]
        await db.deliveries.mark(await current(db), SENDING, NOW)
        assert (await current(db)).hold is None


async def test_a_month_that_is_used_up_holds_until_it_is_released(
    store: SqlStore,
) -> None:
    """Only what waits for the quota goes."""
    async with store() as db:
        later = NOW + timedelta(days=30)
        await db.deliveries.held.put_off(await edited(db), Hold.QUOTA, later)
        await db.deliveries.touch(subject="task:12")
        await db.deliveries.add(replace(CARD, key="other", due=later))
        assert await due(db) == []
        assert await db.deliveries.held.release() == 1
        assert await due(db) == ["k"]


async def test_news_become_lines_of_one_bundle(store: SqlStore) -> None:
    """That of the next morning, and of nobody else."""
    async with store() as db:
        ann = await db.people.meet(Profile(UserRef("dingtalk", "D1", "u1"), "Ann"))
        news = Draft("n", "task.closed", {"task": 12, "by": 1}, person_id=ann.id)
        await db.deliveries.add(news)
        morning = NOW + timedelta(days=1)
        await db.deliveries.held.into_bundle(await current(db, "n"), morning)
        assert await due(db, morning) == []
        day = timedelta(hours=9)
        held = db.deliveries.held
        assert [
            draft.key
            for draft in await held.bundled(ann.id, morning - day, morning + day)
        ] == ["n"]
        assert await held.bundled(ann.id, NOW - day, NOW + day) == []
        assert await held.bundled(ann.id + 1, morning - day, morning + day) == []
