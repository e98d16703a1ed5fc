"""The repository of blockers, and of what happened to them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.model.blocker import Blocker, Update


class BlockerLog(Protocol):
    """The story of blockers."""

    async def record(self, update: Update) -> Update:
        """Keeps what happened; it comes back with its id."""
        ...

    async def of(self, blocker_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        ...

    async def said(self, blocker_ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """What people said of these, the oldest first."""
        ...


class Blockers(Protocol):
    """Blockers of one organization."""

    @property
    def log(self) -> BlockerLog: ...

    async def add(self, blocker: Blocker) -> Blocker:
        """Stores a new one; it comes back with its id and the next number."""
        ...

    async def save(self, blocker: Blocker) -> None:
        """Writes every changed fact, and whose help it asks for."""
        ...

    async def hold(self, blocker_id: int) -> Blocker | None:
        """The blocker, kept from everybody else until the unit of work ends."""
        ...

    async def get(self, blocker_id: int) -> Blocker | None: ...

    async def numbered(self, number: int) -> Blocker | None:
        """The blocker by its short number, held for this unit until it ends."""
        ...

    async def of_task(self, task_id: int) -> Blocker | None:
        """What a task grew out of, held for this unit until it ends."""
        ...

    async def all(self, *, standup_id: int | None = None) -> Sequence[Blocker]:
        """Every open one, of one stand-up if one is given, the oldest first."""
        ...

    async def open_with(self, person_ids: Collection[int]) -> Sequence[int]:
        """The ids of the open ones that these people reported, or are asked to help
        with.
        """
        ...

    async def tagging(self, person_id: int, day: date) -> Sequence[Blocker]:
        """Those whose help somebody was reminded of on that day, the oldest first."""
        ...

    async def asked_of(
        self, person_id: int, standup_id: int, day: date
    ) -> Sequence[Blocker]:
        """Those of somebody in a stand-up that they were asked about after that day."""
        ...

    async def between(
        self, standup_id: int, since: datetime, until: datetime
    ) -> Sequence[Blocker]:
        """Those of a stand-up that were reported until `until`, and still open at
        `since`, the oldest first.
        """
        ...
