"""Socket Mode: envelopes over WebSockets, each to one connection of many (facts §8)."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import uuid
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from adapters.simulator.revisions import Revisions
from adapters.simulator.slack.outbox import ACK_SECONDS, Answer, Delivery
from adapters.simulator.wire import Json

MOST_CONNECTIONS = 10


@dataclass(eq=False, slots=True)
class Connection:
    """One open WebSocket of the app and the envelopes it has not acknowledged."""

    socket: web.WebSocketResponse
    request: web.Request
    pending: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    draining: bool = False


class SocketHub:
    """Accept the app's WebSockets and deliver envelopes to them in turn."""

    def __init__(self, app_id: str, ack_seconds: float = ACK_SECONDS) -> None:
        self.connections: list[Connection] = []
        self.changes = Revisions()
        self._app_id = app_id
        self._ack_seconds = ack_seconds
        self._tickets: set[str] = set()
        self._turn = itertools.count()

    def ticket(self) -> str:
        """A right to connect once."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def connected(self, count: int = 1) -> None:
        """Wait until the app holds at least so many connections."""
        while len(self._ready()) < count:
            await self.changes.beyond(self.changes.number)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection from hello to close."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or len(self.connections) >= MOST_CONNECTIONS:
            return web.Response(status=401, text="invalid ticket")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, request)
        retiring = [other for other in self.connections if other.draining]
        self.connections.append(connection)
        await socket.send_json(self._hello())
        self.changes.bump()
        for other in retiring:
            await other.socket.close()
        try:
            await self._read(connection)
        finally:
            self._forget(connection)
        return socket

    async def deliver(self, delivery: Delivery) -> Answer:
        """Send one envelope to one connection and wait for its acknowledgement."""
        ready = self._ready()
        if not ready:
            return Answer(trouble="dispatch_failed", reason="connection_failed")
        connection = ready[next(self._turn) % len(ready)]
        envelope = _envelope(delivery)
        acknowledged = asyncio.get_running_loop().create_future()
        connection.pending[envelope["envelope_id"]] = acknowledged
        try:
            await connection.socket.send_json(envelope)
            async with asyncio.timeout(self._ack_seconds):
                ack = await acknowledged
        except TimeoutError:
            return Answer(trouble="operation_timeout", reason="timeout")
        except ConnectionError:
            return Answer(trouble="dispatch_failed", reason="connection_failed")
        finally:
            connection.pending.pop(envelope["envelope_id"], None)
        return Answer(ack.get("payload") if delivery.accepts_answer else None)

    async def disconnect(self, reason: str) -> None:
        """Announce a disconnect; the old socket goes once a new one says hello."""
        for connection in list(self.connections):
            if reason == "refresh_requested":
                connection.draining = True
            await connection.socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": _debug_info()}
            )
            if reason == "link_disabled":
                await connection.socket.close()

    def drop(self) -> None:
        """Cut all connections without a word."""
        for connection in list(self.connections):
            if connection.request.transport is not None:
                connection.request.transport.abort()
            self._forget(connection)

    async def stop(self) -> None:
        """Close all connections."""
        for connection in list(self.connections):
            await connection.socket.close()

    def _ready(self) -> list[Connection]:
        return [c for c in self.connections if not c.draining and not c.socket.closed]

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            ack = message.json()
            waiting = connection.pending.get(str(ack.get("envelope_id")))
            if waiting and not waiting.done():
                waiting.set_result(ack)

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
            self.changes.bump()
        for waiting in connection.pending.values():
            if not waiting.done():
                waiting.set_exception(ConnectionResetError("the connection is gone"))

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "connection_info": {"app_id": self._app_id},
            "debug_info": _debug_info() | {"approximate_connection_time": 3600},
        }


def _envelope(delivery: Delivery) -> Json:
    envelope: Json = {
        "envelope_id": str(uuid.uuid4()),
        "payload": delivery.payload,
        "type": delivery.kind,
        "accepts_response_payload": delivery.accepts_answer,
    }
    if delivery.kind == "events_api":
        envelope |= {"retry_attempt": delivery.retry, "retry_reason": delivery.reason}
    return envelope


def _debug_info() -> Json:
    return {"host": "applink-simulator", "build_number": 1}
