"""The repository of who came and went, as the platforms say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage, Was


class Passages(Protocol):
    """Passages of one organization."""

    async def add(
        self, person_id: int, kind: Kind, now: datetime, was: Was | None = None
    ) -> Passage | None:
        """Stores a new one; None where one of its kind is open for them."""
        ...

    async def get(self, passage_id: int) -> Passage | None: ...

    async def hold(self, passage_id: int) -> Passage | None:
        """The one with this id, held for this unit until it ends."""
        ...

    async def open(self, person_id: int | None = None) -> Sequence[Passage]:
        """Those that nobody has decided yet, of everybody or of one, oldest first."""
        ...

    async def close(self, passage_id: int, by: int | None, now: datetime) -> None:
        """It is decided, or leads to nothing where `by` is nobody."""
        ...
