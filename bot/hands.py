"""How many events are worked on side by side."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

MOST = 4  # those that come in meanwhile are claimed
REST = 0.02  # seconds after an acknowledgement in which another one is expected
STUCK = 0.25  # seconds after which the one in hand keeps nobody from beginning


class Hands:
    """Work waits here for a free hand, in the order in which it came.

    While they are `narrowed`, and for a moment of `rest` afterwards, nothing begins
    beside what is in hand: an acknowledgement, which a platform waits for, takes
    several rounds of the event loop, and each is as long as one step of all of it.
    What waits for somebody else's lock holds nobody up for long.
    """

    def __init__(self, rest: float = REST) -> None:
        self._rest = rest
        self._taken = 0
        self._narrow = 0
        self._begun = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """A hand, when one is free."""
        await self._take()
        try:
            yield
        finally:
            self._taken -= 1
            self._offer()

    @contextmanager
    def narrowed(self) -> Iterator[None]:
        """Only one goes on, until a moment after the end of the block."""
        self._narrow += 1
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._rest, self._widen)
            self._offer()

    async def all(self) -> None:
        """Takes every hand for good: returns when nothing is in any."""
        for _ in range(MOST):
            await self._take()

    async def _take(self) -> None:
        loop = asyncio.get_running_loop()
        if not self._waiting and self._free:
            self._taken, self._begun = self._taken + 1, loop.time()
            return
        mine: asyncio.Future[None] = loop.create_future()
        self._waiting.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was given in the same moment
                self._taken -= 1
            self._offer()
            raise

    def _widen(self) -> None:
        self._narrow -= 1
        self._offer()

    @property
    def _free(self) -> bool:
        if not (self._narrow and self._taken):
            return self._taken < MOST
        stuck = asyncio.get_running_loop().time() - self._begun > STUCK
        return stuck and self._taken < MOST

    def _offer(self) -> None:
        while self._waiting and self._free:
            mine = self._waiting.popleft()
            if not mine.done():
                self._begun = asyncio.get_running_loop().time()
                self._taken += 1
                mine.set_result(None)
