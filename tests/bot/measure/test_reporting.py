"""A value with what its owner believes and a sentence; what was corrected stays."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind

NEW = 'measure new "Refund rate" % target <2.5% weekly dept:service'


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases; Li looks after the refund rate."""
    kind: Kind = request.param
    async with a_firm(kind, areas=False) as made:
        await made.shop.li.says(NEW)
        yield made


async def test_a_sentence_holds_value_confidence_and_words(firm: Firm) -> None:
    """In any order; the confidence is said beside the arithmetic (J02)."""
    li = firm.shop.li
    said = await firm.says(li, 'measure set refund rate 2.7% green "sizes fixed"')
    assert "Refund rate: 2.7% for 2 Mar – 8 Mar" in said
    assert "🟢 on track" in said
    assert "0.2 pp over the target" in said
    assert "The period still runs" in said
    assert "sizes fixed" in said
    said = await firm.says(li, "measure set refund rate last week red 24/1,000 carrier")
    assert "Refund rate: 2.4% for 23 Feb – 1 Mar" in said
    assert "24 / 1,000" in said
    assert "still runs" not in said
    said = await firm.says(li, "measure show refund rate")
    assert "Now: 2.7% (2 Mar – 8 Mar, so far)" in said
    assert "↑ +0.3 pp against the period before – worse" in said
    assert "23 Feb – 1 Mar: 2.4% · 24 / 1,000 · 🔴 · Li Mei · “carrier”" in said


async def test_a_correction_keeps_the_earlier_value(firm: Firm) -> None:
    """And the same said twice is said once."""
    li = firm.shop.li
    await li.says("measure set refund rate 2.6%")
    await li.says("measure set refund rate 2.6%")
    said = await firm.says(li, "measure set refund rate 2.4%")
    assert "Before: 2.6%. It stays in the history." in said
    said = await firm.says(li, "measure history refund rate")
    assert "2 Mar – 8 Mar: 2.4% · Li Mei · corrected from 2.6%" in said


async def test_a_zero_denominator_shows_a_dash(firm: Firm) -> None:
    """There is no number, and no error."""
    said = await firm.says(firm.shop.li, "measure set refund rate 5/0")
    assert "Refund rate: — for" in said
    assert "The denominator is zero" in said
    assert "Refund rate · —" in await firm.says(firm.shop.bo, "measures")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("refund rate NaN", "I cannot read “NaN” as a value of Refund rate"),
        ("refund rate 10^400", "I cannot read “10^400”"),
        ("refund rate 3h", "“3h” is of another unit. Refund rate is kept like this"),
        ("refund rate 2% for next week", "“next week” has not begun yet"),
        ("refund rate 2% for 2027-01-01", "“2027-01-01” has not begun yet"),
        ("refund rate 2% for Q1", "“Q1” is several weeks"),
        ("refund costs 2%", "Did you mean Refund rate?"),
        ("bananas 5", "There is no measure “bananas”"),
    ],
)
async def test_what_cannot_be_is_refused_kindly(
    firm: Firm, typed: str, answer: str
) -> None:
    """With what to type instead, and nothing typed is lost."""
    said = await firm.says(firm.shop.li, f"measure set {typed}")
    assert answer in said
    assert f"measure set {typed}" in said
    assert "no value yet" in await firm.says(firm.shop.li, "measure show refund rate")


async def test_it_is_said_in_chinese_too(firm: Firm) -> None:
    """Without spaces, in 万, with the period in front."""
    wang = firm.shop.wang
    said = await firm.says(wang, "指标 新建 客单价 目标 不低于300元 每周五")
    assert "目标: 不低于 ¥300" in said
    assert "每周，周五提醒" in said
    assert "支付金额 / 支付买家数" in said
    said = await firm.says(wang, "指标 更新客单价320元 绿 大促拉高")
    assert "客单价：¥320（3月2日 – 3月8日）" in said
    assert "🟢 正常" in said
    assert "大促拉高" in said
    said = await firm.says(wang, "指标 更新 客单价 上周 ¥12.5万")
    assert "客单价：¥125,000（2月23日 – 3月1日）" in said
    said = await firm.says(wang, "指标 更新 客单价 三百二十 黄 退货少")
    assert "¥320" in said
    assert "🟡 有风险" in said
    assert "“3小时”的单位不对" in await firm.says(wang, "指标 更新 客单价 3小时")
    said = await firm.says(wang, "指标 退款率")
    assert "退款订单数 / 订单数" in said


async def test_the_form_says_what_is_wrong_beside_its_field(firm: Firm) -> None:
    """And takes the rest as it was."""
    li = firm.shop.li
    await li.says("measure set refund rate")
    wrong = await li.fills(value="3h", period="next week")
    assert "of another unit" in wrong["value"]
    assert "has not begun yet" in wrong["period"]
    assert await li.fills(value="2,4", confidence="yellow", period="2026-02-25") == {}
    seen = li.last()
    assert seen
    assert "Refund rate: 2.4% for 23 Feb – 1 Mar" in seen.text
    await li.presses("Correct")
    assert await li.fills(value="24 / 960") == {}
    seen = li.last()
    assert seen
    assert "Refund rate: 2.5% for 23 Feb – 1 Mar" in seen.text


async def test_a_day_is_a_day_where_the_shop_is(firm: Firm) -> None:
    """Six in the evening in Berlin is the next day in Shanghai."""
    li = firm.shop.li
    await li.says("measure new Orders daily zone:Shanghai")
    await li.says("measure new Parcels daily")
    await firm.shop.team.waits(hours=8)
    said = await firm.says(li, "measure set orders 12")
    assert "Mon 2 Mar" in said
    assert "still runs" not in said
    assert "Tue 3 Mar" in await firm.says(li, "measure set orders 3")
    assert "still runs" in await firm.says(li, "measure set parcels 12")
