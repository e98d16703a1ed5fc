"""The repository of what was said without a name."""

from collections.abc import Mapping
from typing import Protocol


class SealedAnswers(Protocol):
    """Anonymous answers of stand-ups: nothing tells whose they are, or when they came
    (PEERS A25). So they can be neither changed nor taken back.
    """

    async def add(self, occurrence_id: int, texts: Mapping[int, str]) -> None:
        """Keeps what one person said, by the question's index."""
        ...

    async def of(self, occurrence_id: int) -> Mapping[int, tuple[str, ...]]:
        """What everybody said that day, by the question's index, in no order."""
        ...
