"""One step of a play: to the next instant that matters, and what is done there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from adapters.simulator.play.hands import Hands
from adapters.simulator.play.happenings import Happening, What
from adapters.simulator.play.people import People
from adapters.simulator.play.stretch import Stretch

if TYPE_CHECKING:
    from adapters.simulator.simulator import Simulator

MOST_STUCK = 20


@dataclass
class Living:
    """The company between two moments. `tell` shows a thing and waits a little."""

    simulator: Simulator
    stretch: Stretch
    people: People
    hands: Hands
    tell: Callable[[Happening], Awaitable[None]]
    last: datetime | None = None
    stuck: int = 0

    async def step(self) -> None:
        """Moves on to what comes next, lets it happen, and people see it."""
        clock, target = self.simulator.clock, await self._next()
        if target > clock.now():
            clock.set(target)
        await self.simulator.settled()
        for at, special in self.stretch.special().items():
            if at <= clock.now():
                self.stretch.told.add(at)
                told = Happening(at, What.DAY, title=special.key, tz=special.tz)
                await self.tell(told)
        for news in _worth_telling(self.people.notice(clock.now())):
            await self.tell(news)
        while act := self.people.take(clock.now()):
            async for done in self.hands.do(act):
                await self.tell(done)
            # What the deed itself changed is seen with it; what it asks of others is
            # news.
            for news in self.people.notice(clock.now()):
                if news.what is What.ASKED:
                    await self.tell(news)

    async def _next(self) -> datetime:
        """The next instant at which the bot, a person or the calendar does something.

        What stays due however often it is settled must not hold the company up.
        """
        now = self.simulator.clock.now()
        due = await self.simulator.journey.next_due()
        self.stuck = self.stuck + 1 if due == self.last else 0
        self.last = due
        if self.stuck > MOST_STUCK:
            due = max(due, now + timedelta(minutes=1)) if due else None
        act = self.people.next_act()
        coming = [due, act.at if act else None, *self.stretch.special()]
        return min([at for at in coming if at] + [self.stretch.ends])


def _worth_telling(news: Sequence[Happening]) -> Sequence[Happening]:
    """Questions first of all; otherwise the last thing that was said on each side."""
    asked = [one for one in news if one.what is What.ASKED]
    return asked or list({one.platform: one for one in news}.values())
