"""What became of a delivery, written down as soon as it is known."""

import logging
from datetime import timedelta

from bot.errors import ChatError
from bot.model.delivery import Delivery, DeliveryState
from bot.model.receipt import BUG, Attempt, Outcome
from bot.ports import Clock, Store
from bot.rituals.delivery.address import Way
from bot.rituals.delivery.failed import give_up

log = logging.getLogger(__name__)


class Marks:
    """Writes states and receipts, each in a transaction of its own."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def tried(
        self, way: Way, outcome: Outcome, failed: ChatError | None = None
    ) -> Attempt:
        """The attempt on the receipt."""
        return way.tried(self._clock.now(), outcome, failed.code if failed else "")

    async def again(
        self, delivery: Delivery, wait: timedelta, tried: Attempt | None
    ) -> None:
        """Plans another attempt."""
        now = self._clock.now()
        async with self._store() as db:
            await db.deliveries.mark(
                delivery, DeliveryState.PENDING, now, due=now + wait, attempt=tried
            )
            await db.commit()

    async def give_up(
        self, delivery: Delivery, way: Way | None, failed: ChatError
    ) -> None:
        """It failed for good; who can mend it is told."""
        log.warning(
            "delivery failed", extra={"key": delivery.draft.key, "why": failed.code}
        )
        tried = self.tried(way, Outcome.FAILED, failed) if way else None
        async with self._store() as db:
            await give_up(db, delivery, failed, self._clock.now(), tried)
            await db.commit()

    async def expire(self, delivery: Delivery) -> None:
        """Its time is over."""
        await self._end(delivery, DeliveryState.EXPIRED)

    async def broken(self, delivery: Delivery) -> None:
        """We cannot write it: an error of ours, which admins hear of."""
        async with self._store() as db:
            await give_up(db, delivery, ChatError(BUG), self._clock.now())
            await db.commit()

    async def say_nothing(self, delivery: Delivery) -> None:
        """Nothing to say: what was not sent expires, what was stays as it is."""
        if delivery.shown:
            await self._end(delivery, DeliveryState.SENT, shown=delivery.wanted)
        else:
            await self.expire(delivery)

    async def _end(
        self,
        delivery: Delivery,
        state: DeliveryState,
        *,
        shown: int | None = None,
        error: str = "",
    ) -> None:
        async with self._store() as db:
            now = self._clock.now()
            await db.deliveries.mark(delivery, state, now, shown=shown, error=error)
            await db.commit()
