"""Stream mode: events in, acknowledged once they are stored, on a line that lasts."""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from adapters.dingtalk import frames
from adapters.dingtalk.api import open_api
from adapters.dingtalk.frames import Frame
from adapters.dingtalk.stream import GATEWAY, Stream
from bot.doctor import explained
from bot.errors import ConfigError
from bot.i18n import words
from tests.adapters.dingtalk.connection.pretend import CLIENT, SECRET, Pretend, Says
from tests.adapters.dingtalk.connection.time import Slow

MESSAGES = "/v1.0/im/bot/messages/get"
SILENCE = 70  # whoever waits so long, waits for a silent line


class Desk:
    """Keeps what came; answers when it may."""

    def __init__(self) -> None:
        self.came: list[Frame] = []
        self.broken = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def answer(self, frame: Frame) -> str:
        """Stores, then says how to acknowledge it."""
        await self.gate.wait()
        if self.broken:
            raise ConnectionError("the database is away")
        self.came.append(frame)
        return frames.answered(frame)


@pytest.fixture
def desk() -> Desk:
    """Where frames are brought to."""
    return Desk()


@pytest.fixture
async def stream(dingtalk: Pretend, slow: Slow, desk: Desk) -> AsyncIterator[Stream]:
    """The line, not open yet."""
    async with open_api(CLIENT, SECRET, api_url=dingtalk.url, time=slow.time) as api:
        stream = Stream(api, desk.answer)
        yield stream
        desk.gate.set()
        await stream.close()


async def alive(dingtalk: Pretend, stream: Stream) -> None:
    """Opens a line that has brought something."""
    await stream.open()
    await dingtalk.connections(1)
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "1"})
    await dingtalk.ack()


async def test_it_opens_with_keys_and_every_subscription(
    dingtalk: Pretend, stream: Stream
) -> None:
    """No token is needed; the ticket is used once."""
    assert not stream.connected()
    await stream.open()
    await dingtalk.connections(1)
    assert stream.connected()
    (asked,) = dingtalk.asked
    assert (asked.path, asked.headers["Accept"]) == (GATEWAY, "application/json")
    assert (asked.body["clientId"], asked.body["clientSecret"]) == (CLIENT, SECRET)
    assert len(asked.body["subscriptions"]) == 3
    await stream.close()
    assert not stream.connected()


async def test_a_message_is_acknowledged_when_it_is_stored(
    dingtalk: Pretend, stream: Stream, desk: Desk
) -> None:
    """Not before: an acknowledged message does not come again."""
    await stream.open()
    await dingtalk.connections(1)
    desk.gate.clear()
    id = await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m1"})
    ping = await dingtalk.sends("SYSTEM", "ping", {"opaque": "7"})
    first = await dingtalk.ack()
    assert (first["headers"]["messageId"], first["data"]) == (ping, {"opaque": "7"})
    desk.gate.set()
    second = await dingtalk.ack()
    assert (second["headers"]["messageId"], second["code"]) == (id, 200)
    assert second["data"] == {"response": None}
    assert [frame.data["msgId"] for frame in desk.came] == ["m1"]


async def test_what_could_not_be_stored_is_not_acknowledged(
    dingtalk: Pretend, stream: Stream, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """So it comes again, and is acknowledged then."""
    await stream.open()
    await dingtalk.connections(1)
    desk.broken = True
    await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m1"}, messageId="f1")
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "7"})
    assert (await dingtalk.ack())["data"] == {"opaque": "7"}
    assert "frame not taken" in caplog.messages
    desk.broken = False
    await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m1"}, messageId="f1")
    assert (await dingtalk.ack())["headers"]["messageId"] == "f1"


async def test_frames_without_shape_do_no_harm(
    dingtalk: Pretend, stream: Stream
) -> None:
    """Nor do those that only show a sign of life."""
    await stream.open()
    await dingtalk.connections(1)
    for rubbish in ("", "{", "[]", '{"type":"CALLBACK"}'):
        await dingtalk.sockets[-1].send_str(rubbish)
    await dingtalk.sockets[-1].send_bytes(b"\0")
    await dingtalk.sends("SYSTEM", "KEEPALIVE", {})
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "8"})
    assert (await dingtalk.ack())["data"] == {"opaque": "8"}


async def test_a_line_that_is_moved_is_replaced_at_once(
    dingtalk: Pretend, stream: Stream, desk: Desk
) -> None:
    """With a new ticket; what is in hand is acknowledged on the old line."""
    await stream.open()
    await dingtalk.connections(1)
    desk.gate.clear()
    id = await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m1"})
    await dingtalk.sends("SYSTEM", "disconnect", {"reason": "connection is expired"})
    await dingtalk.connections(2)
    desk.gate.set()
    late = await dingtalk.ack()
    assert (late["headers"]["messageId"], late["on"]) == (id, dingtalk.sockets[0])
    await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m2"})
    assert (await dingtalk.ack())["on"] is dingtalk.sockets[1]
    assert stream.connected()


async def test_a_line_that_is_always_moved_is_not_chased(
    dingtalk: Pretend, stream: Stream, slow: Slow
) -> None:
    """The first time at once, then with growing pauses."""
    await stream.open()
    waits = []
    for number in range(1, 4):
        await dingtalk.connections(number)
        await dingtalk.sends("SYSTEM", "disconnect", {"reason": "x"})
        if number > 1:
            waits.append(await slow.skip())
    assert waits == [2, 4]


