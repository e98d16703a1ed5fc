"""What the numbers of feedback promise, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.model.feedback import Facts, Feedback, Severity, State, Step
from bot.model.feedback.figures import Closing, Heard, roadmap
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
        named = await figures.skus(*day, 5)
        assert named == ["CUP-1", "POT_2"]
        found = sorted(await figures.heard(day, named), key=lambda each: each.step)
        assert found == [
            Heard(NOON, Step.CART, "CUP-1"),
            Heard(NOON, Step.RETURNS, "POT_2"),
        ]
        unnamed = {each.sku for each in await figures.heard(day)}
        assert unnamed == {""}
        assert await figures.skus(*day, 1) == ["CUP-1"]
        await db.feedback.move([other.voices[0].id], cart.id, came_from=other.id)
        assert {each.step for each in await figures.heard(day)} == {Step.CART}
        again = await figures.heard((NOON - DAY, NOON, NOON + DAY, NOON + 2 * DAY))
        assert sorted((each.at, each.count) for each in again) == [
            (NOON, 2),
            (NOON + DAY, 1),
        ]


async def test_what_came_is_closed_or_not(store: SqlStore) -> None:
    """Each counts once, and nothing that went into another; the days are of what ended,
    whenever it came.
    """
    async with store() as db:
        ann = await person(db)
        first = await added(db, opened(voice(ann)))
        over = {"state": State.FIXED}
        for came, days in ((1, 3), (2, 8), (40, 41)):
            at = NOON - came * DAY
            ended = {"ended_at": at + days * DAY, **over}
            await added(db, opened(voice(ann), at=at), **ended)
        await added(db, opened(voice(ann)), state=State.JOINED, joined_to=first.id)
        figures, end = db.feedback.figures, NOON + 9 * DAY
        assert await figures.closing(NOON - 2 * DAY, end) == Closing(3, 2, 8 * DAY)
        assert await figures.closing(NOON, NOON + DAY) == Closing(1, 0, None)
        later = NOON + 2 * DAY
        assert await figures.closing(later, end) == Closing(0, 0, 5.5 * DAY)
        assert numbers(await figures.ended(later, end, 9)) == [3, 2]
        assert await figures.ended(NOON - DAY, NOON + DAY, 9) == []


async def test_what_is_to_be_mended_comes_as_its_roadmap_says(store: SqlStore) -> None:
    """The order is decided once, in the model; nothing that is over is in it."""
    async with store() as db:
        ann = await person(db)
        for step, severity, voices, days in (
            (Step.RETURNS, Severity.LOW, 3, 0),
            (Step.SEARCH, Severity.LOW, 1, 0),
            (Step.SEARCH, Severity.HIGH, 1, 0),
            (Step.PAYMENT, Severity.LOW, 1, 0),
            (Step.CART, Severity.NORMAL, 2, 0),
            (Step.SEARCH, Severity.LOW, 1, 1),
        ):
            said = (voice(ann),) * voices
            facts = Facts(step, severity)
            await added(db, opened(*said, at=NOON - days * DAY, facts=facts))
        await added(db, opened(voice(ann), facts=CART), state=State.FIXED)
        found = await db.feedback.figures.weightiest(5)
        assert numbers(found) == [5, 4, 1, 3, 6]
        assert list(roadmap(found)) == list(found)


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
        assert await figures.closing(NOON, NOON + DAY) == Closing()
        assert await figures.skus(NOON, NOON + DAY, 9) == []
        assert await figures.weightiest(9) == []
        assert await figures.overdue(9) == []
        assert await figures.search(["cart"], 9) == []
