"""Sends what is due: every message nobody is waiting for (DESIGN §5).

A delivery is marked `sending` before the call and `sent` after it, each committed: by
compare and set, so that a process which was stalled in between cannot undo, or do
again, what another one did. Who has not begun the call within seconds of the mark does
not make it (facts/engine §5.4). One that stays in `sending` is in doubt: it is looked
up in the chat by its key first, and sent again only if it is not there, or the chat
cannot say and the kind of message allows it (`bot.rituals.doubt`).
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot.errors import (
    CannotEdit,
    ChatError,
    NotSaid,
    RateLimited,
    Rejected,
    Unreachable,
)
from bot.messages import Card
from bot.model.budget import QUOTA
from bot.model.delivery import FRESH, Delivery, DeliveryState
from bot.model.people import Person
from bot.model.receipt import Attempt, Outcome
from bot.model.refs import MessageRef
from bot.ports import (
    Abilities,
    Calendar,
    Chat,
    Clock,
    Directory,
    Store,
    Translate,
    UnitOfWork,
)
from bot.rituals.address import Address, Way
from bot.rituals.doubt import Doubt, back_off
from bot.rituals.failed import give_up
from bot.rituals.flow import Scene, Writer
from bot.rituals.patience import patiently
from bot.rituals.quiet import Quiet
from bot.rituals.room import voice
from bot.rituals.thrift import Thrift

log = logging.getLogger(__name__)

BATCH = 50
AT_ONCE = 8  # places served side by side; one place is served in order
PATIENT = 72  # attempts in vain, six hours of them, before it is given up as failed
LONGEST = 40.0  # seconds for one call with all it waits for: well below LOST


class Courier:
    """Carries deliveries from the database to the chats."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        chat: Chat,
        directory: Directory,
        calendar: Calendar,
        words: Callable[[str, str], Translate],
        notices: Mapping[str, Writer],
    ) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat
        self._calendar = calendar
        self._words = words
        self._notices = notices
        self._thrift = Thrift(store, clock, calendar)
        self._address = Address(store, directory, self._thrift)
        self._doubt = Doubt(store, clock, chat, self._address)
        self._quiet = Quiet(store, clock, calendar)
        self._busy = asyncio.Lock()

    async def deliver_due(self) -> int:
        """Clears doubts and sends one batch of what is due; says how many deliveries it
        looked at.
        """
        async with self._busy:
            now = self._clock.now()
            async with self._store() as db:  # a writing unit: it locks what it takes
                doubtful = await db.deliveries.in_doubt(now)
                due = await db.deliveries.due(now, BATCH)
                if due:
                    await self._thrift.look(db)
            lanes: defaultdict[object, list[Delivery]] = defaultdict(list)
            for delivery in due:
                lanes[delivery.draft.place or delivery.draft.person_id].append(delivery)
            gate = asyncio.Semaphore(AT_ONCE)
            async with asyncio.TaskGroup() as tasks:
                for delivery in doubtful:
                    tasks.create_task(self._take_over(delivery, gate))
                for lane in lanes.values():
                    tasks.create_task(self._serve(lane, gate))
            return len(doubtful) + len(due)

    async def _take_over(self, delivery: Delivery, gate: asyncio.Semaphore) -> None:
        """One that somebody began to send, and died."""
        async with gate:
            await self._doubt.clear(delivery, "lost", None)

    async def _serve(self, lane: Sequence[Delivery], gate: asyncio.Semaphore) -> None:
        async with gate:
            for delivery in lane:
                if not await self._carry(delivery):
                    return

    async def _carry(self, delivery: Delivery) -> bool:
        """One delivery, from text to receipt. False when its lane must wait."""
        if _too_late(delivery, self._clock.now()):
            await self._mark(delivery, DeliveryState.EXPIRED)
            return True
        if delivery.shown and delivery.message is None:
            await self._say_nothing(delivery)  # said where it cannot be edited
            return True
        try:
            card = await self._write(delivery)
        except Exception:  # a bug in one notice must not hold up the others
            log.exception("notice", extra={"key": delivery.draft.key})
            await self._mark(delivery, DeliveryState.FAILED, error="bug")
            return True
        if card is None:
            await self._say_nothing(delivery)
            return True
        if await self._quiet.puts_off(delivery, card):
            return True
        if await self._thrift.puts_off(delivery, card):
            return True
        sending = await self._mark(delivery, DeliveryState.SENDING)
        if sending is None:
            return True  # another process has it
        return await self._bring(sending, card, delivery.wanted)

    async def _bring(self, delivery: Delivery, card: Card, version: int) -> bool:
        """One delivery that is marked, from call to receipt."""
        way: Way | None = None
        try:
            way = await self._address.way(delivery)
            message = await self._send(delivery, card, way)
        except ChatError as failed:
            return await self._failed(delivery, way, failed)
        sent = None if delivery.message else self._tried(way, Outcome.SENT)
        await self._mark(
            delivery, DeliveryState.SENT, message=message, shown=version, attempt=sent
        )
        return True

    async def _write(self, delivery: Delivery) -> Card | None:
        """The message as it should read now, in the reader's language."""
        writer = self._notices.get(delivery.draft.kind)
        if writer is None:
            log.error("no notice", extra={"kind": delivery.draft.kind})
            return None
        async with self._store.reading() as db:
            return await writer(await self._scene(db, delivery))

    async def _scene(self, db: UnitOfWork, delivery: Delivery) -> Scene:
        organization = await db.people.organization()
        now, where = self._clock.now(), delivery.draft.place
        parent = delivery.draft.parent
        above = await db.deliveries.get(parent) if parent else None
        reader: Person | None = None
        if delivery.draft.person_id is not None:
            reader = await db.people.get(delivery.draft.person_id)
        if where:
            t, _ = await voice(db, self._words, organization, where, now)
        else:
            side = reader or organization
            t = self._words(side.language, side.zone).on(now)
        return Scene(
            db=db,
            now=now,
            t=t,
            organization=organization,
            reader=reader,
            args=delivery.draft.args,
            calendar=self._calendar,
            can=self._chat.can(where) if where else Abilities(),
            place=where,
            can_at=self._chat.can,
            orphan=above is not None and above.never_came,
        )

    async def _send(
        self, delivery: Delivery, card: Card, way: Way
    ) -> MessageRef | None:
        if delivery.message is not None:
            edit = self._chat.edit(delivery.message, card)
            with suppress(CannotEdit):  # it stays as it was said
                await patiently(edit, LONGEST)
            return delivery.message
        place = await self._address.place(way)
        if delivery.tried_at and self._clock.now() - delivery.tried_at > FRESH:
            raise NotSaid("stalled")  # somebody else may have taken it over by now
        post = self._chat.post(place, card, key=delivery.draft.key)
        return await patiently(post, LONGEST)

    async def _failed(
        self, delivery: Delivery, way: Way | None, failed: ChatError
    ) -> bool:
        patient = delivery.attempts < PATIENT
        match failed:
            case RateLimited(retry_after=seconds):
                tried = self._tried(way, Outcome.RATE_LIMITED, failed)
                await self._again(delivery, timedelta(seconds=seconds), tried)
                return False
            case NotSaid() if patient:
                tried = self._tried(way, Outcome.UNREACHABLE, failed)
                await self._again(delivery, back_off(delivery.attempts), tried)
                return False
            case Unreachable() if patient:
                await self._doubt.clear(delivery, failed.code, way)
                return False
            case Rejected(code=code) if way and code == QUOTA:
                tried = way.tried(self._clock.now(), Outcome.RATE_LIMITED, code)
                await self._thrift.used_up(delivery, tried)
            case Rejected() if way and await self._address.another(delivery, way):
                tried = self._tried(way, Outcome.REROUTED, failed)
                await self._again(delivery, timedelta(0), tried)
            case _:
                await self._give_up(delivery, way, failed)
        return True

    async def _give_up(
        self, delivery: Delivery, way: Way | None, failed: ChatError
    ) -> None:
        log.warning(
            "delivery failed", extra={"key": delivery.draft.key, "why": failed.code}
        )
        tried = self._tried(way, Outcome.FAILED, failed)
        async with self._store() as db:
            await give_up(db, delivery, failed, self._clock.now(), tried)
            await db.commit()

    async def _again(
        self, delivery: Delivery, wait: timedelta, tried: Attempt | None
    ) -> None:
        """Plans another attempt."""
        due = self._clock.now() + wait
        await self._mark(delivery, DeliveryState.PENDING, due=due, attempt=tried)

    def _tried(
        self, way: Way | None, outcome: Outcome, failed: ChatError | None = None
    ) -> Attempt | None:
        """The attempt on the receipt; none where there was no way to try."""
        error = failed.code if failed else ""
        return way.tried(self._clock.now(), outcome, error) if way else None

    async def _say_nothing(self, delivery: Delivery) -> None:
        """Nothing to say: what was not sent expires, what was stays as it is."""
        if delivery.shown:
            await self._mark(delivery, DeliveryState.SENT, shown=delivery.wanted)
        else:
            await self._mark(delivery, DeliveryState.EXPIRED)

    async def _mark(
        self,
        delivery: Delivery,
        state: DeliveryState,
        *,
        message: MessageRef | None = None,
        shown: int | None = None,
        error: str = "",
        due: datetime | None = None,
        attempt: Attempt | None = None,
    ) -> Delivery | None:
        async with self._store() as db:
            marked = await db.deliveries.mark(
                delivery,
                state,
                self._clock.now(),
                message=message,
                shown=shown,
                error=error,
                due=due,
                attempt=attempt,
            )
            await db.commit()
            return marked


def _too_late(delivery: Delivery, now: datetime) -> bool:
    """Whether its time has passed; what people have seen already never expires."""
    expires = delivery.draft.expires
    return not delivery.shown and expires is not None and now > expires
