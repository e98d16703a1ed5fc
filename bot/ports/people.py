"""Repositories of organizations, workspaces, people, accounts, places and absences."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.known import Known
from bot.model.link import MessageKind
from bot.model.people import (
    Account,
    Organization,
    Person,
    Place,
    Profile,
    ReminderStyle,
    Workspace,
)
from bot.model.refs import PlaceRef, UserRef


class People(Protocol):
    """People and their accounts, of one organization at a time."""

    async def organization(self) -> Organization: ...

    async def connect(self, platform: str, tenant: str, name: str) -> Workspace:
        """The workspace, made on first sight."""
        ...

    async def meet(self, profile: Profile) -> Person:
        """The person behind a profile: made on first sight, brought up to date later.

        What the person chose themselves (`own_zone`, `own_language`) always wins. An
        account seen for the first time, whose e-mail address or staff id is that of
        exactly one active person without an account in its workspace, is theirs;
        guests and bots are nobody else's.
        """
        ...

    async def recall(
        self, who: UserRef, others: Collection[UserRef], places: Collection[PlaceRef]
    ) -> Known:
        """What is known, all at once, of who caused an event, of others in the same
        workspace, and of places.
        """
        ...

    async def known(self, refs: Sequence[UserRef]) -> dict[UserRef, Person]:
        """The people behind these accounts, those we know."""
        ...

    async def get(self, person_id: int) -> Person:
        """The person with this id; who they turned out to be, where they are one with
        somebody else by now.
        """
        ...

    async def some(self, person_ids: Sequence[int]) -> dict[int, Person]:
        """The same for several, by the ids asked for."""
        ...

    async def everyone(self) -> Sequence[Person]:
        """Every active person, guests included, by name."""
        ...

    async def remind_at_most(self, style: ReminderStyle) -> None:
        """How often people are reminded at most, whatever they choose (PEERS A12)."""
        ...

    async def names(self, refs: Sequence[UserRef]) -> dict[UserRef, tuple[str, ...]]:
        """What these accounts, those we know, and their people are called."""
        ...

    async def accounts(
        self, person_id: int, kind: MessageKind = MessageKind.ANY
    ) -> Sequence[Account]:
        """The person's active accounts, the one to write such a message to first."""
        ...

    async def accounts_of(self, person_ids: Collection[int]) -> Sequence[Account]:
        """The active accounts of several people, the oldest first."""
        ...

    async def seen(self, ref: UserRef, now: datetime) -> None:
        """Keeps that somebody was there with this account."""
        ...

    async def remember_dm(self, ref: UserRef, dm: PlaceRef) -> None: ...

    async def save(self, person: Person) -> None:
        """Writes what a person or an admin changed."""
        ...

    async def remember_place(self, place: Place) -> None: ...

    async def place(self, ref: PlaceRef) -> Place | None: ...

    async def places(self, refs: Collection[PlaceRef]) -> dict[PlaceRef, Place]:
        """What we know of these channels and groups."""
        ...

    async def see_in(self, place: PlaceRef, person_ids: Collection[int]) -> None:
        """Keeps that these people are in a place whose members nobody tells us."""
        ...

    async def lose_from(self, place: PlaceRef, person_ids: Collection[int]) -> None:
        """Keeps that these people are in the place no longer."""
        ...

    async def seen_in(self, place: PlaceRef) -> Sequence[int]:
        """Who was seen in a place, by id."""
        ...

    async def place_named(self, name: str) -> Place | None:
        """A channel or group by its name without '#', case folded."""
        ...
