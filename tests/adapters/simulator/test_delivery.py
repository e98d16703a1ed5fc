"""Delivery to the bot: acknowledgements, retries, refreshes and cuts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from adapters.simulator.revisions import Revisions
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.stranger import Stranger, over_socket


@dataclass(slots=True)
class Endpoint:
    """A request URL that answers as told and keeps the headers it got."""

    statuses: list[int]
    answer_headers: dict[str, str] = field(default_factory=dict)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    came: Revisions = field(default_factory=Revisions)

    async def handle(self, request: web.Request) -> web.Response:
        """Answer with the next status, the last one for ever."""
        self.headers.append(dict(request.headers))
        self.bodies.append(await request.read())
        self.came.bump()
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        return web.Response(status=status, headers=self.answer_headers)

    async def requests(self, count: int) -> None:
        """Wait until so many requests came."""
        while self.came.number < count:
            await self.came.beyond(self.came.number)


class Naps:
    """A sleeper that returns at once and remembers how long it should have been."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Note the pause."""
        self.taken.append(seconds)


@pytest.fixture
def endpoint() -> Endpoint:
    """An endpoint that fails until told otherwise."""
    return Endpoint([500])


@pytest.fixture
async def endpoint_url(endpoint: Endpoint) -> AsyncIterator[str]:
    """Where the endpoint listens."""
    app = web.Application()
    app.router.add_post("/slack/events", endpoint.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


async def test_a_failed_event_is_tried_at_once_after_1_and_5_minutes(
    endpoint: Endpoint, endpoint_url: str
) -> None:
    """Retries carry number and reason, and the same event id (facts §7)."""
    naps = Naps()
    simulator = Simulator(request_url=endpoint_url, sleeper=naps)
    await simulator.start()
    await simulator.slack.person("anna").say("dm", "hello")
    await endpoint.requests(4)
    await simulator.stop()
    assert naps.taken == [0.0, 60.0, 300.0]
    numbers = [headers.get("X-Slack-Retry-Num") for headers in endpoint.headers]
    assert numbers == [None, "1", "2", "3"]
    assert endpoint.headers[1]["X-Slack-Retry-Reason"] == "http_error"
    assert len(set(endpoint.bodies)) == 1


async def test_no_retry_is_respected(endpoint: Endpoint, endpoint_url: str) -> None:
    """`X-Slack-No-Retry: 1` on a failure ends it."""
    endpoint.answer_headers["X-Slack-No-Retry"] = "1"
    simulator = Simulator(request_url=endpoint_url, sleeper=Naps())
    await simulator.start()
    await simulator.slack.person("anna").say("dm", "hello")
    await simulator.slack.outbox.idle()
    await simulator.stop()
    assert len(endpoint.headers) == 1


async def test_retries_follow_the_movable_clock(
    endpoint: Endpoint, endpoint_url: str
) -> None:
    """Moving the clock by a minute brings the second retry."""
    simulator = Simulator(request_url=endpoint_url)
    await simulator.start()
    await simulator.slack.person("anna").say("dm", "hello")
    await endpoint.requests(2)
    await simulator.slack.outbox.idle()
    await simulator.advance("1m")
    await endpoint.requests(3)
    await simulator.stop()
    assert endpoint.headers[2]["X-Slack-Retry-Num"] == "2"


async def test_a_command_that_fails_is_dispatch_failed(
    endpoint: Endpoint, endpoint_url: str
) -> None:
    """The person reads the error, and nothing is tried again."""
    simulator = Simulator(request_url=endpoint_url)
    await simulator.start()
    anna = simulator.slack.person("anna")
    done = await anna.say("#general", "/crew hi")
    await simulator.stop()
    assert done["trouble"] == "dispatch_failed"
    assert anna.notice == '/crew failed with the error "dispatch_failed"'
    assert len(endpoint.headers) == 1


def test_requests_go_to_this_machine_only() -> None:
    """A request URL elsewhere is refused at the start."""
    with pytest.raises(ValueError, match="only to this machine"):
        Simulator(request_url="https://example.com/slack/events")


async def test_a_request_url_proves_itself_with_the_challenge(
    http_simulator: Simulator, http_bot: Stranger
) -> None:
    """`url_verification` is signed and answered by Bolt."""
    assert http_simulator.slack.http is not None
    assert await http_simulator.slack.http.verify()


async def test_a_bot_that_does_not_acknowledge_is_an_operation_timeout(
    simulator: Simulator, bot: Stranger
) -> None:
    """The person waits no longer than Slack does."""
    late = asyncio.Event()

    async def dawdle(ack: Any, **_: Any) -> None:
        await late.wait()
        await ack()

    bot.on("command", dawdle)
    anna = simulator.slack.person("anna")
    done = await anna.say("#general", "/crew hi")
    late.set()
    assert done["trouble"] == "operation_timeout"


async def test_each_envelope_goes_to_one_connection(simulator: Simulator) -> None:
    """Two connections share the work and none gets it twice."""
    async with over_socket(simulator) as one, over_socket(simulator) as two:
        await simulator.slack.sockets.connected(2)
        anna = simulator.slack.person("anna")
        for number in range(4):
            await anna.say("#general", f"/crew {number}")
        got = [len(stranger.found("command")) for stranger in (one, two)]
        assert got == [2, 2]


async def test_a_refresh_leaves_no_gap(simulator: Simulator, bot: Stranger) -> None:
    """After `refresh_requested` the client comes back and nothing is lost."""
    before = simulator.slack.sockets.connections[0]
    await simulator.slack.sockets.disconnect("refresh_requested")
    await simulator.slack.sockets.connected()
    assert simulator.slack.sockets.connections[-1] is not before
    assert (await simulator.slack.person("anna").say("dm", "/crew hi"))["ok"]


async def test_an_abrupt_cut_is_survived_by_redelivery(
    simulator: Simulator, bot: Stranger
) -> None:
    """An event that met no connection comes again, marked as a retry."""
    simulator.slack.sockets.drop()
    await simulator.slack.person("anna").say("dm", "are you there?")
    await simulator.slack.outbox.idle()
    await simulator.slack.sockets.connected()
    await simulator.advance("1m")
    body = await bot.body("message")
    assert body["event"]["text"] == "are you there?"


async def test_duplicates_come_with_the_same_event_id(
    simulator: Simulator, bot: Stranger
) -> None:
    """At-least-once delivery can be provoked."""
    simulator.slack.outbox.duplicates = 1
    await simulator.slack.person("anna").say("dm", "twice")
    first, second = await bot.body("message"), await bot.body("message", 2)
    assert first["event_id"] == second["event_id"]


async def test_a_ticket_opens_one_socket(simulator: Simulator) -> None:
    """The address from `apps.connections.open` works once, and says hello."""
    url = simulator.slack.socket_url()
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url) as socket:
            hello = await socket.receive_json()
            assert hello["type"] == "hello"
            assert hello["connection_info"] == {"app_id": "A0CREW1"}
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_unacknowledged_envelope_comes_again(simulator: Simulator) -> None:
    """Socket Mode retries events with `retry_attempt` and `retry_reason`."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(simulator.slack.socket_url()) as socket,
    ):
        await socket.receive_json()
        await simulator.slack.person("anna").say("dm", "hello")
        first, again = await socket.receive_json(), await socket.receive_json()
    assert (first["retry_attempt"], again["retry_attempt"]) == (0, 1)
    assert again["retry_reason"] == "timeout"
    assert first["payload"] == again["payload"]
    assert first["envelope_id"] != again["envelope_id"]
