"""One inbound event: claim, identify, route, run, reply, one log line.

The claim is durable before the platform is told "got it"; the work follows in a task
of ours. The handler's changes, the mark that the event is done and the messages that
follow from it are one transaction; the answer is sent after the commit.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TypeVar

from bot import meant
from bot.answers import Answer, Answers
from bot.custody import Custody
from bot.drafts import drafted, keep, refused_late
from bot.errors import FieldErrors, NotAllowed, StoreAway, Unclear, UserError
from bot.events import Event, Filled, Inbound, Replied
from bot.identify import Facts, Identify, Strangers
from bot.lanes import Lanes
from bot.messages import Attachment, Card, Form
from bot.model.draft import Opener
from bot.model.sheet import Sheet
from bot.ports import Store
from bot.ports.receive import Taken
from bot.rituals.crossing import matters
from bot.routing import Router

log = logging.getLogger(__name__)
PATIENCE = 2.5  # seconds for a form, of the three that platforms give
AT_ONCE = 4  # events worked on side by side: those that come in meanwhile are claimed
AGAIN = 5.0  # seconds until a form is tried again that closed, and is nowhere else
Heard = asyncio.Future[Taken]
T = TypeVar("T")


class Dispatcher:
    """Takes events in (`bot.ports.Receive`) and sees each one through, once.

    Events of one person are worked on in the order they came; people do not wait for
    each other.
    """

    def __init__(
        self, store: Store, identify: Identify, router: Router, answers: Answers
    ) -> None:
        self._store = store
        self._identify = identify
        self._router = router
        self._answers = answers
        self._working = Lanes()
        self._hands = asyncio.Semaphore(AT_ONCE)
        self._answering = Lanes()
        self.custody = Custody(store, self._begin)

    async def accept(self, event: Inbound) -> None:
        """Stores the event and starts the work; an event seen before ends here.

        What people say to each other, and not to us, is not even stored.
        """
        if isinstance(event, Replied) and not await self._matters(event):
            return
        async with self._store() as db:
            fresh = await db.inbox.claim(event)
            await db.commit()
        if fresh:
            self._begin(event)

    async def submit(
        self,
        event: Filled,
        *,
        within: float | None = PATIENCE,
        stays: bool = False,
        takes_files: bool = False,
    ) -> Taken:
        """Works on a form at once and says what is wrong, or which form follows.

        Whatever is wrong, the form stays open with everything that was typed. A form
        that takes longer than `within` may close: if it is refused after all, a card
        says so, and its draft is in the form when it opens again.
        """
        heard: Heard = asyncio.get_running_loop().create_future()
        shows = Shows(stays, takes_files)
        self._working.run(("form", event.id), self._fill(event, heard, shows))
        try:
            return await asyncio.wait_for(heard, within)
        except TimeoutError:
            log.warning("form late", extra={"form": event.form, "event": event.id})
            return Taken()

    async def recover(self) -> None:
        """Starts the work on events that were acknowledged before a crash."""
        await self.custody.recover()

    async def idle(self) -> None:
        """Returns when nothing is being worked on."""
        while self._working.busy or self._answering.busy:
            await self._working.idle()
            await self._answering.idle()

    async def abandon(self) -> None:
        """Ends what still runs; others take it up, or the next start."""
        await self._working.abandon()
        await self._answering.abandon()
        await self.custody.hand_back()

    def _begin(self, event: Inbound) -> None:
        """Works on a claimed event, after those of the same person before it."""
        self.custody.hold(event)
        self._working.run(event.who, self._see_through(event))

    async def _see_through(self, event: Inbound) -> None:
        """What fails even to be refused stays in the inbox, to be taken up again."""
        try:
            await self._work(event)
        except StoreAway as away:
            _put_off(event, away)
        except Exception:
            log.exception("event left", extra={"event": event.id})
        self.custody.let_go(event)

    async def _matters(self, replied: Replied) -> bool:
        async with self._store.reading() as db:
            return await matters(db, replied)

    async def _fill(self, event: Filled, heard: Heard, shows: "Shows") -> None:
        """Works on a form and says what is wrong, in time or by a card."""
        try:
            answer, wrong = await self._outcome_of_form(event, heard)
            errors = await self._by_field(event, wrong)
            late = heard.cancelled()
            taken = Taken(errors) if late else shows.taken(answer, errors)
            if not late:
                heard.set_result(taken)
            shown = answer and (taken.then or taken.file)
            self._answer(replace(answer, reply=None) if answer and shown else answer)
            if wrong and (late or event.doubtful):
                refuse = partial(self._refuse_late, event, wrong)
                self._answer(await _when_back(event, refuse))
        except Exception as failed:  # noqa: BLE001 the platform hears it, or the log
            if heard.cancelled():
                _bug(event)
            else:
                heard.set_exception(failed)
        finally:
            heard.cancel()  # whoever still waits at a bot that stops

    async def _outcome_of_form(
        self, event: Filled, heard: Heard
    ) -> tuple[Answer | None, UserError | None]:
        """While the database is away the form stays open; one that has closed is tried
        until it is back, as what was typed is nowhere else.
        """
        try:
            return await self._try_form(event)
        except StoreAway as away:
            _put_off(event, away)
        if heard.cancelled():
            return await _when_back(event, partial(self._try_form, event))
        return None, UserError("form-not-saved")

    async def _try_form(self, event: Filled) -> tuple[Answer | None, UserError | None]:
        """Takes the form, or says why not."""
        started = perf_counter()
        try:
            if event.doubtful:
                raise NotAllowed("form-doubtful")
            answer = await self._take_form(event)
        except UserError as wrong:
            _log_line(event, wrong.key, started)
            return None, wrong
        except StoreAway:
            raise
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            return None, UserError("error-bug", id=_bug(event))
        _log_line(event, "done", started)
        return answer, None

    async def _take_form(self, event: Filled) -> Answer | None:
        """A connection that was lost is tried once more at once: what was kept after
        all, though nobody heard it, is claimed by then and not done again.
        """
        try:
            return await self._take(event, None, fresh=True)
        except StoreAway:
            return await self._take(event, None, fresh=True)

    async def _work(self, event: Inbound) -> None:
        """The platform is asked who somebody is, if need be, outside of any unit."""
        event, facts = await self._carried_on(event)
        try:
            await self._try(event, facts)
        except Strangers:
            await self._try(event, await self._identify.look_up(event))

    async def _try(self, event: Inbound, facts: Facts | None) -> None:
        """Takes the event, or says why not; when there is a hand free."""
        started = perf_counter()
        async with self._hands:
            answer, outcome = await self._outcome(event, facts)
        _log_line(event, outcome, started)
        self._answer(answer)

    async def _outcome(
        self, event: Inbound, facts: Facts | None
    ) -> tuple[Answer | None, str]:
        outcome = "done"
        try:
            answer = await self._take(event, facts, fresh=False)
        except (Strangers, StoreAway):
            raise
        except UserError as wrong:
            outcome = wrong.key
            answer = await self._refuse(event, facts, wrong)
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            outcome = "bug"
            bug = UserError("error-bug", id=_bug(event))
            answer = await self._refuse(event, facts, bug)
        return answer, outcome

    def _answer(self, answer: Answer | None) -> None:
        """Answers a person in order; a form waits for nothing: its click is short.

        One that is open already changes in the order they chose in.
        """
        if answer is None:
            return
        opens = answer.is_form and not getattr(answer.event, "partly", False)
        lane: Hashable = answer.event.id if opens else answer.event.who
        self._answering.run(lane, self._answers.give(answer))

    async def _carried_on(self, event: Inbound) -> tuple[Inbound, Facts | None]:
        """The event; of one that says who was meant, the words before it, and what is
        to be known about them.
        """
        if not meant.may_answer(event):
            return event, None
        async with self._store.reading() as db:
            said = await meant.carried_on(db, event, self._answers.now())
        if said is None:
            return event, None
        return said, replace(await self._identify.look_up(said), carries_on=True)

    async def _take(
        self, event: Inbound, facts: Facts | None, *, fresh: bool
    ) -> Answer | None:
        async with self._store() as db:
            if fresh and not await db.inbox.claim(event):
                return None
            if not await db.inbox.done(event):
                return None  # somebody else has worked on it
            ctx = await self._identify.meet(db, event, facts)
            if facts and facts.carries_on:
                await meant.forget(db, ctx.person.id)
            reply = await drafted(ctx, await self._router.run(ctx))
            home = await self._router.home(ctx)
            reply = await self._answers.left_to_say(ctx, reply)
            promise = await self._answers.promise(ctx, reply)
            await db.commit()
        return Answer(event, ctx.person, ctx.t, reply, home, promise)

    async def _refuse(
        self, event: Inbound, facts: Facts | None, wrong: UserError
    ) -> Answer | None:
        """Keeps who it was and that it is done, and nothing else of the event."""
        async with self._store() as db:
            if not await db.inbox.done(event):
                return None
            ctx = await self._identify.meet(db, event, facts)
            unclear = wrong if isinstance(wrong, Unclear) else None
            asked = await meant.ask(ctx, unclear) if unclear else None
            await db.commit()
        reply = asked or self._answers.refusal(ctx, wrong)
        return Answer(event, ctx.person, ctx.t, reply)

    async def _by_field(
        self, event: Filled, wrong: UserError | None
    ) -> Mapping[str, str]:
        """What is wrong beside its field; what is about no field, at the first."""
        if wrong is None:
            return {}
        t = await self._identify.words(event.who)
        if isinstance(wrong, FieldErrors):
            return {name: t(e.key, **e.values) for name, e in wrong.fields.items()}
        return {next(iter(event.values), ""): t(wrong.key, **wrong.values)}

    async def _refuse_late(self, event: Filled, wrong: UserError) -> Answer:
        """Keeps what was typed for the next opening, and tells it all in a card."""
        opener = Opener.read(event.reopen)
        async with self._store() as db:
            ctx = await self._identify.meet(db, event)
            if opener.action:
                await keep(ctx, opener, event.values)
            await db.commit()
        async with self._store() as db:  # looking how it opens now changes nothing
            ctx = await self._identify.meet(db, event)
            form = None
            with suppress(UserError):  # it opens no longer
                form = await self._router.form(ctx, opener)
            reply = await refused_late(ctx, event, form, wrong)
        return Answer(event, ctx.person, ctx.t, reply)


@dataclass(frozen=True, slots=True)
class Shows:
    """What a caller shows by itself of a form's answer: the form that follows, a
    file.
    """

    forms: bool
    files: bool

    def taken(self, answer: Answer | None, wrong: Mapping[str, str]) -> Taken:
        """What the caller gets of the answer."""
        body = answer.reply.body if answer and answer.reply else None
        match body:
            case Form() if self.forms:
                return Taken(wrong, then=body)
            case Card() if self.files:
                return Taken(wrong, file=_file(body))
            case _:
                return Taken(wrong)


def _file(card: Card) -> Sheet | None:
    files = (block for block in card.blocks if isinstance(block, Attachment))
    return next((each.sheet for each in files), None)


async def _when_back(event: Event, work: Callable[[], Awaitable[T]]) -> T:
    """What it gives, however long the database is away."""
    try:
        return await work()
    except StoreAway as away:
        _put_off(event, away)
    while True:
        await asyncio.sleep(AGAIN)
        with suppress(StoreAway):
            return await work()


def _put_off(event: Event, away: StoreAway) -> None:
    log.warning("store away", extra={"event": event.id, "why": str(away)})


def _bug(event: Event) -> str:
    """Logs the exception in hand once, and returns the id to tell the person."""
    bug = secrets.token_hex(4)
    log.exception("bug", extra={"bug": bug, "event": event.id})
    return bug


def _log_line(event: Event, outcome: str, started: float) -> None:
    log.info(
        "event",
        extra={
            "kind": type(event).__name__,
            "event": event.id,
            "who": event.who.id,
            "outcome": outcome,
            "ms": round((perf_counter() - started) * 1000),
        },
    )
