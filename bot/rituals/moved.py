"""Notices that somebody moved the clock, and puts right what waits for an instant.

What happens in seconds or minutes, a message's turn or its next try, is planned as an
instant of the day: every replica, and the next start, can read that. It is right as
long as the clock goes on; so at every beat it is compared with seconds that nobody can
set.
"""

import asyncio
import logging
from collections import deque
from datetime import datetime, timedelta

from bot.clock import SystemClock, steady_of
from bot.model.moved import NOTICED, Look
from bot.ports import Clock, Store
from bot.rituals.delivery.promise import TOO_LATE

log = logging.getLogger(__name__)
APART = timedelta(minutes=1)  # between clocks that agree
AGAIN = 2.0  # seconds between looks whether they do


class Moved:
    """Looks at the clock."""

    def __init__(self, store: Store, clock: Clock, again: float = AGAIN) -> None:
        self._store = store
        self._clock = clock
        self._again = again
        self.steady = steady_of(clock)
        self._last = self._now()
        self._was: datetime | None = None
        self._looking = asyncio.Lock()
        self._jumps: deque[tuple[float, timedelta]] = deque()

    async def settle(self) -> int:
        """Looks, between two steps of a beat, and puts right what the step before
        planned by the clock as it was when that began.
        """
        moved = await self.look()
        if self._was is None:
            return moved
        await self._back(self._was, self._clock.now())
        self._was = None
        return 1

    async def look(self) -> int:
        """Puts right what was planned on a clock that was moved since the last look;
        says how often it was. Raises StoreAway where that is for the next one. A step
        of a beat may take long: it is no hindrance.
        """
        async with self._looking:
            return await self._look(self._now())

    async def begin(self) -> None:
        """At the start: what another clock planned, of this machine before or of one
        that is not there any more.
        """
        now = self._clock.now()
        async with self._store.reading() as db:
            latest = await db.moved.latest()
        if latest and latest > now + NOTICED:
            log.warning("clock set back", extra={"since": str(latest)})
            await self._back(latest, now)

    async def agree(self) -> None:
        """Returns when the clock shows here what it shows where replicas are at work:
        one that is hours ahead would do this afternoon's things now, for everybody.
        Who is alone believes its own, and says so where the database's differs.
        """
        if not (self._store.shared and isinstance(self._clock, SystemClock)):
            return
        while (by := await self._apart()) is not None:
            log.warning("clock differs from the other replicas'", extra=_seconds(by))
            await asyncio.sleep(self._again)
        await self.tell()

    async def tell(self) -> None:
        """Says to replicas that start what the clock shows here."""
        if self._store.shared:
            async with self._store() as db:
                await db.moved.tell(self._clock.now())
                await db.commit()

    async def _apart(self) -> timedelta | None:
        """How far it is from where replicas are at work; None where it is not."""
        async with self._store.reading() as db:
            by = await db.moved.ahead(self._clock.now())
            if by is None:
                alone = await db.moved.ahead_of_database(self._clock.now())
                if abs(alone) > APART:
                    log.warning(
                        "clock differs from the database's", extra=_seconds(alone)
                    )
        return by if by is not None and abs(by) > APART else None

    def lived(self) -> datetime:
        """The present for what has to be told while somebody waits: who set the clock
        forward has taken none of that time away.
        """
        steady = self.steady()
        while self._jumps and steady - self._jumps[0][0] > TOO_LATE.total_seconds():
            self._jumps.popleft()
        skipped = sum((by for _, by in self._jumps), timedelta(0))
        gone = timedelta(seconds=steady - self._last.steady)
        return self._last.clock + gone - max(skipped, timedelta(0))

    async def _look(self, here: Look) -> int:
        moved = self._last.moved(here)
        if not moved:
            self._last = here
            return 0
        log.warning("clock moved", extra=_seconds(moved))
        if moved < -NOTICED:
            await self._back(here.clock - moved, here.clock)
            self._was = here.clock - moved
        self._jumps.append((here.steady, moved))
        self._last = here
        await self.tell()
        return 1

    async def _back(self, was: datetime, now: datetime) -> None:
        async with self._store() as db:
            await db.moved.back(was, now)
            await db.commit()

    def _now(self) -> Look:
        return Look(self._clock.now(), self.steady())


def _seconds(by: timedelta) -> dict[str, object]:
    return {"seconds": round(by.total_seconds())}
