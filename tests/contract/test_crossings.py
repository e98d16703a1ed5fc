"""Answers that cross: one a message, with words that go when their time has come."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.model.crossing import Crossing
from bot.model.delivery import DeliveryState, Draft
from bot.model.people import Profile
from bot.model.refs import MessageRef, PlaceRef, UserRef
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
THREAD = PlaceRef("slack", "T1", "C1", "1.0")
SAID = MessageRef(THREAD, "2.0")


async def _answer(store: SqlStore) -> Crossing:
    async with store() as db:
        ann = await db.people.meet(Profile(UserRef("slack", "T1", "U1"), "Ann"))
        new = Crossing(
            source=SAID.unthreaded(), person_id=ann.id, text="一 <b>\n", at=NOW
        )
        kept = await db.crossings.add(new)
        await db.commit()
    assert kept is not None
    assert replace(kept, id=0) == new
    return kept


async def test_a_message_crosses_once(store: SqlStore) -> None:
    """The second time nothing happens; the thread need not be known."""
    kept = await _answer(store)
    async with store() as db:
        assert await db.crossings.add(replace(kept, id=0, text="other")) is None
        assert await db.crossings.of(SAID) == kept
        assert await db.crossings.of(SAID.unthreaded()) == kept
        assert await db.crossings.of(MessageRef(THREAD, "3.0")) is None
        assert await db.crossings.get(kept.id) == kept
        assert await db.crossings.get(kept.id + 1) is None


async def test_words_change_and_go(store: SqlStore) -> None:
    """What was taken back leaves no words."""
    kept = await _answer(store)
    async with store() as db:
        await db.crossings.change(kept, "二")
        assert await db.crossings.of(SAID) == replace(kept, text="二")
        await db.crossings.take_back(kept)
        assert await db.crossings.of(SAID) == replace(kept, text="", gone=True)


async def test_old_words_are_forgotten(store: SqlStore) -> None:
    """Which message it was stays known: it can still be taken back."""
    kept = await _answer(store)
    async with store() as db:
        await db.crossings.forget_words(NOW)
        assert await db.crossings.of(SAID) == kept
        await db.crossings.forget_words(NOW + timedelta(seconds=1))
        assert await db.crossings.of(SAID) == replace(kept, text="")


async def test_another_company_sees_nothing_of_it(store: SqlStore) -> None:
    """Every question names the organization."""
    kept = await _answer(store)
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        assert await db.crossings.of(SAID) is None
        assert await db.crossings.get(kept.id) is None
        await db.crossings.take_back(kept)
        await db.crossings.forget_words(NOW + timedelta(days=1))
        await db.commit()
    async with store.reading() as db:
        assert await db.crossings.get(kept.id) == kept


async def test_a_message_is_known_by_what_shows_it(store: SqlStore) -> None:
    """What people answer to is found by the message they see."""
    message = MessageRef(THREAD.unthreaded(), "1.0")
    async with store() as db:
        assert await db.deliveries.showing(message) is None
        await db.deliveries.add(Draft(key="k", kind="x", place=message.place))
        delivery = await db.deliveries.get("k")
        assert delivery is not None
        sent = DeliveryState.SENT
        await db.deliveries.mark(delivery, sent, NOW, message=message)
        found = await db.deliveries.showing(message)
        assert found is not None
        assert found.draft.key == "k"
