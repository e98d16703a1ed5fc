"""What rooms that hear of feedback promise, on both databases."""

from datetime import timedelta

from bot.model.feedback import Update, UpdateKind
from bot.model.feedback.rhythm import Rhythm, Slot
from bot.model.refs import PlaceRef
from storage.unit_of_work import SqlStore
from tests.contract.test_feedback import NOON, opened, person, voice

HERE, THERE = PlaceRef("slack", "T1", "C1"), PlaceRef("dingtalk", "D1", "cid")
SLOT = Slot(HERE, NOON)


async def test_a_room_keeps_to_what_was_said_last(store: SqlStore) -> None:
    """In every one of its places; others hear at once."""
    async with store() as db:
        rooms = db.feedback.rooms
        await rooms.keep_to([HERE, THERE], Rhythm.HOURLY)
        await rooms.keep_to([HERE], Rhythm.MORNING)
        assert await rooms.rhythms() == {HERE: Rhythm.MORNING, THERE: Rhythm.HOURLY}


async def test_each_is_told_once_in_a_place(store: SqlStore) -> None:
    """In the slot it came for; what is hurried waits no more, and stays told."""
    async with store() as db:
        ann = await person(db)
        first = await db.feedback.add(opened(voice(ann)))
        second = await db.feedback.add(opened(voice(ann)))
        rooms = db.feedback.rooms
        assert await rooms.wait(second.id, SLOT)
        assert await rooms.wait(first.id, SLOT)
        assert not await rooms.wait(first.id, Slot(HERE, NOON + timedelta(hours=1)))
        assert await rooms.wait(first.id, Slot(THERE, NOON))
        assert [each.id for each in await rooms.told_in(SLOT)] == [first.id, second.id]
        assert set(await rooms.of(first.id)) == {HERE, THERE}
        await rooms.hurry(first.id, NOON)
        assert set(await rooms.of(first.id)) == {HERE, THERE}
        await rooms.hurry(first.id, NOON - timedelta(minutes=1))
        assert await rooms.of(first.id) == []


async def test_many_are_looked_at_and_written_at_once(store: SqlStore) -> None:
    """Their stories in order, each apart; nothing else of them changes."""
    async with store() as db:
        ann = await person(db)
        found = [await db.feedback.add(opened(voice(ann))) for _ in range(3)]
        first, second, third = (each.id for each in found)
        kinds = (UpdateKind.OPENED, UpdateKind.BREACHED)
        lines = [Update(id, ann, k, NOON) for id in (first, second) for k in kinds]
        log = db.feedback.log
        await log.record_all(lines)
        stories = await log.stories([first, second, third])
        assert {id: [each.kind for each in story] for id, story in stories.items()} == {
            first: [*kinds],
            second: [*kinds],
        }
        assert await log.of(third) == []
        await db.feedback.break_promises([first, third], NOON)
        late = [await db.feedback.get(each.id) for each in found]
        assert [each and each.breached_at for each in late] == [NOON, None, NOON]
        await log.record_all([])
        await db.feedback.break_promises([], NOON)


async def test_rooms_are_of_one_organization(store: SqlStore) -> None:
    """Nothing of anybody else's is seen or changed."""
    async with store() as db:
        made = await db.feedback.add(opened(voice(await person(db))))
        await db.feedback.rooms.keep_to([HERE], Rhythm.HOURLY)
        await db.feedback.rooms.wait(made.id, SLOT)
        await db.feedback.log.record(Update(made.id, None, UpdateKind.OPENED, NOON))
        await db.commit()
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        rooms = db.feedback.rooms
        assert await rooms.rhythms() == {}
        assert await rooms.told_in(SLOT) == []
        assert await rooms.of(made.id) == []
        assert await db.feedback.log.stories([made.id]) == {}
        await rooms.hurry(made.id, NOON - timedelta(days=1))
        await db.feedback.break_promises([made.id], NOON)
        await db.commit()
    async with store() as db:
        assert await db.feedback.rooms.of(made.id) == [HERE]
        kept = await db.feedback.get(made.id)
        assert kept is not None
        assert kept.breached_at is None
