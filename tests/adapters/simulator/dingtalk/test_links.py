"""Buttons and links of plain messages: pages, and texts said for the person (§5.7)."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream
from tests.adapters.simulator.dingtalk.test_robot import TO_GROUP, TO_PEOPLE, body

SAY = "dtmd://dingtalkclient/sendMessage?content=" + quote("完成 #12")
PAGE = "dingtalk://dingtalkclient/page/link?pc_slide=true&url=" + quote(
    "https://shop.example/forms/1?a=b", safe=""
)
PARAM = json.dumps(
    {
        "title": "盘点",
        "text": f"[好]({SAY}) 或 [表单]({PAGE}) ![图](https://a/b.png)",
        "actionTitle1": "完成",
        "actionURL1": SAY,
        "actionTitle2": "填写",
        "actionURL2": PAGE,
    }
)


async def test_a_button_may_say_something_for_the_person(
    stream: Stream, stranger: Stranger, stage: DingTalkStage
) -> None:
    """The text is an ordinary message of theirs in the same chat."""
    send = body(msgKey="sampleActionCard2", msgParam=PARAM)
    await stranger.new("POST", TO_PEOPLE, **send)
    (shown,) = stage.messages(LI, "dm", None)
    assert [one["dtmd"] for one in shown["buttons"]] == ["完成 #12", None]
    for button in "完成", "0", "好", SAY:
        await stage.press(LI, Press(button, shown["ts"]))
        assert (await stream.message())["text"] == {"content": "完成 #12"}
    assert stage.messages(LI, "dm", None)[-1]["user"] == LI


async def test_a_page_opens_beside_the_chat(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """Out of DingTalk's own wrapping."""
    send = body(msgKey="sampleActionCard2", msgParam=PARAM)
    await stranger.new("POST", TO_PEOPLE, **send)
    (shown,) = stage.messages(LI, "dm", None)
    for button in "填写", "表单":
        got = await stage.press(LI, Press(button, shown["ts"]))
        assert got["open"] == "https://shop.example/forms/1?a=b"
    with pytest.raises(ControlError):
        await stage.press(LI, Press("图", shown["ts"]))


async def test_in_a_group_the_text_needs_the_robots_name(
    stream: Stream, stranger: Stranger, stage: DingTalkStage
) -> None:
    """Without it everybody reads it, but the robot does not."""
    send = body(msgKey="sampleActionCard2", msgParam=PARAM)
    del send["userIds"]
    group = "cidTEAWARE3=="
    await stranger.new("POST", TO_GROUP, **send, openConversationId=group)
    (shown,) = stage.messages(LI, "仓库", None)
    await stage.press(LI, Press("完成", shown["ts"]))
    await stranger.ding.outbox.idle()
    assert stage.messages("赵磊", "仓库", None)[-1]["text"] == "完成 #12"
    assert stranger.ding.outbox.sent == []
    assert stranger.app.client_id == CLIENT_ID
