"""The repository of risks."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.risk import Origin, OriginKind, Risk, Update


class RiskLog(Protocol):
    """What happened to the risks of one organization."""

    async def record(self, update: Update) -> None: ...

    async def of(self, risk_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        ...


class Risks(Protocol):
    """Risks of one organization."""

    @property
    def log(self) -> RiskLog:
        """Their stories."""
        ...

    async def add(self, risk: Risk) -> Risk:
        """Stores a new one; it comes back with its id and the next number. Raises
        Conflict where one grew out of the same already.
        """
        ...

    async def save(self, risk: Risk) -> None:
        """Writes every changed fact."""
        ...

    async def get(self, risk_id: int) -> Risk | None: ...

    async def hold(self, risk_id: int) -> Risk | None:
        """The same, held for this unit until it ends."""
        ...

    async def numbered(self, number: int) -> Risk | None:
        """The risk by its short number, held for this unit until it ends."""
        ...

    async def of(self, origin: Origin) -> Risk | None:
        """What grew out of it."""
        ...

    async def out_of(
        self, kind: OriginKind, ids: Collection[int]
    ) -> Mapping[int, Risk]:
        """What grew out of these, by their ids."""
        ...

    async def all(self, *, open_: bool | None = None) -> Sequence[Risk]:
        """Every one, or those that are open or not; the gravest first."""
        ...

    async def owned_by(self, person_id: int) -> Sequence[Risk]:
        """The open ones of somebody, what is due first before the others."""
        ...
