"""Events that were acknowledged and must be worked on, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.events import Inbound
from bot.ports.owed import Owed


class Inbox(Protocol):
    """Durable, unique by workspace and event id."""

    async def claim(self, event: Inbound) -> bool:
        """Stores the event to be worked on. False when it was seen before."""
        ...

    async def claim_all(self, events: Sequence[Inbound]) -> Sequence[bool]:
        """The same for several at once, each with its own answer."""
        ...

    async def done(self, event: Inbound) -> bool:
        """Marks it worked on and forgets what it said.

        False when it was done before: then whoever asks must change nothing.
        """
        ...

    async def owe(self, owed: Owed) -> None:
        """Keeps the answer to an event that is done, until it is paid."""
        ...

    async def paid(self, owed: Owed) -> None:
        """Forgets what was answered."""
        ...

    async def waiting(self) -> Sequence[Inbound]:
        """Events acknowledged but not worked on, oldest first: after a crash."""
        ...

    async def forget(self, before: datetime) -> None:
        """Deletes the ids of events done and answered before this instant."""
        ...
