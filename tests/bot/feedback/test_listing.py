"""What stands first in a list of feedback."""

from collections.abc import AsyncIterator

import pytest

from bot.cards.feedback.list import SHOWN
from bot.messages import Button
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.fakes.chat import Seen


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


def shown(seen: Seen | None) -> list[str]:
    """The numbers in a list, from its top."""
    assert seen
    return [
        each.value
        for each in seen.controls
        if isinstance(each, Button) and each.action == "feedback.show"
    ]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (("feedback cup {n} is torn", "feedback I cannot pay"), "feedback list"),
        (("反馈 第 {n} 个杯子破了", "反馈 付不了款"), "反馈 列表"),
    ],
)
async def test_what_keeps_customers_from_buying_comes_first(
    desk: Desk, said: tuple[str, str], asked: str
) -> None:
    """Then what waits longest; what is planned waits for nobody here."""
    who = desk.wang if "反馈" in asked else desk.sofia
    for number in range(1, 4):
        await who.says(said[0].format(n=number))
        await desk.team.waits(minutes=1)
    await who.says(said[1])
    assert shown(await who.says(asked)) == ["4", "1", "2", "3"]
    await desk.jonas.says("feedback plan 1 in May", TRIAGE)
    await desk.jonas.says("feedback decline 2 as meant", TRIAGE)
    assert shown(await who.says(asked)) == ["4", "3", "1"]
    assert shown(await desk.jonas.says("feedback list", TRIAGE)) == ["4", "3", "1"]
    sent = "feedback list sent" if who is desk.sofia else "反馈 列表 我提交的"
    assert shown(await who.says(sent)) == ["4", "3", "1", "2"]


async def test_of_what_is_over_the_newest_comes_first(desk: Desk) -> None:
    """Nobody waits for it."""
    for number in (1, 2):
        await desk.sofia.says(f"feedback cup {number} is torn")
        await desk.team.waits(minutes=1)
        await desk.jonas.says(f"feedback decline {number} as meant", TRIAGE)
    assert shown(await desk.sofia.says("feedback list closed")) == ["2", "1"]


async def test_a_long_list_says_how_much_is_left(desk: Desk) -> None:
    """Twenty at most, and what blocks among them, however new it is."""
    for number in range(SHOWN):
        await desk.sofia.says(f"feedback cup {number} is torn")
    await desk.sofia.says("feedback I cannot pay")
    seen = await desk.sofia.says("feedback list")
    assert len(shown(seen)) == SHOWN
    assert shown(seen)[:2] == [str(SHOWN + 1), "1"]
    assert seen is not None
    assert "and one more" in seen.text
