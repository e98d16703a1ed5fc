"""The repository of measures and their values."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.model.measure import Measure, Value
from bot.ports.proposals import Proposals


class Measures(Protocol):
    """Measures of one organization."""

    @property
    def values(self) -> "Values":
        """What was reported of them."""
        ...

    @property
    def imports(self) -> Proposals:
        """Lists of values that somebody wants to import."""
        ...

    async def add(self, measure: Measure) -> Measure:
        """Stores a new one. Raises Conflict where one of its names is another's."""
        ...

    async def save(self, measure: Measure) -> None:
        """Writes every changed fact; one that is retired lets its names go. Raises
        Conflict where one of its names is another's.
        """
        ...

    async def get(self, measure_id: int) -> Measure | None: ...

    async def hold(self, measure_id: int) -> Measure | None:
        """The same, held for this unit until it ends."""
        ...

    async def living(self) -> Sequence[Measure]:
        """All that are not retired, by name."""
        ...


class Values(Protocol):
    """What was reported, period by period."""

    async def put(self, value: Value) -> Value:
        """Stores one; the one before it for that period is kept as replaced. Raises
        Conflict where the same request brought it already.
        """
        ...

    async def brought(self, external: str, measure_id: int, first: date) -> bool:
        """Whether a system's request of that name brought a value for that period."""
        ...

    async def newest(
        self, measure_ids: Collection[int], count: int
    ) -> Mapping[int, Sequence[Value]]:
        """The last values that stand, of each of these, the newest period first."""
        ...

    async def of(
        self, measure_id: int, since: date | None = None, until: date | None = None
    ) -> Sequence[Value]:
        """Every value of one, those that were corrected too: the newest period first,
        and of each what stands first.
        """
        ...

    async def standing(self, measure_id: int, first: date) -> Value | None:
        """What stands for a period."""
        ...
