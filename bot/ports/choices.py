"""What can be chosen on a page, where the platform offers no picker."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.people import Place, Workspace


class Choices(Protocol):
    """What one person may choose from in one workspace."""

    async def places(self, workspace: Workspace, person_id: int) -> Sequence[Place]:
        """Public places, and those the person was seen in where the platform does not
        tell; never a conversation of two, by name.
        """
        ...
