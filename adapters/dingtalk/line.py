"""One Stream connection: from its ticket to its end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from enum import Enum, auto
from typing import Any

import aiohttp

from adapters.dingtalk import frames
from adapters.dingtalk.frames import Frame, Kind
from adapters.dingtalk.limits import Time

log = logging.getLogger(__name__)

SILENCE = 75.0  # seconds; a living line brings something every 20 to 30
LINGER = 10.0  # seconds that DingTalk still listens after it told us to go
ACK_TIME = 3.0  # seconds DingTalk waits for an acknowledgement

Answer = Callable[[Frame], Awaitable[str]]


class End(Enum):
    """Why a line is over."""

    MOVED = auto()
    CLOSED = auto()
    SILENT = auto()


class Line:
    """Reads frames, and acknowledges each when `answer` has stored it."""

    def __init__(
        self, socket: aiohttp.ClientWebSocketResponse, answer: Answer, time: Time
    ) -> None:
        self._socket = socket
        self._answer = answer
        self._time = time
        self._silent = False
        self._working: set[asyncio.Task[None]] = set()
        self.heard = 0  # frames, before it tells us to go
        self.heard_at = time.now()

    @property
    def open(self) -> bool:
        """Whether frames can come in."""
        return not self._socket.closed

    async def read(self) -> End:
        """Reads until the line is over."""
        watch = asyncio.create_task(self._watch())
        try:
            while True:
                message = await self._socket.receive()
                if message.type is aiohttp.WSMsgType.TEXT:
                    if self._take(message.data):
                        return End.MOVED
                elif message.type is not aiohttp.WSMsgType.BINARY:
                    return End.SILENT if self._silent else End.CLOSED
        finally:
            watch.cancel()

    async def finish(self, seconds: float) -> None:
        """Acknowledges what is in hand, within that time, and hangs up."""
        if self._working:
            await asyncio.wait(set(self._working), timeout=seconds)
        for task in set(self._working):
            task.cancel()
        await self._socket.close()

    def _take(self, written: str) -> bool:
        """One frame; True when it tells us to go."""
        self.heard_at = self._time.now()
        frame = frames.read(written)
        if frame and (frame.kind, frame.topic) == (Kind.SYSTEM, "disconnect"):
            return True
        self.heard += 1
        match frame:
            case None:
                log.warning("frame without shape")
            case Frame(kind=Kind.SYSTEM, topic="ping"):
                self._start(self._say(frames.pong(frame)))
            case Frame(kind=Kind.SYSTEM):
                pass  # "CONNECTED", "KEEPALIVE": a sign of life and no more
            case _:
                self._start(self._handle(frame))
        return False

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        if not task.cancelled() and (failed := task.exception()):
            log.error("frame not taken", exc_info=failed)

    async def _handle(self, frame: Frame) -> None:
        """What raises is not acknowledged, so that it comes again."""
        began = self._time.now()
        said = await self._answer(frame)
        if (took := self._time.now() - began) > ACK_TIME:
            log.warning("acknowledged late", extra={"seconds": round(took, 1)})
        await self._say(said)

    async def _say(self, text: str) -> None:
        try:
            await self._socket.send_str(text)
        except (aiohttp.ClientError, OSError) as gone:  # then it is delivered again
            log.warning("line gone", extra={"why": type(gone).__name__})

    async def _watch(self) -> None:
        """Hangs up when nothing was heard for long: pings may go on on a dead line."""
        while (left := self.heard_at + SILENCE - self._time.now()) > 0:
            await self._time.sleep(left)
        self._silent = True
        log.warning("line silent", extra={"seconds": SILENCE})
        await self._socket.close()
