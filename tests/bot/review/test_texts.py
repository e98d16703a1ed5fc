"""HR says in its own words what managers read above their lists (K05)."""

import pytest

from tests.bot.review.company import a_company
from tests.databases import KINDS, Kind

SPRING = 'review cycle "Spring" 2026-03-13 with self-review'


@pytest.mark.parametrize("kind", KINDS)
async def test_managers_read_it_in_their_language(kind: Kind) -> None:
    """Bo in English, 王芳 in Chinese, with the facts in their places."""
    async with a_company(kind) as company:
        anna, bo, wang = company.shop.anna, company.shop.bo, company.shop.wang
        await anna.says(SPRING)
        seen = await anna.says("review text Spring first: {count} people, until {due}!")
        assert seen is not None
        assert "3 people, until Fri 13 Mar!" in seen.text
        await anna.says("评估 文案 Spring 首次：请在 {截止} 前写完 {人数} 份")
        await company.until(3, 8, 30)
        assert "2 people, until Fri 13 Mar!" in company.lists(bo)[0].text
        assert "请在 3月13日周五 前写完 1 份" in company.lists(wang)[0].text


async def test_it_is_of_one_message_and_can_be_taken_away() -> None:
    """Where HR says nothing, ours stands alone."""
    async with a_company() as company:
        anna, bo = company.shop.anna, company.shop.bo
        await anna.says(SPRING)
        await anna.says("review text Spring day before: Hurry, please.")
        await company.until(3, 8, 30)
        assert "Hurry" not in company.lists(bo)[0].text
        seen = await anna.says("review text Spring day before: off")
        assert seen is not None
        assert "Nothing of your own yet" in seen.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("review text Spring due: write {name}", "I do not know “name”"),
        ("review text Spring due: " + "x" * 501, "500 characters at most"),
        ("review text Autumn due: write", "Spring"),
    ],
)
async def test_what_cannot_be_is_named(typed: str, said: str) -> None:
    """And nothing is kept."""
    async with a_company() as company:
        await company.shop.anna.says(SPRING)
        seen = await company.shop.anna.says(typed)
        assert seen is not None
        assert said in seen.text
        seen = await company.shop.anna.says("review text Spring")
        assert seen is not None
        assert "Nothing of your own yet" in seen.text


async def test_nobody_else_writes_them() -> None:
    """HR and admins see to reviews."""
    async with a_company() as company:
        await company.shop.anna.says(SPRING)
        seen = await company.shop.bo.says("review text Spring due: hello")
        assert seen is not None
        assert "HR and admins" in seen.text
