"""Everybody hears of reviews at the hour they chose, on their own clock (K04)."""

import pytest

from tests.bot.review.company import a_company
from tests.databases import KINDS, Kind

SPRING = 'review cycle "Spring" 2026-03-13'


@pytest.mark.parametrize("kind", KINDS)
async def test_a_manager_is_asked_at_their_own_hour(kind: Kind) -> None:
    """Bo in Berlin at three, 王芳 as usual at nine."""
    async with a_company(kind) as company:
        bo, wang = company.shop.bo, company.shop.wang
        seen = await bo.says("review hour 3pm")
        assert seen is not None
        assert "15:00" in seen.text
        await company.shop.anna.says(SPRING)
        await company.until(2, 13, 30)
        assert company.lists(bo) == []
        await company.until(2, 14, 5)
        assert len(company.lists(bo)) == 1
        assert company.lists(wang) == []
        await company.until(3, 8, 30)
        assert len(company.lists(wang)) == 1


async def test_an_hour_is_changed_while_a_round_goes_on() -> None:
    """What is planned already goes by the new one."""
    async with a_company() as company:
        bo = company.shop.bo
        await company.shop.anna.says(SPRING)
        await company.until(3, 8, 30)
        assert len(company.lists(bo)) == 1
        await bo.says("review hour 16:00")
        await company.until(10, 14, 30)
        assert len(company.lists(bo)) == 1
        await company.until(10, 15, 5)
        assert len(company.lists(bo)) == 2
        seen = await bo.says("review hour off")
        assert seen is not None
        assert "at nine" in seen.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("23:00", "outside of your working hours"), ("teatime", "teatime")],
)
async def test_an_hour_that_cannot_be_is_named(typed: str, said: str) -> None:
    """And nothing is changed."""
    async with a_company() as company:
        seen = await company.shop.bo.says(f"review hour {typed}")
        assert seen is not None
        assert said in seen.text
        usual = await company.shop.bo.says("review hour")
        assert usual is not None
        assert "at nine" in usual.text
