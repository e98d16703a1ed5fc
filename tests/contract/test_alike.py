"""What the repository of what says the same promises."""

from dataclasses import replace

import pytest

from bot.errors import Conflict
from bot.model.feedback import Feedback, State
from bot.model.feedback.alike import Told
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.contract.test_feedback import NOON, opened, person, voice

GREEN = "The search finds no green tea 搜不到绿茶"


async def said(db: SqlUnitOfWork, text: str, *, sku: str = "") -> Feedback:
    """New feedback that can be found by its words."""
    new = opened(voice(await person(db), text))
    stored = await db.feedback.add(replace(new, facts=replace(new.facts, sku=sku)))
    await db.feedback.alike.keep(stored.id, text)
    return stored


async def found(db: SqlUnitOfWork, text: str, but: int = 0) -> list[int]:
    """What has words in common with a text."""
    return [each.feedback_id for each in await db.feedback.alike.near(text, but)]


async def test_it_is_found_by_words_it_has_in_common(store: SqlStore) -> None:
    """With its words and its product; in both languages, and never itself."""
    async with store() as db:
        one = await said(db, GREEN, sku="TEA-1")
        await said(db, "The lid fell off 盖子掉了")
        near = await db.feedback.alike.near("green tea", 0)
        assert near == [Told(one.id, GREEN, "TEA-1")]
        assert await found(db, "绿茶在哪里") == [one.id]
        assert await found(db, "GREENS") == [one.id]
        assert await found(db, GREEN, but=one.id) == []
        assert await found(db, "コーヒー") == []
        assert await found(db, "") == []


async def test_only_what_is_open_is_found(store: SqlStore) -> None:
    """And what was joined as the one that it is now."""
    async with store() as db:
        one, two = await said(db, GREEN), await said(db, "no oolong 没有乌龙")
        await db.feedback.move([one.voices[0].id], two.id, came_from=one.id)
        await db.feedback.save(replace(one, state=State.JOINED, joined_to=two.id))
        near = await db.feedback.alike.near("green tea", 0)
        assert near == [Told(two.id, GREEN)]
        await db.feedback.save(replace(two, state=State.FIXED, ended_at=NOON))
        assert await found(db, "green tea") == []


async def test_a_long_text_is_kept_by_what_is_rare_in_it(store: SqlStore) -> None:
    """Of thousands of letters only so many count."""
    async with store() as db:
        long = "rhubarb " + "tea " * 2_000
        one = await said(db, long)
        assert await found(db, "rhubarb") == [one.id]


async def test_a_proposal_is_kept_until_somebody_decides(store: SqlStore) -> None:
    """With how many customers say so, and since when; the last one counts."""
    async with store() as db:
        alike = db.feedback.alike
        one, two, three = [await said(db, GREEN) for _ in range(3)]
        await alike.propose(three.id, one.id)
        await alike.propose(three.id, two.id)
        (like,) = (await alike.proposed([one.id, three.id])).values()
        assert (like.number, like.customers, like.since) == (2, 1, NOON)
        await db.feedback.move([two.voices[0].id], one.id, came_from=two.id)
        await db.feedback.save(replace(two, state=State.JOINED, joined_to=one.id))
        (like,) = (await alike.proposed([three.id])).values()
        assert (like.number, like.customers) == (1, 2)
        await alike.propose(three.id, None)
        assert await alike.proposed([three.id]) == {}


async def test_nothing_is_like_itself(store: SqlStore) -> None:
    """Whoever writes it."""
    async with store() as db:
        one = await said(db, GREEN)
        with pytest.raises(Conflict):
            await db.feedback.alike.propose(one.id, one.id)
