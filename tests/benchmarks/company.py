"""A company of many people, with the product as its owner runs it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.benchmarks.databases import durable
from tests.benchmarks.processes import Running, fake_slack, shopcrew
from tests.benchmarks.slack import Wire
from tests.benchmarks.wire import Commands, Load, closed_loop
from tests.databases import Kind

QUIET = 0.05  # seconds of CPU in half a second: below that nobody works
PATIENCE = 120.0


@dataclass(slots=True)
class Company:
    """The product and its Slack, with so many people in it."""

    server: Running
    slack: Wire
    people: int
    patience: float = PATIENCE  # seconds that work gets to come to its end
    late: int = 0  # times that it did not

    async def say(self, *texts: str) -> Load:
        """One person types these, one after the other."""
        load = Load()
        for text in texts:
            words = Commands(self.server.port, self.slack.hooks, _always(text), 1)
            one = await closed_loop(words, 1, 1)
            load.waits += one.waits
            load.refused += one.refused
        return load

    async def settled(self) -> None:
        """Waits until nothing is being worked on; counts when that takes too long."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            used = self.server.cpu
            await asyncio.sleep(0.5)
            if self.server.cpu - used < QUIET:
                return
        self.late += 1

    @property
    def note(self) -> str:
        """What must not be: work that went on while the next was measured."""
        return f"backlog not drained ({self.late} x)" if self.late else ""

    async def has_standup(self, name: str) -> None:
        """Makes a stand-up of everybody; `asked` starts it."""
        await self.say(f"standup new {name} at 23:50 for everyone")
        await self.settled()

    async def asked(self, name: str) -> float:
        """Starts the stand-up, whatever the hour: seconds until everybody's prompt is
        there. Raises TimeoutError where they do not come.
        """
        before = (await self.slack.counts())["posted"]
        started = time.perf_counter()
        await self.say(f"standup run {name} now for everyone")
        if not await self.slack.until_posted(before + self.people, PATIENCE):
            raise TimeoutError(f"the prompts of {name} did not come")
        return time.perf_counter() - started


@asynccontextmanager
async def a_company(kind: Kind, people: int) -> AsyncIterator[Company]:
    """Everybody is known, nothing is going on."""
    async with (
        fake_slack(people) as slack,
        durable(kind) as url,
        shopcrew(kind, url, slack.api) as server,
    ):
        company = Company(server, slack, people)
        await asyncio.sleep(0.5)
        await company.settled()
        yield company


def _always(text: str):  # type: ignore[no-untyped-def]
    return lambda _: text
