"""What deliveries promise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Conflict
from bot.model.delivery import LOST, Delivery, DeliveryState, Draft
from bot.model.people import Profile
from bot.model.refs import MessageRef, PlaceRef, UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SHOP = PlaceRef("slack", "T1", "C1", "17.3")
CARD = Draft(
    "k", "task.card", {"task": 12, "why": "new"}, place=SHOP, subject="task:12"
)
MESSAGE = MessageRef(SHOP, "18.4")
PENDING, SENDING, SENT, FAILED, EXPIRED = DeliveryState


async def added(db: SqlUnitOfWork, draft: Draft = CARD) -> Delivery:
    await db.deliveries.add(draft)
    return await current(db, draft)


async def current(db: SqlUnitOfWork, draft: Draft = CARD) -> Delivery:
    found = await db.deliveries.get(draft.key)
    assert found
    return found


async def sent(
    db: SqlUnitOfWork, draft: Draft = CARD, at: datetime = NOW, id: str = "18.4"
) -> Delivery:
    """A delivery on its whole way."""
    delivery = await moved(db, await added(db, draft), SENDING, at)
    return await moved(db, delivery, SENT, at, message=MessageRef(SHOP, id))


async def moved(
    db: SqlUnitOfWork,
    delivery: Delivery,
    state: DeliveryState,
    at: datetime = NOW,
    **more: Any,
) -> Delivery:
    """The delivery as it is after a step of its way."""
    now = await db.deliveries.mark(delivery, state, at, **more)
    assert now
    return now


async def due(db: SqlUnitOfWork, now: datetime = NOW) -> list[str]:
    return [each.draft.key for each in await db.deliveries.due(now, 100)]


async def test_a_draft_is_kept_as_it_is(store: SqlStore) -> None:
    """Every part of it comes back."""
    async with store() as db:
        ann = await db.people.meet(Profile(UserRef("slack", "T1", "U1"), "Ann"))
        whole = Draft("p", "task.card", {}, ann.id, None, "k", "t:1", NOW, NOW + HOUR)
        assert (await added(db)).draft == CARD
        assert (await added(db, whole)).draft == whole
        assert await db.deliveries.get("other") is None


async def test_the_same_key_is_written_once(store: SqlStore) -> None:
    """A step that runs twice says it once."""
    async with store() as db:
        first = await added(db)
        assert await added(db, replace(CARD, kind="task.other")) == first


@pytest.mark.parametrize("readers", ["none", "both"])
async def test_a_delivery_has_exactly_one_reader(store: SqlStore, readers: str) -> None:
    """The database itself refuses none and two."""
    async with store() as db:
        ann = await db.people.meet(Profile(UserRef("slack", "T1", "U1"), "Ann"))
        wrong = (
            replace(CARD, place=None)
            if readers == "none"
            else replace(CARD, person_id=ann.id)
        )
        with pytest.raises(Conflict):
            await db.deliveries.add(wrong)


async def test_due_comes_oldest_first_and_not_early(store: SqlStore) -> None:
    """Without a time it is due at once."""
    async with store() as db:
        await db.deliveries.add(replace(CARD, key="later", due=NOW + HOUR))
        await db.deliveries.add(replace(CARD, key="now", due=NOW))
        await db.deliveries.add(replace(CARD, key="at once"))
        assert await due(db) == ["now", "at once"]
        assert await due(db, NOW + HOUR) == ["later", "now", "at once"]
        assert len(await db.deliveries.due(NOW + HOUR, 2)) == 2


async def test_the_next_due_is_known(store: SqlStore) -> None:
    """So that the courier can sleep until then."""
    async with store() as db:
        assert await db.deliveries.next_due() is None
        await db.deliveries.add(replace(CARD, key="later", due=NOW + HOUR))
        assert await db.deliveries.next_due() == NOW + HOUR
        await db.deliveries.add(CARD)
        at_once = await db.deliveries.next_due()
        assert at_once is not None
        assert at_once <= NOW


async def test_the_way_of_a_delivery(store: SqlStore) -> None:
    """Pending, sending, sent: with the attempt, the message and the version shown."""
    async with store() as db:
        delivery = await added(db)
        assert (delivery.state, delivery.attempts, delivery.shown) == (PENDING, 0, 0)
        await db.deliveries.mark(delivery, SENDING, NOW)
        sending = await current(db)
        assert (sending.state, sending.attempts, sending.tried_at) == (SENDING, 1, NOW)
        assert await due(db) == []
        assert await db.deliveries.in_doubt(NOW) == [sending]
        assert await db.deliveries.next_due() == NOW + LOST
        await db.deliveries.mark(sending, SENT, NOW, message=MESSAGE, shown=1)
        done = await current(db)
        assert (done.state, done.shown, done.message) == (SENT, 1, MESSAGE)
        assert await db.deliveries.in_doubt(NOW + LOST) == []
        assert await db.deliveries.next_due() is None


async def test_a_failed_try_can_be_put_off(store: SqlStore) -> None:
    """With its error, until its new time."""
    async with store() as db:
        delivery = await moved(db, await added(db), SENDING)
        await moved(db, delivery, PENDING, error="ratelimited", due=NOW + HOUR)
        assert (await current(db)).error == "ratelimited"
        assert await due(db) == []
        assert await due(db, NOW + HOUR) == ["k"]


async def test_a_reply_waits_for_its_parent(store: SqlStore) -> None:
    """It needs the thread to exist, and makes nobody wake in vain."""
    reply = replace(CARD, key="reply", parent="k", due=NOW)
    async with store() as db:
        await db.deliveries.add(reply)
        parent = await added(db, replace(CARD, due=NOW + HOUR))
        assert await due(db) == []
        assert await db.deliveries.next_due() == NOW + HOUR
        parent = await moved(db, parent, SENDING)
        assert await due(db) == []
        await moved(db, parent, SENT, message=MESSAGE)
        assert await due(db) == ["reply"]
        await db.deliveries.touch(key="k")
        assert await due(db) == ["reply", "k"]


@pytest.mark.parametrize("end", [FAILED, EXPIRED])
async def test_a_reply_outlives_a_parent_that_never_came(
    store: SqlStore, end: DeliveryState
) -> None:
    """It is the courier's to send outside the thread or to let expire."""
    async with store() as db:
        parent = await added(db)
        await db.deliveries.add(replace(CARD, key="reply", parent="k"))
        await db.deliveries.mark(parent, end, NOW)
        assert await due(db) == ["reply"]


