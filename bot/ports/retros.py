"""The repository of retrospectives and the notes that wait for them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.refs import PlaceRef
from bot.model.retro import Note, Retro


class Retros(Protocol):
    """Retrospectives of one organization."""

    async def note(self, note: Note) -> Note:
        """Stores a new note; it comes back with id and number."""
        ...

    async def own(self, author_id: int) -> Sequence[Note]:
        """Every note of somebody's that waits, the oldest first."""
        ...

    async def own_numbered(self, author_id: int, number: int) -> Note | None:
        """One of these by its number, held for this unit until it ends."""
        ...

    async def change(self, note: Note) -> None:
        """Writes kind, text and place of a note that waits."""
        ...

    async def drop(self, note: Note) -> None:
        """Forgets a note that waits."""
        ...

    async def waiting(self, places: Collection[PlaceRef]) -> Mapping[PlaceRef, int]:
        """How many notes wait for each of these places; those with none are left
        out.
        """
        ...

    async def writers(self, places: Collection[PlaceRef]) -> int:
        """How many people wrote what waits for these places."""
        ...

    async def open(self, retro: Retro, places: Collection[PlaceRef]) -> Retro | None:
        """Opens every note that waits for these places and forgets who wrote them.
        None where nothing waits: of two at once, one opens.
        """
        ...

    async def get(self, retro_id: int) -> Retro | None: ...

    async def numbered(self, number: int) -> Retro | None: ...

    async def of(
        self, places: Collection[PlaceRef], limit: int = 20
    ) -> Sequence[Retro]:
        """The retrospectives of these places, the newest first."""
        ...

    async def notes(self, retro_id: int) -> Sequence[Note]:
        """What a retrospective opened."""
        ...

    async def act(self, retro_id: int, task_id: int) -> None:
        """Keeps that a task came out of a retrospective."""
        ...

    async def actions(self, retro_ids: Collection[int]) -> Sequence[tuple[int, int]]:
        """The tasks that came out of these: (retrospective, task), the oldest first."""
        ...
