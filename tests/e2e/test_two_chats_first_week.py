"""What people type in their first week, over both real wires: a stand-up left out, a
step taken back, an hour of quiet.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    MORNING,
    ROOM,
    WANG,
    TwoChats,
    asked,
    said,
    set_up,
    two_chats,
)

BACK, BACK_ZH = "Hold it after all", "还是照常开"


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """The evening before a stand-up of both chats."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await chats.say(WANG, GROUP, "@店小二 今天")
        yield chats


async def test_a_day_left_out_asks_nobody_on_either_chat(chats: TwoChats) -> None:
    """Said by its owner; the other chat's people see it in their list."""
    await set_up(chats)
    await chats.say(ANNA, DM, "no standup tomorrow")
    told = said(chats.last(ANNA, DM, "left out"))
    assert "Daily is left out on Tue 9 Jun" in told
    await chats.until(IN_BERLIN + timedelta(minutes=1))
    assert asked(chats) == []


async def test_its_button_brings_it_back(chats: TwoChats) -> None:
    """On Slack, and on DingTalk in Chinese."""
    await set_up(chats)
    await chats.say(ANNA, DM, "no standup tomorrow")
    await chats.press(ANNA, BACK, chats.last(ANNA, DM, "left out"))
    assert "after all" in said(chats.last(ANNA, DM, "Daily asks on"))
    await chats.say(CHEN, DM, "明天不开站会")
    await chats.press(CHEN, BACK_ZH, chats.last(CHEN, DM, "不开"))
    assert "照常开" in said(chats.last(CHEN, DM, "照常开"))
    await chats.until(IN_BERLIN + timedelta(minutes=1))
    assert asked(chats) != []


async def test_the_last_step_is_taken_back(chats: TwoChats) -> None:
    """Each in their own words."""
    await chats.say(ANNA, DM, "task add Labels")
    await chats.say(ANNA, DM, "done T-1")
    await chats.say(ANNA, DM, "oops, that was wrong")
    assert "⬜ T-1 Labels" in said(chats.last(ANNA, DM, "Labels"))
    await chats.say(WANG, DM, "任务 新增 打包")
    await chats.say(WANG, DM, "T-2做完了吗")
    assert "⬜ T-2" in said(chats.last(WANG, DM, "打包"))
    await chats.say(WANG, DM, "完成 T-2")
    await chats.say(WANG, DM, "撤回刚才")
    assert "⬜ T-2" in said(chats.last(WANG, DM, "打包"))


async def test_an_hour_of_quiet(chats: TwoChats) -> None:
    """What comes from the other chat waits until it is over."""
    await chats.say(ANNA, ROOM, "/crew today")
    await chats.until(MORNING)
    await chats.say(WANG, DM, "免打扰两小时")
    assert "不打扰您" in said(chats.last(WANG, DM, "不打扰您"))
    await chats.say(CHEN, DM, "任务 新增 打包 @王芳 明天")
    assert chats.read(WANG, DM, "打包") == []
    await chats.until(MORNING + timedelta(hours=2, minutes=1))
    assert "打包" in said(chats.last(WANG, DM, "打包"))
    await chats.say(WANG, DM, "是")
    assert "没有等您回答" in said(chats.last(WANG, DM, "没有等您"))
