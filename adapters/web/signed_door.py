"""A door for systems: a body that is not too large, in time, signed; only then read."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from aiohttp import web

from adapters.web.signed import Signed
from bot.errors import StoreAway
from bot.ports import Clock

log = logging.getLogger(__name__)

LARGEST = 256 * 1024
KEY = 40  # characters of an address that are looked at
AT_ONCE = 4  # that are being stored: people's own events wait behind no crowd
IN_MEMORY = 100  # bodies that arrive at the same time
SLOWEST = 20.0  # seconds for a body to arrive
AGAIN = "5"  # seconds until a sender should try again
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
NOBODY = "no such door, or none of its secrets signed this"

Secrets = Callable[[str], Awaitable[Sequence[str]]]
# The door's key, the request's own name, its body; None where the door is gone.
Take = Callable[[str, str, bytes], Awaitable[web.Response | None]]


class SignedDoor:
    """Lets in what is signed. `about` says in the log what comes in by it."""

    def __init__(self, about: str, secrets: Secrets, clock: Clock, take: Take) -> None:
        self._about = about
        self._secrets = secrets
        self._clock = clock
        self._take = take
        self._arriving = asyncio.Semaphore(IN_MEMORY)
        self._room = asyncio.Semaphore(AT_ONCE)

    async def enter(self, request: web.Request) -> web.Response:
        """Verifies, then reads, then stores; only then it is acknowledged."""
        try:
            async with self._arriving:
                raw = await _body(request)
        except TimeoutError:
            return refused(408, "the body did not arrive in time")
        if raw is None:
            return refused(413, "the body is larger than 256 KB")
        door, signed = request.match_info["door"][:KEY], Signed.read(request.headers)
        try:
            async with self._room:
                return await self._verified(door, signed, raw)
        except StoreAway:
            return refused(503, "try again in a moment", {"Retry-After": AGAIN})

    async def _verified(self, door: str, signed: Signed, raw: bytes) -> web.Response:
        if why := signed.wrong(self._clock.now()):
            return refused(401, why)
        if not signed.fits(raw, await self._secrets(door)):
            self.log(door, "signature")
            return refused(401, NOBODY)
        return await self._take(door, signed.id, raw) or refused(401, NOBODY)

    def log(self, door: str, why: object) -> None:
        """That something was refused, without a word of what it said."""
        log.info("%s refused", self._about, extra={"door": door, "why": why})


async def _body(request: web.Request) -> bytes | None:
    """The body; None for one that is too large, however it is sent."""
    if (request.content_length or 0) > LARGEST:
        return None
    read = bytearray()
    async with asyncio.timeout(SLOWEST):
        async for chunk in request.content.iter_any():
            read += chunk
            if len(read) > LARGEST:
                return None
    return bytes(read)


def refused(
    status: int, why: str, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Why it is not taken."""
    return answer(status, {"error": why}, headers)


def answer(
    status: int, said: Mapping[str, object], headers: Mapping[str, str] | None = None
) -> web.Response:
    """What a system is told; nobody keeps it."""
    return web.json_response(
        said, status=status, headers={**HEADERS, **(headers or {})}
    )
