"""What a customer says, forwarded from a message, is in front of both chats at once."""

import re
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from time import perf_counter

import pytest

from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    GROUP,
    IN_BERLIN,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    said,
    two_chats,
)

CART = b"\x89PNG\r\n\x1a\n a cart"
PICTURE = re.compile(r"!\[[^]]*\]\((@lAD[^)]+)\)")
SLACK_FILE = re.compile(r"'slack_file': {'id': '(\w+)'}")
SOON = 2.0  # seconds, besides the platforms' own limits
# A busy machine takes as much longer for all else that is said: so many of what it took
# for a question meanwhile come on top, some tenths of a second where it is idle.
BESIDE = 10
LIU = Worker("0312456789", "刘洋", "客服专员")
COMPLAINT = "The cart is empty after login, order 1001"
KLAGE = "客户付款时一直转圈，付不了款"


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """The room for triage is on both chats."""
    kind: Kind = request.param
    async with (
        fresh_url(kind) as url,
        two_chats(url, IN_BERLIN, mates=(LIU,)) as made,
    ):
        await made.say(ANNA, ROOM, "/crew room tie shop")
        await made.say(CHEN, GROUP, "@店小二 房间 关联 shop")
        await made.say(ANNA, ROOM, "/crew feedback triage here")
        yield made


async def _a_question(chats: TwoChats) -> float:
    """The seconds from a question to its answer, as the machine is now."""
    began = perf_counter()
    await chats.say(SAM, DM, "task list")
    return perf_counter() - began


async def test_a_message_on_slack_reaches_both_rooms_at_once(chats: TwoChats) -> None:
    """From "Send" in the form of the message's shortcut to the last of the cards."""
    await chats.say(SAM, ROOM, COMPLAINT)
    side = chats.simulator.side_of(SAM)
    (typed,) = [m for m in side.messages(SAM, ROOM, None) if m["text"] == COMPLAINT]
    well(await side.shortcut(SAM, "feedback.from_message", typed["ts"]))
    await chats.settle()
    once = await _a_question(chats)
    began = perf_counter()
    await chats.submit(SAM)
    took = perf_counter() - began
    once = max(once, await _a_question(chats))
    here, there = chats.last(ANNA, ROOM, "F-1"), chats.last(WANG, GROUP, "F-1")
    assert "keeps customers from buying" in said(here)
    assert "客户无法下单" in said(there)
    assert took < SOON + BESIDE * once


async def test_a_quoted_message_on_dingtalk_reaches_both_rooms_at_once(
    chats: TwoChats,
) -> None:
    """From the quoting reply and the form's "send" to the last of the cards."""
    side = chats.simulator.side_of(CHEN)
    typed = (await side.say(CHEN, GROUP, KLAGE, None))["ts"]
    once = await _a_question(chats)
    began = perf_counter()
    well(await side.say(CHEN, GROUP, "@店小二 转反馈", typed))
    await chats.settle()
    await chats.submit(CHEN)
    took = perf_counter() - began
    once = max(once, await _a_question(chats))
    here, there = chats.last(ANNA, ROOM, "F-1"), chats.last(WANG, GROUP, "F-1")
    assert KLAGE in said(here)
    assert KLAGE in said(there)
    assert "F-1" in said(chats.last(CHEN, DM, "F-1"))
    assert took < SOON + BESIDE * once


async def test_both_rooms_hear_that_customers_data_comes_there(chats: TwoChats) -> None:
    """Each in its own language, wherever it was typed."""
    assert "New feedback comes here" in said(chats.last(ANNA, ROOM))
    told = said(chats.last(WANG, GROUP))
    assert "Anna Berger" in told
    assert "反馈" in told


