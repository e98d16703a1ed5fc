"""Stream mode's frames, to the letter of the documents (facts §1.3, §1.5)."""

import json
from typing import Any

import pytest

from adapters.dingtalk import frames
from adapters.dingtalk.frames import Frame, Kind, read

# facts §1.3: from a public log
RECORDED = {
    "specVersion": "1.0",
    "type": "CALLBACK",
    "headers": {
        "appId": "765ed67b-b170-4e12-ba38-6b59dc404ddb",
        "connectionId": "2f9c95bd-fe85-11f0-bee8-0eb3b764c0bb",
        "contentType": "application/json",
        "messageId": "212b9d7c_165f_19bfa1a500a_1461def",
        "time": "1769851697756",
        "topic": "/v1.0/im/bot/messages/get",
    },
    "data": '{"conversationId":"cid…==","text":{"content":" 你好"}}',
}


def frame(**changes: Any) -> Frame:
    """The recorded frame, changed."""
    found = read(json.dumps(RECORDED | changes))
    assert found
    return found


def said(ack: str) -> tuple[dict[str, Any], Any]:
    """An acknowledgement and its data, which is a JSON string."""
    body = json.loads(ack)
    assert isinstance(body["data"], str)
    return body, json.loads(body["data"])


def test_a_frame_is_read() -> None:
    """`data` is JSON inside JSON."""
    found = frame()
    assert (found.kind, found.topic, found.id) == (
        Kind.CALLBACK,
        frames.MESSAGES,
        "212b9d7c_165f_19bfa1a500a_1461def",
    )
    assert found.data == {"conversationId": "cid…==", "text": {"content": " 你好"}}


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "[" * 9999,
        json.dumps(RECORDED | {"type": "NEWS"}),
        json.dumps(RECORDED | {"headers": None}),
        json.dumps(RECORDED | {"headers": {"topic": "*"}}),
        json.dumps(RECORDED | {"headers": {"messageId": {}}}),
    ],
)
def test_what_has_no_shape_is_no_frame(written: str) -> None:
    """Without an id it cannot be acknowledged."""
    assert read(written) is None


@pytest.mark.parametrize("data", ["", "{", "[1]", 7, None, "7"])
def test_any_data_is_taken(data: object) -> None:
    """Nothing in it is an empty object."""
    assert frame(data=data).data == {}


def test_data_may_be_an_object_itself() -> None:
    """Seen in the wild."""
    assert frame(data={"a": 1}).data == {"a": 1}


def test_a_callback_is_acknowledged_under_response() -> None:
    """A message with nothing, a card with what it shows."""
    body, data = said(frames.answered(frame()))
    assert data == {"response": None}
    assert (body["code"], body["message"]) == (200, "OK")
    assert body["headers"] == {
        "messageId": "212b9d7c_165f_19bfa1a500a_1461def",
        "contentType": "application/json",
    }
    shown = {"cardData": {"cardParamMap": {"title": "完成"}}}
    assert said(frames.answered(frame(), shown))[1] == {"response": shown}


def test_an_event_is_acknowledged_with_a_status() -> None:
    """Anything else would bring it again."""
    assert said(frames.taken(frame()))[1]["status"] == "SUCCESS"


def test_a_ping_is_echoed_to_the_letter() -> None:
    """Spaces included."""
    ping = frame(type="SYSTEM", data='{ "opaque" : "42" }')
    assert json.loads(frames.pong(ping))["data"] == '{ "opaque" : "42" }'


def test_an_unknown_topic_is_told_so() -> None:
    """Or DingTalk would send it again for ever."""
    assert said(frames.unknown(frame()))[0]["code"] == 404


def test_we_ask_for_everything_on_one_connection() -> None:
    """DingTalk picks connections at random, whatever they asked for."""
    assert json.loads(json.dumps(frames.SUBSCRIPTIONS)) == [
        {"type": "EVENT", "topic": "*"},
        {"type": "CALLBACK", "topic": "/v1.0/im/bot/messages/get"},
        {"type": "CALLBACK", "topic": "/v1.0/card/instances/callback"},
    ]
