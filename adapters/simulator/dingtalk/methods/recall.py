"""Taking the robot's messages back within a day (facts §4.3)."""

from __future__ import annotations

from collections.abc import Iterable

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.methods.robot import SCOPE, check_robot, group_of
from adapters.simulator.dingtalk.records import Kind, Message, Place
from adapters.simulator.wire import Json

MOST_KEYS = 20


def _from_people(call: Call) -> Json:
    check_robot(call)
    places = call.ding.organization.places.values()
    return _recalled(call, [place for place in places if place.kind is Kind.IM])


def _from_group(call: Call) -> Json:
    check_robot(call)
    return _recalled(call, [group_of(call)])


def _recalled(call: Call, places: Iterable[Place]) -> Json:
    keys = call.words("processQueryKeys", "invalid.processQueryKey")
    if len(keys) > MOST_KEYS:
        raise ApiRefusal("invalidParameter.processQueryKeys.overMax")
    ids = {place.id for place in places}
    done: list[str] = []
    failed: Json = {}
    for key in keys:
        sent = call.ding.organization.sent_with(key)
        trouble = _trouble(call, [each for each in sent if each.place in ids])
        if trouble:
            failed[key] = trouble
            continue
        for message in sent:
            call.ding.posting.recall(message)
        done.append(key)
    return {"successResult": done, "failedResult": failed}


def _trouble(call: Call, sent: list[Message]) -> str | None:
    if not sent:
        return "invalid.processQueryKey"
    if call.ding.posting.is_old(sent[0]):
        return "robot.processQueryKey.expired"
    return None


METHODS = (
    method(
        "POST",
        "/v1.0/robot/otoMessages/batchRecall",
        _from_people,
        SCOPE,
        "robotCode processQueryKeys",
    ),
    method(
        "POST",
        "/v1.0/robot/groupMessages/recall",
        _from_group,
        SCOPE,
        "robotCode openConversationId processQueryKeys",
    ),
)
