"""How a call to a chat is served: through its limits, and through the weather."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from time import monotonic

from aiohttp import web

from tests.e2e.faults.ledger import Json, Ledger
from tests.e2e.faults.weather import Fate, Weather

LONGEST = 60.0  # seconds for which a call gets no answer
LATE = 0.2, 4.0  # seconds after which what was cut off is done all the same


@dataclass(frozen=True, slots=True)
class Manners:
    """How a platform says no: too fast, and broken; `maybe` leaves open what it did."""

    limited: Callable[[int], web.Response]
    broken: Callable[[], web.Response]
    maybe: Callable[[], web.Response]


@dataclass
class Bucket:
    """So many calls a second, a few of them at once."""

    rate: float
    burst: float
    left: float = -1.0
    at: float = 0.0

    def takes(self) -> bool:
        """Whether there is room for one more now; it is taken then."""
        now = monotonic()
        gained = self.left + (now - self.at) * self.rate
        self.left = self.burst if self.left < 0 else min(self.burst, gained)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass
class Door:
    """Serves calls; everything takes a little while, as it does over a network."""

    ledger: Ledger
    weather: Weather
    random: Random

    async def serve(
        self,
        request: web.Request,
        manners: Manners,
        do: Callable[[], Json],
        *,
        says: bool,
        new: bool = False,
    ) -> web.StreamResponse:
        """One call; what `says` something is under the weather. What it says is `new`,
        or shown where something was before: that does not come late, as it would stand
        over what is shown by then.
        """
        self.ledger.open_calls += 1
        try:
            await asyncio.sleep(self.random.uniform(0.001, 0.04))
            fate = self.weather.fate() if says else Fate.WELL
            if fate is Fate.DONE_LATE:
                fate = self._late(do) if new else Fate.DONE_CUT
            return await self._answer(request, manners, fate, do)
        finally:
            self.ledger.open_calls -= 1
            self.ledger.last_call = monotonic()

    def _late(self, do: Callable[[], Json]) -> Fate:
        """It counts as an open call until it is done."""

        def done() -> None:
            with suppress(web.HTTPException):  # said again meanwhile: it is there once
                do()
            self.ledger.open_calls -= 1
            self.ledger.last_call = monotonic()

        self.ledger.open_calls += 1
        asyncio.get_running_loop().call_later(self.random.uniform(*LATE), done)
        return Fate.DONE_LATE

    async def _answer(
        self,
        request: web.Request,
        manners: Manners,
        fate: Fate,
        do: Callable[[], Json],
    ) -> web.StreamResponse:
        said = do() if fate.is_done else {}
        match fate:
            case Fate.LIMITED:
                return manners.limited(self.random.randint(1, 2))
            case Fate.BROKEN:
                return manners.broken()
            case Fate.DONE_BROKEN:
                return manners.maybe()
            case Fate.CUT | Fate.DONE_CUT | Fate.DONE_LATE:
                return _cut(request)
            case Fate.DONE_SILENT:
                return await _say_nothing(request)
            case Fate.WELL:
                await asyncio.sleep(self.random.uniform(0.001, 0.04))
                return web.json_response(said)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _say_nothing(request: web.Request) -> web.Response:
    """Until whoever waits has had enough."""
    until = monotonic() + LONGEST
    while monotonic() < until:
        await asyncio.sleep(0.1)
        if request.transport is None or request.transport.is_closing():
            break
    return _cut(request)
