"""Stand-ups as they are looked up: many days at once, in a query each."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.absence import Days
from bot.model.standup import Occurrence, Participant

Sealed = Mapping[int, tuple[str, ...]]


class StandupHistory(Protocol):
    """What was. Every method is one query, whatever it is asked for."""

    async def days(
        self, standup_ids: Collection[int], within: Days | None = None
    ) -> Sequence[Occurrence]:
        """The days of these stand-ups that began, or were not held, the latest first,
        and in the order of the stand-ups' ids.
        """
        ...

    async def participants(
        self, occurrence_ids: Collection[int]
    ) -> Sequence[Participant]:
        """Everybody on these days, by id."""
        ...

    async def answers(
        self, occurrence_ids: Collection[int]
    ) -> Mapping[int, tuple[str, ...]]:
        """What everybody said, by participant, in its newest version."""
        ...

    async def sealed(self, occurrence_ids: Collection[int]) -> Mapping[int, Sealed]:
        """What was said without a name, by day and question, in no order."""
        ...

    async def size(self, occurrence_ids: Collection[int]) -> int:
        """How many answers there are on these days, at most."""
        ...
