"""Areas, departments and measures, asked for as people speak."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm


@pytest.fixture
async def firm() -> AsyncIterator[Firm]:
    """Li answers for refunds, Bo is their deputy and heads marketing."""
    async with a_firm() as made:
        await made.shop.anna.says("make Bo head of marketing")
        await made.shop.anna.says("measure new Late parcels @Li dept marketing")
        yield made


async def test_a_question_is_answered(firm: Firm) -> None:
    for typed, answer in (
        ("who heads marketing?", "Bo Lin heads Marketing"),
        ("who leads warehouse?", "Warehouse has no head yet"),
        ("who is the deputy for refunds?", "Li Mei answers for refunds DE"),
        ("who owns late parcels?", "Owner: Li Mei"),
        ("who owns parcels?", "There is no area “parcels” yet"),
        ("our kpis", "Late parcels"),
        ("who owns what?", "refunds DE"),
        ("how do I reach Bo?", "Reached by: Slack: @bo"),
        ("what time is it for Li?", "Their time: "),
        ("show me the marketing kpis", "Marketing: 1 measure"),
        ("Late parcels 12 green", "Late parcels: 12 for"),
        ("late parcels 3 hours", "“3 hours” is of another unit"),
        ("change the target of late parcels to <20", "Target: at most 20"),
        ("hand over refunds DE to Bo", "Bo Lin answers for refunds DE from now on"),
        ("which areas have no owner?", "Who answers for what"),
        ("measure new X owner somebody else", "I do not know who “somebody else” is"),
        ("team set Li role Buyer manager Anna", "Li Mei is up to date"),
    ):
        assert answer in await firm.says(firm.shop.anna, typed), typed


async def test_and_in_chinese(firm: Firm) -> None:
    for typed, answer in (
        ("市场部的主管是谁？", "Bo Lin 是 市场 的主管"),
        ("退款的副手是谁", "由 Li Mei 负责"),
        ("市场部指标", "市场：1 项指标"),
        ("哪些指标逾期了", "缺少近期数值"),
        ("怎么联系Bo？", "联系方式"),
        ("公司有哪些部门？", "谁是谁"),
        ("都有哪些职责", "refunds DE"),
        ("哪些职责没有负责人", "部门主管"),
    ):
        assert answer in await firm.says(firm.shop.wang, typed), typed


async def test_tasks_are_no_area(firm: Firm) -> None:
    """What is handed over by its number, or is theirs, is asked of tasks."""
    for typed in ("hand over my tasks to Bo", "hand over T-1 to Bo", "把任务移交给Bo"):
        said = await firm.says(firm.shop.anna, typed)
        assert "area" not in said.split("\n")[0], typed
