"""What the answers of a stand-up make of blockers (PEERS C01, C04)."""

from collections.abc import AsyncIterator

import pytest

from bot.model.blocker import UpdateKind
from tests.bot.blockers.team import DAY, ELEVEN, NINE_THIRTY, Shop, a_shop, labels, said


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everybody was asked just now."""
    async with a_shop() as made:
        yield made


async def test_an_answer_opens_a_blocker_that_everybody_sees(shop: Shop) -> None:
    """With its number and day, in the day's message and below the answer."""
    await shop.answers(shop.bo, "waiting for stock numbers")
    line = "⚠️ B-1 waiting for stock numbers (day 1)"
    assert line in shop.thread()
    prompt = shop.bo.inbox[-1]
    assert line in prompt.text
    assert "Tag people" in labels(prompt)
    await shop.team.until(ELEVEN)
    assert line in shop.thread()


async def test_each_line_is_one(shop: Shop) -> None:
    """And its people are those of its line."""
    await shop.answers(shop.bo, "- no stock numbers @李伟\n- no access @Cy @nobody")
    first, second = await shop.blocker(1), await shop.blocker(2)
    assert (first.text, second.text) == ("no stock numbers", "no access @Cy @nobody")
    assert first.tagged == (await shop.id_of(shop.li),)
    assert second.tagged == (await shop.id_of(shop.cy),)
    assert "⚠️ B-1 no stock numbers (day 1) → @李伟" in shop.thread()


@pytest.mark.parametrize("words", ["none", "no", "-", "无", "没有", "暂无", ""])
async def test_nothing_in_the_way_opens_nothing(shop: Shop, words: str) -> None:
    """In whatever words."""
    await shop.answers(shop.bo, words)
    assert await shop.count() == 0
    assert "B-1" not in shop.thread()


@pytest.mark.parametrize(
    "words",
    ["still waiting for stock numbers", "same as yesterday", "同上", "B-1"],
)
async def test_the_next_day_it_is_the_same_one(shop: Shop, words: str) -> None:
    """One day older, and not a second one."""
    await shop.answers(shop.bo, "waiting for stock numbers")
    await shop.team.until(NINE_THIRTY + DAY)
    await shop.answers(shop.bo, words)
    assert await shop.count() == 1
    assert "⚠️ B-1 waiting for stock numbers (day 2)" in shop.thread()
    kinds = [each.kind for each in await shop.story()]
    assert kinds == [UpdateKind.OPENED]


async def test_what_is_new_about_it_is_an_update(shop: Shop) -> None:
    """Kept once, however often the answer is edited."""
    await shop.answers(shop.bo, "waiting for stock numbers @李伟")
    await shop.team.until(NINE_THIRTY + DAY)
    await shop.answers(shop.bo, "B-1 they come at noon")
    await shop.answers(shop.bo, "B-1 they come at noon", "Edit")
    updates = [e.text for e in await shop.story() if e.kind is UpdateKind.SAID]
    assert updates == ["B-1 they come at noon"]
    assert "they come at noon" in said(shop.li.last())


async def test_an_edit_changes_its_words(shop: Shop) -> None:
    """Everywhere it is shown."""
    await shop.answers(shop.bo, "waiting for stok @李伟")
    await shop.answers(shop.bo, "waiting for stock", "Edit")
    assert (await shop.blocker()).text == "waiting for stock"
    assert "waiting for stock" in said(shop.li.last())
    assert "B-1 waiting for stock" in shop.thread()
    assert await shop.count() == 1


async def test_an_edit_that_takes_it_out_closes_it(shop: Shop) -> None:
    """Who was asked sees that; written again, it is the same one."""
    await shop.answers(shop.bo, "waiting for stock @李伟\nno access to the shop")
    await shop.answers(shop.bo, "no access to the shop", "Edit")
    assert not (await shop.blocker()).open
    assert any("✅" in seen.text for seen in shop.li.inbox)
    await shop.answers(shop.bo, "no access to the shop\nwaiting for stock", "Edit")
    assert (await shop.blocker()).open
    assert await shop.count() == 2


async def test_an_answer_without_any_closes_those_nobody_helps_with(
    shop: Shop,
) -> None:
    """It says so, and one press takes it back; who was asked has to say so."""
    await shop.answers(shop.bo, "no forklift\nno stock @李伟")
    await shop.team.until(NINE_THIRTY + DAY)
    await shop.answers(shop.bo, "none")
    assert not (await shop.blocker(1)).open
    assert (await shop.blocker(2)).open
    prompt = next(s for s in reversed(shop.bo.inbox) if "Saved." in s.text)
    assert "✅ B-1 no forklift" in prompt.text
    assert "Closed, going by what you said." in prompt.text
    await shop.bo.presses("Still blocked", prompt)
    assert (await shop.blocker(1)).open
    prompt = next(s for s in reversed(shop.bo.inbox) if "Saved." in s.text)
    assert "⚠️ B-1 no forklift (day 2)" in prompt.text


async def test_one_that_was_solved_with_words_says_nothing_of_the_answer(
    shop: Shop,
) -> None:
    """The answer still names it: it was not the answer that closed it."""
    await shop.answers(shop.bo, "no forklift")
    await shop.bo.says("blocker resolve B-1 a new one came")
    prompt = next(s for s in reversed(shop.bo.inbox) if "Saved." in s.text)
    assert "✅ B-1 no forklift" in prompt.text
    assert "Closed" not in prompt.text


async def test_the_answers_of_others_leave_it_alone(shop: Shop) -> None:
    """Each has their own, even in the same words."""
    await shop.answers(shop.bo, "waiting for stock numbers")
    await shop.answers(shop.cy, "waiting for stock numbers")
    assert await shop.count() == 2
    await shop.answers(shop.anna, "none")
    assert await shop.count() == 2


async def test_what_is_typed_never_calls_anybody(shop: Shop) -> None:
    """It stays text wherever it is shown."""
    await shop.answers(shop.bo, "ask <!channel> *now* ")
    assert "B-1 ask <!channel> *now* (day 1)" in shop.thread()


async def test_a_long_one_is_kept_whole(shop: Shop) -> None:
    """A line shows its beginning, its card all of it."""
    words = "word " * 300
    await shop.answers(shop.bo, words)
    assert (await shop.blocker()).text == words.strip()
    assert "…" in shop.thread()
    assert words.strip() in said(await shop.bo.says("B-1"))


async def test_who_is_away_is_marked(shop: Shop) -> None:
    """Whoever waits for them knows it at once."""
    await shop.cy.says("away today to friday")
    await shop.answers(shop.bo, "no stock @Cy")
    assert "⚠️ B-1 no stock (day 1) → @Cy Twombly (away)" in shop.thread()
    assert "→ @Cy Twombly (away)" in shop.bo.inbox[-1].text
