"""What becomes of an answer that is a delivery too: it was given, or the courier's."""

from datetime import timedelta

from bot.errors import ChatError, RateLimited, Unreachable
from bot.model.budget import QUOTA
from bot.model.delivery import DeliveryState
from bot.model.receipt import Outcome
from bot.model.refs import MessageRef, PlaceRef
from bot.ports import Chat, Clock, Store
from bot.rituals.address import Way

SOON = 5.0  # seconds until the courier tries what the answer could not
TOO_LATE = timedelta(hours=1)


class Promises:
    """Writes down how far promised answers came."""

    def __init__(self, store: Store, clock: Clock, chat: Chat) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat

    async def keep(self, key: str, where: PlaceRef, message: MessageRef | None) -> None:
        """It was said."""
        await self._sent(key, where, message, Outcome.SENT)

    async def leave(self, key: str, where: PlaceRef | None, failed: ChatError) -> None:
        """Lets the courier send it as soon as that makes sense, unless it arrived."""
        if where and (message := await self._arrived(where, key, failed)):
            await self._sent(key, where, message, Outcome.FOUND, failed.code)
            return
        now, outcome = self._clock.now(), _outcome(failed)
        tried = Way.to_place(where).tried(now, outcome, failed.code) if where else None
        async with self._store() as db:
            if delivery := await db.deliveries.get(key):
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
        key: str,
        where: PlaceRef,
        message: MessageRef | None,
        outcome: Outcome,
        error: str = "",
    ) -> None:
        sent, now = DeliveryState.SENT, self._clock.now()
        tried = Way.to_place(where).tried(now, outcome, error)
        async with self._store() as db:
            if delivery := await db.deliveries.get(key):
                mark = db.deliveries.mark
                await mark(delivery, sent, now, message=message, shown=1, attempt=tried)
            await db.commit()

    async def _arrived(
        self, where: PlaceRef, promise: str, failed: ChatError
    ) -> MessageRef | None:
        """The message, where no answer came although it was posted."""
        if not isinstance(failed, Unreachable):
            return None
        try:
            return await self._chat.find(where, promise, self._clock.now() - TOO_LATE)
        except ChatError:
            return None


def _outcome(failed: ChatError) -> Outcome:
    """What it is called on the receipt; who waits sees whether it came."""
    match failed:
        case RateLimited():
            return Outcome.RATE_LIMITED
        case Unreachable():
            return Outcome.IN_DOUBT
        case _ if failed.code == QUOTA:
            return Outcome.RATE_LIMITED
        case _:
            return Outcome.FAILED


def _wait(failed: ChatError) -> timedelta:
    """How long until the courier tries what the answer could not."""
    seconds = failed.retry_after if isinstance(failed, RateLimited) else SOON
    return timedelta(seconds=seconds)
