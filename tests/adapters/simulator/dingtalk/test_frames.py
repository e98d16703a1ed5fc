"""Frames, acknowledgements and the life of a connection (facts §1.3 to §1.6)."""

from __future__ import annotations

import json
import re

import aiohttp
import pytest

from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import (
    CARDS,
    EVENTS,
    MESSAGES,
    Stranger,
    Stream,
)


async def test_a_frame_looks_like_the_documented_one(
    stream: Stream, stage: DingTalkStage
) -> None:
    """All header values are strings, and so is `data`."""
    await stage.say("李伟", "dm", "帮助", None)
    frame = await stream.frame()
    headers = frame["headers"]
    assert (frame["specVersion"], frame["type"]) == ("1.0", "CALLBACK")
    assert set(headers) == {
        "appId", "connectionId", "contentType", "messageId", "time", "topic",
    }  # fmt: skip
    assert all(isinstance(value, str) for value in headers.values())
    assert headers["topic"] == MESSAGES["topic"]
    assert re.fullmatch(
        r"[0-9a-f]{8}_[0-9a-f]{4}_[0-9a-f]{10,11}_[0-9a-f]{7}", headers["messageId"]
    )
    assert "帮助" in frame["data"]
    await stream.ack(frame, {"response": None})


async def test_a_ping_wants_its_data_back(
    stream: Stream, stage: DingTalkStage, stranger: Stranger, ding: DingTalkSide
) -> None:
    """The opaque id comes back in the acknowledgement."""
    await stage.fault({"kind": "ping"})
    frame = await stream.frame()
    assert (frame["type"], frame["headers"]["topic"]) == ("SYSTEM", "ping")
    await stream.ack(frame, frame["data"])
    await stage.fault({"kind": "ping"})
    await stream.ack(await stream.frame(), {"opaque": "another"})
    await stranger.until(lambda: len(ding.hub.acks) == 2)
    assert [ack.wrong for ack in ding.hub.acks] == [
        None,
        "the ping's data did not come back",
    ]


async def test_pings_come_by_the_clock(stream: Stream, simulator: Simulator) -> None:
    """Every 25 seconds."""
    await simulator.advance(26)
    assert (await stream.frame())["headers"]["topic"] == "ping"


async def test_a_disconnect_is_announced_and_carried_out(
    stream: Stream, stage: DingTalkStage, stranger: Stranger, simulator: Simulator
) -> None:
    """Nothing more comes on the old socket, which closes ten seconds later."""
    await stage.fault({"kind": "disconnect"})
    frame = await stream.frame()
    assert frame["headers"]["topic"] == "disconnect"
    assert json.loads(frame["data"]) == {"reason": "connection is expired"}
    fresh = await stranger.connect()
    await stage.say("李伟", "dm", "帮助", None)
    assert (await fresh.message())["text"] == {"content": "帮助"}
    await simulator.advance(11)
    end = await stream.socket.receive(timeout=5)
    assert end.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
    await fresh.socket.close()


async def test_only_a_subscriber_gets_a_push(
    stranger: Stranger, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """A connection without the topic gets nothing, and the message is lost."""
    deaf = await stranger.connect([EVENTS, CARDS])
    await stage.say("李伟", "dm", "帮助", None)
    await ding.outbox.idle()
    assert ding.outbox.sent[0][1].trouble == "offline"
    await deaf.socket.close()


async def test_each_push_goes_to_one_connection_of_several(
    stranger: Stranger, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """Two connections share what comes."""
    both = [await stranger.connect(), await stranger.connect()]
    for number in range(20):
        await stage.say("李伟", "dm", f"第 {number} 条", None)
    await ding.outbox.idle()
    assert len(ding.outbox.sent) == 20
    for connection in both:
        await connection.frame()
        await connection.socket.close()


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ("not json", "data is not JSON"),
        ([], "data is not an object"),
        ({"status": "SUCCESS"}, "the answer is not under response"),
    ],
)
async def test_a_malformed_acknowledgement_does_not_count(
    stream: Stream, stage: DingTalkStage, ding: DingTalkSide, data: object, wrong: str
) -> None:
    """In strict mode it is as if nothing had come."""
    await stage.say("李伟", "dm", "帮助", None)
    await stream.ack(await stream.frame(), data)
    await ding.outbox.idle()
    assert ding.outbox.sent[0][1].trouble == f"malformed: {wrong}"


async def test_an_acknowledgement_of_nothing_is_recorded(
    stream: Stream, stranger: Stranger, ding: DingTalkSide
) -> None:
    """Neither junk nor an unknown id disturbs the connection."""
    await stream.socket.send_str("junk")
    await stream.ack({"headers": {"messageId": "nobody"}}, {"response": None})
    await stranger.until(lambda: len(ding.hub.acks) == 2)
    assert {ack.wrong for ack in ding.hub.acks} == {"no frame has this messageId"}
