"""Every Slack workspace behind one chat: satisfies `bot.ports.Chat` and `Directory`."""

from collections.abc import Sequence
from datetime import datetime

from adapters.slack.lanes import lanes
from adapters.slack.tickets import ticket_of
from adapters.slack.workspaces import Workspaces
from bot.errors import HandleExpired
from bot.messages import Card, Form
from bot.model.files import SentFile
from bot.model.lane import Call, Lane
from bot.model.people import Place, Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Abilities


class SlackChats:
    """Says each thing with the tokens of the workspace where it is said."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._in = workspaces.run

    def can(self, place: PlaceRef) -> Abilities:
        """See `bot.ports.Chat.can`."""
        return Abilities()

    def lanes(self, place: PlaceRef, call: Call) -> Sequence[Lane]:
        """See `bot.ports.Chat.lanes`."""
        return lanes(place, call)

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """See `bot.ports.Chat.post`."""
        return await self._in(
            place.tenant, lambda chat: chat.post(place, card, key=key, handle=handle)
        )

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
        await self._in(
            user.tenant,
            lambda chat: chat.whisper(place, user, card, key=key, handle=handle),
        )

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """See `bot.ports.Chat.edit`."""
        await self._in(
            message.place.tenant, lambda chat: chat.edit(message, card, handle=handle)
        )

    async def ask(self, handle: Handle, form: Form) -> None:
        """See `bot.ports.Chat.ask`."""
        team = ticket_of(handle).team
        if not team:
            raise HandleExpired("no_team")
        await self._in(team, lambda chat: chat.ask(handle, form))

    async def show_home(self, user: UserRef, card: Card) -> None:
        """See `bot.ports.Chat.show_home`."""
        await self._in(user.tenant, lambda chat: chat.show_home(user, card))

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """See `bot.ports.Chat.find`."""
        return await self._in(place.tenant, lambda chat: chat.find(place, key, since))

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """See `bot.ports.files.Files.fetched`."""
        return await self._in(who.tenant, lambda chat: chat.fetched(who, file, most))

    async def profile(self, user: UserRef) -> Profile:
        """See `bot.ports.Directory.profile`."""
        return await self._in(user.tenant, lambda chat: chat.profile(user))

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """See `bot.ports.Directory.everyone`."""
        return await self._in(tenant, lambda chat: chat.everyone(platform, tenant))

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """See `bot.ports.Directory.members`."""
        return await self._in(place.tenant, lambda chat: chat.members(place))

    async def place(self, place: PlaceRef) -> Place:
        """See `bot.ports.Directory.place`."""
        return await self._in(place.tenant, lambda chat: chat.place(place))

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """See `bot.ports.Directory.all_places`."""
        return await self._in(tenant, lambda chat: chat.all_places(platform, tenant))

    async def direct(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.direct`."""
        return await self._in(user.tenant, lambda chat: chat.direct(user))

    def mailbox(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.mailbox`."""
        return PlaceRef(user.platform, user.tenant, user.id)
