"""Stream mode's frames: what came, and what is answered (facts §1.3, §1.5, §1.6).

One source: https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from adapters.dingtalk.wire import as_json, read_json, text
from adapters.wire import Wire, record, string

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
EVERYTHING = "*"

OK, NOT_FOUND = 200, 404


class Kind(StrEnum):
    """What a frame is for."""

    SYSTEM = "SYSTEM"
    EVENT = "EVENT"
    CALLBACK = "CALLBACK"


SUBSCRIPTIONS = (
    {"type": Kind.EVENT, "topic": EVERYTHING},
    {"type": Kind.CALLBACK, "topic": MESSAGES},
    {"type": Kind.CALLBACK, "topic": CARDS},
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: `data` read, `raw` as it was written."""

    kind: Kind
    topic: str
    id: str
    headers: Mapping[str, str]
    data: Wire
    raw: str = ""


def read(written: str) -> Frame | None:
    """The frame; None for what has no shape."""
    body = read_json(written)
    headers = {key: text(value) for key, value in record(body, "headers").items()}
    kind, raw = string(body, "type"), string(body, "data")
    if kind not in list(Kind) or not (id := headers.get("messageId")):
        return None
    return Frame(
        Kind(kind),
        headers.get("topic", ""),
        id,
        headers,
        record(read_json(raw)) if raw else record(body, "data"),
        raw,
    )


def pong(frame: Frame) -> str:
    """What a ping asks for: the same back."""
    return _ack(frame, frame.raw or as_json(frame.data))


def answered(frame: Frame, answer: object = None) -> str:
    """A callback was taken; a card shows the answer."""
    return _ack(frame, as_json({"response": answer}))


def taken(frame: Frame) -> str:
    """An event was taken."""
    return _ack(frame, as_json({"status": "SUCCESS", "message": ""}))


def unknown(frame: Frame) -> str:
    """A callback that nobody here asked for."""
    return _ack(frame, as_json({"response": None}), NOT_FOUND, "unknown topic")


def _ack(frame: Frame, data: str, code: int = OK, message: str = "OK") -> str:
    headers = {"messageId": frame.id, "contentType": "application/json"}
    return as_json({"code": code, "headers": headers, "message": message, "data": data})
