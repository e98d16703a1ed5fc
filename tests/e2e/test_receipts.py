"""Who got what, over both real wires: re-routed, failed, shown, tried again."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    CLOSE,
    DM,
    EVENING,
    GRACE,
    GROUP,
    IN_BERLIN,
    LI,
    ROOM,
    TEAM,
    TITLE,
    WANG,
    TwoChats,
    said,
    set_up,
    two_chats,
)

pytestmark = pytest.mark.heavy


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """A room of a channel and a group, and Anna's stand-up in it; no cards."""
    kind: Kind = request.param
    async with (
        fresh_url(kind) as url,
        two_chats(url, EVENING, cards=False) as chats,
    ):
        await set_up(chats)
        yield chats


async def trouble(chats: TwoChats, **wish: object) -> None:
    """Something goes wrong on DingTalk's side, or is mended."""
    well(await chats.simulator.sides[-1].fault(wish))


async def shown(chats: TwoChats, words: str) -> str:
    """What Anna is told for a command."""
    await chats.say(ANNA, DM, words)
    return said(chats.last(ANNA, DM))


async def test_who_is_outside_the_range_is_asked_on_slack(chats: TwoChats) -> None:
    """Once; the table says why, and nobody is bothered with it."""
    await trouble(chats, kind="hide_person", userid=CHEN)
    await chats.until(IN_BERLIN)
    assert len(chats.read(GRACE, DM, TITLE)) == 1
    assert chats.read(CHEN, DM, TITLE) == []
    assert chats.read(ANNA, DM, "did not reach") == []
    table = await shown(chats, "delivery show standup Daily today")
    assert "Re-routed, as DingTalk did not take it" in table
    assert "visible range" in table


async def test_who_is_nowhere_else_is_on_the_list(chats: TwoChats) -> None:
    """With the reason in plain words; mended, a retry reaches them."""
    await trouble(chats, kind="hide_person", userid=LI)
    await chats.until(IN_BERLIN)
    listed = await shown(chats, "delivery failed")
    assert "李伟 · Questions · Daily · Tue 9 Jun" in listed
    assert "visible range" in listed
    await trouble(chats, kind="clear")
    await chats.say(CHEN, DM, "送达 重试 全部")
    assert "正在重试 1 条消息" in said(chats.last(CHEN, DM))
    assert len(chats.read(LI, DM, TITLE)) == 1
    assert "Nothing failed" in await shown(chats, "delivery failed")


async def test_what_a_group_lost_is_told_in_chinese(chats: TwoChats) -> None:
    """The robot was removed from it; the channel has everything."""
    await trouble(chats, kind="remove_bot", group=TEAM.id)
    await chats.until(CLOSE)
    assert chats.read(WANG, GROUP, TITLE) == []
    assert chats.read(ANNA, ROOM, TITLE)
    await chats.say(CHEN, DM, "送达 失败")
    listed = said(chats.last(CHEN, DM))
    assert "最近 7 天有" in listed
    assert "店铺群" in listed
    assert "我不在那里" in listed
