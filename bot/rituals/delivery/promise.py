"""What becomes of an answer that is a delivery too: it was given, or the courier's."""

from datetime import timedelta

from bot.errors import ChatError, NotSaid, RateLimited, Unreachable
from bot.model.budget import QUOTA
from bot.model.delivery import FRESH, Delivery, DeliveryState
from bot.model.receipt import Outcome
from bot.model.refs import MessageRef, PlaceRef
from bot.ports import Chat, Clock, Store
from bot.rituals.delivery.address import Way

SOON = 5.0  # seconds until the courier tries what the answer could not
TOO_LATE = timedelta(hours=1)


class Promises:
    """Writes down how far promised answers came."""

    def __init__(self, store: Store, clock: Clock, chat: Chat) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat

    def check(self, promise: Delivery) -> None:
        """Raises NotSaid for one that waited so long that, before it were said, others
        could take it for lost, and say it, too.
        """
        since = promise.tried_at
        if since is None or self._clock.now() - since > FRESH:
            raise NotSaid("late")

    async def keep(
        self, promise: Delivery, where: PlaceRef, message: MessageRef | None
    ) -> None:
        """It was said."""
        await self._sent(promise, where, message, Outcome.SENT)

    async def leave(
        self, promise: Delivery, where: PlaceRef | None, failed: ChatError
    ) -> None:
        """Lets the courier send it as soon as that makes sense, unless it arrived, or
        nobody can say whether: then it stays in doubt, which is the courier's to clear.
        """
        if not isinstance(failed, Unreachable) or isinstance(failed, NotSaid):
            await self._put_off(promise, where, failed, _outcome(failed))
            return
        if where is None:
            return
        key, since = promise.draft.key, self._clock.now() - TOO_LATE
        try:
            message = await self._chat.find(where, key, since)
        except ChatError:
            return
        if message:
            await self._sent(promise, where, message, Outcome.FOUND, failed.code)
        else:
            await self._put_off(promise, where, failed, Outcome.ABSENT)

    async def _put_off(
        self,
        promise: Delivery,
        where: PlaceRef | None,
        failed: ChatError,
        outcome: Outcome,
    ) -> None:
        now = self._clock.now()
        tried = Way.to_place(where).tried(now, outcome, failed.code) if where else None
        async with self._store() as db:
            delivery = await db.deliveries.get(promise.draft.key)
            if delivery and _is_ours(delivery, promise):
                mark = db.deliveries.mark
                if outcome is Outcome.FAILED:
                    state, error = DeliveryState.FAILED, failed.code
                    await mark(delivery, state, now, error=error, attempt=tried)
                else:
                    state, due = DeliveryState.PENDING, now + _wait(failed)
                    await mark(delivery, state, now, due=due, attempt=tried)
            await db.commit()

    async def _sent(
        self,
        promise: Delivery,
        where: PlaceRef,
        message: MessageRef | None,
        outcome: Outcome,
        error: str = "",
    ) -> None:
        tried = Way.to_place(where).tried(self._clock.now(), outcome, error)
        async with self._store() as db:
            await db.deliveries.answers.said(promise, message, tried)
            await db.commit()


def _is_ours(delivery: Delivery, promise: Delivery) -> bool:
    """Whether nobody else has taken it up meanwhile."""
    sending = delivery.state is DeliveryState.SENDING
    return sending and delivery.attempts == promise.attempts


def _outcome(failed: ChatError) -> Outcome:
    """What it is called on the receipt; who waits sees whether it came."""
    match failed:
        case RateLimited():
            return Outcome.RATE_LIMITED
        case NotSaid():
            return Outcome.UNREACHABLE
        case _ if failed.code == QUOTA:
            return Outcome.RATE_LIMITED
        case _:
            return Outcome.FAILED


def _wait(failed: ChatError) -> timedelta:
    """How long until the courier tries what the answer could not."""
    seconds = failed.retry_after if isinstance(failed, RateLimited) else SOON
    return timedelta(seconds=seconds)
