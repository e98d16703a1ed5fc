"""Sends what is due: every message nobody is waiting for (DESIGN §5).

A delivery is marked `sending` before the call and `sent` after it, each committed. One
that is found in `sending` after a crash is in doubt: it is looked up in the chat by
its key first, and sent again only if it is not there or the chat cannot say.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import CannotEdit, ChatError, RateLimited, Rejected, Unreachable
from bot.messages import Card
from bot.model.budget import QUOTA
from bot.model.delivery import Delivery, DeliveryState
from bot.model.link import kind_of
from bot.model.people import Person
from bot.model.refs import MessageRef, PlaceRef
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
from bot.rituals.flow import Scene, Writer
from bot.rituals.quiet import Quiet
from bot.rituals.room import voice
from bot.rituals.thrift import Thrift

log = logging.getLogger(__name__)

BATCH = 50
AT_ONCE = 8  # places served side by side; one place is served in order
PATIENT = 72  # attempts in vain, six hours of them, before it is given up as failed
BACK_OFF = timedelta(seconds=5)


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
        self._directory = directory
        self._calendar = calendar
        self._words = words
        self._notices = notices
        self._thrift = Thrift(store, clock, calendar)
        self._quiet = Quiet(store, clock, calendar)
        self._busy = asyncio.Lock()

    async def deliver_due(self) -> int:
        """Sends one batch of what is due; says how many deliveries it looked at."""
        async with self._busy:
            async with self._store() as db:  # a writing unit: it locks what it takes
                due = await db.deliveries.due(self._clock.now(), BATCH)
                if due:
                    await self._thrift.look(db)
            lanes: defaultdict[object, list[Delivery]] = defaultdict(list)
            for delivery in due:
                lanes[delivery.draft.place or delivery.draft.person_id].append(delivery)
            gate = asyncio.Semaphore(AT_ONCE)
            async with asyncio.TaskGroup() as tasks:
                for lane in lanes.values():
                    tasks.create_task(self._serve(lane, gate))
            return len(due)

    async def recover(self) -> None:
        """Settles what a crash left in doubt: looks in the chat before sending
        again.
        """
        async with self._store.reading() as db:
            doubtful = await db.deliveries.in_doubt()
        for delivery in doubtful:
            await self._clear_doubt(delivery)

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
        await self._mark(delivery, DeliveryState.SENDING)
        try:
            message = await self._send(delivery, card)
        except ChatError as failed:
            return await self._failed(delivery, failed)
        await self._mark(
            delivery, DeliveryState.SENT, message=message, shown=delivery.wanted
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
            can=self._chat.can(where) if where else Abilities(),
            place=where,
            can_at=self._chat.can,
        )

    async def _send(self, delivery: Delivery, card: Card) -> MessageRef | None:
        if delivery.message is not None:
            with suppress(CannotEdit):  # it stays as it was said
                await self._chat.edit(delivery.message, card)
            return delivery.message
        place = await self._address(delivery)
        return await self._chat.post(place, card, key=delivery.draft.key)

    async def _address(self, delivery: Delivery) -> PlaceRef:
        """The place, in the thread of the parent; a person's own direct
        conversation.
        """
        async with self._store.reading() as db:
            draft = delivery.draft
            parent = await db.deliveries.get(draft.parent) if draft.parent else None
            if parent and parent.message:
                there, id = parent.message.place, parent.message.id
                return replace(there, thread=there.thread or id)
            if draft.place:
                return draft.place
            person_id, about = draft.person_id or 0, kind_of(draft.kind)
            accounts = await db.people.accounts(person_id, about)
        if not accounts:
            raise ChatError("no_account")
        account = self._thrift.account(accounts, draft)
        if account.dm:
            return account.dm
        dm = await self._directory.direct(account.ref)
        async with self._store() as db:
            await db.people.remember_dm(account.ref, dm)
            await db.commit()
        return dm

    async def _failed(self, delivery: Delivery, failed: ChatError) -> bool:
        now = self._clock.now()
        match failed:
            case RateLimited(retry_after=seconds):
                later = now + timedelta(seconds=seconds)
                await self._mark(delivery, DeliveryState.PENDING, due=later)
                return False
            case Unreachable() if delivery.attempts < PATIENT:
                await self._clear_doubt(delivery)
                return False
            case Rejected(code=code) if code == QUOTA:
                await self._thrift.used_up(delivery)
                return True
            case _:
                log.warning(
                    "delivery failed",
                    extra={"key": delivery.draft.key, "why": failed.code},
                )
                await self._mark(delivery, DeliveryState.FAILED, error=failed.code)
                return True

    async def _clear_doubt(self, delivery: Delivery) -> None:
        """Marks it sent if the chat has it; else plans another attempt."""
        message = delivery.message or await self._look_up(delivery)
        if message is not None and delivery.message is None:
            await self._mark(delivery, DeliveryState.SENT, message=message, shown=0)
            return
        wait = BACK_OFF * 2 ** min(delivery.attempts, 6)
        await self._mark(delivery, DeliveryState.PENDING, due=self._clock.now() + wait)

    async def _look_up(self, delivery: Delivery) -> MessageRef | None:
        since = (delivery.tried_at or self._clock.now()) - timedelta(minutes=5)
        key = delivery.draft.key
        try:
            place = await self._address(delivery)
            return await self._chat.find(
                place, key, since
            ) or await self._look_elsewhere(delivery, place, since)
        except ChatError:
            return None

    async def _look_elsewhere(
        self, delivery: Delivery, place: PlaceRef, since: datetime
    ) -> MessageRef | None:
        """Where it may have gone before the person wished to get it here."""
        async with self._store.reading() as db:
            accounts = await db.people.accounts(delivery.draft.person_id or 0)
        for dm in (account.dm for account in accounts if account.dm):
            if dm != place:
                found = await self._chat.find(dm, delivery.draft.key, since)
                if found:
                    return found
        return None

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
    ) -> None:
        async with self._store() as db:
            await db.deliveries.mark(
                delivery,
                state,
                self._clock.now(),
                message=message,
                shown=shown,
                error=error,
                due=due,
            )
            await db.commit()


def _too_late(delivery: Delivery, now: datetime) -> bool:
    """Whether its time has passed; what people have seen already never expires."""
    expires = delivery.draft.expires
    return not delivery.shown and expires is not None and now > expires
