"""The robot's sends, and how many have read them (facts §4.3)."""

from __future__ import annotations

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.posting import Said
from adapters.simulator.dingtalk.records import Kind, Message, Place
from adapters.simulator.dingtalk.robot_messages import said_by
from adapters.simulator.wire import Json

SCOPE = "qyapi_robot_sendmsg"
MOST_PEOPLE = 20


def check_robot(call: Call) -> None:
    """Refuse a robotCode that is not this app's."""
    if "robotCode" not in call.arguments:
        raise ApiRefusal("invalidParameter.robotCode.missing")
    code = call.needed("robotCode", "invalidParameter.robotCode.empty")
    if code != call.ding.app.robot_code:
        raise ApiRefusal("invalidParameter.robotCode.notExsit", "robot 不存在")


def group_of(call: Call) -> Place:
    """The group that a call names, if the robot is in it."""
    id = call.needed("openConversationId", "miss.openConversationId")
    place = call.ding.organization.places.get(id)
    if place is None or place.kind is not Kind.GROUP or not place.has_bot:
        raise ApiRefusal("invalid.openConversationId", "无效的openConversationId")
    if place.disbanded:
        raise ApiRefusal("group.disbanded", "群已解散")
    return place


def _said(call: Call) -> Said:
    key = call.needed("msgKey", "invalidParameter.msgKey.empty")
    return said_by(key, call.arguments.get("msgParam"))


def _to_people(call: Call) -> Json:
    check_robot(call)
    userids = call.words("userIds", "invalidParameter.userIds.empty")
    if not userids:
        raise ApiRefusal("invalidParameter.userIds.empty")
    if len(userids) > MOST_PEOPLE:
        raise ApiRefusal("invalidParameter.userIds.overMax", "最多100个用户")
    said = _said(call)
    ding = call.ding
    invalid = [each for each in userids if not ding.organization.visible(each)]
    slow = [each for each in userids if each in ding.flow_controlled]
    muted = [each for each in userids if each in ding.muted and each not in invalid]
    key = ding.posting.new_key()
    for userid in dict.fromkeys(userids):
        if userid not in {*invalid, *slow, *muted}:
            ding.posting.post(ding.organization.im(userid), said, key=key)
    ding.flow_controlled -= set(slow)
    return {
        "processQueryKey": key,
        "invalidStaffIdList": invalid,
        "flowControlledStaffIdList": slow,
        "filteredStaffIdList": muted,
    }


def _to_group(call: Call) -> Json:
    check_robot(call)
    place = group_of(call)
    key = call.ding.posting.new_key()
    call.ding.posting.post(place, _said(call), key=key)
    return {"processQueryKey": key}


def _sent(call: Call) -> list[Message]:
    key = call.needed("processQueryKey", "invalid.processQueryKey")
    found = call.ding.organization.sent_with(key)
    if not found:
        raise ApiRefusal("invalid.processQueryKey", "无效的processQueryKey")
    if call.ding.posting.is_old(found[0]):
        raise ApiRefusal("processQueryKey.expireTime", "processQueryKey 已过期")
    return found


def _status(call: Call, sent: list[Message]) -> str:
    if sent[0].recalled:
        return "RECALLED"
    return "SUCCESS" if call.ding.posting.is_delivered(sent[0]) else "PROCESSING"


def _read_by_people(call: Call) -> Json:
    check_robot(call)
    sent = _sent(call)
    people, places = call.ding.organization.people, call.ding.organization.places
    infos = [
        {
            "userId": userid,
            "name": people[userid].name if userid in people else "",
            "readStatus": "READ" if userid in message.reads else "UNREAD",
        }
        for message in sent
        for userid in places[message.place].members
    ]
    return {"sendStatus": _status(call, sent), "messageReadInfoList": infos}


def _read_in_group(call: Call) -> Json:
    check_robot(call)
    group_of(call)
    sent = _sent(call)
    body: Json = {"sendStatus": _status(call, sent), "readUserIds": sent[0].reads}
    return body | {"nextToken": "", "hasMore": False}


def _robots_in_group(call: Call) -> Json:
    group_of(call)
    app = call.ding.app
    robot: Json = {"robotCode": app.robot_code, "name": app.robot_name}
    return {"chatbotInstanceVOList": [robot | {"openRobotType": 2}]}


_SEND = "robotCode msgKey msgParam coolAppCode token"
METHODS = (
    method(
        "POST",
        "/v1.0/robot/oToMessages/batchSend",
        _to_people,
        SCOPE,
        f"{_SEND} userIds",
    ),
    method(
        "POST",
        "/v1.0/robot/groupMessages/send",
        _to_group,
        SCOPE,
        f"{_SEND} openConversationId",
    ),
    method(
        "GET",
        "/v1.0/robot/oToMessages/readStatus",
        _read_by_people,
        SCOPE,
        "robotCode processQueryKey",
    ),
    method(
        "POST",
        "/v1.0/robot/groupMessages/query",
        _read_in_group,
        SCOPE,
        "robotCode openConversationId processQueryKey maxResults nextToken token",
    ),
    method(
        "POST",
        "/v1.0/robot/groups/robots/query",
        _robots_in_group,
        "qyapi_chat_read",
        "openConversationId",
    ),
)
