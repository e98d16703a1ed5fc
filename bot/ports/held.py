"""Messages that must wait before they are sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery, Draft, Hold


class Held(Protocol):
    """Deliveries that wait, for a quota's or for somebody's sake."""

    async def put_off(self, delivery: Delivery, hold: Hold, until: datetime) -> None:
        """Lets it wait, unless somebody asked for something newer meanwhile."""
        ...

    async def into_bundle(self, delivery: Delivery, morning: datetime) -> None:
        """Lets it be a line of the bundle of that morning, and nothing else."""
        ...

    async def bundled(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Draft]:
        """What became a line of a person's bundle of a morning in that time."""
        ...

    async def release(self) -> int:
        """Lets what waits for a new month go at once; says how much that was."""
        ...

    async def waited(self, person_id: int, now: datetime) -> Sequence[Delivery]:
        """What waited for the person's working time, and need not any more."""
        ...

    async def wake(self, person_id: int) -> int:
        """Lets what waits for the person's working time be looked at again at once:
        they are back, or work by other hours; says how much that was.
        """
        ...
