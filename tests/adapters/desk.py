"""A core that only takes in: what an adapter brings, and what it is told to answer."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.events import Filled, Inbound
from bot.messages import Form, Option
from bot.model.refs import UserRef
from bot.ports import Receive
from bot.ports.receive import Taken

E = TypeVar("E")


class Desk:
    """Keeps every event; answers forms and fails as a test asks."""

    def __init__(self) -> None:
        self.events: list[Inbound] = []
        self.errors: Mapping[str, str] = {}
        self.then: Form | None = None
        self.options: Sequence[Option] = ()
        self.searched: list[tuple[UserRef, str]] = []
        self.broken = False
        self.gate = asyncio.Event()
        self.gate.set()
        self._arrived = asyncio.Event()

    async def accept(self, event: Inbound) -> None:
        """See `bot.ports.Receive.accept`."""
        if self.broken:
            raise ConnectionError("the database is away")
        self._take(event)

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None = 2.5,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """See `bot.ports.Receive.submit`; a gate that stays shut makes it late."""
        self._take(event)
        try:
            await asyncio.wait_for(self.gate.wait(), within)
        except TimeoutError:
            return Taken()
        return Taken(self.errors, None if self.errors else self.then)

    async def people(self, who: UserRef, typed: str) -> Sequence[Option]:
        """See `bot.ports.Receive.people`."""
        await self.gate.wait()
        self.searched.append((who, typed))
        return [each for each in self.options if typed in each.label]

    async def next(self, kind: type[E], number: int = 1) -> E:
        """Waits for the n-th event of a kind."""
        async with asyncio.timeout(5):
            while True:
                found = [event for event in self.events if isinstance(event, kind)]
                if len(found) >= number:
                    return found[number - 1]
                self._arrived.clear()
                await self._arrived.wait()

    def _take(self, event: Inbound) -> None:
        self.events.append(event)
        self._arrived.set()


_: type[Receive] = Desk
