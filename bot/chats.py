"""Many chats behind one, chosen by the platform of what is addressed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.errors import Rejected
from bot.messages import Card, Form
from bot.model.files import SentFile
from bot.model.lane import Call, Lane
from bot.model.people import Place, Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Abilities, Chat, Directory
from bot.ports.files import Files
from bot.ports.letters import Letters


class Platform(Chat, Directory, Files, Protocol):
    """What one adapter offers the core."""


class Chats:
    """Satisfies `bot.ports.Chat`, `Directory` and `Files` for every connected
    platform. What is posted to a box of `letters` is a letter.
    """

    def __init__(
        self, platforms: Mapping[str, Platform], letters: Sequence[Letters] = ()
    ) -> None:
        self._platforms = platforms
        self._letters = {each.platform: each for each in letters}

    def can(self, place: PlaceRef) -> Abilities:
        """See `bot.ports.Chat.can`. Where none is connected, nothing can be shown."""
        if place.platform not in self._platforms:
            return Abilities(threads=False, edits=False, forms=False)
        return self._on(place.platform).can(place)

    def lanes(self, place: PlaceRef, call: Call) -> Sequence[Lane]:
        """See `bot.ports.Chat.lanes`. Where none is connected, nothing is counted."""
        if place.platform not in self._platforms:
            return ()
        return self._on(place.platform).lanes(place, call)

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """See `bot.ports.Chat.post`."""
        if letters := self._letters.get(place.platform):
            await letters.send(place, card, key=key)
            return None
        return await self._on(place.platform).post(place, card, key=key, handle=handle)

    async def whisper(
        self,
        place: PlaceRef,
        user: UserRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> None:
        """See `bot.ports.Chat.whisper`."""
        on = self._on(user.platform)
        await on.whisper(place, user, card, key=key, handle=handle)

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """See `bot.ports.Chat.edit`."""
        await self._on(message.place.platform).edit(message, card, handle=handle)

    async def ask(self, handle: Handle, form: Form) -> None:
        """See `bot.ports.Chat.ask`."""
        await self._on(handle.platform).ask(handle, form)

    async def show_home(self, user: UserRef, card: Card) -> None:
        """See `bot.ports.Chat.show_home`."""
        await self._on(user.platform).show_home(user, card)

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """See `bot.ports.Chat.find`."""
        if place.platform in self._letters:
            return None  # sent again under its key it is not shown twice
        return await self._on(place.platform).find(place, key, since)

    async def profile(self, user: UserRef) -> Profile:
        """See `bot.ports.Directory.profile`."""
        return await self._on(user.platform).profile(user)

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """See `bot.ports.Directory.everyone`."""
        return await self._on(platform).everyone(platform, tenant)

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """See `bot.ports.Directory.members`."""
        return await self._on(place.platform).members(place)

    async def place(self, place: PlaceRef) -> Place:
        """See `bot.ports.Directory.place`."""
        return await self._on(place.platform).place(place)

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """See `bot.ports.Directory.all_places`."""
        return await self._on(platform).all_places(platform, tenant)

    async def direct(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.direct`."""
        return await self._on(user.platform).direct(user)

    def mailbox(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.mailbox`."""
        return self._on(user.platform).mailbox(user)

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """See `bot.ports.files.Files.fetched`."""
        return await self._on(who.platform).fetched(who, file, most)

    def _on(self, platform: str) -> Platform:
        if platform not in self._platforms:
            raise Rejected("platform_not_connected")
        return self._platforms[platform]
