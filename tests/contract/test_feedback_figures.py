"""What the numbers of feedback promise, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.model.feedback import Facts, Feedback, State, Step
from bot.model.feedback.figures import Heard, Loop
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.contract.test_feedback import DAY, NOON, opened, person, voice

CART, RETURNS = Facts(Step.CART, sku="CUP-1"), Facts(Step.RETURNS, sku="POT_2")


async def added(db: SqlUnitOfWork, each: Feedback, **changes: object) -> Feedback:
    """Stored, and changed since."""
    stored = await db.feedback.add(each)
    after = replace(stored, **changes)  # type: ignore[arg-type]
    await db.feedback.save(after)
    return after


def numbers(found: Sequence[Feedback]) -> list[int]:
    """Their short numbers, in their order."""
    return [each.number for each in found]


async def test_every_voice_of_a_time_is_heard(store: SqlStore) -> None:
    """From its first instant on, up to its last; of what it was joined to."""
    async with store() as db:
        ann = await person(db)
        late = replace(voice(ann), said_at=NOON + DAY)
        cart = await added(db, opened(voice(ann), late, facts=CART))
        other = await added(db, opened(voice(ann), facts=RETURNS))
        figures = db.feedback.figures
        day = NOON, NOON + DAY
        found = sorted(await figures.heard(day), key=lambda each: each.step)
        assert found == [
            Heard(NOON, Step.CART, "CUP-1"),
            Heard(NOON, Step.RETURNS, "POT_2"),
        ]
        await db.feedback.move([other.voices[0].id], cart.id, came_from=other.id)
        assert {each.step for each in await figures.heard(day)} == {Step.CART}
        again = await figures.heard((NOON - DAY, NOON, NOON + DAY, NOON + 2 * DAY))
        assert sorted((each.at, each.count) for each in again) == [
            (NOON, 2),
            (NOON + DAY, 1),
        ]


async def test_loops_are_what_began_or_ended(store: SqlStore) -> None:
    """Each once; nothing that went into another."""
    async with store() as db:
        ann = await person(db)
        first = await added(db, opened(voice(ann)))
        end = NOON + 3 * DAY
        await added(
            db, opened(voice(ann), at=NOON - DAY), state=State.FIXED, ended_at=end
        )
        await added(db, opened(voice(ann)), state=State.JOINED, joined_to=first.id)
        figures = db.feedback.figures
        both = [Loop(NOON - DAY, end), Loop(NOON)]
        found = await figures.loops(NOON - DAY, NOON + 9 * DAY)
        assert sorted(found, key=lambda each: each.opened_at) == both
        assert await figures.loops(end, end + DAY) == [both[0]]
        assert numbers(await figures.ended(end, end + DAY, 9)) == [2]
        assert await figures.ended(NOON, end, 9) == []


async def test_what_waits_and_what_is_late_comes_oldest_first(store: SqlStore) -> None:
    """What waits for the customer does not wait for us; what is over is not late."""
    async with store() as db:
        ann = await person(db)
        await added(db, opened(voice(ann)))
        await added(db, opened(voice(ann), at=NOON - DAY), breached_at=NOON)
        await added(
            db,
            opened(voice(ann)),
            state=State.WAITING,
            paused_at=NOON,
            breached_at=NOON,
        )
        await added(db, opened(voice(ann)), state=State.FIXED, breached_at=NOON)
        figures = db.feedback.figures
        assert numbers(await figures.waiting(9)) == [2, 1]
        assert numbers(await figures.waiting(1)) == [2]
        assert numbers(await figures.overdue(9)) == [2, 3]


async def test_what_a_manager_was_told_of_is_known(store: SqlStore) -> None:
    """At that instant, and of nobody else."""
    async with store() as db:
        ann, bo = await person(db), await person(db, 2)
        at = NOON + timedelta(microseconds=1)
        for who in (ann, bo):
            await added(db, opened(voice(ann)), escalated_at=NOON, escalated_to=who)
        figures = db.feedback.figures
        assert numbers(await figures.escalated(ann, NOON, at)) == [1]
        assert await figures.escalated(ann, at, NOON + DAY) == []


async def test_a_search_takes_words_as_they_are(store: SqlStore) -> None:
    """Every word, in any of what was said; signs of the database are signs."""
    async with store() as db:
        ann, bo = await person(db), await person(db, 2)
        await added(db, opened(voice(ann, "100% Rabatt geht nicht 购物车"), facts=CART))
        await added(db, opened(voice(bo, "1000 cups"), facts=RETURNS))
        search = db.feedback.figures.search
        assert numbers(await search(["rabatt"], 9)) == [1]
        assert numbers(await search(["RABATT", "cup-1"], 9)) == [1]
        assert numbers(await search(["100%"], 9)) == [1]
        assert numbers(await search(["t_2"], 9)) == [2]
        assert numbers(await search(["p_t"], 9)) == []
        assert numbers(await search(["özil", "#1001"], 9)) == [2, 1]
        assert numbers(await search(["özil"], 1)) == [2]
        assert numbers(await search(["购物车"], 9, sender_id=bo)) == []
        assert numbers(await search(["购物车"], 9, sender_id=ann)) == [1]


async def test_numbers_are_of_one_organization(store: SqlStore) -> None:
    """Nothing of anybody else's."""
    async with store() as db:
        await added(db, opened(voice(await person(db))), breached_at=NOON)
        await db.commit()
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        figures = db.feedback.figures
        assert await figures.heard((NOON, NOON + DAY)) == []
        assert await figures.loops(NOON, NOON + DAY) == []
        assert await figures.overdue(9) == []
        assert await figures.search(["cart"], 9) == []
