"""What may be the same waits in one list for those who triage (PEERS H15)."""

import pytest

from tests.bot.feedback.desk import TRIAGE, a_desk
from tests.databases import KINDS, Kind

CART = "The cart is empty after login on the phone"


@pytest.mark.parametrize("kind", KINDS)
async def test_what_may_be_the_same_is_listed_until_somebody_decides(
    kind: Kind,
) -> None:
    """The oldest first, with both buttons; joined or not, it is gone from the list."""
    async with a_desk(kind) as desk:
        for said in (CART, f"{CART} again", f"{CART}, every time"):
            await desk.sofia.says(f"feedback {said}")
        told = await desk.jonas.says("feedback proposals", TRIAGE)
        assert told is not None
        assert told.text.index("F-2") < told.text.index("F-3")
        await desk.jonas.presses("Join F-1", on=told)
        told = await desk.jonas.says("feedback proposals", TRIAGE)
        assert told is not None
        assert "F-2" not in told.text
        await desk.jonas.presses("Not the same", on=told)
        told = await desk.jonas.says("反馈 待合并", TRIAGE)
        assert told is not None
        assert "Nothing waits" in told.text


async def test_who_does_not_triage_is_told_so() -> None:
    """What others' customers say is not theirs to read."""
    async with a_desk() as desk:
        told = await desk.wang.says("反馈 待合并")
        assert told is not None
        assert "负责分流" in told.text
