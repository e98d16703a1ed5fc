"""One event in one transaction: that it is done, what its handler changed, and the
messages that follow from it.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

from bot import meant
from bot.answer import Answer
from bot.answers import Answers
from bot.drafts import drafted, keep, refused_late
from bot.errors import StoreAway, Unclear, UserError
from bot.events import Event, Filled, Inbound
from bot.identify import Identify
from bot.messages import Form
from bot.model.draft import Opener
from bot.owing import owe
from bot.ports import Store
from bot.ports.owed import Owed
from bot.recall import Facts
from bot.routing import Router

log = logging.getLogger(__name__)
# Seconds until what found the database away is tried again: the first time, and later.
SOON, LATER = 0.25, 5.0
T = TypeVar("T")


class Taking:
    """Takes events, or refuses them; the answer is sent afterwards, by who asked."""

    def __init__(
        self, store: Store, identify: Identify, router: Router, answers: Answers
    ) -> None:
        self._store = store
        self._identify = identify
        self._router = router
        self._answers = answers

    async def take(
        self, event: Inbound, facts: Facts | None, *, fresh: bool
    ) -> Answer | None:
        """What its handler answers; None where somebody else has worked on it. One that
        is `fresh` was not claimed before.
        """
        async with self._store() as db:
            if fresh:
                await db.inbox.claim(event)
            if not await db.inbox.done(event):
                return None
            ctx = await self._identify.meet(db, event, facts)
            if facts and facts.carries_on:
                await meant.forget(db, ctx.person.id)
            reply = await drafted(ctx, await self._router.run(ctx))
            home = await self._router.home(ctx)
            reply = await self._answers.left_to_say(ctx, reply)
            promise = await self._answers.promise(ctx, reply)
            owed = await owe(ctx, reply, promise)
            await db.commit()
        return Answer(event, ctx.person, ctx.t, reply, home, promise, owed)

    async def asked(self, sent: Filled) -> Form | None:
        """The form that was sent, with every field that hangs on what stands in it;
        None where it opens no longer. Nothing is kept.
        """
        async with self._store() as db:
            ctx = await self._identify.meet(db, replace(sent, handle=None, partly=True))
            reply = await drafted(ctx, await self._router.run(ctx))
        return reply.body if reply and isinstance(reply.body, Form) else None

    async def refuse(
        self, event: Inbound, facts: Facts | None, wrong: UserError
    ) -> Answer | None:
        """Keeps who it was and that it is done, and nothing else of the event, but of a
        form, which has closed, what was typed.
        """
        if isinstance(event, Filled):
            return await self.refuse_form(event, wrong)
        async with self._store() as db:
            if not await db.inbox.done(event):
                return None
            ctx = await self._identify.meet(db, event, facts)
            unclear = wrong if isinstance(wrong, Unclear) else None
            asked = await meant.ask(ctx, unclear) if unclear else None
            reply = asked or self._answers.refusal(ctx, wrong)
            owed = await owe(ctx, reply, None)
            await db.commit()
        return Answer(event, ctx.person, ctx.t, reply, owed=owed)

    async def refuse_form(self, event: Filled, wrong: UserError) -> Answer:
        """Keeps what was typed for the next opening, and tells it all in a card."""
        opener = Opener.read(event.reopen)
        async with self._store() as db:
            await db.inbox.claim(event)
            await db.inbox.done(event)  # where it was kept, nobody takes it up again
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

    async def owing(self, owed: Owed) -> Answer:
        """What is left to be said by a process that has ended."""
        async with self._store() as db:  # nothing is kept
            ctx = await self._identify.meet(db, owed.event)
        return Answer(
            owed.event, ctx.person, ctx.t, owed.reply, owed=owed, doubtful=True
        )

    async def paid(self, owed: Owed) -> None:
        """Writes down that it was said."""
        async with self._store() as db:
            await db.inbox.paid(owed)
            await db.commit()


async def when_back(event: Event, work: Callable[[], Awaitable[T]]) -> T:
    """What it gives, however long the database is away."""
    try:
        return await work()
    except StoreAway as away:
        put_off(event, away)
    wait = SOON
    while True:
        await asyncio.sleep(wait)
        with suppress(StoreAway):
            return await work()
        wait = min(2 * wait, LATER)


def put_off(event: Event, away: StoreAway) -> None:
    """Logs that it has to wait for the database."""
    log.warning("store away", extra={"event": event.id, "why": str(away)})


def bug_in(event: Event) -> str:
    """Logs the exception in hand once, and returns the id to tell the person."""
    bug = secrets.token_hex(4)
    log.exception("bug", extra={"bug": bug, "event": event.id})
    return bug


def tell(event: Event, outcome: str, started: float) -> None:
    """The one line of the log about an event."""
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
