"""The repository of kudos, and of how a company gives them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.kudos import Kudos, KudosRules, Value


class KudosItems(Protocol):
    """Kudos of one organization."""

    async def add(self, kudos: Kudos) -> Kudos:
        """Stores new ones; they come back with id and number."""
        ...

    async def save(self, kudos: Kudos) -> None:
        """Writes every changed fact; who gave and got them stays."""
        ...

    async def get(self, kudos_id: int) -> Kudos | None: ...

    async def numbered(self, number: int) -> Kudos | None:
        """The ones by their short number, held for this unit until it ends."""
        ...

    async def where(
        self,
        *,
        giver_id: int | None = None,
        receiver_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 500,
    ) -> Sequence[Kudos]:
        """Those that fit all of what is given and were not taken back, the newest
        first.
        """
        ...

    async def thanked_before(
        self, person_ids: Collection[int], until: datetime
    ) -> frozenset[int]:
        """Who of these was thanked before that instant."""
        ...

    async def rules(self) -> KudosRules: ...

    async def rule(self, rules: KudosRules) -> None:
        """Keeps how kudos are given from now on."""
        ...

    async def values(self) -> Sequence[Value]:
        """The company's values in their order; those that everybody begins with, where
        it has not said its own.
        """
        ...

    async def all_values(self) -> Sequence[Value]:
        """The same, and behind them those that are values no longer: old kudos name
        them.
        """
        ...

    async def choose_values(self, values: Sequence[Value]) -> None:
        """Makes these the values, in place of any others."""
        ...
