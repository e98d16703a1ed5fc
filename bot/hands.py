"""How many events are worked on side by side."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

MOST = 4  # those that come in meanwhile are claimed
REST = 0.02  # seconds after an acknowledgement in which another one is expected
CALM = 0.004  # the same in a rush
STUCK = 0.25  # seconds after which the one in hand keeps nobody from beginning
PAUSE = 0.2  # seconds after which one more begins, whatever comes in
LATE = 0.001  # that a timer may be early
MANY, WITHIN = 4, 0.033  # events in so many seconds: more than a core works off


class Hands:
    """Work waits here for a free hand, in the order in which it came.

    An acknowledgement, which a platform waits for, takes several rounds of the event
    loop, and each is as long as one step of all the work. So in a rush, when more comes
    in than can be worked off, one at a time begins in the gaps, or after a pause: those
    who come are heard at once, and all are answered a little later. With hands that
    are `wary` nothing begins beside what is in hand for as long as acknowledgements
    come in at all, and for a moment of `rest` afterwards. What waits for somebody
    else's lock holds nobody up for long.
    """

    def __init__(self, *, wary: bool = False, rest: float = REST) -> None:
        self._rest = rest if wary else 0.0
        self._wary = wary
        self._rush = Rush()
        self._taken = 0
        self._begun = 0.0
        self._claiming = 0
        self._heard = 0.0  # when the last acknowledgement was ready
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
    def acknowledging(self, events: int = 1) -> Iterator[None]:
        """So many events are about to be acknowledged, until the end of the block."""
        loop = asyncio.get_running_loop()
        self._rush.came(events, loop.time())
        self._claiming += 1
        try:
            yield
        finally:
            self._claiming -= 1
            self._heard = loop.time()
            for moment in {CALM, self._rest, WITHIN}:
                loop.call_later(moment + LATE, self._offer)

    async def all(self) -> None:
        """Takes every hand for good: returns when nothing is in any."""
        for _ in range(MOST):
            await self._take()

    async def _take(self) -> None:
        loop = asyncio.get_running_loop()
        if not self._waiting and self._free(loop.time()):
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

    def _free(self, now: float) -> bool:
        """Whether one more may begin."""
        rush = self._rush.lasts(now)
        if not (rush or (self._wary and self._expects(self._rest, now))):
            return self._taken < MOST
        since = now - self._begun
        if self._taken:
            return since > STUCK and self._taken < MOST
        return not rush or since > PAUSE or not self._expects(CALM, now)

    def _expects(self, rest: float, now: float) -> bool:
        """Whether an acknowledgement is on its way, or was just now."""
        return bool(self._claiming) or now - self._heard < rest

    def _offer(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting and self._free(loop.time()):
            mine = self._waiting.popleft()
            if not mine.done():
                self._begun = loop.time()
                self._taken += 1
                mine.set_result(None)


class Rush:
    """Whether events come in faster than they can be worked off: looks at when the
    last ones came, by the time of the event loop.
    """

    def __init__(self) -> None:
        self._came: deque[float] = deque(maxlen=MANY)

    def came(self, events: int, now: float) -> None:
        """So many came just now."""
        self._came.extend([now] * min(events, MANY))

    def lasts(self, now: float) -> bool:
        """Whether there were so many."""
        return len(self._came) == MANY and now - self._came[0] < WITHIN
