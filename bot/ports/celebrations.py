"""The repository of days that people like to be celebrated."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.celebration import OwnDays


class Celebrations(Protocol):
    """Own days of one organization's people."""

    async def of(self, person_id: int) -> OwnDays:
        """What somebody told of themselves; nothing, if they did not."""
        ...

    async def keep(self, days: OwnDays) -> None:
        """Keeps it in place of what was; nothing told is nothing kept."""
        ...

    async def all(self) -> Sequence[OwnDays]:
        """Everybody's who told."""
        ...
