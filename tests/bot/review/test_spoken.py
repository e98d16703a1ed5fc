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


@pytest.mark.parametrize("words", ["write Li's review", "I want to write Li's review"])
async def test_a_form_is_asked_for_in_a_sentence(company: Company, words: str) -> None:
    """Whose review it is stands before the word."""
    await company.shop.bo.says(words)
    assert company.shop.bo.form.name == "review.write"


async def test_reviews_are_handed_over_and_timed_in_sentences(company: Company) -> None:
    """In both languages, and civilly."""
    shop = company.shop
    for who, words, answer in (
        (shop.bo, "hand Li's review to Anna", "Anna Berger writes the review of Li"),
        (shop.wang, "把李伟的评估交给Anna", "李伟 的评估现在由 Anna Berger 撰写"),
        (shop.bo, "review hour 3pm please", "15:00"),
        (shop.bo, "remind me about reviews at 4pm", "You hear of reviews at 16:00"),
        (shop.wang, "每天下午三点提醒我评估", "15:00"),
        (shop.bo, "remind me to review Li's text at 4pm", "T-1"),
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
