"""Reviews on everybody's own day: in `today` and on the home tab, where they wait."""

from collections.abc import AsyncIterator

import pytest

from bot.messages import plain
from tests.bot.review.company import WORD, Company, a_company
from tests.driver import Member


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    """Friday the 13th is the last day."""
    async with a_company() as made:
        await made.shop.anna.says('review cycle "Spring" 2026-03-13 with self-review')
        await made.until(3, 8, 30)
        yield made


async def today(who: Member) -> str:
    """What `today` says."""
    words = "今天" if who.ref.platform == "dingtalk" else "today"
    seen = await who.says(words)
    assert seen
    return seen.text


async def test_what_is_to_be_written_stands_on_the_day(company: Company) -> None:
    """In each language; it needs somebody now from the last day on."""
    bo, wang = company.shop.bo, company.shop.wang
    told = await today(bo)
    assert "Write about Li Mei" in told
    assert "Write about 王芳" in told
    assert "Nothing needs you right now" in told
    assert "为 李伟 撰写" in await today(wang)
    assert "3月13日" in await today(wang)
    await company.until(13, 9)
    assert "2 things need you now" in await today(bo)


async def test_what_was_sent_is_there_to_be_read_until_it_is(company: Company) -> None:
    """And none of it is told there."""
    bo, li = company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    told = await today(li)
    assert "One thing needs you now" in told
    assert "please read and confirm" in told
    assert WORD not in told
    assert "Write about Li Mei" not in await today(bo)
    home = await li.opens_home()
    assert WORD not in repr(home)
    assert "Spring" in repr(home)
    await li.says("review acknowledge")
    assert await li.fills(comment="") == {}
    assert "Spring" not in await today(li)


async def test_ones_own_view_is_asked_for_there(company: Company) -> None:
    """Until it is sent; a button opens the form."""
    li = company.shop.li
    home = await li.opens_home()
    assert "Write about yourself" in repr(home)
    await li.says("today")
    await li.presses("Write about yourself")
    assert await li.fills(proud=WORD) == {}
    assert "Write about yourself" not in repr(await li.opens_home())


async def test_nothing_of_reviews_is_on_the_day_of_who_has_none(
    company: Company,
) -> None:
    """Nor of a round that has ended."""
    for who in (company.shop.gus, company.shop.anna):
        assert "Reviews" not in plain((await who.opens_home()).title)
    assert "Spring" not in await today(company.shop.gus)
    await company.shop.anna.says("review stop Spring")
    assert "Spring" not in await today(company.shop.bo)
