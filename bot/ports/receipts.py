"""What became of messages: for who wants to know who got what."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.receipt import Attempt, Sought


class Receipts(Protocol):
    """Deliveries looked up by what they are about, with their attempts."""

    async def get(self, delivery_id: int) -> Delivery | None: ...

    async def attempts(
        self, delivery_ids: Collection[int]
    ) -> Mapping[int, Sequence[Attempt]]:
        """Every attempt to send these, the first one first."""
        ...

    async def find(self, sought: Sought, limit: int, skip: int) -> Sequence[Delivery]:
        """What is sought, the newest first."""
        ...

    async def count(self, sought: Sought) -> Mapping[str, int]:
        """How many of them there are, by state."""
        ...

    async def forget(self, before: datetime, limit: int) -> int:
        """Lets go of so many that were over by then, with their attempts; says how many
        those were. What is asked once and never again stays (ONCE).
        """
        ...

    async def retry(self, delivery_ids: Collection[int], now: datetime) -> int:
        """Lets what failed be tried again, from the start and at once, unless its time
        is over; says how much that was. What is tried again already stays as it is.
        """
        ...
