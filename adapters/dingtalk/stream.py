"""Stream mode: a connection that is kept, whatever happens to it (facts §1).

Ours and not the SDK's: its stable version blocks the event loop and cannot be stopped,
its beta cancels work when it reconnects (measured, facts §11.1).
"""

import asyncio
import logging

import aiohttp
from yarl import URL

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.frames import SUBSCRIPTIONS
from adapters.dingtalk.limits import insist, wait_before
from adapters.dingtalk.line import LINGER, Answer, End, Line
from adapters.wire import string
from bot.errors import ConfigError, Rejected, Unreachable

log = logging.getLogger(__name__)

GATEWAY = "/v1.0/gateway/connections/open"
PING = 25.0  # seconds between pings of the WebSocket itself
CONNECT = 10.0  # seconds for one try
HANG_UP = aiohttp.ClientWSTimeout(ws_close=2.0)
REFUSED = "config-dingtalk-refused"


class Stream:
    """One connection to DingTalk at a time, two only while the old one says its last.

    With several, DingTalk would send each message to one of them at random.
    """

    def __init__(self, api: DingTalkApi, answer: Answer) -> None:
        self._api = api
        self._answer = answer
        self._time = api.time
        self._line: Line | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Connects, and stays so until `close`. Waits while DingTalk is away.

        Raises ConfigError when it refuses.
        """
        try:
            line = await insist(self._connect, self._time)
        except Rejected as refused:
            raise ConfigError(REFUSED, why=refused.code) from refused
        self._line = line
        self._keeper = asyncio.create_task(self._keep(line))

    async def close(self, seconds: float = 5.0) -> None:
        """Takes nothing more in, acknowledges what came, and hangs up."""
        if self._keeper:
            self._keeper.cancel()
            await asyncio.wait({self._keeper})
        if self._line:
            await self._line.finish(seconds)
        if self._leaving:
            await asyncio.wait(self._leaving)
        self._line = None

    def connected(self) -> bool:
        """Whether messages can come in."""
        return self._line is not None and self._line.open

    async def _keep(self, line: Line) -> None:
        vain = 0
        while True:
            end = await line.read()
            lost_at = line.heard_at if end is End.SILENT else self._time.now()
            self._leave(line, LINGER if end is End.MOVED else 0)
            vain = 0 if line.heard else vain
            if end is not End.MOVED or vain:
                await self._time.sleep(wait_before(vain, self._time.dice()))
            vain += 1
            line = self._line = await insist(self._connect_somehow, self._time)
            self._tell(self._time.now() - lost_at)

    def _leave(self, line: Line, seconds: float) -> None:
        """Lets the old line acknowledge what is in hand, beside the new one."""
        task = asyncio.create_task(line.finish(seconds))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _connect_somehow(self) -> Line:
        """An owner can mend a refusal while we go on asking."""
        try:
            return await self._connect()
        except Rejected as refused:
            log.error("stream refused", extra={"why": refused.code})
            raise Unreachable(refused.code) from refused

    async def _connect(self) -> Line:
        asked = {
            "clientId": self._api.client_id,
            "clientSecret": self._api.client_secret,
            "subscriptions": SUBSCRIPTIONS,
            "ua": "shopcrew",
        }
        said = await self._api.open(GATEWAY, asked)
        endpoint, ticket = string(said, "endpoint"), string(said, "ticket")
        if not endpoint or not ticket:
            raise Unreachable("broken_answer")
        try:
            async with asyncio.timeout(CONNECT):
                socket = await self._api.session.ws_connect(
                    URL(endpoint).update_query(ticket=ticket),
                    heartbeat=PING,
                    timeout=HANG_UP,
                )
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failed:
            # its text may have the ticket in it
            raise Unreachable(type(failed).__name__) from None
        return Line(socket, self._answer, self._time)

    def _tell(self, seconds: float) -> None:
        """DingTalk keeps no messages for who is away: an owner may want to know."""
        note = log.warning if seconds >= 1 else log.info
        note("stream back", extra={"seconds_away": round(seconds, 1)})