async def test_a_lost_line_comes_back(
    dingtalk: Pretend,
    stream: Stream,
    slow: Slow,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """After a second; the gap is told, for what was said meanwhile may be lost."""
    await alive(dingtalk, stream)
    await dingtalk.hangs_up()
    assert await slow.skip() == 1
    await dingtalk.connections(2)
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "2"})
    await dingtalk.ack()
    (told,) = [one for one in caplog.records if one.message == "stream back"]
    assert told.__dict__["seconds_away"] == 1


async def test_an_outage_is_waited_out(
    dingtalk: Pretend, stream: Stream, slow: Slow
) -> None:
    """Longer and longer, up to a minute; after a frame the count begins anew."""
    await alive(dingtalk, stream)
    dingtalk.coming[GATEWAY].extend([Says({}, 503)] * 9)
    await dingtalk.hangs_up()
    # after the first second: three tries at a time, then a longer pause
    waits = [await slow.skip() for _ in range(10)]
    assert waits == [1, 1, 2, 1, 1, 2, 2, 1, 2, 4]
    await dingtalk.connections(2)


async def test_a_silent_line_is_left(
    dingtalk: Pretend, stream: Stream, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the socket says: a living one brings something every half minute."""
    await stream.open()
    await dingtalk.connections(1)
    assert await slow.skip(SILENCE, 75) == 75
    await slow.skip()
    await dingtalk.connections(2)
    assert "line silent" in caplog.messages
    assert dingtalk.sockets[0].closed


async def test_a_frame_keeps_the_line(
    dingtalk: Pretend, stream: Stream, slow: Slow
) -> None:
    """The silence is counted from the last one."""
    await stream.open()
    await dingtalk.connections(1)
    slow.at += 50
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "1"})
    await dingtalk.ack()
    assert await slow.skip() == 25
    assert await slow.skip(40) == 50
    await slow.skip()
    await dingtalk.connections(2)


@pytest.mark.parametrize("status", [400, 401, 403])
async def test_refused_keys_are_a_mistake_in_the_settings(
    dingtalk: Pretend, stream: Stream, status: int
) -> None:
    """At the start: what to look at is named, the secret is not."""
    refusal = {"code": "invalidClientIdOrSecret", "requestid": "r", "message": "无效"}
    dingtalk.says(GATEWAY, refusal, status=status)
    with pytest.raises(ConfigError) as told:
        await stream.open()
    said = explained(told.value, words("en", "UTC"))
    for word in ("DINGTALK_CLIENT_ID", "DINGTALK_CLIENT_SECRET", "invalidClientId"):
        assert word in said
    for word in ("Stream", "published", "IP list"):
        assert word in said
    assert SECRET not in said


async def test_keys_refused_later_are_tried_again(
    dingtalk: Pretend, stream: Stream, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    """An owner can mend it without a restart."""
    await alive(dingtalk, stream)
    dingtalk.coming[GATEWAY].append(Says({"code": "AppNotPublished"}, 400))
    await dingtalk.hangs_up()
    await slow.skip()
    await slow.skip()
    await dingtalk.connections(2)
    assert "stream refused" in caplog.messages


async def test_the_start_waits_until_dingtalk_is_there(
    dingtalk: Pretend, stream: Stream, slow: Slow
) -> None:
    """An outage at our start is no reason to stop; half an answer is none."""
    half = Says({"endpoint": "wss://x"})
    dingtalk.coming[GATEWAY].extend([half, Says({}, 503)])
    opening = asyncio.create_task(stream.open())
    for _ in range(2):
        await slow.skip()
    await opening
    assert stream.connected()


async def test_a_spent_ticket_is_not_used_again(
    dingtalk: Pretend, stream: Stream, slow: Slow
) -> None:
    """A refused connection asks for a new one."""
    endpoint = dingtalk.url.replace("http", "ws") + "/connect"
    spent = {"endpoint": endpoint, "ticket": "spent"}
    dingtalk.coming[GATEWAY].append(Says(spent))
    opening = asyncio.create_task(stream.open())
    await slow.skip()
    await opening
    assert len(dingtalk.calls(GATEWAY)) == 2


async def test_the_end_hands_over_what_is_in_hand(
    dingtalk: Pretend, stream: Stream, desk: Desk
) -> None:
    """A deploy loses nothing that was stored."""
    await stream.open()
    await dingtalk.connections(1)
    desk.gate.clear()
    id = await dingtalk.sends("CALLBACK", MESSAGES, {"msgId": "m1"})
    await dingtalk.sends("SYSTEM", "ping", {"opaque": "1"})
    await dingtalk.ack()
    closing = asyncio.create_task(stream.close())
    await asyncio.sleep(0)
    desk.gate.set()
    await closing
    assert (await dingtalk.ack())["headers"]["messageId"] == id


async def test_neither_secret_nor_ticket_is_logged(
    dingtalk: Pretend, stream: Stream, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    """Not when it goes well, not when it goes wrong."""
    caplog.set_level(logging.DEBUG)
    endpoint = dingtalk.url.replace("http", "ws") + "/connect"
    dingtalk.coming[GATEWAY].append(Says({"endpoint": endpoint, "ticket": "ticket/x"}))
    opening = asyncio.create_task(stream.open())
    await slow.skip()
    await opening
    await dingtalk.hangs_up()
    await slow.skip()
    await dingtalk.connections(2)
    ours = [r for r in caplog.records if r.name.startswith("adapters")]
    assert ours
    written = "".join(str(record.__dict__) for record in ours)
    assert SECRET not in written
    assert "ticket/" not in written
