"""A chat platform: verbs of chat, never verbs of rituals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages import Card, Form
from bot.model.lane import Call, Lane
from bot.model.people import Place, Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a place can show. Where it has no threads, answers to a message stand in
    the message itself; where nothing can be edited, an end is told in a new message;
    where nothing is said to one person among others, it is said to them alone.
    """

    threads: bool = True
    edits: bool = True
    forms: bool = True
    whispers: bool = True


class Chat(Protocol):
    """Says things. Every method may raise a `ChatError`.

    `handle` is the interaction this answers, if any: an adapter may use it to reach a
    place the bot is not in.
    """

    def can(self, place: PlaceRef) -> Abilities:
        """What the place can show."""
        ...

    def lanes(self, place: PlaceRef, call: Call) -> Sequence[Lane]:
        """What a call in the place counts in, and how fast that may be."""
        ...

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """Posts a card; `key` is kept with the message so that `find` can look it up.

        None when it was said through the handle and cannot be edited later.
        """
        ...

    async def whisper(
        self,
        place: PlaceRef,
        user: UserRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> None:
        """Says it to one person only, where they are; by direct message if that cannot
        be. `key` is kept where that makes a message that `find` can look up.
        """
        ...

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """Shows the card in place of what the message said.

        Raises CannotEdit where messages stay as they were said.
        """
        ...

    async def ask(self, handle: Handle, form: Form) -> None:
        """Opens a form for who clicked. Raises HandleExpired when the click is
        too old, NoForm where the platform has none.
        """
        ...

    async def show_home(self, user: UserRef, card: Card) -> None:
        """Shows the card as the person's home tab."""
        ...

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """The message posted with this key; None where there is none, or where one that
        is posted again under its key is not shown twice. Raises CannotTell where the
        platform does not say.
        """
        ...


class Directory(Protocol):
    """Knows who and what is on a platform. Every method may raise a `ChatError`."""

    async def profile(self, user: UserRef) -> Profile:
        """What the platform tells about one account."""
        ...

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """Every active human account of a workspace; bots left out."""
        ...

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """Who is in a channel or group; bots included."""
        ...

    async def place(self, place: PlaceRef) -> Place:
        """What a channel or group is called and whether it is private."""
        ...

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """Every channel or group that the bot can see in a workspace."""
        ...

    async def direct(self, user: UserRef) -> PlaceRef:
        """The direct conversation between the bot and this account."""
        ...

    def mailbox(self, user: UserRef) -> PlaceRef:
        """Where this account is written to without a question before: a message posted
        there tells which place it is in.
        """
        ...
