"""The repository of what is in the files that came with feedback."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.files import Enclosure, FileLink, Keeping


class FeedbackFiles(Protocol):
    """Keeps files whole, by the ids that their links have."""

    async def add(
        self, voice_id: int, sent: Sequence[FileLink]
    ) -> tuple[FileLink, ...]:
        """Puts more beside a voice; they come back with their ids."""
        ...

    async def keep(self, file_id: int, content: bytes) -> bool:
        """Stores what is in one that is awaited. False where none is: it is kept
        already, or is not this organization's.
        """
        ...

    async def give_up(self, file_id: int, state: Keeping) -> None:
        """Writes why one that is awaited will not be kept."""
        ...

    async def some(self, file_ids: Sequence[int]) -> Sequence[Enclosure]:
        """Those of these that are kept, in the order of their ids."""
        ...
