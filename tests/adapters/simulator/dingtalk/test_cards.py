"""Interactive cards: create, deliver, update (facts §5.1 to §5.3)."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.simulator.dingtalk.app import CLIENT_ID, TEMPLATE_ID
from adapters.simulator.dingtalk.company import LI, WANG, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.adapters.simulator.dingtalk.stranger import Stranger

CARDS = "/v1.0/card/instances"
DELIVER = f"{CARDS}/createAndDeliver"
GROUP = "cidTEAWARE3=="


def card(**changes: Any) -> dict[str, Any]:
    """A card for a group, with changes; None takes an argument away."""
    whole: dict[str, Any] = {
        "cardTemplateId": TEMPLATE_ID,
        "outTrackId": "task-12",
        "callbackType": "STREAM",
        "cardData": {"cardParamMap": {"title": "盘点", "tone": "neutral"}},
        "openSpaceId": f"dtv1.card//IM_GROUP.{GROUP}",
        "imGroupOpenSpaceModel": {"supportForward": True},
        "imGroupOpenDeliverModel": {"robotCode": CLIENT_ID, "atUserIds": {LI: "李伟"}},
    }
    whole |= changes
    return {name: value for name, value in whole.items() if value is not None}


def to_person(userid: str, **changes: Any) -> dict[str, Any]:
    """A card for a person's 1:1 chat."""
    return card(
        openSpaceId=f"dtv1.card//IM_ROBOT.{userid}",
        imRobotOpenSpaceModel={"supportForward": True},
        imRobotOpenDeliverModel={"spaceType": "IM_ROBOT", "robotCode": CLIENT_ID},
        **changes,
    )


async def test_a_card_appears_in_a_group(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """With who is mentioned; its carrier recalls it like any message."""
    got = await stranger.new("POST", DELIVER, **card())
    assert got["success"] is True
    (delivered,) = got["result"]["deliverResults"]
    assert (delivered["success"], delivered["spaceId"]) == (True, GROUP)
    (shown,) = stage.messages(ZHAO, "仓库", None)
    assert (shown["kind"], shown["at_users"], shown["edited"]) == ("card", [LI], False)
    assert shown["card"] == {
        "id": "task-12",
        "template": TEMPLATE_ID,
        "params": {"title": "盘点", "tone": "neutral"},
        "form": None,
        "state": "normal",
    }
    await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/recall",
        robotCode=CLIENT_ID,
        openConversationId=GROUP,
        processQueryKeys=[delivered["carrierId"]],
    )
    (gone,) = stage.messages(ZHAO, "仓库", None)
    assert (gone["recalled"], gone["card"]) == (True, None)


async def test_delivery_can_fail_inside_of_a_success(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """Each place has a result of its own."""
    await stage.fault({"kind": "hide_person", "userid": WANG})
    both = f"dtv1.card//IM_ROBOT.{LI};dtv1.card//IM_ROBOT.{WANG}"
    got = await stranger.new("POST", DELIVER, **to_person(LI) | {"openSpaceId": both})
    assert got["success"] is True
    successes = [one["success"] for one in got["result"]["deliverResults"]]
    assert successes == [True, False]
    assert len(stage.messages(LI, "dm", None)) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outTrackId": None}, "param.outTrackIdEmpty"),
        ({"cardTemplateId": None}, "param.cardTemplateIdEmpty"),
        ({"cardTemplateId": "stranger.schema"}, "param.templateNotExist"),
        ({"cardData": None}, "param.cardPublicDataEmpty"),
        ({"cardData": {"cardParamMap": {"done": True}}}, "param.invalid"),
        ({"cardData": {"cardParamMap": {"list": []}}}, "param.invalid"),
        ({"openSpaceId": None}, "param.openSpaceIdEmpty"),
        ({"openSpaceId": "dtv1.card//MOON.1"}, "param.openSpaceIdInvalid"),
        ({"imGroupOpenDeliverModel": None}, "param.openDeliverModelEmpty"),
        (
            {"imGroupOpenDeliverModel": {"robotCode": "other"}},
            "param.openDeliverModelError",
        ),
        ({"imGroupOpenSpaceModel": "yes"}, "param.openSpaceModelInvalid"),
        ({"privateData": {"nobody": {"cardParamMap": {}}}}, "param.userIdNotExist"),
        ({"callbackType": "HTTP"}, "param.invalid"),
    ],
)
async def test_a_wrong_card_is_refused(
    stranger: Stranger, stage: DingTalkStage, changes: dict[str, Any], code: str
) -> None:
    """With the documented code; nothing is created."""
    assert await stranger.refused("POST", DELIVER, **card(**changes)) == code
    assert stage.messages(None, None, None) == []
    await stranger.new("POST", DELIVER, **card())


async def test_a_card_exists_once(stranger: Stranger, stage: DingTalkStage) -> None:
    """The outTrackId is the key of idempotency."""
    await stranger.new("POST", DELIVER, **card())
    assert await stranger.refused("POST", DELIVER, **card()) == "param.cardAlreadyExist"
    assert len(stage.messages(None, None, None)) == 1


async def test_a_card_can_be_made_first_and_delivered_later(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """The two steps of the documents."""
    await stranger.new("POST", CARDS, **card())
    assert stage.messages(None, None, None) == []
    place = {key: value for key, value in card().items() if "pen" in key}
    await stranger.new("POST", f"{CARDS}/deliver", outTrackId="task-12", **place)
    assert len(stage.messages(ZHAO, "仓库", None)) == 1
    code = await stranger.refused(
        "POST", f"{CARDS}/deliver", outTrackId="guess", **place
    )
    assert code == "param.cardNotExist"
