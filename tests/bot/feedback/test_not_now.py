"""Where feedback cannot go from here, what it can is one press away."""

import pytest

from tests.bot.feedback.desk import TRIAGE, a_desk


@pytest.mark.parametrize(
    ("before", "typed", "said", "ways"),
    [
        ("", "close 1", "once it is fixed or declined", ["Fixed", "Decline"]),
        ("feedback take 1", "close F-1", "fixed or declined", ["Fixed", "Decline"]),
        ("feedback fixed 1 done", "decline F-1: no", "cannot be done now", ["Reopen"]),
    ],
)
async def test_the_way_on_is_a_button(
    before: str, typed: str, said: str, ways: list[str]
) -> None:
    """And nothing has changed."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is slow")
        if before:
            await desk.jonas.says(before, TRIAGE)
        state = (await desk.item()).state
        seen = await desk.jonas.says(f"feedback {typed}", TRIAGE)
        assert seen is not None
        assert said in seen.text
        assert list(seen.buttons) == ways
        assert (await desk.item()).state is state


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("feedback decline 1 because we do not sell it", "we do not sell it"),
        ("反馈 拒绝 1 因为我们不卖", "我们不卖"),
    ],
)
async def test_a_reason_needs_no_because(typed: str, why: str) -> None:
    """Who sent it reads the reason alone."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is slow")
        await desk.jonas.says(typed, TRIAGE)
        assert (await desk.item()).reason == why
