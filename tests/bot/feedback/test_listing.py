"""What stands first in a list of feedback."""

from collections.abc import AsyncIterator

import pytest

from bot.cards.feedback.list import SHOWN
from bot.messages import Button
from bot.model.feedback import State
from bot.model.refs import MessageRef
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


async def test_the_home_tab_shows_what_is_needed_most_first(desk: Desk) -> None:
    """As the list of what is somebody's own does."""
    for said in ("cup 1 is torn", "cup 2 is torn", "I cannot pay"):
        await desk.sofia.says(f"feedback {said}")
        await desk.team.waits(minutes=1)
    for number in (1, 2, 3):
        await desk.jonas.says(f"feedback take {number}", TRIAGE)
    home = await desk.jonas.opens_home()
    assert shown(Seen(MessageRef(desk.jonas.dm, "home"), home)) == ["3", "1", "2"]


@pytest.mark.parametrize("asked", ["my feedback", "feedback mine"])
async def test_ones_own_is_what_one_sent_and_what_one_sees_to(
    desk: Desk, asked: str
) -> None:
    """The latter first; with a number that becomes one's own."""
    await desk.sofia.says("feedback cup 1 is torn")
    await desk.jonas.says("feedback cup 2 is torn", TRIAGE)
    assert shown(await desk.sofia.says(asked)) == ["1"]
    assert shown(await desk.jonas.says(asked, TRIAGE)) == ["2"]
    await desk.jonas.says("feedback mine 1", TRIAGE)
    assert shown(await desk.jonas.says(asked, TRIAGE)) == ["1", "2"]
    assert (await desk.item()).owner_id is not None


@pytest.mark.parametrize("asked", ["我的反馈", "反馈 我的", "反馈我的"])
async def test_ones_own_is_asked_for_in_chinese(desk: Desk, asked: str) -> None:
    """And a customer's words that begin alike are passed on."""
    await desk.wang.says("反馈 我的购物车打不开")
    assert shown(await desk.wang.says(asked)) == ["1"]


@pytest.mark.parametrize("typed", ["F-2", "f2"])
async def test_a_number_alone_shows_it(desk: Desk, typed: str) -> None:
    """Typed to the bot itself; to who may not see it it is not there."""
    for number in (1, 2):
        await desk.sofia.says(f"feedback cup {number} is torn")
    seen = await desk.sofia.says(typed)
    assert seen is not None
    assert "F-2 cup 2 is torn" in seen.text
    other = await desk.wang.says(typed)
    assert other is not None
    assert "torn" not in other.text


@pytest.mark.parametrize(
    "typed",
    [
        "take F-1 and F-2", "take 1, 2", "take 1 2", "fixed F-1 and F-2 deployed",
        "认领 F-1 和 F-2", "assign 1 and 2 @Jonas Weber", "close F-1、F-2",
    ],
)  # fmt: skip
async def test_several_at_once_are_never_silently_the_first(
    desk: Desk, typed: str
) -> None:
    """Nothing changes, and the way to say it is shown."""
    for number in (1, 2):
        await desk.sofia.says(f"feedback cup {number} is torn")
    first = "反馈" if "认领" in typed else "feedback"
    seen = await desk.jonas.says(f"{first} {typed}", TRIAGE)
    assert seen is not None
    assert "one at a time" in seen.text
    for number in (1, 2):
        found = await desk.item(number)
        assert (found.state, found.owner_id) == (State.NEW, None)


async def test_who_may_choose_a_room_is_told_in_words_that_work(desk: Desk) -> None:
    """As the reader types them in that room."""
    await desk.anna.says("feedback triage off", TRIAGE)
    seen = await desk.wang.says("反馈 付款一直失败")
    assert seen is not None
    assert "反馈 受理群 这里" in seen.text
    await desk.anna.says("反馈 受理群 这里", TRIAGE)
    seen = await desk.wang.says("反馈 付款又失败了")
    assert seen is not None
    assert "受理群" not in seen.text


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("feedback list channel:JD", ["2"]),
        ("feedback list market:Italy", ["2"]),
        ("feedback list market=it severity:high", []),
        ("feedback list severity: high", ["3"]),
        ("feedback list step:cart status:new", ["1"]),
        ("feedback list owner:me", ["3"]),
        ("反馈 列表 渠道:京东", ["2"]),
        ("反馈 列表 市场：意大利 状态：新建", ["2"]),
        ("反馈 列表 严重程度：高 负责人：我", ["3"]),
    ],
)
async def test_a_list_is_asked_for_as_feedback_is_sent(
    typed: str, numbers: list[str]
) -> None:
    """With its fields' names before their values."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback nothing is in there step:cart severity:normal")
        await desk.sofia.says("feedback parcel late channel:JD market:Italy !low")
        await desk.sofia.says("feedback the cup is torn step:quality severity:high")
        await desk.jonas.says("feedback take 3", TRIAGE)
        assert shown(await desk.jonas.says(typed, TRIAGE)) == numbers
