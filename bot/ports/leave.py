"""Leave that a platform knows of: asked for and granted there, not with us."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.model.absence import Days
from bot.model.leave import ToldLeave
from bot.model.people import Account
from bot.model.refs import UserRef


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody is away from `start` until just before `end`: hours or whole days."""

    who: UserRef
    start: datetime
    end: datetime


class Leaves(Protocol):
    """Knows who is on leave. May raise a `ChatError`."""

    async def between(
        self, users: Sequence[UserRef], start: datetime, end: datetime
    ) -> Sequence[Leave]:
        """The leave of these accounts that touches that time, at most half a year.

        Asking may cost of a monthly quota: ask for many at once, and seldom.
        """
        ...


class ToldLeaves(Protocol):
    """What platforms said of leave, of one organization, and the absences it makes."""

    async def get(self, leave_id: int) -> ToldLeave | None: ...

    async def of(
        self, account_ids: Collection[int], since: date
    ) -> Sequence[ToldLeave]:
        """Leave of these accounts that ends on `since` or later, the next first."""
        ...

    async def tell(self, account: Account, days: Days) -> ToldLeave:
        """Keeps what was told, and that the account's person is away."""
        ...

    async def move(self, leave: ToldLeave, days: Days) -> None:
        """Other days were told. Who changed their absence since keeps it as it is."""
        ...

    async def drop(self, leave: ToldLeave, today: date) -> None:
        """It is told no more: nobody is away for it from today on."""
        ...

    async def overrule(self, leave: ToldLeave, today: date) -> None:
        """The person is there after all, from today on."""
        ...

    async def follow(self, account_id: int) -> None:
        """The account is somebody else's now: so are the absences of its leave."""
        ...

    async def restore(self, leave: ToldLeave) -> None:
        """The person is away as was told."""
        ...
