"""The repository of what brings feedback from outside: doors and mailboxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.feedback.door import Door


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a mailbox was read: IMAP's UIDVALIDITY and the last UID."""

    validity: int
    last: int


@dataclass(frozen=True, slots=True)
class Traffic:
    """How much came through a door, and when the last of it did."""

    count: int = 0
    last: datetime | None = None


class Doors(Protocol):
    """The doors of one organization. Secrets are encrypted where they are kept."""

    async def all(self) -> Sequence[Door]:
        """Every door, by name."""
        ...

    async def get(self, key: str) -> Door | None:
        """The door of an address."""
        ...

    async def add(self, door: Door) -> Door:
        """Stores a new one with its secrets; it comes back with its id. Raises
        Conflict for a name that another one has.
        """
        ...

    async def renew(self, door: Door, secret: str, until: datetime) -> None:
        """Gives it one more secret; those before work until then, and no longer than
        they did.
        """
        ...

    async def own(self, door: Door, person_id: int) -> None:
        """Somebody else sees to it."""
        ...

    async def drop(self, door: Door) -> None:
        """Forgets a door and its secrets; what came through stays."""
        ...

    async def traffic(self, door: Door) -> Traffic:
        """What came through it."""
        ...

    async def person_at(self, address: str) -> int | None:
        """Who has this e-mail address, as the platforms vouch for it; None where that
        is nobody, or not one alone.
        """
        ...

    async def reached(self, mailbox: str) -> Mark | None:
        """How far a mailbox was read."""
        ...

    async def reach(self, mailbox: str, mark: Mark) -> None:
        """Keeps how far a mailbox was read."""
        ...
