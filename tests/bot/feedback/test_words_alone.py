"""A list or a number named alone behind "feedback" is nothing that a customer said."""

import pytest

from tests.bot.feedback.desk import TRIAGE, Desk, a_desk

NAMED = [
    ("feedback overdue", "feedback list overdue"),
    ("feedback unassigned", "feedback list unassigned"),
    ("Feedback Sent", "feedback list Sent"),
    ("feedback wishes", "feedback list wishes"),
    ("feedback checkout", "feedback list checkout"),
    ("feedback Tmall", "feedback list Tmall"),
    ("feedback Tmall delivery last week", "feedback list Tmall delivery last week"),
    ("feedback priority", "feedback by severity"),
    ("feedback severity", "feedback by severity"),
    ("feedback escalate 1", "feedback promises"),
    ("feedback 1", "feedback show 1"),
    ("feedback #1", "feedback show 1"),
    ("feedback 4111222333", "feedback search 4111222333"),
]
ZH = [
    ("反馈 超时", "反馈 列表 超时"),
    ("反馈 物流", "反馈 列表 物流"),
    ("反馈 建议", "反馈 列表 建议"),
    ("反馈 上周 天猫 物流", "反馈 列表 上周 天猫 物流"),
    ("反馈 优先级", "反馈 按严重程度"),
    ("反馈 晨报", "反馈 简报"),
    ("FEEDBACK 列表", "反馈 列表"),
    ("feedback 报告", "反馈 报告"),
    ("反馈 升级 2", "反馈 承诺列表"),
    ("反馈 2", "反馈 查看 2"),
    ("反馈 撤回", "撤回"),
]
SAID = (  # short, and said by customers all the same
    "payment declined",
    "high price",
    "delivery late",
    "login problem",
    "退款 被拒绝",
    "物流慢",
    "价格 高",
)


async def counted(desk: Desk) -> int:
    """How many there are."""
    async with desk.team.store.reading() as db:
        return len(await db.feedback.where())


@pytest.mark.parametrize(("typed", "meant"), NAMED)
async def test_it_is_asked_whether_the_list_was_meant(typed: str, meant: str) -> None:
    """And what is proposed is understood."""
    async with a_desk() as desk:
        seen = await desk.jonas.says(typed, TRIAGE)
        assert seen is not None
        assert f"Did you mean /crew {meant}?" in seen.text
        assert await counted(desk) == 0
        await desk.jonas.says(meant, TRIAGE)
        assert await counted(desk) == 0


@pytest.mark.parametrize(("typed", "meant"), ZH)
async def test_it_is_asked_in_chinese(typed: str, meant: str) -> None:
    """In a conversation, where no slash is typed."""
    async with a_desk() as desk:
        seen = await desk.wang.says(typed)
        assert seen is not None
        assert f"您是想输入 {meant} 吗？" in seen.text
        assert await counted(desk) == 0
        await desk.wang.says(meant)
        assert await counted(desk) == 0


@pytest.mark.parametrize("said", SAID)
async def test_few_words_of_a_customer_are_passed_on(said: str) -> None:
    """What happened to them is in two words, too."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {said}")
        assert await counted(desk) == 1


async def test_who_meant_it_passes_it_on() -> None:
    """With one button."""
    async with a_desk() as desk:
        seen = await desk.sofia.says("feedback checkout")
        await desk.sofia.presses("New feedback", seen)
        await desk.sofia.fills()
        assert (await desk.item()).text == "checkout"
