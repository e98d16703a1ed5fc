"""The retrospective's box over both real wires: kept alone, read together."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    EVENING,
    GROUP,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    said,
    two_chats,
)

LATE = "The labels came two days late"


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """#shop and the group are one room."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await chats.say(ANNA, ROOM, "/crew room tie shop")
        await chats.say(CHEN, GROUP, "@店小二 房间 关联 shop")
        yield chats


async def test_notes_of_both_chats_are_read_together(chats: TwoChats) -> None:
    """By a shortcut on Slack, a quoting reply and a sentence on DingTalk; opened once,
    for both, without names.
    """
    await chats.say(SAM, ROOM, LATE)
    slack, ding = chats.simulator.side_of(SAM), chats.simulator.side_of(WANG)
    (typed,) = [m for m in slack.messages(SAM, ROOM, None) if m["text"] == LATE]
    well(await slack.shortcut(SAM, "retro.from_message", typed["ts"]))
    await chats.settle()
    await chats.submit(SAM)
    assert "next retrospective of shop: Went badly" in said(chats.last(SAM, ROOM))
    praise = (await ding.say(CHEN, GROUP, "客户夸了新包装", None))["ts"]
    well(await ding.say(WANG, GROUP, "@店小二 加入复盘", praise))
    await chats.settle()
    await chats.submit(WANG, kind="good")
    await chats.say(WANG, DM, "复盘 想法：周日也发货")
    assert "“shop”的下次复盘：想法" in said(chats.last(WANG, DM, "N-3"))
    await chats.say(CHEN, GROUP, "@店小二 开始复盘")
    asked = chats.last(CHEN, DM, "2 人写的 3 条")
    await chats.press(CHEN, "开始复盘", asked)
    here = said(chats.last(SAM, ROOM, "Retrospective 1"))
    there = said(chats.last(CHEN, GROUP, "第 1 次复盘"))
    for words in (LATE, "客户夸了新包装", "周日也发货"):
        assert words in here
        assert words in there
    assert not any(name in here + there for name in ("Sam", "王芳"))
    await chats.press(CHEN, "开始复盘", asked)
    assert len(chats.read(SAM, ROOM, "Retrospective 1")) == 1
    assert chats.read(SAM, ROOM, "Retrospective 2") == []
