"""Sends what is due: every message nobody is waiting for (DESIGN §5).

Each is made ready first (`bot.rituals.delivery.preparing`). Then it gets its turn in
the lanes of its platform (`bot.rituals.delivery.pace`).

A delivery is marked `sending` before the call and `sent` after it, each committed: by
compare and set, so that a process which was stalled in between cannot undo, or do
again, what another one did. Who has not begun the call within seconds of the mark does
not make it (facts/engine §5.4). One that stays in `sending` is in doubt: it is looked
up in the chat by its key first, and sent again only if it is not there, or the chat
cannot say and the kind of message allows it (`bot.rituals.delivery.doubt`).
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
    Disconnected,
    NotSaid,
    RateLimited,
    Rejected,
    StoreAway,
    Unreachable,
)
from bot.model.budget import QUOTA
from bot.model.delivery import FRESH, Delivery
from bot.model.receipt import Outcome
from bot.model.refs import MessageRef
from bot.ports import Calendar, Chat, Clock, Directory, Store, Translate
from bot.rituals.delivery.address import Address
from bot.rituals.delivery.apart import AHEAD, apart
from bot.rituals.delivery.boxes import Boxes
from bot.rituals.delivery.doubt import DIED, Doubt, back_off
from bot.rituals.delivery.marks import Marks
from bot.rituals.delivery.pace import Pace, Ready
from bot.rituals.delivery.patience import patiently
from bot.rituals.delivery.preparing import LOOKS, Preparing
from bot.rituals.delivery.quiet import Quiet
from bot.rituals.delivery.sent import Sent
from bot.rituals.delivery.thrift import Thrift
from bot.rituals.delivery.wording import Wording
from bot.rituals.delivery.workspaces import PATIENCE, Workspaces
from bot.rituals.flow import Writer
from bot.rituals.moved import Moved

log = logging.getLogger(__name__)

BATCH = 50
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
        self._batch = AHEAD * BATCH if store.shared else BATCH
        self._clock = clock
        self.moved = Moved(store, clock)
        self._chat = chat
        self._thrift = Thrift(store, clock, calendar)
        boxes = boxes or Boxes(clock, words)
        self._address = Address(store, directory, self._thrift, boxes)
        self._doubt = Doubt(store, clock, chat, self._address)
        self._marks = Marks(store, clock)
        wording = Wording(
            store=store,
            clock=clock,
            chat=chat,
            calendar=calendar,
            words=words,
            notices=notices,
        )
        ways = self._address, Quiet(store, clock, calendar), self._thrift, self._marks
        self._preparing = Preparing(clock, chat, self.moved, wording, *ways)
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
                sending = await db.deliveries.in_doubt(now)
                in_hand = self._workspaces.in_hand
                found = await db.deliveries.due(now, self._batch + len(in_hand))
                if due := [each for each in found if each.id not in in_hand]:
                    await self._thrift.look(db)
            lost = self._doubt.lost.among(sending, now, self.moved.steady())
            doubtful = [each for each in lost if each.id not in in_hand]
            gate = asyncio.Semaphore(LOOKS)
            async with asyncio.TaskGroup() as tasks:
                for delivery in doubtful:
                    tasks.create_task(self._take_over(delivery, gate))
                carried = tasks.create_task(self._carry(due))
            if self._away:
                raise self._away
            return len(doubtful) + carried.result()

    def at_rest(self) -> None:
        """Hears that there was nothing to send, and nothing in `sending`."""
        self._doubt.lost.nothing(self.moved.steady())

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
            try:
                await self._doubt.clear(delivery, DIED, None)
            except StoreAway as away:  # it is left as it is, for the next beat
                self._away = away

    async def _carry(self, due: Sequence[Delivery]) -> int:
        """Sends what can go now, and nobody else has in hand; says how many it looked
        at.
        """
        if not due:
            return 0
        try:
            async with apart(self._store, due, BATCH) as ours:
                found, away = await self._preparing.look(ours)
                self._away = away or self._away
                await self._workspaces.serve(await self._pace.in_turn(found))
                return len(ours)
        except StoreAway as away_now:
            self._away = away_now
            return 0

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
            if await self._doubt.came_late(ready.delivery, ready.way):
                return True
            message = await self._send(ready)
        except ChatError as failed:
            return await self._failed(ready, failed)
        edited = ready.delivery.message is not None
        sent = None if edited else self._marks.tried(ready.way, Outcome.SENT)
        await self._sent.keep(ready, message, sent)
        return True

    async def _send(self, ready: Ready) -> MessageRef | None:
        delivery = ready.delivery
        if delivery.message is not None:
            edit = self._chat.edit(delivery.message, ready.card)
            with suppress(CannotEdit):  # it stays as it was said
                await patiently(edit, LONGEST)
            return delivery.message
        if self._stalled(ready):
            raise NotSaid("stalled")  # somebody else may have taken it over by now
        if self._closing:
            raise NotSaid(STOPPING)
        place = self._address.mailbox(ready.way)
        post = self._chat.post(place, ready.card, key=delivery.draft.key)
        return await patiently(post, LONGEST)

    def _stalled(self, ready: Ready) -> bool:
        """Whether it was marked too long ago: by the clock, or, where that was set
        back, by seconds that nobody sets.
        """
        marked = ready.delivery.tried_at
        by_clock = self._clock.now() - marked if marked else FRESH
        return (
            max(by_clock, timedelta(seconds=self.moved.steady() - ready.marked)) > FRESH
        )

    async def _failed(self, ready: Ready, failed: ChatError) -> bool:
        delivery, way = ready.delivery, ready.way
        patient = delivery.attempts < PATIENT
        match failed:
            case RateLimited(retry_after=seconds):
                self._pace.refused(ready.lanes, failed)
                await self._pace.write_down()
                tried = self._marks.tried(way, Outcome.RATE_LIMITED, failed)
                await self._marks.again(delivery, timedelta(seconds=seconds), tried)
                return False
            case NotSaid(code=code) if code == STOPPING:
                await self._marks.again(delivery, timedelta(0), None)
                return False
            case NotSaid() if patient:
                tried = self._marks.tried(way, Outcome.UNREACHABLE, failed)
                await self._marks.again(delivery, back_off(delivery.attempts), tried)
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
                tried = self._marks.tried(way, Outcome.REROUTED, failed)
                await self._marks.again(delivery, timedelta(0), tried)
            case Disconnected():  # it waits until it has us again, or its time is over
                await self._marks.again(delivery, GONE_FOR, None)
                return False
            case _:
                await self._marks.give_up(delivery, way, failed)
        return True
