"""One feedback by its number, corrected and given away in a sentence."""

import pytest

from bot.model.feedback import Severity, Step
from tests.bot.feedback.desk import TRIAGE, a_desk

CORRECTED = [
    ("set F-1 to high", Severity.HIGH, Step.OTHER),
    ("make F-1 blocking", Severity.BLOCKING, Step.OTHER),
    ("change F-1 to low", Severity.LOW, Step.OTHER),
    ("把F-1改成高", Severity.HIGH, Step.OTHER),
    ("把 F-1 设为低", Severity.LOW, Step.OTHER),
    ("F-1 改成高", Severity.HIGH, Step.OTHER),
    ("F-1是物流问题", Severity.NORMAL, Step.DELIVERY),
    ("F-1 是支付的问题", Severity.NORMAL, Step.PAYMENT),
    ("wrong, F-1 is about quality", Severity.NORMAL, Step.QUALITY),
    ("no, F-1 is about the cart", Severity.NORMAL, Step.CART),
    ("F-1 is a delivery problem", Severity.NORMAL, Step.DELIVERY),
]


@pytest.mark.parametrize(("said", "severity", "step"), CORRECTED)
async def test_what_was_read_is_corrected(
    said: str, severity: Severity, step: Step
) -> None:
    """And no other thing is made of it."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback it is odd severity:normal step:other")
        await desk.jonas.says(said, TRIAGE)
        facts = (await desk.item()).facts
        assert (facts.severity, facts.step) == (severity, step)


@pytest.mark.parametrize(
    "said",
    [
        "F-1 @Jonas",
        "escalate F-1 to @Jonas",
        "把F-1升级给 @Jonas",
        "escalate F-1 to Jonas",
        "把F-1升级给Jonas",
        "F-1 to @Jonas",
    ],
)
async def test_it_is_given_to_somebody(said: str) -> None:
    """Who is named beside its number."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback it is odd")
        await desk.anna.says(said, TRIAGE)
        jonas = (await desk.item()).owner_id
        await desk.sofia.says("feedback it is odd again")
        await desk.jonas.says("feedback take 2", TRIAGE)
        assert jonas is not None
        assert jonas == (await desk.item(2)).owner_id


@pytest.mark.parametrize("said", ["delete feedback 1", "删除反馈1", "delete F-1"])
async def test_nothing_that_customers_say_is_deleted(said: str) -> None:
    """What can be done instead is said."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback it is odd")
        seen = await desk.jonas.says(said, TRIAGE)
        assert seen is not None
        assert "is not deleted" in seen.text
