"""What receipts promise, and that nobody undoes what somebody else did."""

from dataclasses import replace
from datetime import timedelta

from bot.model.delivery import LOST, DeliveryState, Draft
from bot.model.people import Profile
from bot.model.receipt import Attempt, Outcome, Sought
from bot.model.refs import MessageRef, PlaceRef, UserRef
from storage.unit_of_work import SqlStore
from tests.contract.test_deliveries import CARD, NOW, added, current, due, moved

PENDING, SENDING, SENT, FAILED, EXPIRED = DeliveryState
MESSAGE = MessageRef(PlaceRef("slack", "T1", "C1"), "18.4")
LATER = NOW + timedelta(hours=1)
TRIED = Attempt(NOW, "slack", "T1", False, Outcome.RATE_LIMITED, "ratelimited")


async def test_every_attempt_is_on_the_receipt(store: SqlStore) -> None:
    """In its order, as it was."""
    done = replace(TRIED, at=LATER, outcome=Outcome.SENT, error="", direct=True)
    async with store() as db:
        sending = await moved(db, await added(db), SENDING)
        waits = await moved(db, sending, PENDING, due=LATER, attempt=TRIED)
        again = await moved(db, waits, SENDING, LATER)
        await moved(db, again, SENT, LATER, message=MESSAGE, attempt=done)
        found = await db.deliveries.receipts.attempts([again.id, 999])
        assert found == {again.id: [TRIED, done]}


async def test_one_of_two_processes_begins_to_send(store: SqlStore) -> None:
    """Both read that it is due; the second finds that it is not as it read it."""
    async with store() as db:
        due_now = await added(db)
        assert await db.deliveries.mark(due_now, SENDING, NOW)
        assert await db.deliveries.mark(due_now, SENDING, NOW) is None
        assert (await current(db)).attempts == 1


async def test_who_was_stalled_does_not_undo_what_another_did(store: SqlStore) -> None:
    """It was taken over and is sent a second time: the first may not plan a third."""
    async with store() as db:
        stalled = await moved(db, await added(db), SENDING)
        waits = await moved(db, stalled, PENDING, due=NOW)
        second = await moved(db, waits, SENDING)
        for state in (PENDING, SENT, FAILED):
            assert await db.deliveries.mark(stalled, state, NOW) is None
        await moved(db, second, SENT, message=MESSAGE)
        assert await db.deliveries.mark(stalled, PENDING, NOW) is None
        assert (await current(db)).state is SENT


async def test_a_late_word_that_it_was_sent_is_taken(store: SqlStore) -> None:
    """It was given up for lost, and nobody has tried again."""
    async with store() as db:
        slow = await moved(db, await added(db), SENDING)
        await moved(db, slow, PENDING, due=LATER)
        assert await db.deliveries.mark(slow, SENT, NOW, message=MESSAGE)
        assert await due(db, LATER) == []


async def test_what_stays_in_doubt_is_looked_at_when_it_is_due(store: SqlStore) -> None:
    """Not at every beat."""
    async with store() as db:
        sending = await moved(db, await added(db), SENDING)
        await moved(db, sending, SENDING, due=LATER)
        assert await db.deliveries.in_doubt(NOW + LOST) == []
        assert await db.deliveries.next_due() == LATER
        (doubtful,) = await db.deliveries.in_doubt(LATER)
        assert doubtful.attempts == 2


async def test_what_failed_is_tried_again_once(store: SqlStore) -> None:
    """Anew, and at once; a second wish changes nothing, and too late is too late."""
    async with store() as db:
        failed = await moved(db, await added(db), SENDING)
        await moved(db, failed, FAILED, error="is_archived")
        late = await added(db, replace(CARD, key="late", expires=NOW))
        await moved(db, late, FAILED)
        ids = [failed.id, late.id, 999]
        assert await db.deliveries.receipts.retry(ids, LATER) == 1
        again = await current(db)
        assert (again.state, again.attempts, again.error) == (PENDING, 0, "")
        assert await due(db, NOW) == ["k"]
        assert await db.deliveries.receipts.retry(ids, LATER) == 0


