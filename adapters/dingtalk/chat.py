"""Says things on DingTalk: satisfies `bot.ports.Chat` and `bot.ports.Directory`.

With a card template everything is a card, which can be changed later. Without one it is
a message, which cannot: an answer goes through the address of what it answers, where
that still works, anything else through the robot.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from adapters.attachments import Attachments
from adapters.dingtalk import DINGTALK, render, tracks
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.batch import Batch
from adapters.dingtalk.cards import Cards
from adapters.dingtalk.directory import DingTalkDirectory, is_direct
from adapters.dingtalk.hooks import respond
from adapters.dingtalk.lanes import lanes
from adapters.dingtalk.media import fetched, file_message, hand_over
from adapters.dingtalk.render import Message
from adapters.dingtalk.render_forms import around, people_in
from adapters.dingtalk.render_forms import form as form_data
from adapters.dingtalk.render_spans import called, label
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import Ticket, ticket_of
from adapters.dingtalk.wire import as_json, text
from adapters.drawings import Drawings
from bot.errors import (
    CannotEdit,
    CannotTell,
    ChatError,
    HandleExpired,
    NoForm,
    Rejected,
)
from bot.messages import Card, Form
from bot.model.files import SentFile
from bot.model.lane import Call, Lane
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Abilities, Clock
from bot.ports.pictures import Pictures
from bot.ports.sheets import Sheets

log = logging.getLogger(__name__)

FILE = "sampleFile"
TO_GROUP = "/v1.0/robot/groupMessages/send"
GONE = frozenset({"param.cardNotExist"})


class DingTalkChat(DingTalkDirectory):
    """One company's chat.

    `sent_privately` says in a group that somebody, whose mention it gets, was answered
    in their own conversation. `trusted` are the hosts of the settings.
    """

    def __init__(
        self,
        api: DingTalkApi,
        tenant: str,
        clock: Clock,
        *,
        template: str = "",
        route: str = "",
        trusted: Collection[str] = (),
        sent_privately: Callable[[str], str] = str,
        zone: str = "Asia/Shanghai",
        language: str = "zh",
        seal: Seal | None = None,
        pictures: Pictures | None = None,
        sheets: Sheets | None = None,
    ) -> None:
        super().__init__(api, tenant, zone=zone, language=language)
        robot = api.robot_code
        self._clock = clock
        self._cards = Cards(api, robot, template, route) if template else None
        self._batch = Batch(api, robot)
        self._robot_code = robot
        self._trusted = frozenset(trusted)
        self._sent_privately = sent_privately
        self._seal = seal or Seal(api.client_secret)
        self._drawings = Drawings(pictures, lambda png, _: hand_over(api, png))
        self._files = Attachments(sheets, self._send_file)

    def can(self, place: PlaceRef) -> Abilities:
        """See `bot.ports.Chat.can`."""
        cards = self._cards is not None
        return Abilities(threads=False, edits=cards, forms=cards, whispers=False)

    def lanes(self, place: PlaceRef, call: Call) -> Sequence[Lane]:
        """See `bot.ports.Chat.lanes`."""
        return lanes(place, call, cards=self._cards is not None)

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """See `bot.ports.Chat.post`."""
        place, card = place.unthreaded(), await self._drawings.placed(card)
        await self._files.sent(card, place)
        if self._cards:
            return await self._put(self._cards, place, card, key)
        ticket = ticket_of(handle)
        if ticket.answers(place.id, self._clock.now()):
            said = render.message(card, place, mentions=True)
            if await self._answered(ticket, said):
                return None
        return await self._send(place, render.message(card, place))

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
        direct = await self.direct(user)
        await self.post(direct, card, key=key, handle=handle)
        if place.unthreaded() != direct:
            await self._tell_group(user, ticket_of(handle))

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """See `bot.ports.Chat.edit`."""
        track = message.id.removeprefix(tracks.CARD)
        if self._cards is None or track == message.id:
            raise CannotEdit("not_a_card")
        card = await self._drawings.placed(card)
        try:
            await self._cards.change(track, render.card_data(card, message.place))
        except Rejected as refused:
            if refused.code not in GONE:
                raise
            raise CannotEdit(refused.code) from refused

    async def ask(self, handle: Handle, form: Form) -> None:
        """See `bot.ports.Chat.ask`. The form is a card in the person's own
        conversation.
        """
        ticket = ticket_of(handle)
        if self._cards is None:
            raise NoForm("no_template")
        if not ticket.user:
            raise HandleExpired("no_user")
        user = UserRef(DINGTALK, self._tenant, ticket.user)
        direct = await self.direct(user)
        shown = render.card_data(around(form), direct)
        names = await self._called(people_in(form))
        asked = form_data(form, ticket, names, self._seal)
        key = f"form:{form.name}:{ticket.message}" if ticket.message else ""
        await self._cards.put(
            direct, tracks.track(direct, key), shown, private={ticket.user: asked}
        )
        if ticket.place != direct.id:
            await self._tell_group(user, ticket)

    async def show_home(self, user: UserRef, card: Card) -> None:
        """See `bot.ports.Chat.show_home`. DingTalk has no home tab."""

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """See `bot.ports.files.Files.fetched`."""
        return await fetched(self._api, file.key, most)

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """See `bot.ports.Chat.find`. DingTalk does not tell; a card that is posted
        again with its key is not shown twice.
        """
        if self._cards is None:
            raise CannotTell("no_template")
        return None

    async def _put(
        self, cards: Cards, place: PlaceRef, card: Card, key: str
    ) -> MessageRef:
        track, shown = tracks.track(place, key), render.card_data(card, place)
        group = {} if is_direct(place) else called(card, place.tenant)
        if not await cards.put(place, track, shown, called=group):
            await cards.change(track, shown)  # an earlier try arrived, maybe outdated
        return tracks.card_ref(place, track)

    async def _answered(self, ticket: Ticket, said: Message) -> bool:
        """Says it through the ticket's address, if that works."""
        try:
            await respond(self._api, ticket.url, said, self._trusted)
        except (HandleExpired, Rejected) as refused:
            log.info("answering address refused", extra={"code": refused.code})
            return False
        return True

    async def _send_file(self, place: PlaceRef, name: str, content: bytes) -> None:
        """Says a file as the robot."""
        param = await file_message(self._api, name, content)
        await self._say(place, FILE, as_json(param))

    async def _send(self, place: PlaceRef, said: Message) -> MessageRef | None:
        """Says it as the robot."""
        return await self._say(place, *said.robot())

    async def _say(self, place: PlaceRef, key: str, param: str) -> MessageRef | None:
        if is_direct(place):
            sent = await self._batch.send(place.id.removeprefix("@"), (key, param))
            return tracks.sent_ref(place, sent)
        asked = {"robotCode": self._robot_code, "openConversationId": place.id}
        asked |= {"msgKey": key, "msgParam": param}
        answer = await self._api.new("POST", TO_GROUP, asked)
        return tracks.sent_ref(place, text(answer, "processQueryKey"))

    async def _tell_group(self, user: UserRef, ticket: Ticket) -> None:
        """One short line where they asked, so that they look in the right place."""
        if not ticket.answers(ticket.place, self._clock.now()):
            return
        line = self._sent_privately(f"@{user.id} ")
        said = Message(label(self._sent_privately("")), line, called=(user.id,))
        try:
            await self._answered(ticket, said)
        except ChatError as failed:  # what matters has arrived already
            log.info("group not told", extra={"code": failed.code})

    async def _called(self, ids: Collection[str]) -> dict[str, str]:
        """What people are called; an unknown one by the id."""
        names = await asyncio.gather(*(self._name(id) for id in ids))
        return dict(zip(ids, names, strict=True))

    async def _name(self, id: str) -> str:
        try:
            found = await self.profile(UserRef(DINGTALK, self._tenant, id))
        except ChatError:
            return id
        return found.name
