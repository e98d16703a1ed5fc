"""The stand-up's days: the clock is moved to what happens next, at a quiet moment."""

from datetime import datetime, timedelta
from itertools import cycle

from tests.e2e.faults.stage import MORNING, Stage

# In Berlin's winter: it opens at 08:30, reminds at nine, closes at half past.
STEPS = (timedelta(minutes=10), timedelta(minutes=40), timedelta(minutes=70))


class Days:
    """One step after the other: asked, reminded, closed, and the next working day."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._day = MORNING
        self._steps = cycle(STEPS)
        self._next = next(self._steps)

    async def step(self) -> None:
        """Goes to the next thing that happens. What is owed is done first: a clock that
        jumps over its time is another kind of trouble.
        """
        stage, moment = self._stage, self._day + self._next
        working = stage.crowd.at_work.is_set()
        stage.crowd.at_work.clear()
        await stage.catch_up()
        stage.jump_to(moment)
        if self._next == STEPS[0]:
            stage.days.append(moment)
        if self._next == STEPS[-1]:
            self._day = _working_day_after(self._day)
        self._next = next(self._steps)
        if working:
            stage.crowd.at_work.set()

    async def end(self) -> None:
        """Brings the day that was begun to its end, in calm."""
        if not self._stage.days:
            return
        await self._stage.settle()
        while self._next != STEPS[0]:
            await self.step()
            await self._stage.settle()


def _working_day_after(day: datetime) -> datetime:
    following = day + timedelta(days=1)
    while following.weekday() > 4:
        following += timedelta(days=1)
    return following
