"""Cards of ours: put somewhere once, changed as often as needed (facts §5.1, §5.2)."""

from collections.abc import Mapping

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.directory import is_direct
from adapters.dingtalk.render_forms import BY_KEY
from adapters.dingtalk.render_spans import Json
from adapters.wire import records
from bot.errors import Rejected
from bot.model.refs import PlaceRef

CREATE = "/v1.0/card/instances/createAndDeliver"
CHANGE = "/v1.0/card/instances"
EXISTS = "param.cardAlreadyExist"
Variables = Mapping[str, str]


class Cards:
    """The cards of one template. `route` is where presses go over HTTP; without one
    they come by Stream.
    """

    def __init__(
        self, api: DingTalkApi, robot_code: str, template: str, route: str = ""
    ) -> None:
        self._api = api
        self._robot_code = robot_code
        self._template = template
        self._route = route

    async def put(
        self,
        place: PlaceRef,
        track: str,
        shown: Variables,
        *,
        private: Mapping[str, Variables] | None = None,
        called: Mapping[str, str] | None = None,
    ) -> bool:
        """Puts the card there. False when a card with this id was there already.

        `private` is what one person sees of it, `called` are names by id.
        """
        asked: Json = {
            "cardTemplateId": self._template,
            "outTrackId": track,
            "callbackType": "HTTP" if self._route else "STREAM",
            "cardData": {"cardParamMap": dict(shown)},
            "userIdType": 1,
            **self._space(place, shown["title"], called or {}),
        }
        if self._route:
            asked["callbackRouteKey"] = self._route
        if private:
            asked["privateData"] = _private(private)
        try:
            answer = await self._api.new("POST", CREATE, asked)
        except Rejected as refused:
            if refused.code != EXISTS:
                raise
            return False
        _check(answer)
        return True

    async def change(self, track: str, shown: Variables) -> None:
        """Shows this in place of what the card said; what is private stays."""
        asked: Json = {
            "outTrackId": track,
            "cardData": {"cardParamMap": dict(shown)},
            "cardUpdateOptions": BY_KEY,
            "userIdType": 1,
        }
        await self._api.new("PUT", CHANGE, asked)

    def _space(self, place: PlaceRef, title: str, called: Mapping[str, str]) -> Json:
        """Where it goes. Nobody forwards it: its buttons would go along."""
        model: Json = {
            "supportForward": False,
            "lastMessageI18n": {"ZH_CN": title, "EN_US": title},
            "notification": {"alertContent": title, "notificationOff": False},
        }
        robot: Json = {"robotCode": self._robot_code}
        if is_direct(place):
            return {
                "openSpaceId": f"dtv1.card//IM_ROBOT.{place.id.removeprefix('@')}",
                "imRobotOpenSpaceModel": model,
                "imRobotOpenDeliverModel": {"spaceType": "IM_ROBOT", **robot},
            }
        told = {"atUserIds": dict(called)} if called else {}
        marked = {"cardAtUserIds": list(called)} if called else {}
        return {
            "openSpaceId": f"dtv1.card//IM_GROUP.{place.id}",
            "imGroupOpenSpaceModel": model,
            "imGroupOpenDeliverModel": {**robot, **told},
            **marked,
        }


def _private(private: Mapping[str, Variables]) -> Json:
    return {id: {"cardParamMap": dict(shown)} for id, shown in private.items()}


def _check(answer: Json) -> None:
    """A card may not have been delivered although the call succeeded."""
    results = records(answer, "result", "deliverResults")
    if answer.get("success") is False or any(
        r.get("success") is False for r in results
    ):
        raise Rejected("card_not_delivered")
