"""What is asked of customers' feedback in few words, as people say it."""

import pytest

from bot.phrases.customers import asks_customers
from tests.bot.feedback.desk import TRIAGE, a_desk

MEANT = [
    ("feedback this week vs last week", "feedback report this week"),
    ("this week's complaints vs last week", "feedback report this week"),
    ("compare this month's feedback with last month", "feedback report this month"),
    ("反馈 本周对比上周", "feedback report 本周"),
    ("本周的投诉对比上周", "feedback report 本周"),
    ("这周和上周的反馈比怎么样", "feedback report 这周"),
    ("这周多少投诉", "feedback report 这周"),
    ("closing rate", "feedback report"),
    ("median days", "feedback report"),
    ("我们多久回复客户", "feedback report"),
    ("quick fixes", "feedback roadmap"),
    ("customer roadmap", "feedback roadmap"),
    ("快速修复", "feedback roadmap"),
    ("客户路线图", "feedback roadmap"),
    ("canned replies", "feedback templates"),
    ("回复模板", "feedback templates"),
    ("SLA", "feedback promises"),
    ("服务承诺", "feedback promises"),
    ("show me payment feedback", "feedback list payment"),
    ("what is overdue feedback", "feedback list overdue"),
    ("看看支付的反馈", "feedback list 支付"),
    ("有没有尺码的投诉", "feedback search 尺码"),
    ("customer wishes", "feedback list wishes"),
    ("negative feedback", "feedback list problems"),
    ("负面反馈", "feedback list problems"),
    ("is anything blocking sales?", "feedback list blocking"),
    ("哪些客户不能付款", "feedback list blocking"),
    ("which sku has the most returns", "feedback report by sku returns"),
    ("哪个商品退货最多", "feedback report by sku 退货"),
]
NOT = (
    "模板",
    "roadmap",
    "本周对比上周",
    "this week vs last week",
    "the customer cannot pay",
    "客户说付款失败",
    "what is late",
)


@pytest.mark.parametrize(("said", "command"), MEANT)
def test_what_it_means(said: str, command: str) -> None:
    """One command each."""
    assert asks_customers(said) == command


@pytest.mark.parametrize("said", NOT)
def test_what_is_said_of_others(said: str) -> None:
    """Nothing that may be of tasks, or is a customer's own."""
    assert asks_customers(said) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "feedback report this week vs last week",
        "feedback report last month compared to the month before",
        "feedback report this week against last week",
        "反馈 报告 本周对比上周",
        "反馈 报告 本周 和上周比",
        "反馈 报告 本月 vs 上月",
        "feedback report by channel this week vs last week",
    ],
)
async def test_a_report_stands_beside_the_time_before(typed: str) -> None:
    """Whoever asks for both gets the one with its change."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        seen = await desk.jonas.says(typed, TRIAGE)
        assert seen is not None
        assert "📣" in seen.text
        assert "do not understand" not in seen.text


async def test_each_of_them_is_answered() -> None:
    """By the house itself, in both languages."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty, cannot pay")
        for said, _ in MEANT:
            chinese = said[0] > "\u2e7f"
            seen = await (desk.wang if chinese else desk.sofia).says(said)
            assert seen is not None
            assert "do not know that command" not in seen.text, said
            assert "没有这个命令" not in seen.text, said
