"""Exactly one person owns a measure, and a name means one of them."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases."""
    kind: Kind = request.param
    async with a_firm(kind) as made:
        yield made


async def test_one_line_says_all_of_it(firm: Firm) -> None:
    """Unit, target, owner, rhythm, department, formula."""
    said = await firm.says(
        firm.shop.anna,
        'measure new "Returns DE" in EUR target between €500 and €1.000 @Li deputies'
        ' @Bo monthly dept:warehouse formula:"returned goods / parcels"'
        ' source:Magento basis:"day of return" zone:Shanghai role:Buyer',
    )
    for words in (
        "Target: €500 to €1,000", "Owner: Li Mei", "Deputies: Bo Lin",
        "Department: Warehouse", "Role: Buyer", "monthly, asked on the first",
        "Formula: returned goods / parcels", "Source: Magento",
        "Time basis: day of return", "Time zone of the shop: Shanghai",
    ):  # fmt: skip
        assert words in said
    (told,) = firm.told(firm.shop.li, "measure:1:owned")
    assert "Anna Berger asks you to look after Returns DE" in told.text
    said = await firm.says(firm.shop.bo, "measure set returns de 24,000/30")
    assert "Returns DE: €800 for" in said


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("笔单价 元 目标 300 越高越好 每周", "目标: 不低于 ¥300"),
        ("回复时间 分钟 目标 5 越低越好", "目标: 不超过 5 分钟"),
    ],
)
async def test_a_unit_in_words_is_no_part_of_the_name(
    firm: Firm, typed: str, target: str
) -> None:
    said = await firm.says(firm.shop.wang, f"指标 新建 {typed}")
    assert said.splitlines()[0] == typed.split()[0]
    assert target in said


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Big target 2.5%", "Is more of it better, or less?"),
        ("Zeppelins @Bo @Li", "A measure has exactly one owner"),
        ("Zeppelins unit:bananas", "I do not know the unit “bananas”"),
        ("Zeppelins days target 40-20", "The lower end of the target comes first"),
        ("Zeppelins % target <NaN", "exactly"),
        ("Zeppelins cadence:sometimes", "“sometimes” is no rhythm"),
        ("% target <2%", "What is it called?"),
        ("x" * 61, "A name has 60 characters at most"),
    ],
)
async def test_what_cannot_be_is_refused(firm: Firm, typed: str, answer: str) -> None:
    """Before anything is stored."""
    said = await firm.says(firm.shop.li, f"measure new {typed}")
    if answer != "exactly":
        assert answer in said
        async with firm.shop.team.store() as db:
            assert await db.measures.living() == []


async def test_two_of_one_name_are_refused(firm: Firm) -> None:
    """In any spelling, and by any of its other names."""
    li = firm.shop.li
    await li.says('measure new "Refund rate" %')
    for name in ("refund-rate", "REFUND RATE", "退款率"):
        said = await firm.says(firm.shop.anna, f'measure new "{name}" %')
        assert "means one measure" in said
    await li.says("measure new")
    wrong = await li.fills(name="Refund rate", unit="percent", cadence="weekly")
    assert "is there already" in wrong["name"]
    assert await li.fills(name="Refunds US", target="< 3 %", private="private") == {}
    seen = li.last()
    assert seen
    assert "🔒 Refunds US" in seen.text
    assert "Target: at most 3%" in seen.text


async def test_the_form_asks_which_way_a_target_goes(firm: Firm) -> None:
    """And for the currency of money."""
    li = firm.shop.li
    await li.says("measure new")
    costs = {"name": "Costs", "unit": "money", "cadence": "weekly", "target": "500"}
    wrong = await li.fills(**costs)
    assert "Which currency?" in wrong["currency"]
    wrong = await li.fills(**costs, currency="€")
    assert "Is more of it better" in wrong["direction"]
    assert await li.fills(**costs, currency="€", direction="down") == {}
    seen = li.last()
    assert seen
    assert "Target: at most €500" in seen.text