async def test_a_change_sends_what_people_see_round_again(store: SqlStore) -> None:
    """The message is edited at once, and an old deadline does not stop that."""
    async with store() as db:
        before = await sent(db, replace(CARD, due=NOW, expires=NOW + HOUR))
        await db.deliveries.touch(subject="task:12")
        after = await current(db)
        assert (after.state, after.wanted, after.shown) == (PENDING, 2, 1)
        assert (after.message, after.draft.expires) == (before.message, None)
        assert await due(db, NOW - DAY) == ["k"]
        after = await moved(db, after, SENDING)
        await moved(db, after, SENT, shown=after.wanted)
        assert (await current(db)).state is SENT


async def test_a_change_during_the_sending_is_not_lost(store: SqlStore) -> None:
    """The message may say the old thing, so it goes round again."""
    async with store() as db:
        delivery = await added(db, replace(CARD, due=NOW + HOUR))
        delivery = await moved(db, delivery, SENDING, NOW + HOUR)
        await db.deliveries.touch(subject="task:12")
        assert (await current(db)).state is SENDING
        await db.deliveries.mark(delivery, SENT, NOW, message=MESSAGE, shown=1)
        again = await current(db)
        assert (again.state, again.wanted, again.shown) == (PENDING, 2, 1)
        assert await due(db) == ["k"]


