"""Both platforms behind one control interface."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream
from tests.adapters.simulator.dingtalk.test_robot import TO_PEOPLE, body


@pytest.fixture
async def remote(simulator: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    """An outsider on this machine."""
    async with aiohttp.ClientSession(simulator.base_url) as session:
        yield session


async def get(remote: aiohttp.ClientSession, path: str, **query: str) -> Any:
    """Read something of the control interface."""
    async with remote.get(f"/simulator/{path}", params=query) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


async def post(remote: aiohttp.ClientSession, path: str, **wish: Any) -> Any:
    """Do something by the control interface."""
    async with remote.post(f"/simulator/{path}", json=wish) as answer:
        return await answer.json()


async def test_people_of_both_platforms_are_listed(
    remote: aiohttp.ClientSession,
) -> None:
    """Each with their platform; the robot is one of them."""
    people = (await get(remote, "people"))["people"]
    assert {one["platform"] for one in people} == {"slack", "dingtalk"}
    li = next(one for one in people if one["id"] == LI)
    assert li == {
        "id": LI,
        "platform": "dingtalk",
        "name": "李伟",
        "handle": LI,
        "title": "仓储主管",
        "tz": "Asia/Shanghai",
        "locale": "zh-CN",
        "is_bot": False,
    }
    bots = [one["name"] for one in people if one["is_bot"]]
    assert "店小二" in bots
    assert await get(remote, "app", platform="dingtalk") == {
        "command": "@店小二",
        "shortcuts": [],
    }


async def test_a_person_sees_their_groups_and_the_robot(
    remote: aiohttp.ClientSession,
) -> None:
    """Each place once, the robot's chat with the robot's name."""
    places = (await get(remote, "places", **{"as": LI}))["places"]
    assert [one["name"] for one in places] == [
        "全员群",
        "双十一作战群",
        "仓库",
        "店小二",
    ]
    robot = places[-1]
    assert (robot["kind"], robot["with"], robot["member"]) == ("im", CLIENT_ID, True)


async def test_a_sentence_goes_over_the_wire_and_back(
    remote: aiohttp.ClientSession, stream: Stream, stranger: Stranger
) -> None:
    """Said by the control interface, answered at the session's address."""
    said = await post(remote, "say", **{"as": "李伟", "in": "#仓库"}, text="@bot 帮助")
    assert said["ok"] is True
    got = await stream.message()
    await stranger.hook(got["sessionWebhook"], msgtype="text", text={"content": "你好"})
    shown = await get(remote, "messages", **{"as": "赵磊", "in": "#仓库"})
    assert [one["text"] for one in shown["messages"]] == ["@bot 帮助", "你好"]
    since = shown["messages"][0]["ts"]
    later = await get(remote, "messages", **{"in": "#仓库"}, since=since)
    assert [one["text"] for one in later["messages"]] == ["你好"]
    calls = (await get(remote, "requests", method="sendBySession"))["requests"]
    assert [call["ok"] for call in calls] == [True]


async def test_messages_have_the_agreed_shape(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """What the page is built on."""
    await stranger.new("POST", TO_PEOPLE, **body())
    (shown,) = stage.messages(LI, "dm", None)
    assert set(shown) == {
        "platform", "ts", "in", "user", "bot", "at", "kind", "text", "title",
        "buttons", "content", "card", "at_users", "recalled", "edited", "quoted",
        "reads",
    }  # fmt: skip
    assert shown["reads"] == [LI]
    assert set(stage.view(LI)) == {"modal", "home", "notice", "todos", "page"}


async def test_two_people_of_one_name_are_told_apart_by_platform(
    remote: aiohttp.ClientSession,
) -> None:
    """王芳 is on both; without a platform the first one is meant."""
    wish = {"as": "王芳"}
    slack = (await get(remote, "places", **wish))["places"]
    ding = (await get(remote, "places", **wish, platform="dingtalk"))["places"]
    assert {one["platform"] for one in slack} == {"slack"}
    assert [one["name"] for one in ding if one["kind"] == "group"] == [
        "全员群",
        "双十一作战群",
        "内容组",
    ]


async def test_faults_are_sent_to_their_platform(
    remote: aiohttp.ClientSession, stranger: Stranger
) -> None:
    """By `platform`; what it does not know is refused with a sentence."""
    fault = {"platform": "dingtalk", "kind": "refuse_open"}
    assert await post(remote, "fault", **fault) == {"ok": True}
    assert (await stranger.open())[0] == 503
    refused = await post(remote, "fault", platform="dingtalk", kind="magic")
    assert refused["ok"] is False
    assert "expire_token" in refused["error"]


async def test_what_dingtalk_does_not_have_is_refused(stage: DingTalkStage) -> None:
    """No home tab, no shortcuts, no reactions."""
    for wish in (
        stage.home(LI, "home"),
        stage.shortcut(LI, "task_new", None),
        stage.react(LI, "1.0", "ok"),
        stage.submit(LI, {}),
        stage.join(LI, "nowhere"),
        stage.say("nobody", "dm", "x", None),
    ):
        with pytest.raises(ControlError):
            await wish


async def test_the_clock_tells_what_happened_on_both(
    simulator: Simulator, stranger: Stranger, stage: DingTalkStage
) -> None:
    """A moved clock lists the messages of all platforms."""
    await stranger.new("POST", TO_PEOPLE, **body())
    assert (await simulator.advance("1h"))["happened"] == []


def test_a_company_may_be_on_slack_alone() -> None:
    """Then there is one side, and asking for the other is refused."""
    alone = Simulator(dingtalk=None)
    assert [side.platform for side in alone.sides] == ["slack"]
    with pytest.raises(ControlError):
        _ = alone.dingtalk
