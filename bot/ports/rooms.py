"""The repository of rooms."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.refs import PlaceRef
from bot.model.room import Room


class Rooms(Protocol):
    """Rooms of one organization."""

    async def of(self, place: PlaceRef) -> Room | None:
        """The room a place belongs to."""
        ...

    async def named(self, name: str) -> Room | None:
        """The room with this name, case folded."""
        ...

    async def all(self) -> Sequence[Room]:
        """Every room, by name."""
        ...

    async def make(self, name: str) -> Room:
        """The room with this name, made on first use."""
        ...

    async def tie(self, room: Room, place: PlaceRef) -> Room:
        """The room with one more place. Conflict if the place is in another room."""
        ...

    async def untie(self, place: PlaceRef) -> None:
        """Lets a place go its own way; a room without places is forgotten."""
        ...

    async def cross(self, room: Room, *, threads: bool) -> None:
        """Says whether answers in threads cross."""
        ...
