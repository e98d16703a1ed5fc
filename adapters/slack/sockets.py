"""Socket Mode: a connection that is kept, whatever happens to it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from bot.errors import ConfigError

log = logging.getLogger(__name__)
theirs = logging.getLogger("slack_sdk.socket_mode")  # talkative below warnings

PING = 5.0  # seconds between signs of life
STUCK = 30.0  # seconds without a connection, then everything is built anew
Address = Callable[[], Awaitable[str]]


class SocketLine:
    """One connection to Slack. The SDK reconnects; where it gets stuck, we start over.

    The SDK tries a one-use address again and again when the first try failed.
    """

    def __init__(self, bolt: AsyncApp, app_token: str, address: Address) -> None:
        self._bolt = bolt
        self._token = app_token
        self._address = address
        self._handler: AsyncSocketModeHandler | None = None
        self._watch: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connects, and stays so until `close`."""
        try:
            await self._connect()
        except BaseException:
            await self._hang_up()
            raise
        self._watch = asyncio.create_task(self._keep())

    async def close(self) -> None:
        """Hangs up for good."""
        if self._watch:
            self._watch.cancel()
            await asyncio.wait({self._watch})
        await self._hang_up()

    async def connected(self) -> bool:
        """Whether Slack is on the line."""
        return self._handler is not None and await self._handler.client.is_connected()

    async def _connect(self) -> None:
        while True:
            address = await self._address()
            self._handler = handler = AsyncSocketModeHandler(
                self._bolt, self._token, logger=theirs, ping_interval=PING
            )
            handler.client.wss_uri = address
            try:
                async with asyncio.timeout(STUCK):
                    await handler.client.connect()  # type: ignore[no-untyped-call]
            except TimeoutError:
                await self._hang_up()
            else:
                return

    async def _hang_up(self) -> None:
        if self._handler is not None:
            await self._handler.client.close()  # type: ignore[no-untyped-call]
        self._handler = None

    async def _keep(self) -> None:
        silent = 0.0
        while True:
            await asyncio.sleep(PING)
            silent = 0.0 if await self.connected() else silent + PING
            if silent >= STUCK:
                log.warning("socket stuck", extra={"seconds": silent})
                silent = 0.0
                await self._start_over()

    async def _start_over(self) -> None:
        await self._hang_up()
        try:
            await self._connect()
        except ConfigError as refused:  # an owner can mend it while we go on asking
            log.error("socket refused", extra={"why": str(refused)})
