"""The robot's own sends, recalls and read lists (facts §4.3)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI, WANG, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.adapters.simulator.dingtalk.stranger import Stranger

TO_PEOPLE = "/v1.0/robot/oToMessages/batchSend"
TO_GROUP = "/v1.0/robot/groupMessages/send"
MARKDOWN = {
    "msgKey": "sampleMarkdown",
    "msgParam": '{"title":"早","text":"**早上好**"}',
}
GROUP = "cidTEAWARE3=="


def body(**changes: Any) -> dict[str, Any]:
    """A send to a person, with changes."""
    return {"robotCode": CLIENT_ID, "userIds": [LI]} | MARKDOWN | changes


async def test_one_send_reaches_up_to_twenty_people(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """Who is not there is listed in the answer, which is 200 all the same."""
    await stage.fault({"kind": "hide_person", "userid": WANG})
    await stage.fault({"kind": "flow_control", "userid": ZHAO})
    sent = await stranger.new("POST", TO_PEOPLE, **body(userIds=[LI, WANG, ZHAO, "x"]))
    assert sent["invalidStaffIdList"] == [WANG, "x"]
    assert sent["flowControlledStaffIdList"] == [ZHAO]
    (shown,) = stage.messages(LI, "dm", None)
    assert (shown["kind"], shown["title"], shown["text"]) == (
        "markdown",
        "早",
        "**早上好**",
    )
    assert (shown["user"], shown["bot"]) == (CLIENT_ID, True)
    assert stage.messages(WANG, "dm", None) == stage.messages(ZHAO, "dm", None) == []


async def test_a_group_with_the_robot_can_be_written_to(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """One without it is no group for the app."""
    target = {"openConversationId": GROUP, "robotCode": CLIENT_ID} | MARKDOWN
    assert (await stranger.new("POST", TO_GROUP, **target))["processQueryKey"]
    assert stage.messages("赵磊", "仓库", None)[0]["text"] == "**早上好**"
    await stage.fault({"kind": "remove_bot", "group": "仓库"})
    assert await stranger.refused("POST", TO_GROUP, **target) == (
        "invalid.openConversationId"
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"robotCode": ""}, "invalidParameter.robotCode.empty"),
        ({"robotCode": "other"}, "invalidParameter.robotCode.notExsit"),
        ({"userIds": []}, "invalidParameter.userIds.empty"),
        ({"userIds": ["u"] * 21}, "invalidParameter.userIds.overMax"),
        ({"msgKey": ""}, "invalidParameter.msgKey.empty"),
        ({"msgKey": "sampleMagic"}, "invalidParameter.msgKey.invalid"),
        ({"msgParam": {"title": "a"}}, "invalidParameter.msgParam.invalid"),
        ({"msgParam": "{"}, "invalidParameter.msgParam.invalid"),
        ({"msgParam": '{"title":"t","text":1}'}, "invalidParameter.msgParam.invalid"),
        ({"msgParam": '{"title":"t"}'}, "miss.param.markdownTotext"),
        (
            {
                "msgParam": json.dumps(
                    {"title": "t", "text": "长" * 5000}, ensure_ascii=False
                )
            },
            "invalidParameter.msgParam.tooLong",
        ),
    ],
)
async def test_a_wrong_send_is_refused(
    stranger: Stranger, stage: DingTalkStage, changes: dict[str, Any], code: str
) -> None:
    """With the documented code, and nobody sees anything."""
    assert await stranger.refused("POST", TO_PEOPLE, **body(**changes)) == code
    assert stage.messages(LI, "dm", None) == []


async def test_a_send_without_a_robot_code_is_refused(stranger: Stranger) -> None:
    """Missing is not the same as empty."""
    whole = body()
    del whole["robotCode"]
    code = await stranger.refused("POST", TO_PEOPLE, **whole)
    assert code == "invalidParameter.robotCode.missing"


@pytest.mark.parametrize(
    ("key", "values", "labels"),
    [
        ("sampleActionCard", {"singleTitle": "看", "singleURL": "https://a"}, ["看"]),
        (
            "sampleActionCard2",
            {
                "actionTitle1": "好",
                "actionURL1": "https://a",
                "actionTitle2": "不",
                "actionURL2": "dtmd://dingtalkclient/sendMessage?content=%E4%B8%8D",
            },
            ["好", "不"],
        ),
        (
            "sampleActionCard6",
            {
                "buttonTitle1": "1",
                "buttonUrl1": "https://a",
                "buttonTitle2": "2",
                "buttonUrl2": "https://b",
            },
            ["1", "2"],
        ),
    ],
)
async def test_action_cards_show_their_buttons(
    stranger: Stranger,
    stage: DingTalkStage,
    key: str,
    values: dict[str, str],
    labels: list[str],
) -> None:
    """All layouts of msgKey; a missing button is refused."""
    whole = {"title": "早", "text": "早"} | values
    send = body(msgKey=key, msgParam=json.dumps(whole))
    await stranger.new("POST", TO_PEOPLE, **send)
    (shown,) = stage.messages(LI, "dm", None)
    assert [button["label"] for button in shown["buttons"]] == labels
    del whole[next(iter(values))]
    send = body(msgKey=key, msgParam=json.dumps(whole))
    code = await stranger.refused("POST", TO_PEOPLE, **send)
    assert code.startswith("miss.param.actionCardTo")


async def test_arguments_that_nobody_knows_are_recorded(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """They change nothing, as at DingTalk, but a test can see them."""
    await stranger.new("POST", TO_PEOPLE, **body(threadId="1"))
    (call,) = stage.requests(TO_PEOPLE)
    assert call["unknown"] == ("threadId",)
    assert (call["ok"], call["billed"], call["status"]) == (True, True, 200)
