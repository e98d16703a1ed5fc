"""What one company's people taught, as far as this process knows it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.feedback import Facts, Feedback
from bot.reading.corrections import teach
from bot.reading.model import Model, known

APART = timedelta(minutes=1)  # between two looks at whether somebody corrected more
Lesson = tuple[str, Facts]


class Lessons:
    """The model of one company, and how much of what its people corrected is in it.

    Whoever reads with it first asks whether it is time to `look`, and has it `learn`
    where anything was corrected since.
    """

    def __init__(self) -> None:
        self.model: Model | None = None
        self._taught: dict[int, Lesson] = {}
        self._count = 0
        self._looked: datetime | None = None
        self._hurries: datetime | None = None

    def hurry(self, now: datetime) -> None:
        """Somebody corrects something here: for a while, every look is worth it."""
        self._hurries = now + APART

    def due(self, now: datetime) -> bool:
        """Whether it is time to look how much was corrected by now."""
        if self._looked is None or now - self._looked >= APART:
            return True
        return self._hurries is not None and now <= self._hurries

    def knows(self, count: int, now: datetime) -> bool:
        """Whether so many corrections are no news."""
        self._looked = now
        return self.model is not None and count == self._count

    async def learn(self, corrected: Sequence[Feedback], count: int) -> None:
        """Learns what is new of these, the oldest first; beside all else, as it may
        take a moment.
        """
        lessons = {each.id: (each.text, each.facts) for each in corrected}
        model, new = self.model or known(), corrected
        if self._all_stand(lessons):
            seen = self._taught
            new = [each for each in corrected if seen.get(each.id) != lessons[each.id]]
        else:
            model = known()
        self.model = await asyncio.to_thread(teach, model, new)
        self._taught, self._count = lessons, count

    def _all_stand(self, lessons: dict[int, Lesson]) -> bool:
        """Whether nobody put back what was learned; the oldest are let go in time."""
        first = min(lessons, default=0)
        return all(id in lessons for id in self._taught if id >= first)
