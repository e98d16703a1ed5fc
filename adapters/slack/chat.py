"""Says things on Slack: satisfies `bot.ports.Chat` and `bot.ports.Directory`."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.attachments import Attachments, attached
from adapters.slack import SLACK, render
from adapters.slack.directory import PAGE, SlackDirectory, is_mailbox
from adapters.slack.errors import OUTSIDE, ours, pages
from adapters.slack.files import fetched, share
from adapters.slack.hooks import respond
from adapters.slack.lanes import lanes
from adapters.slack.render import Message
from adapters.slack.render_forms import VALUE
from adapters.slack.render_spans import Json
from adapters.slack.speech import Pause, Speech
from adapters.slack.tickets import Ticket, ticket_of
from adapters.wire import records, string
from bot.errors import CannotTell, HandleExpired, Rejected
from bot.messages import Card, Form
from bot.model.files import SentFile
from bot.model.lane import Call, Lane
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Abilities
from bot.ports.pictures import Pictures
from bot.ports.sheets import Sheets

LABEL = "shopcrew"  # the kind of our metadata in a message
PAGES = 3  # of messages looked through for one that may have arrived
QUIET: Json = {"mrkdwn": False, "unfurl_links": False, "unfurl_media": False}


class SlackChat(SlackDirectory):
    """One workspace's chat; an interaction's address reaches where the bot is not.

    Without `pictures` those of ours are told in words; without `sheets` no file is
    sent.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        pictures: Pictures | None = None,
        sheets: Sheets | None = None,
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__(client)
        self._say = Speech(client, pictures, pause)
        self._files = Attachments(sheets, lambda *file: share(client, *file))

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
        if attached(card) and is_mailbox(place):  # a file asks for the real place
            place = await self.direct(UserRef(SLACK, place.tenant, place.id))
        await self._files.sent(card, place)
        ticket = ticket_of(handle)
        try:
            return await self._say(card, lambda said: self._post(place, said, key))
        except Rejected as refused:
            if refused.code not in OUTSIDE or not ticket.url:
                raise
        public: Json = {"response_type": "in_channel", "replace_original": False}
        public |= {"thread_ts": place.thread} if place.thread else {}
        await self._say(card, lambda said: self._answer(ticket, said, public))
        return None

    async def whisper(
        self,
        place: PlaceRef,
        user: UserRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> None:
        """See `bot.ports.Chat.whisper`. Files are in their direct conversation."""
        if attached(card):
            await self._files.sent(card, await self.direct(user))
        ways = self._private_ways(place, user, ticket_of(handle), key)
        for number, way in enumerate(ways, start=1):
            try:
                await self._say(card, way)
            except Rejected:
                if number == len(ways):
                    raise
            else:
                return

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """See `bot.ports.Chat.edit`."""
        ticket = ticket_of(handle)
        clicked = bool(ticket.url) and ticket.message == message.id
        if not (clicked and ticket.ephemeral):
            try:
                await self._say(card, lambda said: self._update(message, said))
            except Rejected as refused:
                if refused.code not in OUTSIDE or not clicked:
                    raise
            else:
                return
        replaced = {"replace_original": True}
        await self._say(card, lambda said: self._answer(ticket, said, replaced))

    async def ask(self, handle: Handle, form: Form) -> None:
        """See `bot.ports.Chat.ask`."""
        ticket = ticket_of(handle)
        if not ticket.trigger:
            raise HandleExpired("no_trigger")
        view = render.form(form, ticket, _again(ticket))
        with ours():
            if ticket.view:
                await self._client.views_update(view_id=ticket.view, view=view)
                return
            await self._client.views_open(trigger_id=ticket.trigger, view=view)

    async def show_home(self, user: UserRef, card: Card) -> None:
        """See `bot.ports.Chat.show_home`."""
        view = render.home(card)
        with ours():
            await self._client.views_publish(user_id=user.id, view=view)

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """See `bot.ports.Chat.find`. Slack tells only where it lets us read."""
        try:
            return await self._find(place, key, f"{since.timestamp():.6f}")
        except Rejected as refused:
            raise CannotTell(refused.code) from refused

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """See `bot.ports.files.Files.fetched`."""
        return await fetched(self._client, file.key, most)

    async def _find(self, place: PlaceRef, key: str, oldest: str) -> MessageRef | None:
        left = PAGES
        async for page in pages(self._read(place, oldest)):
            for message in records(page, "messages"):
                if string(message, "metadata", "event_payload", "key") == key:
                    return MessageRef(place, string(message, "ts"))
            left -= 1
            if not left:
                break
        return None

    async def _read(self, place: PlaceRef, oldest: str) -> AsyncSlackResponse:
        """The newest messages of the thread, or of the place."""
        if place.thread:
            return await self._client.conversations_replies(
                channel=place.id,
                ts=place.thread,
                oldest=oldest,
                limit=PAGE,
                include_all_metadata=True,
            )
        return await self._client.conversations_history(
            channel=place.id, oldest=oldest, limit=PAGE, include_all_metadata=True
        )

    async def _post(self, place: PlaceRef, said: Message, key: str) -> MessageRef:
        extra: Json = {"thread_ts": place.thread} if place.thread else {}
        if key:
            kept = {"event_type": LABEL, "event_payload": {"key": key}}
            extra["metadata"] = kept
        with ours():
            answer = await self._client.chat_postMessage(
                channel=place.id, **said.arguments(), **QUIET, **extra
            )
        there = string(answer.data, "channel") or place.id
        where = PlaceRef(SLACK, place.tenant, there, place.thread)
        return MessageRef(where, string(answer.data, "ts"))

    async def _update(self, message: MessageRef, said: Message) -> None:
        with ours():
            await self._client.chat_update(
                channel=message.place.id, ts=message.id, **said.arguments()
            )

    async def _answer(self, ticket: Ticket, said: Message, how: Json) -> None:
        await respond(self._client.session, ticket.url, {**said.arguments(), **how})

    def _private_ways(
        self, place: PlaceRef, user: UserRef, ticket: Ticket, key: str
    ) -> list[Callable[[Message], Awaitable[object]]]:
        """How to tell one person, the best way first, the surest one last."""

        async def by_url(said: Message) -> None:
            private = {"response_type": "ephemeral", "replace_original": False}
            await self._answer(ticket, said, private)

        async def here(said: Message) -> None:
            extra: Json = {"thread_ts": place.thread} if place.thread else {}
            with ours():
                await self._client.chat_postEphemeral(
                    channel=place.id, user=user.id, **said.arguments(), **extra
                )

        async def in_direct(said: Message) -> None:
            await self._post(await self.direct(user), said, key)

        async def in_place(said: Message) -> None:
            await self._post(place, said, key)

        answers = [by_url] if ticket.url else []
        if place.id.startswith("D"):  # nobody else reads there
            return [*answers, in_place, in_direct]
        # an address answers beside a thread, never in it
        near = [here, *answers] if place.thread else [*answers, here]
        return [*near, in_direct]


def _again(ticket: Ticket) -> str:
    """What is in the ids of a form's fields: what is typed stays under the same."""
    if ticket.ids:
        return ticket.ids.removeprefix(VALUE)
    return ticket.trigger if ticket.view else ""
