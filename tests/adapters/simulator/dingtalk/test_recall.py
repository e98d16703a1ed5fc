"""Recalling the robot's messages, and who has read them (facts §4.3)."""

from __future__ import annotations

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI, WANG, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger
from tests.adapters.simulator.dingtalk.test_robot import (
    GROUP,
    MARKDOWN,
    TO_GROUP,
    TO_PEOPLE,
    body,
)


async def test_a_message_can_be_recalled_for_a_day(
    stranger: Stranger, stage: DingTalkStage, simulator: Simulator
) -> None:
    """Unknown and old keys are listed as failed."""
    path = "/v1.0/robot/otoMessages/batchRecall"
    first = (await stranger.new("POST", TO_PEOPLE, **body()))["processQueryKey"]
    second = (await stranger.new("POST", TO_PEOPLE, **body()))["processQueryKey"]
    keys = [first, "guess"]
    got = await stranger.new("POST", path, robotCode=CLIENT_ID, processQueryKeys=keys)
    assert got["successResult"] == [first]
    assert got["failedResult"] == {"guess": "invalid.processQueryKey"}
    gone = stage.messages(LI, "dm", None)[0]
    assert (gone["recalled"], gone["text"]) == (True, "")
    await simulator.advance("25h")
    await stranger.login()
    keys = [second]
    got = await stranger.new("POST", path, robotCode=CLIENT_ID, processQueryKeys=keys)
    assert got["failedResult"] == {second: "robot.processQueryKey.expired"}


async def test_a_group_message_is_recalled_in_its_group(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """In another group the key is unknown."""
    target = {"openConversationId": GROUP, "robotCode": CLIENT_ID} | MARKDOWN
    key = (await stranger.new("POST", TO_GROUP, **target))["processQueryKey"]
    path = "/v1.0/robot/groupMessages/recall"
    recall = {"robotCode": CLIENT_ID, "processQueryKeys": [key]}
    wrong = await stranger.new(
        "POST", path, openConversationId="cidTEAWARE1==", **recall
    )
    assert wrong["successResult"] == []
    right = await stranger.new("POST", path, openConversationId=GROUP, **recall)
    assert right["successResult"] == [key]


async def test_reading_is_told(
    stranger: Stranger, stage: DingTalkStage, simulator: Simulator
) -> None:
    """PROCESSING first, then SUCCESS with who has looked at the place."""
    sent = await stranger.new("POST", TO_PEOPLE, **body(userIds=[LI, WANG]))
    path = (
        "/v1.0/robot/oToMessages/readStatus"
        f"?robotCode={CLIENT_ID}&processQueryKey={sent['processQueryKey']}"
    )
    assert (await stranger.new("GET", path))["sendStatus"] == "PROCESSING"
    await simulator.advance(2)
    stage.messages(LI, "dm", None)
    got = await stranger.new("GET", path)
    assert got["sendStatus"] == "SUCCESS"
    assert {one["userId"]: one["readStatus"] for one in got["messageReadInfoList"]} == {
        LI: "READ",
        WANG: "UNREAD",
    }
    assert stage.messages(None, None, None)[0]["reads"] == [LI]


async def test_the_readers_of_a_group_are_told(
    stranger: Stranger, stage: DingTalkStage, simulator: Simulator
) -> None:
    """Whoever looked at the group has read it."""
    target = {"openConversationId": GROUP, "robotCode": CLIENT_ID} | MARKDOWN
    key = (await stranger.new("POST", TO_GROUP, **target))["processQueryKey"]
    stage.messages(ZHAO, "仓库", None)
    await simulator.advance(2)
    got = await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/query",
        robotCode=CLIENT_ID,
        openConversationId=GROUP,
        processQueryKey=key,
    )
    assert (got["sendStatus"], got["readUserIds"]) == ("SUCCESS", [ZHAO])
