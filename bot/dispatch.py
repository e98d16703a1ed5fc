"""One inbound event: claim, identify, route, run, reply, one log line.

The claim is durable before the platform is told "got it"; the work follows in a task
of ours. The handler's changes, the mark that the event is done and the messages that
follow from it are one transaction; the answer is sent after the commit.
"""

import asyncio
import logging
import secrets
from collections.abc import Coroutine, Mapping
from time import perf_counter

from bot.answers import Answer, Answers
from bot.errors import FieldErrors, UserError
from bot.events import Event, Filled, Inbound
from bot.identify import Facts, Identify
from bot.model.refs import UserRef
from bot.ports import Store
from bot.routing import Router

log = logging.getLogger(__name__)


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
        self._last: dict[UserRef, asyncio.Task[None]] = {}

    async def accept(self, event: Inbound) -> None:
        """Stores the event and starts the work; an event seen before ends here."""
        async with self._store() as db:
            fresh = await db.inbox.claim(event)
            await db.commit()
        if fresh:
            self._follow(event, self._work(event))

    async def submit(self, event: Filled) -> Mapping[str, str]:
        """Works on a form at once and says what is wrong, by field.

        Whatever is wrong, the form stays open with everything that was typed.
        """
        started = perf_counter()
        facts = await self._identify.look_up(event)
        try:
            answer = await self._take(event, facts, fresh=True)
        except FieldErrors as wrong:
            t = await self._identify.words(event.who)
            _log_line(event, "fields refused", started)
            return {name: t(e.key, **e.values) for name, e in wrong.fields.items()}
        except UserError as wrong:
            return await self._refuse_form(event, wrong)
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            return await self._refuse_form(
                event, UserError("error-bug", id=_bug(event))
            )
        _log_line(event, "done", started)
        if answer:
            self._follow(event, self._answers.give(answer))
        return {}

    async def recover(self) -> None:
        """Starts the work on events that were acknowledged before a crash."""
        async with self._store.reading() as db:
            waiting = await db.inbox.waiting()
        for event in waiting:
            self._follow(event, self._work(event))

    async def idle(self) -> None:
        """Returns when nothing is being worked on."""
        while self._last:
            await asyncio.wait(list(self._last.values()))

    def _follow(self, event: Event, work: Coroutine[None, None, None]) -> None:
        """Runs the work after whatever this person asked for before."""
        before = self._last.get(event.who)
        task = asyncio.create_task(_after(before, work))
        self._last[event.who] = task
        task.add_done_callback(lambda done: self._forget(event.who, done))

    def _forget(self, who: UserRef, done: "asyncio.Task[None]") -> None:
        if self._last.get(who) is done:
            del self._last[who]

    async def _work(self, event: Inbound) -> None:
        started = perf_counter()
        facts = await self._identify.look_up(event)
        outcome = "done"
        try:
            answer = await self._take(event, facts, fresh=False)
        except UserError as wrong:
            outcome = wrong.key
            answer = await self._refuse(event, facts, wrong)
        except Exception:  # noqa: BLE001 a bug: the person is told the id of its log
            outcome = "bug"
            bug = UserError("error-bug", id=_bug(event))
            answer = await self._refuse(event, facts, bug)
        _log_line(event, outcome, started)
        if answer:
            await self._answers.give(answer)

    async def _take(
        self, event: Inbound, facts: Facts, *, fresh: bool
    ) -> Answer | None:
        async with self._store() as db:
            if fresh and not await db.inbox.claim(event):
                return None
            ctx = await self._identify.meet(db, event, facts)
            reply = await self._router.run(ctx)
            home = await self._router.home(ctx)
            reply = await self._answers.left_to_say(ctx, reply)
            promise = await self._answers.promise(ctx, reply)
            await db.inbox.done(event)
            await db.commit()
        return Answer(event, ctx.person, ctx.t, reply, home, promise)

    async def _refuse(self, event: Inbound, facts: Facts, wrong: UserError) -> Answer:
        """Keeps who it was and that it is done, and nothing else of the event."""
        async with self._store() as db:
            ctx = await self._identify.meet(db, event, facts)
            await db.inbox.done(event)
            await db.commit()
        return Answer(event, ctx.person, ctx.t, self._answers.refusal(ctx, wrong))

    async def _refuse_form(self, event: Filled, wrong: UserError) -> Mapping[str, str]:
        t = await self._identify.words(event.who)
        return {next(iter(event.values), ""): t(wrong.key, **wrong.values)}


async def _after(
    before: "asyncio.Task[None] | None", work: Coroutine[None, None, None]
) -> None:
    if before is not None:
        await asyncio.wait([before])
    await work


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