async def test_messages_are_found_by_what_they_are_about(store: SqlStore) -> None:
    """By subject or by key; to somebody; that failed; lately. The newest first."""
    prompt = Draft("task:12:soon:person:1", "task.soon", place=CARD.place)
    other = Draft("task:123:card", "task.card", place=CARD.place, subject="task:123")
    async with store() as db:
        ann = await db.people.meet(Profile(UserRef("slack", "T1", "U1"), "Ann"))
        hers = replace(prompt, key="x", place=None, person_id=ann.id)
        for draft in (CARD, prompt, other, hers):
            await added(db, draft)
        await moved(db, await current(db, prompt), FAILED, NOW)
        find, count = db.deliveries.receipts.find, db.deliveries.receipts.count
        task = Sought(subject="task:12", prefix="task:12:")
        assert [each.draft for each in await find(task, 9, 0)] == [prompt, CARD]
        assert [each.draft for each in await find(task, 1, 1)] == [CARD]
        assert await count(task) == {"pending": 1, "failed": 1}
        (found,) = await find(Sought(person_id=ann.id), 9, 0)
        assert found.draft == hers
        failed = Sought(failed=True, since=NOW)
        assert [each.draft for each in await find(failed, 9, 0)] == [prompt]
        assert await find(replace(failed, since=LATER), 9, 0) == []
        assert await db.deliveries.receipts.get(found.id) == found
        assert await db.deliveries.receipts.get(999) is None


async def test_signs_in_a_key_are_no_wildcards(store: SqlStore) -> None:
    """An underscore is an underscore."""
    async with store() as db:
        await added(db, replace(CARD, key="aXb:1", subject=None))
        assert await db.deliveries.receipts.find(Sought(prefix="a_b:"), 9, 0) == []


async def test_what_was_over_long_ago_is_let_go_with_its_attempts(
    store: SqlStore,
) -> None:
    """So many at once; what was tried since, or still waits, stays."""
    done = replace(TRIED, outcome=Outcome.SENT, error="")
    async with store() as db:
        for number, at in enumerate((NOW, NOW, LATER)):
            draft = replace(CARD, key=f"k{number}")
            sending = await moved(db, await added(db, draft), SENDING, at)
            await moved(db, sending, SENT, at, message=MESSAGE, attempt=done)
        await added(db, replace(CARD, key="waits"))
        assert await db.deliveries.receipts.forget(LATER, 1) == 1
        assert await db.deliveries.receipts.forget(LATER, 9) == 1
        assert await db.deliveries.receipts.forget(LATER, 9) == 0
        left = [await db.deliveries.get(f"k{number}") for number in range(3)]
        assert [each is None for each in left] == [True, True, False]
        assert await db.deliveries.get("waits")
        assert left[2]
        assert await db.deliveries.receipts.attempts([1, 2, left[2].id]) == {
            left[2].id: [done]
        }


async def test_what_was_never_tried_is_as_old_as_what_came_after_it(
    store: SqlStore,
) -> None:
    """It has no time of its own: it stays while nothing after it is old enough."""
    async with store() as db:
        silent = await added(db, replace(CARD, key="silent"))
        await moved(db, silent, EXPIRED)
        assert await db.deliveries.receipts.forget(LATER, 9) == 0
        after = await moved(db, await added(db), SENDING, NOW)
        await moved(db, after, SENT, NOW, message=MESSAGE)
        new = await added(db, replace(CARD, key="new"))
        await moved(db, new, EXPIRED)
        assert await db.deliveries.receipts.forget(LATER, 9) == 2
        assert await db.deliveries.get("new")


async def test_what_something_still_belongs_under_stays(store: SqlStore) -> None:
    """A message that waits needs the place of its parent; and what is asked once in a
    lifetime is not asked again.
    """
    async with store() as db:
        for draft in (CARD, replace(CARD, key="once", kind="link.proposal")):
            sending = await moved(db, await added(db, draft), SENDING, NOW)
            await moved(db, sending, SENT, NOW, message=MESSAGE)
        child = await added(db, replace(CARD, key="child", parent=CARD.key))
        assert await db.deliveries.receipts.forget(LATER, 9) == 0
        await moved(db, child, EXPIRED)
        assert await db.deliveries.receipts.forget(LATER, 9) == 1
        assert await db.deliveries.get("once")
