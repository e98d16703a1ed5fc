"""What the robot is called in groups, where people call it by name (facts §4.3)."""

import logging

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.wire import text
from adapters.wire import records
from bot.errors import ChatError

log = logging.getLogger(__name__)

ROBOTS = "/v1.0/robot/groups/robots/query"


class RobotName:
    """The name the owner gave; else DingTalk is asked once, in the first group that is
    heard of. That needs 群基础信息读 (qyapi_chat_read) and counts as one call.
    """

    def __init__(self, api: DingTalkApi, given: str = "") -> None:
        self._api = api
        self._asked = bool(given)
        self.now = given

    @property
    def unasked(self) -> bool:
        """Whether nobody has said it, and nobody was asked."""
        return not self._asked

    async def learn(self, group: str) -> None:
        """Asks what the robots of a group are called."""
        self._asked = True
        try:
            said = await self._api.new("POST", ROBOTS, {"openConversationId": group})
        except ChatError as failed:
            log.info("robot's name not told", extra={"code": failed.code})
            return
        for robot in records(said, "chatbotInstanceVOList"):
            if text(robot, "robotCode") == self._api.robot_code:
                self.now = text(robot, "name").strip()
