"""`POST /feedback/in/<door>`: a shop's own systems bring what customers say.

It is stored before the answer goes out: 202 for what is new, 200 for what was there.
"""

import asyncio
import logging
from collections.abc import Mapping

from aiohttp import web

from adapters.web import feedback_body
from adapters.web.signed import Signed
from bot.errors import StoreAway
from bot.ports import Clock
from bot.ports.intake import DoorKeeper, Kept

log = logging.getLogger(__name__)

LARGEST = 256 * 1024
KEY = 40  # characters of an address that are looked at
AT_ONCE = 4  # that are being stored: people's own events wait behind no crowd
IN_MEMORY = 100  # bodies that arrive at the same time
SLOWEST = 20.0  # seconds for a body to arrive
AGAIN = "5"  # seconds until a sender should try again
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def routes(doors: DoorKeeper, clock: Clock) -> list[web.RouteDef]:
    """The doors' addresses."""
    return [web.post("/feedback/in/{door}", FeedbackDoor(doors, clock).take)]


class FeedbackDoor:
    """Lets in what is signed, and says what became of it."""

    def __init__(self, doors: DoorKeeper, clock: Clock) -> None:
        self._doors = doors
        self._clock = clock
        self._arriving = asyncio.Semaphore(IN_MEMORY)
        self._room = asyncio.Semaphore(AT_ONCE)

    async def take(self, request: web.Request) -> web.Response:
        """Verifies, then reads, then stores; only then it is acknowledged."""
        try:
            async with self._arriving:
                raw = await _body(request)
        except TimeoutError:
            return _refused(408, "the body did not arrive in time")
        if raw is None:
            return _refused(413, "the body is larger than 256 KB")
        door, signed = request.match_info["door"][:KEY], Signed.read(request.headers)
        try:
            async with self._room:
                return await self._enter(door, signed, raw)
        except StoreAway:
            return _refused(503, "try again in a moment", {"Retry-After": AGAIN})

    async def _enter(self, door: str, signed: Signed, raw: bytes) -> web.Response:
        if why := signed.wrong(self._clock.now()):
            return _refused(401, why)
        if not signed.fits(raw, await self._doors.secrets(door)):
            log.info("feedback refused", extra={"door": door, "why": "signature"})
            return _refused(401, "no such door, or none of its secrets signed this")
        body = feedback_body.read(raw)
        if not isinstance(body, feedback_body.Body):
            log.info("feedback refused", extra={"door": door, "why": sorted(body)})
            return _answer(422, {"error": "some fields are wrong", "fields": body})
        parcel = body.parcel(signed.id, self._clock.now())
        kept = await self._doors.take(door, parcel)
        if kept is None:
            return _refused(401, "no such door, or none of its secrets signed this")
        return _kept(kept)


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


def _kept(kept: Kept) -> web.Response:
    said: dict[str, object] = {"feedback": f"F-{kept.number}"}
    if kept.cut:
        said["cut"] = kept.cut
    return _answer(200 if kept.again else 202, said)


def _refused(
    status: int, why: str, headers: Mapping[str, str] | None = None
) -> web.Response:
    return _answer(status, {"error": why}, headers)


def _answer(
    status: int, said: Mapping[str, object], headers: Mapping[str, str] | None = None
) -> web.Response:
    return web.json_response(
        said, status=status, headers={**HEADERS, **(headers or {})}
    )
