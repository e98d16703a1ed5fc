"""What the robot is called: as the owner says, else as DingTalk does."""

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.robot_name import ROBOTS, RobotName
from tests.adapters.dingtalk.connection.pretend import CLIENT, Pretend

OTHER = {"robotCode": "other", "name": "别人"}
OURS = {"robotCode": CLIENT, "name": " 小茶 ", "openRobotType": 2}


async def test_a_given_name_is_not_asked_for(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """It costs nothing."""
    name = RobotName(api, "店小二")
    assert (name.now, name.unasked) == ("店小二", False)
    assert dingtalk.asked == []


async def test_dingtalk_tells_it_in_the_first_group(
    dingtalk: Pretend, api: DingTalkApi, metered: list[str]
) -> None:
    """Among all robots there; asked once, for each asking counts."""
    dingtalk.says(ROBOTS, {"chatbotInstanceVOList": [OTHER, OURS]})
    name = RobotName(api)
    assert (name.now, name.unasked) == ("", True)
    await name.learn("cid1")
    assert (name.now, name.unasked) == ("小茶", False)
    (asked,) = dingtalk.calls(ROBOTS)
    assert asked.body == {"openConversationId": "cid1"}
    assert metered == [ROBOTS]


async def test_without_the_permission_the_usual_name_stays(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """And nobody is asked again."""
    code = "Forbidden.AccessDenied.AccessTokenPermissionDenied"
    dingtalk.says(ROBOTS, {"code": code}, status=403)
    name = RobotName(api)
    await name.learn("cid1")
    assert (name.now, name.unasked) == ("", False)
