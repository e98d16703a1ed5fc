"""An API that keeps what it was asked and answers as a test says."""

from typing import Any

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.wire import read_json
from bot.errors import Rejected

Json = dict[str, Any]
SENT = {"processQueryKey": "key1"}
DELIVERED = {
    "success": True,
    "result": {"deliverResults": [{"spaceType": "IM_GROUP", "success": True}]},
}
USUAL: dict[str, Json] = {
    "/v1.0/robot/oToMessages/batchSend": SENT,
    "/v1.0/robot/groupMessages/send": SENT,
    "/v1.0/card/instances/createAndDeliver": DELIVERED,
    "/v1.0/card/instances": {"success": True, "result": True},
}


class Recorder(DingTalkApi):
    """Answers as DingTalk does when all is well; `wrong` is by path, once."""

    def __init__(self, robot_code: str = "dingapp") -> None:
        self.client_secret = "of no app"  # noqa: S105 nobody checks it
        self.robot_code = robot_code
        self.calls: list[tuple[str, Json]] = []
        self.wrong: dict[str, Json | Exception] = {}
        self.people: dict[str, Json] = {}

    async def new(
        self, method: str, path: str, body: object = None, *, params: Any = None
    ) -> Json:
        """See `DingTalkApi.new`."""
        return self._answer(f"{method} {path}", path, body)

    async def free(self, url: str, body: object) -> Json:
        """See `DingTalkApi.free`."""
        return self._answer(f"FREE {url}", url, body)

    async def old(self, path: str, body: object = None) -> Json:
        """See `DingTalkApi.old`: people by id, nothing else."""
        asked = body if isinstance(body, dict) else {}
        if asked.get("userid") not in self.people:
            raise Rejected("60121")
        return {"errcode": 0, "result": self.people[asked["userid"]]}

    def _answer(self, call: str, path: str, body: object) -> Json:
        assert isinstance(body, dict)
        self.calls.append((call, body))
        match self.wrong.pop(path, None):
            case Exception() as failed:
                raise failed
            case dict() as answer:
                return answer
            case _:
                return USUAL.get(path, {"errcode": 0, "errmsg": "ok"})

    def names(self) -> list[str]:
        """What was called, without what was said."""
        return [call for call, _ in self.calls]

    def body(self, number: int = -1) -> Json:
        """What one call said."""
        return self.calls[number][1]

    def said(self, number: int = -1) -> Json:
        """What the robot was to say there."""
        param = read_json(self.body(number)["msgParam"])
        assert isinstance(param, dict)
        return param

    def card(self, number: int = -1) -> dict[str, str]:
        """What everybody was to see of a card."""
        shown: dict[str, str] = self.body(number)["cardData"]["cardParamMap"]
        return shown
