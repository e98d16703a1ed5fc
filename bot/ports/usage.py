"""What is counted of the platforms' monthly quotas, and what waits because of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.budget import Budget
from bot.model.delivery import Delivery, Draft, Hold


@dataclass(frozen=True, slots=True)
class Counter:
    """What one count is about: `kind` is "pushes", or "calls:" and the call's name."""

    platform: str
    tenant: str
    month: str
    kind: str


class Held(Protocol):
    """Deliveries that wait for a quota's sake."""

    async def put_off(self, delivery: Delivery, hold: Hold, until: datetime) -> None:
        """Lets it wait, unless somebody asked for something newer meanwhile."""
        ...

    async def into_bundle(self, delivery: Delivery, morning: datetime) -> None:
        """Lets it be a line of the bundle of that morning, and nothing else."""
        ...

    async def bundled(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Draft]:
        """What became a line of a person's bundle of a morning in that time."""
        ...

    async def release(self) -> int:
        """Lets what waits for a new month go at once; says how much that was."""
        ...


class Usage(Protocol):
    """Counts and budgets of one organization."""

    @property
    def held(self) -> Held: ...

    async def add(self, counts: Mapping[Counter, int]) -> None:
        """Adds to what was counted before, all in one statement."""
        ...

    async def of(self, platform: str, tenant: str, month: str) -> Mapping[str, int]:
        """What was counted in a month, by kind."""
        ...

    async def budgets(self) -> Sequence[Budget]:
        """Every platform that has, or had, a quota."""
        ...

    async def save(self, budget: Budget) -> None:
        """Keeps its quota, whether it saves and since when, and whether it is dry."""
        ...
