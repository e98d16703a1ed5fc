"""What was read is corrected by one sentence, each field by its name."""

import pytest

from bot.model.feedback import Kind, Sentiment, Severity, Step
from tests.bot.feedback.desk import a_desk

SAID = [  # what is typed, and what is true then
    ("feedback correct 1 step:cart", (Step.CART, Severity.NORMAL, "", "")),
    ("feedback correct 1 severity:low", (Step.OTHER, Severity.LOW, "", "")),
    ("feedback correct 1 cart !high", (Step.CART, Severity.HIGH, "", "")),
    (
        "feedback correct 1 sku:AB 12 market:Hong Kong",
        (Step.OTHER, Severity.NORMAL, "AB 12", "HK"),
    ),
    ("反馈 修正 1 环节:支付", (Step.PAYMENT, Severity.NORMAL, "", "")),
    ("反馈 修正 1 严重程度：高", (Step.OTHER, Severity.HIGH, "", "")),
]


@pytest.mark.parametrize(("typed", "true"), SAID)
async def test_each_field_is_corrected_by_its_name(
    typed: str, true: tuple[Step, Severity, str, str]
) -> None:
    """And nothing else changes."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback something is odd step:other severity:normal")
        await desk.jonas.says(typed)
        facts = (await desk.item()).facts
        assert (facts.step, facts.severity, facts.sku, facts.market) == true


@pytest.mark.parametrize(
    "typed",
    [
        "feedback correct 1 sentiment:positive kind:praise",
        "反馈 修正 1 情绪：满意 类型：表扬",
    ],
)
async def test_what_they_want_and_how_they_feel(typed: str) -> None:
    """By its name, and in the form."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback something is odd")
        await desk.jonas.says(typed)
        facts = (await desk.item()).facts
        assert (facts.kind, facts.sentiment) == (Kind.PRAISE, Sentiment.POSITIVE)
        await desk.jonas.presses("Correct")
        assert await desk.jonas.fills(sentiment="negative") == {}
        facts = (await desk.item()).facts
        assert (facts.kind, facts.sentiment) == (Kind.PRAISE, Sentiment.NEGATIVE)
