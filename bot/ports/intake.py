"""Feedback from outside: what the doors and the mailbox hand to the core."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.feedback import Kind, Sentiment, Severity, Source, Step
from bot.model.files import Enclosure, FileLink
from bot.ports.doors import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a system or an e-mail brings; what is empty or None is read from the words.

    `external` is its name in the system it came from: the same name is the same
    feedback. `author` and `behalf` are e-mail addresses: of one of us, else of the
    customer. `enclosed` are files that come whole, `left_out` those that are not kept,
    by name and size; `unread` is how many bytes of it nobody has read. `answers` is
    the number of the feedback that it says more of, 0 for none; `added` are its words
    without what names that.
    """

    external: str
    text: str
    said_at: datetime | None = None
    customer: str = ""
    order: str = ""
    sku: str = ""
    channel: str = ""
    market: str = ""
    step: Step | None = None
    severity: Severity | None = None
    kind: Kind | None = None
    sentiment: Sentiment | None = None
    language: str = ""
    author: str = ""
    behalf: str = ""
    url: str = ""
    files: tuple[FileLink, ...] = ()
    enclosed: tuple[Enclosure, ...] = ()
    left_out: tuple[str, ...] = ()
    unread: int = 0
    answers: int = 0
    added: str = ""
    source: Source = Source.WEBHOOK


@dataclass(frozen=True, slots=True)
class Kept:
    """It is stored as this number; `again` says that it was before, `differs` that its
    words were others then: those stay. `cut` is how many characters there was no room
    for. 0: one of us announces something, and nothing is stored.
    """

    number: int
    again: bool = False
    differs: bool = False
    cut: int = 0


class DoorKeeper(Protocol):
    """The doors of every organization, by the key in their address."""

    async def secrets(self, door: str) -> Sequence[str]:
        """The secrets that work now; none where there is no such door."""
        ...

    async def take(self, door: str, parcel: Parcel) -> Kept | None:
        """Stores what came, once; None where the door is gone by now.

        Raises StoreAway where it could not be kept.
        """
        ...


class Mailroom(Protocol):
    """Takes what comes by e-mail."""

    async def take(self, parcel: Parcel) -> Kept:
        """Stores what came, once. Raises StoreAway where it could not be kept."""
        ...

    async def ours(self, address: str) -> bool:
        """Whether one of us has this e-mail address."""
        ...

    async def reached(self, mailbox: str) -> Mark | None:
        """How far the mailbox was read before."""
        ...

    async def reach(self, mailbox: str, mark: Mark) -> None:
        """Keeps how far it was read."""
        ...