async def test_the_catalogue_is_ready_to_pick(firm: Firm) -> None:
    """In both languages, with formula and traps."""
    li, wang = firm.shop.li, firm.shop.wang
    said = await firm.says(li, "measure catalogue marketing")
    assert "sales and marketing cost / new customers" in said
    said = await firm.says(wang, "指标 公式 动销率")
    assert "有销量的 SKU 数 / 在售 SKU 数" in said
    await wang.presses("使用")
    assert await wang.fills() == {}
    said = await firm.says(li, "measure show Share of moving products")
    assert "Formula: products with sales / products on sale" in said
    assert "Mind: Products (SKUs), not units." in said
    assert "41 measures of the field" in await firm.says(li, "measure catalogue")


async def test_an_owner_hands_it_on_and_changes_its_target(firm: Firm) -> None:
    """A unit with values in it stays."""
    li, bo = firm.shop.li, firm.shop.bo
    await li.says('measure new "Refund rate" % target <2.5%')
    assert "at most 2%" in await firm.says(li, "measure change refund rate target 2%")
    await li.says("measure set refund rate 3%")
    await li.says("measure change refund rate")
    wrong = await li.fills(unit="count")
    assert "has values in its unit already" in wrong["unit"]
    said = await firm.says(li, "measure change refund rate monthly")
    assert "has values of its rhythm already" in said
    assert "asked on Fridays" in await firm.says(li, "kpi change refund rate every fri")
    assert "Owner: Bo Lin" in await firm.says(li, "measure change refund rate @Bo")
    refused = await firm.says(li, "measure change refund rate target <1%")
    assert "Bo Lin looks after Refund rate" in refused
    assert "retired" in await firm.says(bo, "measure retire refund rate")
    assert "Nothing is measured yet" in await firm.says(li, "measures")
    assert "Refund rate" in await firm.says(li, 'measure new "Refund rate" %')


async def test_who_sees_it(firm: Firm) -> None:
    """Everybody inside, unless it is private; guests see nothing."""
    li, bo, gus = firm.shop.li, firm.shop.bo, firm.shop.gus
    await li.says("measure new Salaries EUR private target <30000")
    await li.says("measure set salaries 12345")
    for typed in ("measures", "measure show salaries", "measure set salaries 1"):
        said = await firm.says(bo, typed)
        assert "12,345" not in said
        assert "Li Mei" not in said
    assert "€12,345" in await firm.says(firm.shop.anna, "measure show salaries")
    for typed in ("measures", "measure catalogue", "measure due", "measure new X"):
        assert "people inside the company" in await firm.says(gus, typed)
    said = await firm.says(firm.shop.anna, "measure new Zeppelins @Gus")
    assert "Gus Gast cannot see measures" in said
    await firm.shop.anna.says("team head finance @Bo")
    await li.says("measure change salaries dept:finance")
    assert "€12,345" in await firm.says(bo, "measure show salaries")


async def test_the_list_is_kept_to_what_was_asked_for(firm: Firm) -> None:
    """A department, a person, a role, an area; ten a page."""
    li, bo = firm.shop.li, firm.shop.bo
    for number in range(11):
        await bo.says(f"measure new shelf{number} dept:warehouse role:Buyer")
    await li.says("measure new Refunds area:refunds")
    for typed, title in (
        ("measures", "12 measures"),
        ("measures warehouse", "Warehouse: 11 measures"),
        ("measures role:buyer", "buyer: 11 measures"),
        ("measures @Li", "Li Mei: 1 measure"),
        ("measures mine", "Bo Lin: 11 measures"),
        ("measures area refunds", "refunds: 1 measure"),
        ("kpi role:pilot", "pilot: 0 measures"),
    ):
        assert title in await firm.says(bo, typed)
    await bo.says("measures warehouse")
    await bo.presses("1 more")
    seen = bo.last()
    assert seen
    assert [c.label for c in seen.controls] == ["Show"]
