"""Socket Mode: envelopes over WebSockets, each to one connection of many."""

import asyncio
import secrets
import uuid
from dataclasses import dataclass, field
from random import Random

from aiohttp import WSMsgType, web

from tests.e2e.faults.ledger import Json

PATIENCE = 3.0  # seconds that Slack waits for an acknowledgement


@dataclass(eq=False, slots=True)
class Connection:
    """One open WebSocket, and what it has not acknowledged."""

    name: str
    socket: web.WebSocketResponse
    request: web.Request
    waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)


class Sockets:
    """Every connection there is; `name` is the app token it was opened with."""

    def __init__(self) -> None:
        self.open: list[Connection] = []
        self._tickets: dict[str, str] = {}
        self._random = Random(1)  # noqa: S311  any connection will do

    def ticket(self, name: str) -> str:
        """A right to connect once."""
        ticket = secrets.token_urlsafe(12)
        self._tickets[ticket] = name
        return ticket

    def has(self, name: str) -> bool:
        """Whether a process is connected."""
        return any(one.name == name for one in self.open)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serves one connection."""
        name = self._tickets.pop(request.query.get("ticket", ""), None)
        if name is None:
            return web.Response(status=401)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        one = Connection(name, socket, request)
        self.open.append(one)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    _acknowledge(one, message.json())
        finally:
            self._forget(one)
        return socket

    async def bring(self, kind: str, payload: Json) -> Json | None:
        """Hands one envelope to some connection; its answer, or None where nobody
        acknowledged it.
        """
        if not self.open:
            return None
        one = self._random.choice(self.open)
        id = str(uuid.uuid4())
        heard: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        one.waiting[id] = heard
        envelope: Json = {"envelope_id": id, "type": kind, "payload": payload}
        try:
            await one.socket.send_json(
                envelope | {"accepts_response_payload": kind != "events_api"}
            )
            return await asyncio.wait_for(heard, PATIENCE)
        except (TimeoutError, ConnectionError, asyncio.CancelledError):
            if (task := asyncio.current_task()) and task.cancelling():
                raise
            return None
        finally:
            one.waiting.pop(id, None)

    def drop(self) -> None:
        """Cuts every connection without a word."""
        for one in list(self.open):
            if one.request.transport is not None:
                one.request.transport.abort()
            self._forget(one)

    async def refresh(self) -> None:
        """Tells everybody to connect anew."""
        for one in list(self.open):
            warned = {"type": "disconnect", "reason": "refresh_requested"}
            await one.socket.send_json(warned)

    def _forget(self, one: Connection) -> None:
        if one in self.open:
            self.open.remove(one)
        for heard in one.waiting.values():
            heard.cancel()


def _acknowledge(one: Connection, said: Json) -> None:
    heard = one.waiting.get(str(said.get("envelope_id")))
    if heard and not heard.done():
        payload = said.get("payload")
        heard.set_result(payload if isinstance(payload, dict) else {})
