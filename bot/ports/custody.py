"""Events that somebody has in hand, and those that nobody has any more."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Protocol

from bot.events import Inbound
from bot.ports.owed import Owed

# Whoever works on an event says so again after RENEWED; who did not for LEFT has died,
# or failed: then anybody takes it up.
RENEWED = timedelta(seconds=10)
LEFT = timedelta(seconds=35)
Left = Inbound | Owed


class Custody(Protocol):
    """The inbox, as seen by those who work on it. Time is the database's own."""

    async def take_up(
        self, mine: Collection[Left], *, all_left: bool = False
    ) -> Sequence[Left]:
        """Takes events, or what is owed for them, that nobody has in hand, the oldest
        first; never one of `mine`.

        One that was taken up in vain is left alone longer each time. With `all_left`
        nobody else is alive: everything that waits is taken.
        """
        ...

    async def renew(self, mine: Collection[Left]) -> None:
        """Says that these are in hand still."""
        ...

    async def hand_back(self, mine: Collection[Left]) -> None:
        """Lets anybody take these up at once."""
        ...
