"""What a person types, as it reaches the robot (facts §1.9)."""

from __future__ import annotations

import pytest

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI, ZHANG, ZHAO
from adapters.simulator.dingtalk.person import Person
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream
from tests.adapters.simulator.dingtalk.test_cards import DELIVER, card


async def test_a_direct_message_carries_who_and_where(
    stream: Stream, stage: DingTalkStage
) -> None:
    """Everything that the documents list for 1:1, and nothing of groups."""
    await stage.say("李伟", "dm", "任务 列表", None)
    got = await stream.message()
    assert got["conversationType"] == "1"
    assert (got["senderStaffId"], got["senderNick"]) == (LI, "李伟")
    assert got["chatbotCorpId"] == got["senderCorpId"] == "dingteaware00000001"
    assert got["robotCode"] == CLIENT_ID
    assert got["msgtype"] == "text"
    assert got["text"] == {"content": "任务 列表"}
    assert got["sessionWebhookExpiredTime"] == got["createAt"] + 5_400_000
    assert not {"atUsers", "conversationTitle", "isInAtList"} & set(got)


@pytest.mark.parametrize("called", ["@店小二", "@Shopcrew", "@bot", "@shopcrew"])
async def test_a_group_message_comes_without_the_robots_mention(
    stream: Stream, stage: DingTalkStage, called: str
) -> None:
    """The blank after the mention stays; others are listed with their userid."""
    await stage.say("李伟", "#仓库", f"{called} 任务 新增 盘点 @赵磊", None)
    got = await stream.message()
    assert (got["conversationType"], got["conversationTitle"]) == ("2", "仓库")
    assert got["conversationId"] == "cidTEAWARE3=="
    assert got["text"] == {"content": " 任务 新增 盘点 @赵磊"}
    assert got["isInAtList"] is True
    robot, other = got["atUsers"]
    assert robot == {"dingtalkId": got["chatbotUserId"]}
    assert other["staffId"] == "0312456790"


async def test_a_group_message_without_the_mention_does_not_reach_the_robot(
    stream: Stream, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """Neither does the name of a longer word."""
    await stage.say("李伟", "仓库", "大家早 @botany", None)
    await ding.outbox.idle()
    assert ding.outbox.sent == []
    (shown,) = stage.messages("赵磊", "仓库", None)
    assert (shown["text"], shown["kind"], shown["bot"]) == (
        "大家早 @botany",
        "text",
        False,
    )


async def test_a_quoted_message_comes_along(
    stream: Stream, stage: DingTalkStage, stranger: Stranger
) -> None:
    """With the key of a robot's message, so that the original can be found."""
    sent = await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/send",
        robotCode=CLIENT_ID,
        openConversationId="cidTEAWARE3==",
        msgKey="sampleText",
        msgParam='{"content":"今天盘点"}',
    )
    (original,) = stage.messages("李伟", "仓库", None)
    await stage.say("李伟", "仓库", "@店小二 转任务", original["ts"])
    got = await stream.message()
    assert got["text"]["isReplyMsg"] is True
    replied = got["text"]["repliedMsg"]
    assert (replied["msgType"], replied["content"]) == ("text", {"text": "今天盘点"})
    assert got["originalMsgId"] == replied["msgId"]
    assert got["originalProcessQueryKey"] == sent["processQueryKey"]
    assert stage.messages("李伟", "仓库", None)[-1]["quoted"] == original["ts"]


async def test_a_quoted_card_carries_no_content(
    stream: Stream, stage: DingTalkStage, stranger: Stranger, ding: DingTalkSide
) -> None:
    """Only its key leads to it; a person who left can still be quoted."""
    await stranger.new("POST", DELIVER, **card())
    await stage.say("赵磊", "仓库", "我先走了", None)
    first, last = stage.messages("李伟", "仓库", None)
    await stage.say("李伟", "仓库", "@店小二 转任务", first["ts"])
    got = await stream.message()
    assert "content" not in got["text"]["repliedMsg"]
    assert got["originalProcessQueryKey"]
    ding.happenings.person_leaves(ZHAO)
    await stream.event()
    await stage.say("李伟", "仓库", "@店小二 转任务", last["ts"])
    got = await stream.message()
    assert got["text"]["repliedMsg"]["content"] == {"text": "我先走了"}
    assert "originalProcessQueryKey" not in got


async def test_pictures_and_files_come_with_a_code(
    stream: Stream, stranger: Stranger, ding: DingTalkSide
) -> None:
    """The robot downloads what a person sent in 1:1; the address is temporary."""
    person = Person(ding, LI)
    code = person.file("盘点.pdf", b"%PDF")
    person.show("dm", "file", {"downloadCode": code, "fileName": "盘点.pdf"})
    got = await stream.message()
    assert (got["msgtype"], got["content"]["fileName"]) == ("file", "盘点.pdf")
    where = await stranger.new(
        "POST",
        "/v1.0/robot/messageFiles/download",
        robotCode=CLIENT_ID,
        downloadCode=got["content"]["downloadCode"],
    )
    async with stranger.session.get(where["downloadUrl"]) as answer:
        assert await answer.read() == b"%PDF"
    refused = await stranger.refused(
        "POST",
        "/v1.0/robot/messageFiles/download",
        robotCode=CLIENT_ID,
        downloadCode="guess",
    )
    assert refused == "invalidParameter.robotCode.downloadCode"


async def test_people_write_only_where_they_are(
    stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """A foreign group does not exist, and empty texts are not sent."""
    with pytest.raises(ControlError):
        await stage.say(ZHANG, "仓库", "你好", None)
    with pytest.raises(ControlError):
        await stage.say(ZHANG, "dm", "  ", None)


async def test_a_group_without_the_robot_tells_so(
    stream: Stream, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """The mention goes nowhere."""
    await stage.fault({"kind": "remove_bot", "group": "仓库"})
    await stage.say("李伟", "仓库", "@店小二 帮助", None)
    await ding.outbox.idle()
    assert ding.outbox.sent == []
    assert stage.view("李伟")["notice"] == "店小二 不在本群"
