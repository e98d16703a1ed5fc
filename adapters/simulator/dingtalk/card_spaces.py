"""Where cards are delivered: groups, the robot's 1:1 chats, a group's top (§5.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from adapters.simulator.dingtalk.call import Call
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.posting import Said
from adapters.simulator.dingtalk.records import Card, Kind, Place
from adapters.simulator.wire import Json

_SPACE = re.compile(r"dtv1\.card//(IM_GROUP|IM_ROBOT|ONE_BOX)\.(.+)")
_DELIVERY = {
    "IM_GROUP": "imGroupOpenDeliverModel",
    "IM_ROBOT": "imRobotOpenDeliverModel",
    "ONE_BOX": "topOpenDeliverModel",
}
_LOOKS = {
    "IM_GROUP": "imGroupOpenSpaceModel",
    "IM_ROBOT": "imRobotOpenSpaceModel",
    "ONE_BOX": "topOpenSpaceModel",
}


@dataclass(frozen=True, slots=True)
class Space:
    """One place of delivery, and how to deliver there."""

    kind: str
    id: str
    model: Json


def spaces_in(call: Call) -> list[Space]:
    """The places that a call names, each with its delivery model."""
    named = call.needed("openSpaceId", "param.openSpaceIdEmpty")
    return [_space(call, one) for one in named.split(";") if one]


def _space(call: Call, named: str) -> Space:
    found = _SPACE.fullmatch(named.strip())
    if found is None:
        raise ApiRefusal("param.openSpaceIdInvalid", f"openSpaceId {named} 不合法")
    kind, id = found[1], found[2]
    looks = call.arguments.get(_LOOKS[kind], {})
    if not isinstance(looks, dict):
        raise ApiRefusal("param.openSpaceModelInvalid")
    model = call.arguments.get(_DELIVERY[kind])
    if not isinstance(model, dict) or (not model and kind != "ONE_BOX"):
        raise ApiRefusal("param.openDeliverModelEmpty", f"{_DELIVERY[kind]} 为空")
    robot = model.get("robotCode", call.ding.app.robot_code)
    if robot != call.ding.app.robot_code:
        raise ApiRefusal("param.openDeliverModelError", "robotCode 不合法")
    at_users = model.get("atUserIds", {})
    if not isinstance(at_users, dict):
        raise ApiRefusal("param.openDeliverModelError", "atUserIds is not an object")
    return Space(kind, id, model)


def deliver(call: Call, card: Card, space: Space) -> Json:
    """Deliver to one place; a failure is told inside of the answer."""
    place = _place(call, space)
    result: Json = {"spaceType": space.kind, "spaceId": space.id}
    if place is None:
        words = "the receiver is outside of the robot's reach"
        return result | {"success": False, "carrierId": "", "errorMsg": words}
    key = call.ding.posting.new_key()
    at_users = tuple(space.model.get("atUserIds", {}))
    call.ding.posting.post(
        place, Said("card"), key=key, at_users=at_users, card=card.id
    )
    return result | {"success": True, "carrierId": key, "errorMsg": ""}


def _place(call: Call, space: Space) -> Place | None:
    organization = call.ding.organization
    if space.kind == "IM_ROBOT":
        reached = organization.visible(space.id) and space.id not in call.ding.muted
        return organization.im(space.id) if reached else None
    place = organization.places.get(space.id)
    if place is None or place.kind is not Kind.GROUP or place.disbanded:
        return None
    return place if place.has_bot else None