async def test_what_can_wait_comes_to_both_rooms_in_one_message(
    chats: TwoChats,
) -> None:
    """At the room's rhythm; what stops sales came before."""
    await chats.say(CHEN, GROUP, "@店小二 反馈 节奏 每小时")
    await chats.say(SAM, ROOM, "/crew feedback the blue cup is chipped")
    await chats.say(WANG, GROUP, "@店小二 反馈 茶壶盖子有裂纹")
    await chats.say(WANG, GROUP, "@店小二 反馈 付款转圈圈")
    await chats.settle()
    assert "F-3" in said(chats.last(ANNA, ROOM))
    assert "F-3" in said(chats.last(CHEN, GROUP, "付款转圈圈"))
    await chats.until(IN_BERLIN + timedelta(minutes=31))
    for who, where, title in (
        (ANNA, ROOM, "2 new pieces of feedback"),
        (CHEN, GROUP, "新反馈 2 条"),
    ):
        told = said(chats.last(who, where))
        assert title in told
        assert [each for each in ("F-1", "F-2", "F-3") if each in told] == [
            "F-1",
            "F-2",
        ]


async def test_a_file_a_link_and_its_author_arrive_from_slack(chats: TwoChats) -> None:
    """Sam's message with a file, passed on by Anna: in both rooms, with both names."""
    side = chats.simulator.side_of(ANNA)
    await chats.send(SAM, ROOM, "cart.png", CART, COMPLAINT)
    (typed,) = [m for m in side.messages(ANNA, ROOM, None) if COMPLAINT in m["text"]]
    well(await side.shortcut(ANNA, "feedback.from_message", typed["ts"]))
    await chats.settle()
    await chats.submit(ANNA)
    assert pictures(chats, ANNA, ROOM) == pictures(chats, WANG, GROUP) == [CART]
    here, there = chats.last(ANNA, ROOM, "Original"), chats.last(WANG, GROUP, "原文")
    for card, original in ((here, "Original"), (there, "原文")):
        assert "cart.png" in said(card)
        assert original in said(card)
        assert "Anna Berger" in said(card)
        assert "Sam Taylor" in said(card)
    assert "F-1" in said(chats.last(SAM, DM))


async def test_a_picture_is_seen_on_both_platforms(chats: TwoChats) -> None:
    """Chen shows the bot a picture of DingTalk and quotes it: Slack shows it, too."""
    side = chats.simulator.side_of(CHEN)
    await chats.send(CHEN, DM, "lid.png", CART, "")
    assert "转反馈" in said(chats.last(CHEN, DM))
    shown = side.messages(CHEN, DM, None)[-2]
    well(await side.say(CHEN, DM, "转反馈", shown["ts"]))
    await chats.settle()
    await chats.submit(CHEN)
    assert "F-1 附带了 1 张图片" in said(chats.last(WANG, GROUP))
    assert pictures(chats, WANG, GROUP) == pictures(chats, ANNA, ROOM) == [CART]


def pictures(chats: TwoChats, who: str, where: str) -> list[bytes]:
    """What the newest message with pictures shows, as its platform has them."""
    side = chats.simulator.side_of(who)
    if isinstance(side, DingTalkStage):
        shown = [PICTURE.findall(str(m)) for m in side.messages(who, where, None)]
        files: Mapping[str, bytes | None] = side.ding.files
    else:
        shown = [SLACK_FILE.findall(str(m)) for m in side.messages(who, where, None)]
        uploads = chats.simulator.slack.uploads.files
        files = {id: upload.content for id, upload in uploads.items()}
    newest = next(ids for ids in reversed(shown) if ids)
    return [files[id] or b"" for id in newest]


async def test_a_quoted_picture_on_dingtalk_is_told_of(chats: TwoChats) -> None:
    """One that DingTalk does not give any more: who passed it on hears so."""
    side = chats.simulator.side_of(CHEN)
    shown = {"richText": [{"text": KLAGE}, {"type": "picture", "downloadCode": "x"}]}
    assert isinstance(side, DingTalkStage)
    first = side.person(CHEN).show(GROUP, "richText", shown)
    await chats.settle()
    well(await side.say(CHEN, GROUP, "@店小二 转反馈", first.ts))
    await chats.settle()
    await chats.submit(CHEN)
    assert f"{KLAGE} 🖼" in said(chats.last(WANG, GROUP, "F-1"))
    assert "没能为 F-1 保存 图片" in said(chats.last(CHEN, DM))
