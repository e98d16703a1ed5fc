"""What reviews of somebody say is erased by HR, for good, and who did it is known."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.model.draft import FormDraft, Opener
from storage.tables import metadata
from tests.bot.review.company import WORD, Company, a_company
from tests.databases import KINDS, Kind

SPRING = 'review cycle "Spring" 2026-03-13 with self-review'


@pytest.fixture(params=KINDS)
async def company(request: pytest.FixtureRequest) -> AsyncIterator[Company]:
    """Li spoke of herself and confirmed what Bo wrote; of 王芳 there is a draft."""
    kind: Kind = request.param
    async with a_company(kind) as made:
        bo, li = made.shop.bo, made.shop.li
        await made.shop.anna.says(SPRING)
        await made.until(3, 8, 30)
        await li.says("review self")
        assert await li.fills(proud=WORD) == {}
        await made.write(bo, "Li")
        await bo.says("review write @王芳")
        assert await bo.fills(strengths=WORD, what="keep") == {}
        await li.says("review acknowledge")
        assert await li.fills(comment=WORD) == {}
        yield made


async def left(company: Company) -> int:
    """How much is written, of anybody."""
    async with company.shop.team.store.reading() as db:
        rows = await db.connection.execute(select(metadata.tables["review_words"]))
        return len(rows.all())


async def test_hr_erases_what_is_said_of_somebody(company: Company) -> None:
    """After it was asked once more; nobody else's is touched."""
    anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
    before = await left(company)
    asked = await anna.says("review erase @Li Mei")
    assert asked is not None
    assert "1 review" in asked.text or "One review" in asked.text
    assert await left(company) == before
    done = await anna.presses("Erase", asked)
    assert done is not None
    assert "is erased" in done.text
    assert await left(company) == 1  # the draft about 王芳
    for who, typed in ((li, "review read"), (bo, "review read @Li Mei")):
        seen = await who.says(typed)
        assert seen is not None
        assert "There is nothing in it" in seen.text
        assert WORD not in seen.text


async def test_that_it_was_and_who_erased_it_is_known(company: Company) -> None:
    """To the person it is about, in their own words."""
    anna, li = company.shop.anna, company.shop.li
    asked = await anna.says("评估 清除 @Li Mei")
    assert asked is not None
    await anna.presses("Erase", asked)
    await anna.presses("Erase", asked)
    seen = await li.says("review log")
    assert seen is not None
    assert seen.text.startswith("Who has read your reviews")
    assert seen.text.count("Anna Berger erased what it said") == 1


@pytest.mark.parametrize("name", ["bo", "li", "gus", "wang"])
async def test_nobody_else_erases(company: Company, name: str) -> None:
    """Neither who wrote it nor who it is about."""
    before = await left(company)
    who = getattr(company.shop, name)
    seen = await who.says("review erase @Li Mei")
    assert seen is not None
    assert "Erase" not in seen.buttons
    assert await left(company) == before


async def test_hr_does_not_erase_their_own(company: Company) -> None:
    """Who is reviewed does not decide alone what was never said."""
    seen = await company.shop.anna.says("review erase @me")
    assert seen is not None
    assert "Somebody else of HR" in seen.text


async def test_what_an_earlier_writer_typed_goes_too(company: Company) -> None:
    """A form that was closed unsent is no hiding place."""
    anna, bo = company.shop.anna, company.shop.bo
    review = await company.about(company.shop.li)
    opener = Opener("review.write", str(review.id))
    writer = await company.id_of(bo)
    now = company.shop.team.clock.now()
    async with company.shop.team.store() as db:
        await db.drafts.keep(FormDraft(writer, opener, {"next": WORD}, now))
        held = await db.reviews.get(review.id)
        assert held is not None
        other = await company.id_of(anna)
        await db.reviews.save((held.given_to(other, by_hand=True),))
        await db.commit()
    asked = await anna.says("review erase @Li Mei")
    assert asked is not None
    await anna.presses("Erase", asked)
    async with company.shop.team.store.reading() as db:
        assert await db.drafts.of(writer, opener) is None
