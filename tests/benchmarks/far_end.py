"""A platform's end of a socket: it sends frames and hears acknowledgements."""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, Self

from aiohttp import WSMsgType, web

from tests.benchmarks.wire import Load
from tests.ports import free_port

START, PATIENCE = 60.0, 120.0
Json = dict[str, Any]


class FarEnd:
    """Serves one connection; how a frame looks, a platform's own class says."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.link = f"ws://127.0.0.1:{self.port}/link"
        self._numbers = itertools.count(1)
        self._socket: web.WebSocketResponse | None = None
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self._connected = asyncio.Event()

    def app(self) -> web.Application:
        """The platform's doors."""
        return web.Application()

    def frame(self, number: int, id: str) -> Json:
        """The frame of one message, with the id that its acknowledgement names."""
        raise NotImplementedError

    def acknowledged(self, said: Json) -> str:
        """Which frame this acknowledges."""
        raise NotImplementedError

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Self]:
        """Serves on its port."""
        app = self.app()
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.port).start()
        try:
            yield self
        finally:
            await runner.cleanup()

    async def connected(self) -> None:
        """Waits until somebody is on the line."""
        await asyncio.wait_for(self._connected.wait(), START)

    async def load(self, at_once: int, count: int) -> Load:
        """So many frames, each sent when one before was acknowledged."""
        load, left = Load(), iter(range(count))
        started = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(self._in_turn(left, load) for _ in range(at_once)))
        load.seconds = time.perf_counter() - started
        return load

    async def listen(self, request: web.Request) -> web.WebSocketResponse:
        """Holds the connection that frames are sent by."""
        self._socket = socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                id = self.acknowledged(json.loads(message.data))
                if heard := self._waiting.pop(id, None):
                    heard.set_result(None)
        return socket

    async def _in_turn(self, left: Iterator[int], load: Load) -> None:
        assert self._socket
        for _ in left:
            number = next(self._numbers)
            id = f"f{self.port}-{number}"
            self._waiting[id] = heard = asyncio.get_running_loop().create_future()
            sent = time.perf_counter()
            await self._socket.send_str(json.dumps(self.frame(number, id)))
            await heard
            load.waits.append(time.perf_counter() - sent)
