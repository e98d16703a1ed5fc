"""A bot by strangers: Slack's own Bolt, which knows nothing of the simulator."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator

ANYTHING = re.compile(".*", re.DOTALL)
Reaction = Callable[..., Awaitable[None]]


class Stranger:
    """Keep everything that arrives, and do what a test asks in return."""

    def __init__(self, simulator: Simulator) -> None:
        app = simulator.slack.app
        self.client = AsyncWebClient(app.bot_token, base_url=simulator.api_url)
        self.bolt = AsyncApp(
            client=self.client,
            signing_secret=app.signing_secret,
            raise_error_for_unhandled_request=False,
        )
        self.bodies: list[dict[str, Any]] = []
        self.reactions: dict[str, Reaction] = {}
        self._arrived = asyncio.Event()
        self._listen()

    def on(self, kind: str, reaction: Reaction) -> None:
        """Do this when a body of the kind arrives (`command`, an event type …)."""
        self.reactions[kind] = reaction

    async def body(self, kind: str, number: int = 1) -> dict[str, Any]:
        """Wait for the n-th body of a kind."""
        async with asyncio.timeout(5):
            while len(found := self.found(kind)) < number:
                self._arrived.clear()
                await self._arrived.wait()
        return found[number - 1]

    def found(self, kind: str) -> list[dict[str, Any]]:
        """The bodies of a kind so far."""
        return [body for body in self.bodies if _kind(body) == kind]

    def _listen(self) -> None:
        async def react(
            ack: Any, body: dict[str, Any], client: Any, respond: Any
        ) -> None:
            self.bodies.append(body)
            self._arrived.set()
            reaction = self.reactions.get(_kind(body))
            if reaction is None:
                await ack()
            else:
                await reaction(ack=ack, body=body, client=client, respond=respond)

        for register in (
            self.bolt.event,
            self.bolt.command,
            self.bolt.action,
            self.bolt.view,
            self.bolt.view_closed,
            self.bolt.shortcut,
        ):
            register(ANYTHING)(react)


def _kind(body: dict[str, Any]) -> str:
    if "command" in body:
        return "command"
    return str(body["event"]["type"] if "event" in body else body["type"])


@asynccontextmanager
async def over_socket(simulator: Simulator) -> AsyncIterator[Stranger]:
    """The stranger, connected by Socket Mode."""
    stranger = Stranger(simulator)
    token = simulator.slack.app.app_token
    handler = AsyncSocketModeHandler(stranger.bolt, token, ping_interval=0.5)
    await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt
    await simulator.slack.sockets.connected()
    try:
        yield stranger
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call] # Bolt


@asynccontextmanager
async def over_http(simulator: Simulator, port: int) -> AsyncIterator[Stranger]:
    """The stranger behind a request URL on this machine."""
    stranger = Stranger(simulator)
    runner = web.AppRunner(stranger.bolt.web_app("/slack/events"), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield stranger
    finally:
        await runner.cleanup()
