"""What is done about a message of which nobody knows whether it arrived.

The chat is asked first. Where it cannot say, the kind of the message decides whether
it is said again or flagged for the admins (`bot.model.doubt`).
"""

from contextlib import suppress
from datetime import datetime, timedelta

from bot.errors import CannotTell, ChatError, NotSaid
from bot.model.delivery import Delivery, DeliveryState
from bot.model.doubt import wait_before
from bot.model.receipt import IN_DOUBT, Attempt, Outcome, doubts, may_come_late
from bot.model.refs import MessageRef, PlaceRef
from bot.ports import Chat, Clock, Store
from bot.rituals.delivery.address import Address, Way
from bot.rituals.delivery.failed import give_up
from bot.rituals.delivery.lost import Lost

# Why one is in doubt that another process began to send; nothing of it is under way
# any more, so nobody waits.
DIED = "lost"
BACK_OFF = timedelta(seconds=5)
LOOK_BACK = timedelta(minutes=5)  # the platform's clock is not ours


def back_off(attempts: int) -> timedelta:
    """How long until the next try: ten seconds after the first, then up to minutes."""
    return BACK_OFF * (1 << min(attempts, 6))


class Doubt:
    """Clears doubts, one delivery at a time."""

    def __init__(
        self, store: Store, clock: Clock, chat: Chat, address: Address
    ) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat
        self._address = address
        self.lost = Lost()

    async def clear(self, delivery: Delivery, error: str, way: Way | None) -> None:
        """Settles one that is in `sending`. Without a way it was another process that
        sent it, and died.
        """
        if delivery.message is not None:  # an edit may be made twice
            here = Way.to_place(delivery.message.place)
            await self._again(delivery, here, Outcome.UNREACHABLE, error)
            return
        try:
            way = way or await self._address.way(delivery)
        except ChatError as nowhere:
            await self._give_up(delivery, nowhere, None)
            return
        earlier = await self._earlier(delivery)
        since = earlier[0].at if earlier else delivery.tried_at or self._clock.now()
        try:
            message = await self._look(delivery, way, since - LOOK_BACK)
        except CannotTell:
            await self._guess(delivery, way, error, len(earlier))
        except ChatError:
            await self._look_later(delivery, way, error, earlier)
        else:
            await self._looked(delivery, way, error, message)

    async def came_late(self, delivery: Delivery, way: Way) -> bool:
        """Whether it came after it had been looked for: who is about to say it again
        asks. Raises NotSaid where the chat does not tell now.
        """
        if delivery.attempts <= 1 or delivery.message is not None:
            return False
        async with self._store.reading() as db:
            attempts = await db.deliveries.receipts.attempts([delivery.id])
        tried = attempts.get(delivery.id, ())
        if not may_come_late(tried):
            return False
        try:
            message = await self._look(delivery, way, tried[0].at - LOOK_BACK)
        except CannotTell:
            return False
        except ChatError as failed:
            raise NotSaid(failed.code) from failed
        if message is None:
            return False
        await self._arrived(delivery, way, "", message)
        return True

    async def _looked(
        self, delivery: Delivery, way: Way, error: str, message: MessageRef | None
    ) -> None:
        """The chat has said whether it is there; it may say what was true before."""
        if message is None:
            await self._again(delivery, way, Outcome.ABSENT, error)
        else:
            await self._arrived(delivery, way, error, message)

    async def _arrived(
        self, delivery: Delivery, way: Way, error: str, message: MessageRef
    ) -> None:
        """It is there; what it shows may be older than what is true now."""
        now = self._clock.now()
        found = way.tried(now, Outcome.FOUND, error)
        async with self._store() as db:
            mark, sent = db.deliveries.mark, DeliveryState.SENT
            await mark(delivery, sent, now, message=message, shown=0, attempt=found)
            await db.commit()

    async def _guess(
        self, delivery: Delivery, way: Way, error: str, earlier: int
    ) -> None:
        """The chat cannot say: it is said again, or given up."""
        now = self._clock.now()
        wait = wait_before(delivery.draft.kind, earlier + 1)
        if wait is None:
            flagged = way.tried(now, Outcome.FAILED, IN_DOUBT)
            await self._give_up(delivery, CannotTell(IN_DOUBT), flagged)
            return
        due = now if error == DIED else now + wait
        tried = way.tried(now, Outcome.IN_DOUBT, error)
        await self._put_off(delivery, DeliveryState.PENDING, due, tried)

    async def _look_later(
        self, delivery: Delivery, way: Way, error: str, earlier: tuple[Attempt, ...]
    ) -> None:
        """The chat could not be asked: it stays in doubt, and nothing is said twice."""
        now = self._clock.now()
        first = None if earlier else way.tried(
            delivery.tried_at or now, Outcome.IN_DOUBT, error
        )  # fmt: skip
        later = now + back_off(delivery.attempts)
        await self._put_off(delivery, DeliveryState.SENDING, later, first)

    async def _again(
        self, delivery: Delivery, way: Way, outcome: Outcome, error: str
    ) -> None:
        now = self._clock.now()
        due = now if error == DIED else now + back_off(delivery.attempts)
        tried = way.tried(now, outcome, error)
        await self._put_off(delivery, DeliveryState.PENDING, due, tried)

    async def _put_off(
        self,
        delivery: Delivery,
        state: DeliveryState,
        due: datetime,
        attempt: Attempt | None,
    ) -> None:
        now = self._clock.now()
        async with self._store() as db:
            await db.deliveries.mark(delivery, state, now, due=due, attempt=attempt)
            await db.commit()

    async def _give_up(
        self, delivery: Delivery, failed: ChatError, attempt: Attempt | None
    ) -> None:
        async with self._store() as db:
            await give_up(db, delivery, failed, self._clock.now(), attempt)
            await db.commit()

    async def _earlier(self, delivery: Delivery) -> tuple[Attempt, ...]:
        async with self._store.reading() as db:
            found = await db.deliveries.receipts.attempts([delivery.id])
        return doubts(found.get(delivery.id, ()))

    async def _look(
        self, delivery: Delivery, way: Way, since: datetime
    ) -> MessageRef | None:
        """The message, where it was sent; or where it may have gone before the person
        wished to get it here.
        """
        place, key = await self._address.place(way), delivery.draft.key
        if found := await self._chat.find(place, key, since):
            return found
        async with self._store.reading() as db:
            accounts = await db.people.accounts(delivery.draft.person_id or 0)
        for dm in (account.dm for account in accounts if account.dm):
            if dm != place and (found := await self._find(dm, key, since)):
                return found
        return None

    async def _find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """The message there, if that can be asked at all."""
        with suppress(ChatError):
            return await self._chat.find(place, key, since)
        return None
