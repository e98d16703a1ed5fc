"""The repository of lists that somebody wants to import."""

from datetime import datetime
from typing import Protocol


class Proposals(Protocol):
    """Lists of one kind: shown as a difference first, applied when told."""

    async def propose(self, person_id: int, text: str, now: datetime) -> int:
        """Keeps a list that somebody wants to import, in place of their last; its
        number.
        """
        ...

    async def proposed(self, import_id: int, person_id: int) -> str | None:
        """The list, if it is theirs and was neither applied nor dropped."""
        ...

    async def drop(self, import_id: int) -> None:
        """Lets the list go."""
        ...
