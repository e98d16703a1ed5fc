"""How lanes stand, as rows that every replica shares."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from bot.model.lane import Lane, Row, Stand, Stands


class Lanes(Protocol):
    """The lanes of one organization's workspaces and places."""

    async def stand(self, row: Row, lanes: Collection[Lane]) -> Stands:
        """How this row of each lane stands. Nobody else changes it before the end of
        the unit.
        """
        ...

    async def keep(self, row: Row, stands: Mapping[Lane, Stand]) -> None:
        """Keeps how they stand now."""
        ...

    async def hold(self, blocked: Mapping[Lane, datetime]) -> None:
        """Shuts lanes until then, or until later where they were shut already."""
        ...

    async def forget(self, before: datetime) -> int:
        """Lets go of rows that nobody has taken from since; says how many."""
        ...
