"""Whose turn it is to be sent, as rows that every replica shares."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery


class Turns(Protocol):
    """Pending deliveries on the last steps before they are sent."""

    async def mine(self, deliveries: Sequence[Delivery]) -> Collection[int]:
        """Those that are as they are known, and that nobody else has in hand: nobody
        takes them before the end of the unit.
        """
        ...

    async def plan(self, turns: Mapping[int, datetime]) -> None:
        """Lets these wait for their turn."""
        ...

    async def begin(
        self, deliveries: Sequence[Delivery], now: datetime
    ) -> Sequence[Delivery]:
        """Marks them `sending`: those that nobody else was faster with, as they are
        then.
        """
        ...
