"""What people type of reviews in their own words, and what they are shown then."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.review.company import WORD, Company, a_company

SPRING = 'review cycle "Spring" 2026-03-13'


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    """Tuesday morning, and everybody was asked."""
    async with a_company() as made:
        await made.shop.anna.says(SPRING)
        await made.until(3, 8, 30)
        yield made


@pytest.mark.parametrize(
    "words", ["review Li", "write a review about Li", "review @Li", "review mei"]
)
async def test_a_name_alone_opens_the_form(company: Company, words: str) -> None:
    """Whom a manager names behind the word is whom they write about."""
    bo = company.shop.bo
    await bo.says(words)
    assert bo.form.name == "review.write"
    assert await bo.fills(strengths="Much", next="More") == {}
    assert (await company.about(company.shop.li)).sent


async def test_questions_about_reviews_are_understood(company: Company) -> None:
    """As people ask them, in both languages; an unknown name is told so."""
    bo, wang = company.shop.bo, company.shop.wang
    for who, words, answer in (
        (bo, "which reviews do I have to write?", "Li Mei"),
        (bo, "who wrote my review?", "Being written by Anna Berger"),
        (bo, "who read my reviews?", "Nobody has opened anything"),
        (wang, "我要写哪些评估？", "李伟"),
        (wang, "谁看过我的评估？", "谁看过您的评估"),
        (wang, "评估 小明", "没有看懂"),
    ):
        seen = await who.says(words)
        assert seen
        assert answer in seen.text


async def test_what_is_said_in_private_stand_ups_is_no_evidence() -> None:
    """Her manager reads what was posted to everybody, and nothing of #board."""
    async with a_company() as company:
        anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
        company.shop.team.place("#board", private=True, of=(anna, li))
        await anna.says("standup new Daily at 09:30 on weekdays", "#general")
        await anna.says("standup new Board at 10:30 on weekdays", "#board")
        await anna.says(SPRING)
        await li.says("review work on")
        for hour, said in ((8, "Open launch"), (9, f"Secret {WORD}")):
            await company.until(3, hour, 35)
            await li.presses("Fill")
            assert await li.fills(q0=said) == {}
        await company.until(4, 9)
        await bo.says("review write @Li")
        assert "Open launch" in repr(bo.form.intro)
        assert WORD not in repr(bo.form.intro)
