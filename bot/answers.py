"""Answers to a person who is waiting: sent directly, after the commit (DESIGN §5)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from bot.answer import Answer
from bot.context import Context
from bot.errors import (
    ChatError,
    NotSaid,
    PutOff,
    RateLimited,
    StoreAway,
    Unreachable,
    UserError,
)
from bot.events import Commanded, Pressed, Said
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    Code,
    Form,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.delivery import SETTLED, Delivery, Draft
from bot.model.lane import Call
from bot.owing import LASTING, Doubts
from bot.ports import Clock
from bot.ports.owed import key_of
from bot.rituals.delivery.pace import Pace
from bot.rituals.delivery.promise import TOO_LATE, Promises
from bot.rituals.room import reflect
from bot.saying import Saying

log = logging.getLogger(__name__)
PATIENCE = 60.0  # seconds that a platform may keep somebody from an answer
SETTLES = SETTLED.total_seconds()
AGAIN = 2.0  # seconds until one that was not there is tried again
SAID, OPENED = 5, 2  # how often at most, of what is owed: an answer, a form


class Answers:
    """Says replies where their audience is."""

    def __init__(
        self,
        clock: Clock,
        pace: Pace,
        promises: Promises,
        doubts: Doubts,
        saying: Saying,
    ) -> None:
        self._clock = clock
        self._pace = pace
        self._promises = promises
        self._doubts = doubts
        self._saying = saying

    async def left_to_say(self, ctx: Context, reply: Reply | None) -> Reply | None:
        """The reply, unless the message it would edit is edited by its delivery."""
        if reply is None or reply.audience is not Audience.REPLACE:
            return reply
        card = ctx.event.card if isinstance(ctx.event, Pressed) else None
        owed = card is not None and await ctx.db.deliveries.will_edit(card)
        return None if owed else reply

    async def promise(self, ctx: Context, reply: Reply | None) -> Delivery | None:
        """Writes a lasting card as a delivery too, in the event's own transaction.

        It counts as being sent from then on: if the process dies, the next start looks
        it up in the chat before it sends it again. Afterwards the row is how the
        message is found when it must be edited.
        """
        if (
            reply is None
            or not isinstance(reply.body, Card)
            or reply.body.notice is None
        ):
            return None
        if reply.audience not in LASTING:
            return None
        notice = reply.body.notice
        # A direct conversation is written in the person's language, not the room's.
        among = ctx.place is not None and not ctx.place.direct
        alone = not among or reply.audience is Audience.DIRECT
        draft = Draft(
            key=key_of(ctx.event),
            kind=notice.kind,
            args=dict(notice.args),
            person_id=ctx.person.id if alone else None,
            place=None if alone else ctx.event.where,
            subject=reply.body.subject,
            expires=ctx.now + TOO_LATE,
        )
        promised = await ctx.db.deliveries.answers.promise(draft, ctx.now)
        if ctx.room and not alone:
            await reflect(ctx.db, draft)
        return promised

    async def give(self, answer: Answer) -> bool:
        """Sends the answer. A platform that fails is logged, and a database that is
        away; the person can ask again, and the courier clears what was promised. False
        where it was put off: it is owed still.
        """
        try:
            await self._give(answer)
        except StoreAway as away:
            extra = {"event": answer.event.id, "why": str(away)}
            log.warning("answer not written down", extra=extra)
            return False
        except PutOff:
            log.warning("answer put off", extra={"event": answer.event.id})
            return False
        return True

    async def _give(self, answer: Answer) -> None:
        try:
            reply = answer.reply
            if reply and answer.doubtful:
                reply = await self._again(answer, reply, SETTLES)
            if reply:  # first: a form must open within seconds of the click
                await self._bring(answer, reply)
            if answer.home:
                show = partial(self._saying.show_home, answer, answer.home)
                await self._patiently(answer, show, replaces=True)
        except ChatError as failed:
            log.warning(
                "answer not sent", extra={"event": answer.event.id, "why": failed.code}
            )
            if answer.promise:
                apart = answer.reply and answer.reply.audience is Audience.DIRECT
                where = None if apart else answer.event.where
                await self._promises.leave(answer.promise, where, failed)

    async def _bring(self, answer: Answer, reply: Reply) -> None:
        """Says it. A form that the platform did not open is offered by a button: who
        clicked waits for it, and their click is over.
        """
        form = reply.body
        try:
            await self._insist(answer, reply)
        except (RateLimited, Unreachable) as failed:
            if not isinstance(form, Form):
                raise
            extra = {"event": answer.event.id, "why": failed.code}
            log.info("form not opened", extra=extra)
            card = await self._saying.ways(answer, form, native=True, why="form-busy")
            offer = Reply(card, Audience.ONLY_YOU)
            await self._insist(replace(answer, reply=offer), offer)

    async def _insist(self, answer: Answer, reply: Reply) -> None:
        """Says it. Where nobody knows whether it came, it is looked up, and said again
        as often as it did not; what nobody can look up is said once more and says so.
        Raises PutOff where what is owed cannot be said now.
        """
        saying: Reply | None = reply
        left = OPENED if answer.is_form else SAID
        while saying:
            left -= 1
            try:
                say = partial(self._saying.say, answer, saying)
                replaces = reply.audience is Audience.REPLACE
                await self._patiently(answer, say, replaces=replaces)
            except (RateLimited, Unreachable) as failed:
                if answer.owed is None or saying is not reply:
                    raise
                known = RateLimited if answer.is_form else RateLimited | NotSaid
                if not left or isinstance(failed, known):
                    if answer.is_form:
                        raise  # it is offered by a button instead
                    raise PutOff from failed
            else:
                return
            await asyncio.sleep(AGAIN)
            saying = await self._again(answer, reply, SETTLES - AGAIN)

    async def _again(
        self, answer: Answer, reply: Reply, settles: float
    ) -> Reply | None:
        since = self._clock.now() - TOO_LATE
        if answer.event.at < since:
            return None  # nobody waits for it any more
        return await self._doubts.again(answer.event, answer.t, reply, since, settles)

    async def _patiently(
        self, answer: Answer, say: Callable[[], Awaitable[None]], *, replaces: bool
    ) -> None:
        """Says it once the platform takes it again. It took nothing, or shows the same
        in the same place, so nothing comes twice.

        A form's click is over by then, and what is promised leaves with its delivery.
        """
        waited = 0.0
        while True:
            try:
                return await say()
            except (RateLimited, Unreachable) as failed:
                if answer.is_form:
                    raise
                if isinstance(failed, RateLimited):
                    self._too_fast(answer, failed)
                elif not replaces and not isinstance(failed, NotSaid):
                    raise
                pause = getattr(failed, "retry_after", AGAIN)
                waited += pause
                if answer.promise or waited > PATIENCE:
                    raise
            await asyncio.sleep(pause)

    def _too_fast(self, answer: Answer, failed: RateLimited) -> None:
        """Nobody else says anything there for a while."""
        if (where := answer.event.where) and answer.reply:
            replaces = answer.reply.audience is Audience.REPLACE
            call = Call.EDIT if replaces else Call.POST
            self._pace.answer_refused(where, call, failed)

    def refusal(self, ctx: Context, wrong: UserError) -> Reply:
        """The kind, private answer: what was wrong, what to type instead, what was
        typed.
        """
        blocks: list[Block] = []
        if wrong.try_this:
            blocks.append(
                Paragraph(ctx.t.line("error-try", example=Code(wrong.try_this)))
            )
        if wrong.ways:
            ways = (Button(way.label, way.action, way.value) for way in wrong.ways)
            blocks.append(Buttons(tuple(ways)))
        if isinstance(ctx.event, Commanded | Said) and ctx.event.text.strip():
            blocks.append(Note(ctx.t.line("error-typed")))
            blocks.append(Quote(ctx.as_typed(ctx.event.text)))
        title = ctx.t.line(wrong.key, **wrong.values)
        return Reply(Card(title, tuple(blocks), Tone.WARNING), Audience.ONLY_YOU)
