"""Stream mode: tickets, WebSockets, and pushes to one connection of many (facts §1)."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from datetime import datetime, timedelta

from aiohttp import WSMsgType, web

from adapters.simulator.background import Background
from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk import frames
from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.connections import (
    Ack,
    Connection,
    Subscriptions,
    read,
)
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.outbox import Receipt
from adapters.simulator.revisions import Revisions
from adapters.simulator.wire import Json


class StreamHub:
    """Accept the app's WebSockets and push to a random one that subscribed."""

    def __init__(
        self, app: DingTalkApp, clock: MovableClock, background: Background
    ) -> None:
        self.connections: list[Connection] = []
        self.acks: list[Ack] = []
        self.changes = Revisions()
        self._app = app
        self._app_id = str(uuid.uuid4())
        self._clock = clock
        self._background = background
        self._tickets: dict[str, tuple[datetime, Subscriptions]] = {}

    def ticket(self, subscriptions: Subscriptions) -> str:
        """A right to connect once, soon."""
        ticket = str(uuid.uuid4())
        ends = self._clock.now() + timedelta(seconds=self._app.pace.ticket)
        self._tickets[ticket] = (ends, subscriptions)
        return ticket

    async def connected(self, count: int = 1) -> None:
        """Wait until the app holds at least so many connections that get pushes."""
        while len(self._ready()) < count:
            await self.changes.beyond(self.changes.number)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it closes; 401 before the upgrade for a bad
        ticket.
        """
        ends, subscriptions = self._tickets.pop(
            request.query.get("ticket", ""), (None, frozenset())
        )
        if ends is None or ends < self._clock.now():
            return web.Response(status=401, text="invalid ticket")
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, request, subscriptions)
        self.connections.append(connection)
        self.changes.bump()
        self._background.spawn(self._keep_alive(connection))
        try:
            await self._read(connection)
        finally:
            self._forget(connection)
        return socket

    async def deliver(self, push: Push, seconds: float) -> Receipt:
        """Send one frame to one connection and wait for its acknowledgement."""
        ready = [each for each in self._ready() if each.wants(push)]
        if not ready:
            return Receipt(trouble="offline")
        connection = random.choice(ready)  # noqa: S311 any will do (facts §1.7)
        frame = frames.pushed(
            push, connection.id, self._app_id, int(self._clock.now().timestamp() * 1000)
        )
        try:
            async with asyncio.timeout(seconds):
                ack = await self._acknowledged(connection, frame)
        except TimeoutError:
            return Receipt(trouble="timeout")
        except ConnectionError:
            return Receipt(trouble="connection lost")
        if ack.wrong and self._app.strict:
            return Receipt(trouble=f"malformed: {ack.wrong}")
        if ack.body.get("code") != 200:
            return Receipt(trouble=f"code {ack.body.get('code')}")
        return Receipt(answer=frames.answer_in(ack.body))

    async def ping(self) -> None:
        """Send a ping to every connection now."""
        for connection in self._ready():
            await self._send(connection, frames.ping(self._now()))

    async def disconnect(self, reason: str = "connection is expired") -> None:
        """Announce the end of all connections and close them a little later."""
        for connection in self._ready():
            connection.draining = True
            self.changes.bump()
            await self._send(connection, frames.disconnect(reason, self._now()))
            self._background.spawn(self._close_later(connection))

    def abort(self) -> None:
        """Cut all connections without a word."""
        for connection in list(self.connections):
            if connection.request.transport is not None:
                connection.request.transport.abort()
            self._forget(connection)

    def play_dead(self) -> None:
        """Keep all connections open, answer protocol pings, and send nothing more."""
        for connection in self.connections:
            connection.zombie = True

    async def stop(self) -> None:
        """Close all connections."""
        for connection in list(self.connections):
            await connection.socket.close()

    def _ready(self) -> list[Connection]:
        return [c for c in self.connections if not c.draining and not c.socket.closed]

    async def _acknowledged(self, connection: Connection, frame: Json) -> Ack:
        message = frame["headers"]["messageId"]
        waiting: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        connection.waiting[message] = waiting
        try:
            await self._send(connection, frame)
            return await waiting
        finally:
            connection.waiting.pop(message, None)

    async def _send(self, connection: Connection, frame: Json) -> None:
        connection.sent[frame["headers"]["messageId"]] = frame
        if not connection.zombie:
            await connection.socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is WSMsgType.TEXT:
                self._take(connection, message.data)

    def _take(self, connection: Connection, text: str) -> None:
        ack = read(text)
        headers = ack.get("headers")
        message = headers.get("messageId") if isinstance(headers, dict) else None
        frame = connection.sent.get(str(message))
        if frame is None:
            self.acks.append(Ack("", ack, "no frame has this messageId"))
            return
        topic = frame["headers"]["topic"]
        taken = Ack(topic, ack, frames.wrong_with(frame, ack))
        self.acks.append(taken)
        waiting = connection.waiting.get(str(message))
        if waiting and not waiting.done():
            waiting.set_result(taken)
        self.changes.bump()

    async def _keep_alive(self, connection: Connection) -> None:
        while not connection.socket.closed:
            await self._clock.sleep(self._app.pace.ping)
            if connection.draining or connection.socket.closed:
                return
            try:
                await self._send(connection, frames.ping(self._now()))
            except ConnectionError:
                return

    async def _close_later(self, connection: Connection) -> None:
        await self._clock.sleep(self._app.pace.closing)
        await connection.socket.close()

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
            self.changes.bump()
        for waiting in connection.waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionResetError("the connection is gone"))

    def _now(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
