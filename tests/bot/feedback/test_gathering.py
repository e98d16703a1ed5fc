"""Many words on one item in a short time are two messages, not twenty."""

import pytest

from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind


def heard(desk: Desk) -> list[str]:
    """What Jonas was told that Sofia or 王芳 adds."""
    return [each for each in desk.news(desk.jonas) if "adds" in each]


@pytest.mark.parametrize("kind", KINDS)
async def test_more_words_come_together(kind: Kind) -> None:
    """The first at once, the others in one message when ten minutes are over."""
    async with a_desk(kind) as desk:
        await desk.sofia.says("feedback the parcel is late")
        await desk.jonas.says("feedback take 1", TRIAGE)
        for word in ("one", "two", "three", "four"):
            await desk.sofia.says(f"feedback say 1 {word} more word")
        assert len(heard(desk)) == 1
        assert "one more word" in heard(desk)[0]
        await desk.team.waits(minutes=11)
        first, second = heard(desk)
        assert "two more word" not in first
        for word in ("two", "three", "four"):
            assert f"{word} more word" in second
        assert "one more word" not in second
        await desk.team.waits(minutes=5)
        await desk.sofia.says("feedback say 1 five more word")
        assert "five more word" in heard(desk)[-1]
        assert len(heard(desk)) == 3


async def test_those_of_two_people_are_told_apart() -> None:
    """Each line says whose it is."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the parcel is late")
        await desk.wang.says("反馈 the parcel is late")
        await desk.jonas.says("feedback join 2 with 1", TRIAGE)
        await desk.jonas.says("feedback take 1", TRIAGE)
        await desk.sofia.says("feedback say 1 first")
        await desk.sofia.says("feedback say 1 second")
        await desk.wang.says("反馈 补充 1 第三")
        await desk.team.waits(minutes=11)
        last = heard(desk)[-1]
        assert "Sofia Rossi and 王芳" in last
        assert "Sofia Rossi: second" in last
        assert "王芳: 第三" in last


async def test_words_that_open_it_again_are_told_at_once() -> None:
    """Nobody waits for those."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the parcel is late")
        await desk.jonas.says("feedback take 1", TRIAGE)
        await desk.sofia.says("feedback say 1 nobody calls me back")
        await desk.jonas.says("feedback fixed 1 it is there", TRIAGE)
        await desk.leaves()
        await desk.sofia.says("feedback say 1 it is still not there")
        assert "it is still not there" in heard(desk)[-1]


async def test_where_nobody_owns_it_the_room_hears_them_together() -> None:
    """In the thread of its card."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the parcel is late")
        for word in ("one", "two", "three"):
            await desk.sofia.says(f"feedback say 1 {word} more word")
        before = [s.text for s in desk.jonas.sees(TRIAGE) if "adds" in s.text]
        assert len(before) == 1
        await desk.team.waits(minutes=11)
        after = [s.text for s in desk.jonas.sees(TRIAGE) if "adds" in s.text]
        assert len(after) == 2
        assert "three more word" in after[-1]
