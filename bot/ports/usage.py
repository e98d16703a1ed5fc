"""What is counted of the platforms' monthly quotas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.model.budget import Budget


@dataclass(frozen=True, slots=True)
class Counter:
    """What one count is about: `kind` is "pushes", or "calls:" and the call's name."""

    platform: str
    tenant: str
    month: str
    kind: str


class Usage(Protocol):
    """Counts and budgets of one organization."""

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
