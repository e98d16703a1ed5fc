"""What DingTalk pushes, as its documents show it (facts §1.9, §5.5)."""

import json
from typing import Any

Json = dict[str, Any]

BOT = "$:LWCP_v1:$bot"
GROUP = "cidTEA1=="
WEBHOOK = "https://oapi.dingtalk.com/robot/sendBySession?session=76da36b4"
CREATED = 1_772_434_800_000  # 2026-03-02 07:00 UTC


def said(words: str = " 任务 新增 查价格", **extra: Any) -> Json:
    """A text to the bot in a group."""
    return {
        "senderPlatform": "Mac",
        "conversationId": GROUP,
        "conversationType": "2",
        "conversationTitle": "双十一作战群",
        "isInAtList": True,
        "atUsers": [{"dingtalkId": BOT}],
        "chatbotCorpId": "ding1",
        "chatbotUserId": BOT,
        "robotCode": "dingapp",
        "msgId": "msg1==",
        "createAt": CREATED,
        "senderId": "$:LWCP_v1:$u",
        "senderStaffId": "manager4521",
        "senderNick": "李伟",
        "senderCorpId": "ding1",
        "sessionWebhook": WEBHOOK,
        "sessionWebhookExpiredTime": CREATED + 5_400_000,
        "msgtype": "text",
        "text": {"content": words},
        **extra,
    }


def alone(words: str = "任务", **extra: Any) -> Json:
    """A text in the person's own conversation with the bot."""
    body = said(words, conversationType="1", conversationId="cidALONE==", **extra)
    for name in ("conversationTitle", "isInAtList", "atUsers"):
        body.pop(name)
    return body


def replying(content: str, quoted: Any) -> Json:
    """A text that answers to another message."""
    replied = {"msgType": "text", "msgId": "msg0==", "senderId": "x", "content": quoted}
    said_so = {"content": content, "isReplyMsg": True, "repliedMsg": replied}
    return said(text=said_so)


def rich(*parts: Json, **extra: Any) -> Json:
    """A rich text in a group."""
    body = said(msgtype="richText", content={"richText": list(parts)}, **extra)
    body.pop("text")
    return body


def pressed(
    track: str, params: Json, *, ids: tuple[str, ...] = (), **extra: Any
) -> Json:
    """A press on a card, or a form that was sent."""
    private = {"cardPrivateData": {"actionIds": list(ids), "params": params}}
    return {
        "type": "actionCallback",
        "outTrackId": track,
        "corpId": "ding1",
        "userId": "manager4521",
        "userIdType": 1,
        "spaceType": "IM",
        "spaceId": GROUP,
        "content": json.dumps(private),
        **extra,
    }
