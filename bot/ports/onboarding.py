"""The repository of ways in and out, and of their checklists."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from bot.model.onboarding import Journey, Kind
from bot.model.onboarding.tracks import Track
from bot.ports.passages import Passages


class Onboardings(Protocol):
    """Journeys of one organization."""

    @property
    def passages(self) -> Passages:
        """Who came and went, as the platforms say."""
        ...

    async def add(self, journey: Journey) -> Journey:
        """Stores a new one; it and its steps come back with their ids. Raises Conflict
        for who has one of its kind already.
        """
        ...

    async def save(self, journey: Journey) -> None:
        """Writes every changed fact of it and of its steps."""
        ...

    async def get(self, journey_id: int) -> Journey | None: ...

    async def hold(self, journey_id: int) -> Journey | None:
        """The one with this id, held for this unit until it ends."""
        ...

    async def of_step(self, step_id: int) -> Journey | None:
        """The one that a step belongs to."""
        ...

    async def of(self, person_id: int, kind: Kind) -> Journey | None:
        """Somebody's newest of a kind, over or not."""
        ...

    async def running(self) -> Sequence[Journey]:
        """Those that are not over, the next day first."""
        ...

    async def left(self, person_ids: Collection[int], today: date) -> frozenset[int]:
        """Who of these had their last day before today, and neither changed their
        mind before it nor started again.
        """
        ...

    async def tracks(self) -> Sequence[Track]:
        """The company's own checklists, by name."""
        ...

    async def keep_track(self, track: Track) -> None:
        """Keeps one in place of any other of that name; without lines it is
        forgotten.
        """
        ...
