"""A platform's own list of things to do, in which our tasks may show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Protocol

from bot.model.people import Account
from bot.model.refs import UserRef
from bot.model.todo import Mirror


class Urgency(IntEnum):
    """How loud an entry is."""

    LOW = 10
    NORMAL = 20
    HIGH = 30
    URGENT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One entry. `key` ("task:12") is unique for ever: the same key is the same entry.

    `url` opens the thing itself; without one, the platform's way to the bot does.
    """

    key: str
    subject: str
    creator: UserRef
    who: Sequence[UserRef]
    url: str = ""
    due: datetime | None = None
    urgency: Urgency = Urgency.NORMAL


@dataclass(frozen=True, slots=True)
class TodoRef:
    """An entry that is there: the platform's id, and whose it is."""

    creator: UserRef
    id: str


class Todos(Protocol):
    """Shows entries beside the platform's own. Every method may raise a `ChatError`."""

    async def add(self, todo: Todo) -> TodoRef | None:
        """Shows an entry. None when it is there already and cannot be named again."""
        ...

    async def change(self, ref: TodoRef, todo: Todo) -> bool:
        """Shows what is true now. False when the entry is gone."""
        ...

    async def finish(self, ref: TodoRef, *, done: bool = True) -> bool:
        """Ticks the entry off, or opens it again. False when it is gone."""
        ...

    async def remove(self, ref: TodoRef) -> None:
        """Takes the entry away; one that is gone already is no error."""
        ...

    async def ticked(self, who: UserRef, ids: Collection[str]) -> Mapping[str, bool]:
        """Which of these entries somebody ticked off; those left out are not on their
        list.
        """
        ...


class Mirrors(Protocol):
    """Which tasks of one organization show in platforms' lists."""

    async def switch(self, platform: str, tenant: str, *, on: bool) -> None:
        """Whether tasks show in the lists of this workspace's people."""
        ...

    async def concern(self, person_id: int) -> bool:
        """Whether the person has a list in which tasks show."""
        ...

    async def of(self, task_id: int) -> Sequence[Mirror]:
        """Every mirror of a task, the oldest first."""
        ...

    async def begin(self, task_id: int, account: Account, key: str) -> Mirror:
        """Keeps that a task is to show there. Raises Conflict where it does."""
        ...

    async def save(self, mirror: Mirror) -> None:
        """Writes how far it has come."""
        ...

    async def open_of(self, account_id: int) -> Sequence[Mirror]:
        """What stands in an account's list and is not ticked off, the oldest first."""
        ...

    async def last_seen(self, account_id: int) -> datetime | None:
        """When its person was last there."""
        ...

    async def readers(self, platform: str, tenant: str) -> int:
        """How many people of a workspace have tasks in their list."""
        ...
