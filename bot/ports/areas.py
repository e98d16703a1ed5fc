"""The repository of who answers for what."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.area import Area, Change, Question


class Areas(Protocol):
    """Areas of one organization."""

    async def add(self, area: Area) -> Area:
        """Stores a new one. Raises Conflict where one of its names is another's."""
        ...

    async def save(self, area: Area) -> None:
        """Writes every changed fact; one that is retired lets its names go. Raises
        Conflict where one of its names is another's.
        """
        ...

    async def get(self, area_id: int) -> Area | None: ...

    async def hold(self, area_id: int) -> Area | None:
        """The same, held for this unit until it ends."""
        ...

    async def living(self) -> Sequence[Area]:
        """All that are not retired, by name."""
        ...

    async def record(self, change: Change) -> None:
        """Adds to its history."""
        ...

    async def changes(self, area_id: int) -> Sequence[Change]:
        """Its history, the newest first."""
        ...

    async def ask(self, question: Question) -> Question:
        """Stores a question."""
        ...

    async def question(self, question_id: int) -> Question | None: ...

    async def hold_question(self, question_id: int) -> Question | None:
        """The same, held for this unit until it ends."""
        ...

    async def answer(self, question: Question) -> None:
        """Writes the answer of a question."""
        ...

    async def most(self) -> int | None:
        """How many areas one person can answer for, if the company says so."""
        ...

    async def limit(self, most: int) -> None:
        """Keeps how many areas one person can answer for."""
        ...
