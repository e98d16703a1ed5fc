"""How an answer gets where its audience is: a message, a whisper, a form or a page."""

import logging
from dataclasses import dataclass

from bot.addresses import Addresses
from bot.answer import Answer
from bot.cards.files import file_of, without_file
from bot.cards.forms import ways
from bot.drafts import is_new
from bot.errors import CannotEdit, HandleExpired, NoFile, NoForm, PutOff
from bot.events import HomeOpened, Pressed
from bot.filling import values_of
from bot.messages import Attachment, Audience, Card, Form, Reply
from bot.model.draft import FormDraft, Opener
from bot.model.lane import Call
from bot.model.people import FormStyle
from bot.model.refs import Handle, PlaceRef
from bot.ports import Chat, Clock, Directory, Store
from bot.rituals.delivery.pace import Pace
from bot.rituals.delivery.promise import Promises

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saying:
    """Says answers on the platforms; what fails is for its caller."""

    store: Store
    clock: Clock
    chat: Chat
    directory: Directory
    addresses: Addresses
    pace: Pace
    promises: Promises

    async def say(self, answer: Answer, reply: Reply) -> None:
        """Says it, once. Raises PutOff where it is not ours any more, ChatError."""
        if not answer.ours():
            raise PutOff
        match reply.body:
            case Form() as form:
                await self._ask(answer, form)
            case Card() as card if isinstance(answer.event, HomeOpened):
                await self.show_home(answer, card)
            case Card() as card:
                await self._show(answer, card, reply.audience)

    async def show_home(self, answer: Answer, card: Card) -> None:
        """Shows it as the home of who did it."""
        await self.chat.show_home(answer.event.who, card)

    async def _ask(self, answer: Answer, form: Form) -> None:
        """Opens the form, as the person likes it; where that cannot be, offers ways."""
        if answer.person.forms is FormStyle.PAGE and self.addresses.possible:
            await self._offer(answer, form, native=False)
            return
        try:
            if answer.event.handle is None:
                raise HandleExpired("no_handle")
            await self.chat.ask(answer.event.handle, form)
        except NoForm:
            await self._offer(answer, form, native=False)
        except HandleExpired:
            await self._offer(answer, form, native=True)

    async def _offer(self, answer: Answer, form: Form, *, native: bool) -> None:
        why = "form-interrupted" if answer.doubtful else ""
        await self._whisper(
            answer, await self.ways(answer, form, native=native, why=why)
        )

    async def ways(self, answer: Answer, form: Form, *, native: bool, why: str) -> Card:
        """Every way to answer: `native` where the platform could open the form."""
        if is_new(answer.event):
            values, now = values_of(form), self.clock.now()
            async with self.store() as db:
                new = FormDraft(answer.person.id, form.opener, values, now)
                await db.drafts.keep(new)
                await db.commit()
        page = "" if native else await self._page(answer, form.opener)
        return ways(answer.t, form, page, native=native, why=why)

    async def _page(self, answer: Answer, opener: Opener) -> str:
        """The address of a page for this form; "" where there can be none."""
        if not self.addresses.possible:
            return ""
        person, event = answer.person.id, answer.event
        token = await self.addresses.make(person, event.who, opener, where=event.where)
        return self.addresses.url(token)

    async def _show(self, answer: Answer, card: Card, audience: Audience) -> None:
        try:
            await self._show_there(answer, card, audience)
        except NoFile as failed:
            file = file_of(card)
            page = ""
            if isinstance(file, Attachment):
                page = await self._page(answer, file.opener)
            told = without_file(answer.t, card, page, answer.event.who.platform)
            log.info("file not sent", extra={"why": failed.code, "page": bool(page)})
            await self._whisper(answer, told)

    async def _show_there(self, answer: Answer, card: Card, audience: Audience) -> None:
        event = answer.event
        match audience:
            case Audience.REPLACE if isinstance(event, Pressed) and event.card:
                self.pace.answered(event.card.place, Call.EDIT)
                try:
                    await self.chat.edit(event.card, card, handle=event.handle)
                except CannotEdit:  # said once more, to who pressed
                    await self._whisper(answer, card)
            case Audience.REPLACE if answer.home:
                return  # the home tab itself shows what changed
            case Audience.DIRECT:
                await self._post(answer, card, await self.directory.direct(event.who))
            case Audience.HERE | Audience.THREAD:
                where = event.where or await self.directory.direct(event.who)
                await self._post(answer, card, where, handle=event.handle)
            case _:
                await self._whisper(answer, card)

    async def _post(
        self, answer: Answer, card: Card, where: PlaceRef, handle: Handle | None = None
    ) -> None:
        if answer.promise:
            self.promises.check(answer.promise)
        self.pace.answered(where, Call.POST)
        message = await self.chat.post(where, card, key=answer.key, handle=handle)
        if answer.promise:
            await self.promises.keep(answer.promise, where, message)

    async def _whisper(self, answer: Answer, card: Card) -> None:
        event = answer.event
        where: PlaceRef = event.where or await self.directory.direct(event.who)
        self.pace.answered(where, Call.WHISPER)
        await self.chat.whisper(
            where, event.who, card, key=answer.key, handle=event.handle
        )
