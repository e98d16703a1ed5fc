"""When each message may go: the lanes of the platforms, obeyed by every replica.

A message gets its turn when it is ready (*plan*), so that many do not come at once.
When its turn is there, the lanes are asked again (*law*), in the transaction that marks
it `sending`: turns that a dead process left behind come all together. What a platform
refused shuts its lane for everybody (*block*). Answers never wait, but they count.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush

from bot.clock import steady_of
from bot.errors import RateLimited, StoreAway
from bot.messages import Card
from bot.model.delivery import Delivery
from bot.model.lane import Call, Lane, Row, Stands, admit, spend, turn
from bot.model.refs import PlaceRef
from bot.ports import Chat, Clock, Store, UnitOfWork
from bot.rituals.delivery.address import Way

SOON = timedelta(seconds=1)  # until an answer that found no room asks again


@dataclass(frozen=True, slots=True)
class Ready:
    """A message that could go now. `wrote` is the version that its card shows; `marked`
    is the second, of those that nobody sets, at which it was marked `sending`.
    """

    delivery: Delivery
    card: Card
    way: Way
    lanes: Sequence[Lane]
    wrote: int
    marked: float = 0.0

    @property
    def line(self) -> object:
        """What is said to one place or person is said in order."""
        return self.delivery.draft.place or self.delivery.draft.person_id

    def needs_turn(self, now: datetime) -> bool:
        """Whether it has to be planned: for the first time, or as its turn is past. An
        answer that was refused is not: who asked waits for nobody's notices.
        """
        if not self.lanes or self.card.urgent or self.delivery.draft.is_answer:
            return False
        return not self.delivery.in_turn(now)


class Pace:
    """Gives turns, and sees to it that they are kept."""

    def __init__(self, store: Store, clock: Clock, chat: Chat) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat
        self._steady = steady_of(clock)
        self._made: Counter[Lane] = Counter()
        self._shut: dict[Lane, float] = {}  # in seconds that nobody sets
        self._turns: list[datetime] = []

    def answered(self, place: PlaceRef, call: Call) -> None:
        """Counts what was said to somebody who waits, until it is written down."""
        self._made.update(self._chat.lanes(place, call))

    def refused(self, lanes: Sequence[Lane], failed: RateLimited) -> None:
        """Shuts the lanes that the platform meant, until it is written down."""
        until = self._steady() + failed.retry_after
        for lane in lanes:
            if bool(lane.place) == failed.of_place:
                self._shut[lane] = max(until, self._shut.get(lane, until))

    def answer_refused(self, place: PlaceRef, call: Call, failed: RateLimited) -> None:
        """Shuts the lanes that an answer found too full."""
        self.refused(self._chat.lanes(place, call), failed)

    @property
    def behind(self) -> bool:
        """Whether there is something to write down."""
        return bool(self._made or self._shut)

    async def write_down(self) -> None:
        """Lets every replica know what was said and refused here."""
        made, self._made = self._made, Counter()
        shut, self._shut = self._shut, {}
        if not made and not shut:
            return
        try:
            await self._write_down(made, shut)
        except StoreAway:
            self._made.update(made)
            self._shut = shut | self._shut
            raise

    async def _write_down(self, made: Counter[Lane], shut: dict[Lane, float]) -> None:
        now, second = self._clock.now(), self._steady()
        left = {lane: timedelta(seconds=until - second) for lane, until in shut.items()}
        async with self._store() as db:
            await db.lanes.hold({lane: now + wait for lane, wait in left.items()})
            stands = await db.lanes.stand(Row.LAW, made)
            for lane, times in made.items():
                spend(stands, [lane], now, times)
            await db.lanes.keep(Row.LAW, stands)
            await db.commit()

    async def in_turn(self, ready: Sequence[Ready]) -> Sequence[Ready]:
        """Those whose turn it is, answers first; the others get one."""
        now = self._clock.now()
        ready = sorted(ready, key=lambda each: not each.delivery.draft.is_answer)
        new = [each for each in ready if each.needs_turn(now)]
        if not new:
            return ready
        async with self._store() as db:
            ours = await self._ours(db, new)
            waits = await self._plan(db, ours, now)
            await db.commit()
        not_now = ({each.delivery.id for each in new} - _ids(ours)) | waits
        return [each for each in ready if each.delivery.id not in not_now]

    async def begin(self, lines: Collection[Sequence[Ready]]) -> Sequence[Ready]:
        """Marks the first message of each line `sending`, as far as the law allows; a
        line that has to wait gets new turns. Those that are to be sent now.
        """
        now, second = self._clock.now(), self._steady()
        async with self._store() as db:
            ours = await self._ours(db, [line[0] for line in lines])
            may = await self._law(db, ours, now)
            begun = await db.deliveries.turns.begin(
                [each.delivery for each in ours if each.delivery.id in may], now
            )
            late = _ids(ours) - may
            behind = [line for line in lines if line[0].delivery.id in late]
            await self._again(db, [each for line in behind for each in line], now)
            await db.commit()
        marked = {each.id: each for each in begun}
        return [
            replace(each, delivery=marked[each.delivery.id], marked=second)
            for each in ours
            if each.delivery.id in marked
        ]

    async def later(self, ready: Sequence[Ready], wait: timedelta) -> None:
        """Lets them wait for so long, and asks again then."""
        if not ready:
            return
        at = self._clock.now() + wait
        async with self._store() as db:
            await db.deliveries.turns.plan({each.delivery.id: at for each in ready})
            await db.commit()
        heappush(self._turns, at)

    def next_turn(self, now: datetime) -> datetime | None:
        """The next turn after now that was given here."""
        while self._turns and self._turns[0] <= now:
            heappop(self._turns)
        return self._turns[0] if self._turns else None

    async def _again(
        self, db: UnitOfWork, late: Sequence[Ready], now: datetime
    ) -> None:
        """Lets them wait for new turns; answers for the next place that is free. What
        another replica has in hand meanwhile is its own: nobody waits for it.
        """
        ours = await self._ours(db, late)
        answers = [each for each in ours if each.delivery.draft.is_answer]
        soon = now + SOON
        await db.deliveries.turns.plan({each.delivery.id: soon for each in answers})
        if answers:
            heappush(self._turns, soon)
        await self._plan(db, [each for each in ours if each not in answers], now)

    async def _ours(self, db: UnitOfWork, ready: Sequence[Ready]) -> Sequence[Ready]:
        """Those that no other replica has in hand."""
        ours = await db.deliveries.turns.mine([each.delivery for each in ready])
        return [each for each in ready if each.delivery.id in ours]

    async def _law(
        self, db: UnitOfWork, ready: Sequence[Ready], now: datetime
    ) -> set[int]:
        """Those that may go now."""
        stands = await db.lanes.stand(Row.LAW, _lanes(ready))
        may = {
            each.delivery.id
            for each in ready
            if admit(stands, each.lanes, now, urgent=each.card.urgent)
        }
        await db.lanes.keep(Row.LAW, _taken(stands, now))
        return may

    async def _plan(
        self, db: UnitOfWork, ready: Sequence[Ready], now: datetime
    ) -> set[int]:
        """Gives each the next turn; those that have to wait for it: that is written
        down.
        """
        stands = await db.lanes.stand(Row.PLAN, _lanes(ready))
        turns = {each.delivery.id: turn(stands, each.lanes, now) for each in ready}
        await db.lanes.keep(Row.PLAN, stands)
        later = {id: at for id, at in turns.items() if at > now}
        await db.deliveries.turns.plan(later)
        for at in later.values():
            heappush(self._turns, at)
        return set(later)


def _lanes(ready: Sequence[Ready]) -> Collection[Lane]:
    return {lane for each in ready for lane in each.lanes}


def _taken(stands: Stands, now: datetime) -> Stands:
    return {lane: stand for lane, stand in stands.items() if stand.since == now}


def _ids(ready: Sequence[Ready]) -> set[int]:
    return {each.delivery.id for each in ready}
