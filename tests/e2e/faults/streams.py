"""Stream mode: frames over WebSockets, each to one connection of many."""

import asyncio
import json
import secrets
from contextlib import suppress
from random import Random

from aiohttp import WSMsgType, web

from tests.e2e.faults.ledger import Json

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
PING = 20.0  # seconds between two signs of life
PATIENCE = 3.0  # seconds that an acknowledgement may take


class Streams:
    """Every connection there is, and what was not acknowledged on it."""

    def __init__(self) -> None:
        self.open: dict[web.WebSocketResponse, web.Request] = {}
        self.most = 0  # connections at a time
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._random = Random(1)  # noqa: S311  any connection will do

    def ticket(self) -> str:
        """A right to connect once."""
        ticket = secrets.token_urlsafe(12)
        self._tickets.add(ticket)
        return ticket

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serves one connection."""
        if request.query.get("ticket", "") not in self._tickets:
            return web.Response(status=401)
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        self.open[socket] = request
        self.most = max(self.most, len(self.open))
        alive = asyncio.create_task(_keep_alive(socket))
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._heard(message.json())
        finally:
            alive.cancel()
            self.open.pop(socket, None)
        return socket

    async def bring(self, topic: str, data: Json, id: str) -> Json | None:
        """Hands one frame to some connection; what it was acknowledged with, or None
        where it was not.
        """
        if not self.open:
            return None
        socket = self._random.choice(list(self.open))
        heard = self._waiting[id] = asyncio.get_running_loop().create_future()
        headers = {"messageId": id, "topic": topic, "contentType": "application/json"}
        frame = {"specVersion": "1.0", "type": "CALLBACK", "headers": headers}
        try:
            await socket.send_json({**frame, "data": json.dumps(data)})
            return await asyncio.wait_for(heard, PATIENCE)
        except (TimeoutError, ConnectionError):
            return None
        finally:
            self._waiting.pop(id, None)

    def drop(self) -> None:
        """Cuts every connection without a word."""
        for request in list(self.open.values()):
            if request.transport is not None:
                request.transport.abort()

    async def refresh(self) -> None:
        """Tells everybody to connect anew."""
        said = json.dumps({"reason": "connection is expired"})
        headers = {"topic": "disconnect", "messageId": secrets.token_hex(8)}
        for socket in list(self.open):
            await socket.send_json({"type": "SYSTEM", "headers": headers, "data": said})

    def _heard(self, said: Json) -> None:
        id = str((said.get("headers") or {}).get("messageId"))
        heard = self._waiting.get(id)
        if heard and not heard.done() and said.get("code") == 200:
            read = json.loads(said.get("data") or "{}")
            heard.set_result(read if isinstance(read, dict) else {})


async def _keep_alive(socket: web.WebSocketResponse) -> None:
    while not socket.closed:
        await asyncio.sleep(PING)
        headers = {"topic": "ping", "messageId": secrets.token_hex(8)}
        said = json.dumps({"opaque": secrets.token_hex(8)})
        with suppress(ConnectionError):
            await socket.send_json({"type": "SYSTEM", "headers": headers, "data": said})
