"""Answers at a message's own address (facts §4.2, §4.4)."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.simulator.dingtalk.company import LI, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream


@pytest.fixture
async def hook(stream: Stream, stage: DingTalkStage) -> str:
    """The address that came with a message in a group."""
    await stage.say("李伟", "仓库", "@店小二 帮助", None)
    return str((await stream.message())["sessionWebhook"])


async def test_an_answer_appears_in_the_place_of_the_question(
    stranger: Stranger, stage: DingTalkStage, hook: str
) -> None:
    """A mention shows the name where the text holds the userid."""
    got = await stranger.hook(
        hook,
        msgtype="markdown",
        markdown={"title": "好", "text": f"@{LI} **好的**"},
        at={"atUserIds": [LI]},
    )
    assert got == {"errcode": 0, "errmsg": "ok"}
    shown = stage.messages(ZHAO, "仓库", None)[-1]
    assert (shown["kind"], shown["text"], shown["at_users"]) == (
        "markdown",
        "@李伟 **好的**",
        [LI],
    )


@pytest.mark.parametrize(
    ("body", "kind", "buttons"),
    [
        ({"msgtype": "text", "text": {"content": "好"}}, "text", []),
        (
            {
                "msgtype": "link",
                "link": {"title": "t", "text": "x", "messageUrl": "https://a"},
            },
            "link",
            ["t"],
        ),
        (
            {
                "msgtype": "actionCard",
                "actionCard": {
                    "title": "t",
                    "text": "x",
                    "btnOrientation": "1",
                    "btns": [
                        {"title": "好", "actionURL": "https://a"},
                        {"title": "不", "actionURL": "https://b"},
                    ],
                },
            },
            "actionCard",
            ["好", "不"],
        ),
        (
            {
                "msgtype": "feedCard",
                "feedCard": {
                    "links": [{"title": "t", "messageURL": "https://a", "picURL": ""}]
                },
            },
            "feedCard",
            ["t"],
        ),
    ],
)
async def test_all_documented_bodies_are_taken(
    stranger: Stranger,
    stage: DingTalkStage,
    hook: str,
    body: dict[str, Any],
    kind: str,
    buttons: list[str],
) -> None:
    """Each shows its own kind."""
    assert (await stranger.hook(hook, **body))["errcode"] == 0
    shown = stage.messages(LI, "仓库", None)[-1]
    assert shown["kind"] == kind
    assert [button["label"] for button in shown["buttons"]] == buttons


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 400105),
        ({"msgtype": "magic", "magic": {}}, 400105),
        ({"msgtype": "text"}, 40035),
        ({"msgtype": "text", "text": {"content": ""}}, 40035),
        ({"msgtype": "markdown", "markdown": {"text": "x"}}, 40035),
        ({"msgtype": "actionCard", "actionCard": {"title": "t", "text": "x"}}, 40035),
        (
            {
                "msgtype": "text",
                "text": {"content": "x"},
                "at": {"atUserIds": "everyone"},
            },
            40035,
        ),
        ({"msgtype": "text", "text": {"content": "x" * 20_000}}, 460101),
    ],
)
async def test_a_wrong_body_is_refused_with_status_200(
    stranger: Stranger,
    stage: DingTalkStage,
    hook: str,
    body: dict[str, Any],
    code: int,
) -> None:
    """As the old API does it."""
    assert (await stranger.hook(hook, **body))["errcode"] == code
    assert len(stage.messages(LI, "仓库", None)) == 1


async def test_an_address_lives_an_hour_and_a_half(
    stranger: Stranger, stage: DingTalkStage, simulator: Simulator, hook: str
) -> None:
    """Then the session does not exist; `expire_webhooks` ends it before."""
    text = {"msgtype": "text", "text": {"content": "好"}}
    await simulator.advance("89m")
    assert (await stranger.hook(hook, **text))["errcode"] == 0
    await simulator.advance("2m")
    expired = await stranger.hook(hook, **text)
    assert expired["errcode"] == 300001
    assert expired["errmsg"] == "session 不存在"


async def test_addresses_can_be_ended_and_busy(
    stranger: Stranger, stage: DingTalkStage, hook: str
) -> None:
    """What an app must fall back from."""
    text = {"msgtype": "text", "text": {"content": "好"}}
    await stage.fault({"kind": "server_error", "path": "robot/sendBySession"})
    assert (await stranger.hook(hook, **text))["errcode"] == -1
    await stage.fault({"kind": "expire_webhooks"})
    assert (await stranger.hook(hook, **text))["errcode"] == 300001
    calls = stage.requests("sendBySession")
    assert [call["error"] for call in calls] == ["-1", "300001"]
