"""Sends what is due: every message nobody is waiting for (DESIGN §5).

Each is looked at first: is it too late, is there anything to say, may it be now? Then
it gets its turn in the lanes of its platform (`bot.rituals.pace`).

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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from bot.errors import (
    CannotEdit,
    ChatError,
    Disconnected,
    NotSaid,
    RateLimited,
    Rejected,
    StoreAway,
    Unreachable,
)
from bot.messages import Card
from bot.model.budget import QUOTA
from bot.model.delivery import FRESH, Delivery, DeliveryState
from bot.model.lane import Call
from bot.model.receipt import Attempt, Outcome
from bot.model.refs import MessageRef
from bot.ports import Calendar, Chat, Clock, Directory, Store, Translate
from bot.rituals.address import Address, Way
from bot.rituals.boxes import Boxes
from bot.rituals.doubt import DIED, Doubt, back_off
from bot.rituals.failed import give_up
from bot.rituals.flow import Writer
from bot.rituals.pace import Pace, Ready
from bot.rituals.patience import patiently
from bot.rituals.quiet import Quiet
from bot.rituals.sent import Sent
from bot.rituals.thrift import Thrift
from bot.rituals.wording import Wording
from bot.rituals.workspaces import PATIENCE, Workspaces

log = logging.getLogger(__name__)

BATCH = 50
LOOKS = 8  # messages looked at side by side
AT_ONCE = 20  # calls side by side to one workspace: DingTalk tells twenty at once
STOPPING = "stopping"
PATIENT = 72  # attempts in vain, six hours of them, before it is given up as failed
GONE_FOR = timedelta(hours=1)  # between tries in a workspace that let us go
LONGEST = 30.0  # seconds for one call with all it waits for: well below LOST


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
        pace: Pace | None = None,
        boxes: Boxes | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat
        self._wording = Wording(
            store=store,
            clock=clock,
            chat=chat,
            calendar=calendar,
            words=words,
            notices=notices,
        )
        self._thrift = Thrift(store, clock, calendar)
        boxes = boxes or Boxes(clock, words)
        self._address = Address(store, directory, self._thrift, boxes)
        self._doubt = Doubt(store, clock, chat, self._address)
        self._quiet = Quiet(store, clock, calendar)
        self._pace = pace or Pace(store, clock, chat)
        self._workspaces = Workspaces(self._serve, self._pace, patience)
        self._busy = asyncio.Lock()
        self._closing = False
        self._away: StoreAway | None = None
        self._sent = Sent(store, clock)

    def close(self) -> None:
        """Begins to send nothing more; what was marked and not called is for others."""
        self._closing = True

    async def end(self) -> None:
        """Returns when nothing is being sent any more."""
        await self._workspaces.end()

    async def deliver_due(self) -> int:
        """Clears doubts and sends one batch of what is due, and whose turn it is; says
        how many deliveries it looked at. Raises StoreAway, after everything else, where
        something could not be read or written: that is as it was, for the next beat.
        """
        async with self._busy:
            self._away = None
            await self._sent.write_down()
            await self._pace.write_down()
            now = self._clock.now()
            async with self._store() as db:  # a writing unit: it locks what it takes
                doubtful = await db.deliveries.in_doubt(now)
                in_hand = self._workspaces.in_hand
                found = await db.deliveries.due(now, BATCH + len(in_hand))
                if due := [each for each in found if each.id not in in_hand]:
                    await self._thrift.look(db)
            gate = asyncio.Semaphore(LOOKS)
            async with asyncio.TaskGroup() as tasks:
                for delivery in doubtful:
                    tasks.create_task(self._take_over(delivery, gate))
                tasks.create_task(self._carry(due))
            if self._away:
                raise self._away
            return len(doubtful) + len(due)

    @property
    def behind(self) -> bool:
        """Whether something that was said here is still to be written down."""
        return self._pace.behind or self._sent.behind

    def next_turn(self) -> datetime | None:
        """When the next message may go, as far as this process knows."""
        return self._pace.next_turn(self._clock.now())

    async def _take_over(self, delivery: Delivery, gate: asyncio.Semaphore) -> None:
        """One that somebody began to send, and died."""
        async with gate:
            with self._next_beat():
                await self._doubt.clear(delivery, DIED, None)

    async def _carry(self, due: Sequence[Delivery]) -> None:
        """Sends what can go now."""
        ready = await self._pace.in_turn(await self._look(due))
        await self._workspaces.serve(ready)

    async def _look(self, due: Sequence[Delivery]) -> Sequence[Ready]:
        """What could go now, of what is due; the rest is settled or put off. What is
        for one person or place is looked at in order.
        """
        lines: defaultdict[object, list[Delivery]] = defaultdict(list)
        for delivery in due:
            lines[delivery.draft.place or delivery.draft.person_id].append(delivery)
        ready: dict[int, Ready] = {}
        gate = asyncio.Semaphore(LOOKS)

        async def look(line: Sequence[Delivery]) -> None:
            async with gate:
                with self._next_beat():
                    for delivery in line:
                        if found := await self._prepare(delivery):
                            ready[delivery.id] = found

        async with asyncio.TaskGroup() as tasks:
            for line in lines.values():
                tasks.create_task(look(line))
        return [ready[each.id] for each in due if each.id in ready]

    async def _prepare(self, delivery: Delivery) -> Ready | None:
        """The message with its text and its way; None where it does not go now."""
        if _too_late(delivery, self._clock.now()):
            await self._mark(delivery, DeliveryState.EXPIRED)
            return None
        if delivery.shown and delivery.message is None:
            await self._say_nothing(delivery)  # said where it cannot be edited
            return None
        try:
            card = await self._wording.write(delivery)
        except StoreAway:
            raise
        except Exception:  # a bug in one notice must not hold up the others
            log.exception("notice", extra={"key": delivery.draft.key})
            await self._mark(delivery, DeliveryState.FAILED, error="bug")
            return None
        if card is None:
            await self._say_nothing(delivery)
            return None
        told = delivery.in_turn(self._clock.now())  # it was asked for before
        if not told and await self._quiet.puts_off(delivery, card):
            return None
        if await self._thrift.puts_off(delivery, card):
            return None
        return await self._addressed(delivery, card)

    async def _addressed(self, delivery: Delivery, card: Card) -> Ready | None:
        try:
            way = await self._address.way(delivery)
            place = self._address.mailbox(way)
        except ChatError as nowhere:
            await self._give_up(delivery, None, nowhere)
            return None
        call = Call.EDIT if delivery.message else Call.POST
        lanes = tuple(self._chat.lanes(place, call))
        card = self._address.card(way, card)
        return Ready(delivery, card, way, lanes, wrote=delivery.wanted)

    async def _serve(self, ready: Sequence[Ready]) -> None:
        """Sends what there is for one workspace: in rounds, and in each of them one
        message to every place. A place that must wait waits with all there is for it.
        """
        lines: defaultdict[object, list[Ready]] = defaultdict(list)
        for each in ready:
            lines[each.line].append(each)
        while lines and not self._closing:
            first = list(lines.items())[:AT_ONCE]
            begun = await self._pace.begin([line for _, line in first])
            async with asyncio.TaskGroup() as tasks:
                sent = {
                    each.line: tasks.create_task(self._bring(each)) for each in begun
                }
            for key, line in first:
                del line[0]
                if not line or key not in sent or not sent[key].result():
                    del lines[key]

    async def _bring(self, ready: Ready) -> bool:
        """One message that is marked, from call to receipt. False when what else there
        is for its place must wait.
        """
        try:
            return await self._brought(ready)
        except StoreAway as away:
            self._away = away
            return False

    async def _brought(self, ready: Ready) -> bool:
        try:
            message = await self._send(ready)
        except ChatError as failed:
            return await self._failed(ready, failed)
        edited = ready.delivery.message is not None
        sent = None if edited else self._tried(ready.way, Outcome.SENT)
        await self._sent.keep(ready, message, sent)
        return True

    @contextmanager
    def _next_beat(self) -> Iterator[None]:
        """What the database was away for is left as it is."""
        try:
            yield
        except StoreAway as away:
            self._away = away

    async def _send(self, ready: Ready) -> MessageRef | None:
        delivery = ready.delivery
        if delivery.message is not None:
            edit = self._chat.edit(delivery.message, ready.card)
            with suppress(CannotEdit):  # it stays as it was said
                await patiently(edit, LONGEST)
            return delivery.message
        if delivery.tried_at and self._clock.now() - delivery.tried_at > FRESH:
            raise NotSaid("stalled")  # somebody else may have taken it over by now
        if self._closing:
            raise NotSaid(STOPPING)
        place = self._address.mailbox(ready.way)
        post = self._chat.post(place, ready.card, key=delivery.draft.key)
        return await patiently(post, LONGEST)

    async def _failed(self, ready: Ready, failed: ChatError) -> bool:
        delivery, way = ready.delivery, ready.way
        patient = delivery.attempts < PATIENT
        match failed:
            case RateLimited(retry_after=seconds):
                self._pace.refused(ready.lanes, failed)
                await self._pace.write_down()
                tried = self._tried(way, Outcome.RATE_LIMITED, failed)
                await self._again(delivery, timedelta(seconds=seconds), tried)
                return False
            case NotSaid(code=code) if code == STOPPING:
                await self._again(delivery, timedelta(0), None)
                return False
            case NotSaid() if patient:
                tried = self._tried(way, Outcome.UNREACHABLE, failed)
                await self._again(delivery, back_off(delivery.attempts), tried)
                return False
            case Unreachable() if patient:
                await self._doubt.clear(delivery, failed.code, way)
                return False
            case Rejected(code=code) if code == QUOTA:
                tried = way.tried(self._clock.now(), Outcome.RATE_LIMITED, code)
                await self._thrift.used_up(delivery, tried)
                return False
            case Rejected() | Disconnected() | NotSaid() if await self._address.another(
                delivery, way
            ):
                tried = self._tried(way, Outcome.REROUTED, failed)
                await self._again(delivery, timedelta(0), tried)
            case Disconnected():  # it waits until it has us again, or its time is over
                await self._again(delivery, GONE_FOR, None)
                return False
            case _:
                await self._give_up(delivery, way, failed)
        return True

    async def _give_up(
        self, delivery: Delivery, way: Way | None, failed: ChatError
    ) -> None:
        log.warning(
            "delivery failed", extra={"key": delivery.draft.key, "why": failed.code}
        )
        tried = self._tried(way, Outcome.FAILED, failed) if way else None
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
        self, way: Way, outcome: Outcome, failed: ChatError | None = None
    ) -> Attempt:
        """The attempt on the receipt."""
        return way.tried(self._clock.now(), outcome, failed.code if failed else "")

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
