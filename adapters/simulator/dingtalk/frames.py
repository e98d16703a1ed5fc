"""Frames of the Stream protocol and the acknowledgements they ask for (facts §1)."""

from __future__ import annotations

import json
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any

from adapters.simulator.wire import Json

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
ALL_EVENTS = "*"
KINDS = {"message": "CALLBACK", "card": "CALLBACK", "event": "EVENT"}
TOPICS = {"message": MESSAGES, "card": CARDS, "event": ALL_EVENTS}


@dataclass(frozen=True, slots=True)
class Push:
    """One thing on its way to the app; sent again, it is the same."""

    kind: str
    data: Json
    headers: dict[str, str] = field(default_factory=dict)
    id: str = field(default_factory=lambda: message_id())

    @property
    def topic(self) -> str:
        """What a connection must have subscribed to get it."""
        return TOPICS[self.kind]


def message_id() -> str:
    """An id like `212b9d7c_165f_19bfa1a500a_1461def`."""
    parts = (secrets.token_hex(4), secrets.token_hex(2), secrets.token_hex(5))
    return "_".join((*parts, secrets.token_hex(4)[1:]))


def pushed(push: Push, connection: str, app: str, milliseconds: int) -> Json:
    """The frame of a push; all header values are strings, and `data` is one."""
    own = {
        "appId": app,
        "connectionId": connection,
        "contentType": "application/json",
        "messageId": push.id,
        "time": str(milliseconds),
        "topic": push.topic,
    }
    return _frame(KINDS[push.kind], own | push.headers, push.data)


def ping(milliseconds: int) -> Json:
    """A SYSTEM ping, whose data has to come back."""
    return _system("ping", {"opaque": str(uuid.uuid4())}, milliseconds)


def disconnect(reason: str, milliseconds: int) -> Json:
    """The announcement that this connection gets nothing more."""
    return _system("disconnect", {"reason": reason}, milliseconds)


def _system(topic: str, data: Json, milliseconds: int) -> Json:
    headers = {
        "contentType": "application/json",
        "messageId": message_id(),
        "time": str(milliseconds),
        "topic": topic,
    }
    return _frame("SYSTEM", headers, data)


def _frame(kind: str, headers: dict[str, str], data: Json) -> Json:
    text = json.dumps(data, ensure_ascii=False)
    return {"specVersion": "1.0", "type": kind, "headers": headers, "data": text}


def wrong_with(frame: Json, ack: Json) -> str | None:
    """What a strict reader finds wrong with an acknowledgement, None if it is good."""
    if not isinstance(ack.get("code"), int):
        return "code is not a number"
    data = ack.get("data")
    if not isinstance(data, str):
        return "data is not a string"
    try:
        said = json.loads(data)
    except ValueError:
        return "data is not JSON"
    if not isinstance(said, dict):
        return "data is not an object"
    return _wrong_data(frame, said)


def _wrong_data(frame: Json, said: Json) -> str | None:
    topic = frame["headers"]["topic"]
    if frame["type"] == "EVENT":
        good = said.get("status") in ("SUCCESS", "LATER")
        return None if good else "status is neither SUCCESS nor LATER"
    if topic == "ping":
        good = said == json.loads(frame["data"])
        return None if good else "the ping's data did not come back"
    if "response" not in said:
        return "the answer is not under response"
    if topic == CARDS and not isinstance(said["response"], dict):
        return "a card's response is not an object"
    return None


def answer_in(ack: Json) -> Any:
    """What an acknowledgement carries: the event's status, or the response."""
    try:
        said = json.loads(ack["data"])
    except (KeyError, TypeError, ValueError):
        return None
    return said.get("status", said.get("response")) if isinstance(said, dict) else None
