"""The repository of answers that cross between the places of a room."""

from datetime import datetime
from typing import Protocol

from bot.model.crossing import Crossing
from bot.model.refs import MessageRef


class Crossings(Protocol):
    """Answers of one organization: one a message."""

    async def of(self, source: MessageRef) -> Crossing | None:
        """The answer that was said in this message."""
        ...

    async def get(self, crossing_id: int) -> Crossing | None:
        """An answer by its id."""
        ...

    async def add(self, crossing: Crossing) -> Crossing | None:
        """Keeps an answer; it comes back with its id. None where one of the same
        message is kept: nothing happens.
        """
        ...

    async def change(self, crossing: Crossing, text: str) -> None:
        """It says something else now."""
        ...

    async def take_back(self, crossing: Crossing) -> None:
        """It is gone, and so are its words."""
        ...

    async def forget_words(self, before: datetime) -> None:
        """The words of older answers go."""
        ...
