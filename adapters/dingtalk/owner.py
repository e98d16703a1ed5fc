"""The Stream of one replica: the others stand by until it ends.

DingTalk shares messages out among all connections of an app (facts §1.7).
"""

import asyncio
import logging

from adapters.dingtalk.stream import Stream
from bot.errors import ConfigError
from bot.ports.ownership import Ownership

log = logging.getLogger(__name__)
AGAIN = 30.0  # seconds until an owner that was refused tries to be it again


class OwnedStream:
    """Connected while this process is the owner; ready in any case."""

    def __init__(self, stream: Stream, ownership: Ownership) -> None:
        self._stream = stream
        self._ownership = ownership
        self._owns = False
        self._keeper: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connects, or stands by. Raises ConfigError when DingTalk refuses."""
        if await self._ownership.gain(wait=False):
            await self._stream.open()
            self._owns = True
        else:
            log.info("stream stands by")
        self._keeper = asyncio.create_task(self._keep())

    async def close(self, seconds: float) -> None:
        """Takes nothing more in, hangs up, and lets another replica connect."""
        if self._keeper:
            self._keeper.cancel()
            await asyncio.wait({self._keeper})
            self._keeper = None
        await self._stream.close(seconds)
        await self._ownership.release()
        self._owns = False

    def connected(self) -> bool:
        """Whether messages can come in, here or to the replica that is the owner."""
        return self._stream.connected() if self._owns else self._keeper is not None

    async def _keep(self) -> None:
        while True:
            if self._owns:
                await self._ownership.lose()
                self._owns = False
                await self._stream.close(0)
            await self._ownership.gain()
            log.info("stream taken over")
            try:
                await self._stream.open()
                self._owns = True
            except ConfigError:
                log.exception("stream refused")
                await self._ownership.release()
                await asyncio.sleep(AGAIN)
