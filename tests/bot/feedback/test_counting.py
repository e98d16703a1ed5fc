"""How much customers said of what, which waits longest, whose it is: asked in
sentences, and listed by more than one word (PEERS H21, H26).
"""

from collections.abc import AsyncIterator

import pytest

from tests.bot.feedback.desk import Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member

SAID = (
    "feedback The parcel came three weeks late sku:CUP-1 channel:Tmall step:delivery",
    "feedback Our courier left the parcel in the rain step:delivery market:IT",
    "feedback The teapot came broken step:quality",
)
WISH = "反馈 希望支持支付宝 环节:支付"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Three things were said in the week before, and a wish today, a Tuesday."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        for typed in SAID:
            await made.sofia.says(typed)
        await made.team.waits(days=8)
        await made.wang.says(WISH)
        yield made


async def answer(who: Member, typed: str) -> str:
    """What somebody is told for what they type."""
    seen = await who.says(typed)
    assert seen
    return seen.text


async def test_a_number_is_asked_for_in_a_sentence(desk: Desk) -> None:
    """Everybody may see it, against the time before, with how much is open."""
    told = await answer(
        desk.sofia, "how many complaints about delivery did we get last week?"
    )
    assert told.splitlines() == [
        "Feedback · Delivery · problem · 2 Mar – 8 Mar: 2 voices",
        "2 pieces of feedback, all of them still open.",
        "+2 against the same time before",
    ]
    told = await answer(desk.wang, "上周有多少关于物流的投诉？")
    assert told.splitlines() == [
        "反馈 · 物流配送 · 问题 · 3月2日 – 3月8日：2 条客户声音",
        "共 2 条反馈，都未关闭。",
        "较前一段同样长的时间 +2",
    ]
    told = await answer(desk.wang, "这周物流的投诉有几条")
    assert told.splitlines()[0].endswith("没有客户反馈")
    assert told.splitlines()[1:] == ["较前一段同样长的时间 \u22122"]


async def test_what_ended_is_counted_by_its_end(desk: Desk) -> None:
    """However long ago it came; a state says by itself how it stands."""
    await desk.jonas.says("feedback fixed 1 a new one is on its way")
    told = await answer(desk.sofia, "how many complaints were closed this week?")
    assert told.splitlines()[0] == "Feedback · closed · 9 Mar – 10 Mar: one ended"
    told = await answer(desk.wang, "还有多少反馈没处理？")
    assert told.splitlines() == ["反馈 · 未关闭：3 条客户声音"]
    told = await answer(desk.sofia, "feedback count")
    assert "Please say what to count" in told


async def test_words_of_customers_are_counted_at_the_desk_only(desk: Desk) -> None:
    """Who guesses a name hears of what they sent themselves."""
    asked = "how many customers complained about couriers?"
    assert "“courier”: one voice" in await answer(desk.jonas, asked)
    told = await answer(desk.wang, "有多少客户投诉 courier？")
    assert "我提交的：没有客户反馈" in told
    assert "sent by me: one voice" in await answer(desk.sofia, asked)
    told = await answer(desk.jonas, "how many complaints about late parcels?")
    assert "Delivery · problem · “late”: one voice" in told


async def test_what_was_counted_is_shown(desk: Desk) -> None:
    """By the button below, also when its days have become others."""
    await desk.jonas.says("how many complaints about delivery last week?")
    await desk.team.waits(days=7)
    seen = await desk.jonas.presses("Show them")
    assert seen
    assert seen.text.startswith("Feedback: Delivery · problem · 2 Mar – 8 Mar")
    assert ("F-1" in seen.text, "F-3" in seen.text) == (True, False)


async def test_the_oldest_is_named(desk: Desk) -> None:
    """With since when it waits, in both languages."""
    told = await answer(desk.jonas, "what's the oldest open complaint?")
    assert "F-1 has waited longest: since Mon 2 Mar" in told
    told = await answer(desk.wang, "最久没处理的投诉是哪个？")
    assert "F-4 等待最久：3月10日周二" in told
    assert "F-1" not in told


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("complaints from Tmall", {"F-1"}),
        ("what do Italian customers say?", {"F-2"}),
        ("what do customers wish for?", {"F-4"}),
        ("complaints today", {"F-4"}),
        ("feedback list delivery tmall", {"F-1"}),
        ("feedback list 2 March", {"F-1", "F-2", "F-3"}),
        ("feedback list CUP-1", {"F-1"}),
        ("feedback list @Jonas", {"F-3"}),
        ("which complaints have no owner?", {"F-1", "F-2", "F-4"}),
        ("天猫的投诉", {"F-1"}),
        ("CUP-1 的反馈", {"F-1"}),
        ("反馈 列表 上周 物流", {"F-1", "F-2"}),
        ("哪些反馈没有负责人？", {"F-1", "F-2", "F-4"}),
        ("what do our customers say about teapots?", {"F-3"}),
    ],
)
async def test_a_list_is_of_what_several_words_name(
    desk: Desk, typed: str, found: set[str]
) -> None:
    """A step, a channel, a market, a product, days, an owner, or none."""
    await desk.jonas.says("feedback take 3")
    told = await answer(desk.jonas, typed)
    assert {f"F-{number}" for number in range(1, 5) if f"F-{number} " in told} == found


async def test_others_see_of_a_list_what_they_sent(desk: Desk) -> None:
    """And what nobody knows is answered as before."""
    told = await answer(desk.wang, "反馈 列表 上周 物流")
    assert "F-" not in told
    told = await answer(desk.sofia, "feedback list delivery last week")
    assert "F-1" in told
    assert "I know these lists" in await answer(desk.sofia, "feedback list moonlight")
