"""Somebody joins a workspace, or goes: over the wire, on both chats."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.simulator.company import Employee
from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.slack.profiles import user_wire
from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    IN_BERLIN,
    LI,
    SHANGHAI,
    TwoChats,
    said,
    two_chats,
)

pytestmark = pytest.mark.heavy

ZHAO = Worker("0312456790", "赵磊", "仓管", email="zhaolei@tea.example", manager=LI)
ZOE = Employee("U0ZOE001", "zoe", "Zoe Park", tz=SHANGHAI, email="zoe@tea.example")


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The morning in Berlin, when nobody sleeps: Anna and Grace are admins."""
    async with fresh_url("sqlite") as url, two_chats(url, IN_BERLIN) as chats:
        yield chats


async def joins(chats: TwoChats, new: Employee) -> None:
    """Slack says that somebody joined the team."""
    side = chats.simulator.slack
    side.workspace.users[new.id] = new
    wire = user_wire(side.workspace, new, locale=True, email=True)
    side.events.send("team_join", {"type": "team_join", "user": wire})
    await chats.settle()


async def test_who_joins_slack_is_proposed_a_start(chats: TwoChats) -> None:
    """Nobody typed anything; one tap, and the start is planned."""
    await joins(chats, ZOE)
    asked = chats.last(ANNA, DM, "Zoe Park is new on Slack")
    assert chats.read(ZOE.id, DM) == []
    await chats.press(ANNA, "Begin like this", asked)
    assert chats.read(ANNA, DM, "Zoe Park starts on")
    await chats.settle()
    assert chats.read(ANNA, DM, "The start of Zoe Park is planned")


async def test_who_joins_dingtalk_is_proposed_to_their_manager(chats: TwoChats) -> None:
    """In Chinese, to 李伟, who leads the warehouse."""
    chats.simulator.dingtalk.happenings.person_joins(ZHAO)
    await chats.until(IN_BERLIN + timedelta(minutes=2))
    asked = chats.last(LI, DM, "赵磊 新加入了 钉钉")
    await chats.press(LI, "就这样开始", asked)
    assert chats.read(LI, DM, "赵磊 将于")


async def test_who_goes_leaves_a_list(chats: TwoChats) -> None:
    """李伟 is no longer in DingTalk: his task and his area are handed over at once."""
    await chats.say(ANNA, "#shop", "/crew task add Count cups @李伟")
    await chats.say(ANNA, "#shop", "/crew area new teacups @李伟")
    chats.simulator.dingtalk.happenings.person_leaves(LI)
    await chats.settle()
    asked = chats.last(ANNA, DM, "The account of 李伟 was closed")
    assert "teacups" in said(asked)
    await chats.press(ANNA, "Hand over", asked)
    await chats.press(
        ANNA, "Hand over everything …", chats.last(ANNA, DM, "in the hands")
    )
    await chats.submit(ANNA, all=ANNA)
    assert "Handed over from 李伟" in said(chats.last(ANNA, DM, "Handed over"))


async def test_a_leaving_is_said_in_each_language(chats: TwoChats) -> None:
    """Without a command word or an @; moved and called off the same way."""
    await chats.say(ANNA, DM, "Sam is leaving on 31 July")
    assert "the last day is Fri 31 Jul" in said(chats.last(ANNA, DM, "Sam Taylor"))
    await chats.say(CHEN, DM, "王芳7月31日离职")
    assert "最后一天是 7月31日周五" in said(chats.last(CHEN, DM, "王芳"))
    await chats.say(CHEN, DM, "王芳的最后一天是7月15日")
    assert "最后一天改为 7月15日周三" in said(chats.last(CHEN, DM, "王芳"))
    await chats.say(CHEN, DM, "王芳不走了")
    assert "王芳 不离职了" in said(chats.last(CHEN, DM, "王芳"))
    await chats.say(LI, DM, "我7月31日离职")
    assert "我没有告诉任何人" in said(chats.last(LI, DM, "最后一天"))