async def test_what_waits_may_have_been_written_already(store: SqlStore) -> None:
    """A change asks for a version more of a pending message, and for nothing else: one
    that is written later shows it at once.
    """
    async with store() as db:
        before = await added(db, replace(CARD, due=NOW + HOUR))
        await db.deliveries.touch(subject="task:12")
        waits = await current(db)
        assert waits == replace(before, wanted=2)
        await moved(db, waits, SENDING, NOW + HOUR)
        await moved(db, await current(db), SENT, shown=waits.wanted)
        assert (await current(db)).state is SENT


async def test_two_changes_are_one_edit(store: SqlStore) -> None:
    """The second finds the message pending."""
    async with store() as db:
        await sent(db)
        await db.deliveries.touch(key="k")
        await db.deliveries.touch(subject="task:12")
        again = await current(db)
        again = await moved(db, again, SENDING)
        await moved(db, again, SENT, shown=again.wanted)
        assert (await current(db)).state is SENT


@pytest.mark.parametrize("end", [FAILED, EXPIRED])
async def test_what_never_arrived_is_not_edited(
    store: SqlStore, end: DeliveryState
) -> None:
    """There is nothing to edit."""
    async with store() as db:
        await db.deliveries.mark(await added(db), end, NOW)
        await db.deliveries.touch(subject="task:12")
        assert (await current(db)).state is end


async def test_only_the_newest_messages_are_edited(store: SqlStore) -> None:
    """Twenty of them: an old thing has many traces."""
    async with store() as db:
        for number in range(22):
            await sent(db, replace(CARD, key=f"k{number}"), id=str(number))
        await db.deliveries.touch(subject="task:12")
        assert await due(db) == [f"k{number}" for number in range(2, 22)]


async def test_messages_of_long_ago_stay_as_they_are(store: SqlStore) -> None:
    """Nobody scrolls back sixty days, and platforms refuse to edit."""
    async with store() as db:
        await sent(db, replace(CARD, key="old"), NOW - 61 * DAY)
        await sent(db, replace(CARD, key="new"), NOW)
        await db.deliveries.touch(subject="task:12")
        assert await due(db) == ["new"]


async def test_other_subjects_stay_as_they_are(store: SqlStore) -> None:
    """A change of one task edits the messages about that task."""
    async with store() as db:
        await sent(db)
        await db.deliveries.touch(subject="task:1")
        await db.deliveries.touch(key="other")
        assert await due(db) == []


async def test_an_answer_that_was_posted_can_be_edited(store: SqlStore) -> None:
    """It is registered as sent, and a change sends it round."""
    async with store() as db:
        await db.deliveries.register(CARD, MESSAGE)
        assert await due(db) == []
        posted = await current(db)
        assert (posted.state, posted.shown, posted.message) == (SENT, 1, MESSAGE)
        await db.deliveries.touch(subject="task:12")
        assert await due(db) == ["k"]


async def test_what_was_not_sent_can_be_withdrawn(store: SqlStore) -> None:
    """Of that kind and subject; what people see stays."""
    async with store() as db:
        await sent(db, replace(CARD, key="seen"))
        await db.deliveries.touch(key="seen")
        await db.deliveries.add(replace(CARD, key="other kind", kind="task.other"))
        await db.deliveries.add(replace(CARD, key="other task", subject="task:1"))
        await db.deliveries.add(CARD)
        await db.deliveries.expire(subject="task:12", kind="task.card")
        assert (await current(db)).state is EXPIRED
        assert await due(db) == ["seen", "other kind", "other task"]


async def test_one_that_nobody_has_seen_is_taken_back(store: SqlStore) -> None:
    """Not one that is on its way, nor what people see."""
    async with store() as db:
        await sent(db, replace(CARD, key="seen"))
        await db.deliveries.touch(key="seen")
        leaves = replace(CARD, key="going")
        await db.deliveries.add(leaves)
        going = await current(db, leaves)
        await db.deliveries.mark(going, DeliveryState.SENDING, NOW)
        await db.deliveries.add(CARD)
        taken = [await db.deliveries.withdraw(key) for key in ("k", "seen", "going")]
        assert taken == [True, False, False]
        assert not await db.deliveries.withdraw("never said")
        assert (await current(db)).state is EXPIRED
