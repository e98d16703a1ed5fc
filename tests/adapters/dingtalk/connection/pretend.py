"""A pretend DingTalk: answers what a test tells it to, and keeps what it was asked.

Written from the documents; it shares no code with the adapter.
"""

import asyncio
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import WSCloseCode, WSMsgType, web

CLIENT, SECRET = "dingclient01", "s3cret-of-ours"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One call that came in."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        """What the JSON says."""
        return json.loads(self.raw)


@dataclass(frozen=True, slots=True)
class Says:
    """One answer. `body` is JSON, or text as it is; `breaks` hangs up instead."""

    body: object = field(default_factory=dict)
    status: int = 200
    breaks: bool = False


class Pretend:
    """Two APIs and a gateway on one address of this machine."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.standing: dict[str, Says] = {}
        self.coming: dict[str, deque[Says]] = defaultdict(deque)
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: asyncio.Queue[Json] = asyncio.Queue()
        self.changed = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.url = ""
        self._numbers = itertools.count(1)
        self._tickets: set[str] = set()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Opens on a free port."""
        app = web.Application()
        app.router.add_get("/connect", self._connect)
        app.router.add_post("/v1.0/gateway/connections/open", self._open)
        app.router.add_route("*", "/{rest:.*}", self._call)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Closes everything."""
        self.gate.set()
        for socket in self.sockets:
            await socket.close()
        if self._runner:
            await self._runner.cleanup()

    def says(self, path: str, *answers: object, status: int = 200) -> None:
        """What is answered at a path: the last one for good, those before it once."""
        said = [a if isinstance(a, Says) else Says(a, status) for a in answers]
        self.coming[path].extend(said[:-1])
        self.standing[path] = said[-1]

    def calls(self, path: str) -> list[Asked]:
        """The calls that came at a path."""
        return [call for call in self.asked if call.path == path]

    async def sends(
        self,
        kind: Literal["SYSTEM", "EVENT", "CALLBACK"],
        topic: str,
        data: object,
        **headers: str,
    ) -> str:
        """Sends a frame on the newest connection; its id."""
        id = headers.get("messageId") or f"212b9d7c_165f_{next(self._numbers)}"
        head = {"topic": topic, "contentType": "application/json", "messageId": id}
        frame = {
            "specVersion": "1.0",
            "type": kind,
            "headers": head | headers | {"messageId": id},
            "data": json.dumps(data, ensure_ascii=False),
        }
        await self.sockets[-1].send_str(json.dumps(frame, ensure_ascii=False))
        return id

    async def ack(self) -> Json:
        """The next acknowledgement, its data read."""
        async with asyncio.timeout(5):
            found = await self.acks.get()
        return found | {"data": json.loads(found["data"])}

    async def call(self) -> Asked:
        """Waits for a call; the last there is."""
        async with asyncio.timeout(5):
            while not self.asked:
                self.changed.clear()
                await self.changed.wait()
        return self.asked[-1]

    async def connections(self, number: int) -> None:
        """Waits until so many connections were made in all."""
        async with asyncio.timeout(5):
            while len(self.sockets) < number:
                self.changed.clear()
                await self.changed.wait()

    async def _open(self, request: web.Request) -> web.Response:
        await self._keep(request)
        path = request.path
        if self.coming[path]:
            return _response(self.coming[path].popleft())
        if path in self.standing:
            return _response(self.standing[path])
        ticket = f"ticket/{next(self._numbers)}+=&"
        self._tickets.add(ticket)
        endpoint = self.url.replace("http", "ws") + "/connect"
        return web.json_response({"endpoint": endpoint, "ticket": ticket})

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=401)
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        self.changed.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self.acks.put_nowait(json.loads(message.data) | {"on": socket})
        return socket

    async def hangs_up(self) -> None:
        """Closes the newest connection as a server does."""
        await self.sockets[-1].close(code=WSCloseCode.GOING_AWAY)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        await self._keep(request)
        await self.gate.wait()
        path = request.path
        if self.coming[path]:
            said = self.coming[path].popleft()
        elif path == "/v1.0/oauth2/accessToken" and path not in self.standing:
            token = f"token-{next(self._numbers)}"
            said = Says({"accessToken": token, "expireIn": 7200})
        else:
            said = self.standing.get(path, Says({"code": "NotFound"}, 404))
        if said.breaks and request.transport:
            request.transport.close()
        return _response(said)

    async def _keep(self, request: web.Request) -> None:
        raw = await request.read()
        asked = Asked(
            request.method, request.path, dict(request.query), request.headers, raw
        )
        self.asked.append(asked)
        self.changed.set()


def _response(said: Says) -> web.Response:
    if isinstance(said.body, str):
        return web.Response(text=said.body, status=said.status)
    return web.json_response(said.body, status=said.status)
