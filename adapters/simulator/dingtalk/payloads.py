"""What a person said, as DingTalk pushes it to the robot (facts §1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.simulator.dingtalk.company import Worker, code_of, dingtalk_id
from adapters.simulator.dingtalk.records import Kind, Message, Place
from adapters.simulator.stamps import at
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide


def bot_id(ding: DingTalkSide) -> str:
    """The robot's encrypted id, which is the same in `atUsers`."""
    return f"$:LWCP_v1:${code_of('bot', ding.app.client_id)}"


def robot_message(ding: DingTalkSide, message: Message, content: Json) -> Json:
    """The payload of one message; `content` is what its msgtype brings along."""
    organization = ding.organization
    place, sender = (
        organization.places[message.place],
        organization.people[message.user],
    )
    webhook, ends = ding.webhooks.issue(place)
    corp = organization.company.corp_id
    payload: Json = {
        "senderPlatform": "Mac",
        "conversationId": place.id,
        "conversationType": "2" if place.kind is Kind.GROUP else "1",
        "chatbotCorpId": corp,
        "chatbotUserId": bot_id(ding),
        "robotCode": ding.app.robot_code,
        "openThreadId": place.id,
        "msgId": message.msg_id,
        "createAt": _milliseconds(message),
        "senderId": dingtalk_id(sender.userid),
        "senderStaffId": sender.userid,
        "senderUnionId": sender.union_id,
        "senderNick": sender.name,
        "senderCorpId": corp,
        "isAdmin": sender.admin,
        "sessionWebhook": webhook,
        "sessionWebhookExpiredTime": ends,
    }
    return payload | _group(ding, place, message) | content


def _group(ding: DingTalkSide, place: Place, message: Message) -> Json:
    if place.kind is not Kind.GROUP:
        return {}
    people = ding.organization.people
    mentioned = [_mention(people[id]) for id in message.at_users if id in people]
    return {
        "conversationTitle": place.name,
        "isInAtList": True,
        "atUsers": [{"dingtalkId": bot_id(ding)}, *mentioned],
    }


def _mention(person: Worker) -> Json:
    return {
        "dingtalkId": dingtalk_id(person.userid),
        "staffId": person.userid,
        "unionId": person.union_id,
    }


def text_content(ding: DingTalkSide, text: str, quoted: Message | None) -> Json:
    """The content of a text, with what it quotes."""
    inner: Json = {"content": text}
    payload: Json = {"msgtype": "text", "text": inner}
    if quoted is None:
        return payload
    inner |= {"isReplyMsg": True, "repliedMsg": _replied(ding, quoted)}
    payload["originalMsgId"] = quoted.msg_id
    if quoted.key:
        payload["originalProcessQueryKey"] = quoted.key
    return payload


def _replied(ding: DingTalkSide, quoted: Message) -> Json:
    sender = bot_id(ding) if quoted.bot else dingtalk_id(quoted.user)
    replied: Json = {
        "msgType": "unknownMsgType" if quoted.kind == "card" else quoted.kind,
        "msgId": quoted.msg_id,
        "senderId": sender,
        "createdAt": _milliseconds(quoted),
    }
    # A quoted bot card carries no content (facts §1.9).
    return replied if quoted.kind == "card" else replied | {"content": _shown(quoted)}


def _shown(quoted: Message) -> Json:
    return {"text": quoted.text} if quoted.text else dict(quoted.content)


def _milliseconds(message: Message) -> int:
    return int(at(message.ts).timestamp() * 1000)
