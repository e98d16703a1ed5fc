"""What was sent is written down, however long the database is away."""

from bot.errors import StoreAway
from bot.model.delivery import DeliveryState
from bot.model.receipt import Attempt
from bot.model.refs import MessageRef
from bot.ports import Clock, Store
from bot.rituals.delivery.pace import Ready

Receipt = tuple[Ready, MessageRef | None, Attempt | None]


class Sent:
    """Receipts. One that cannot be written now is kept, and written before anything
    else is sent: without it the message would be in doubt, and might come twice.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: list[Receipt] = []

    @property
    def behind(self) -> bool:
        """Whether something is still to be written down."""
        return bool(self._kept)

    async def keep(
        self, ready: Ready, message: MessageRef | None, attempt: Attempt | None
    ) -> None:
        """It was sent. Raises StoreAway where that is for later."""
        self._kept.append((ready, message, attempt))
        await self.write_down()

    async def write_down(self) -> None:
        """What is left to write. Raises StoreAway where it stays so."""
        while self._kept:
            receipt = self._kept.pop(0)
            try:
                await self._write(*receipt)
            except StoreAway:
                self._kept.append(receipt)
                raise

    async def _write(
        self, ready: Ready, message: MessageRef | None, attempt: Attempt | None
    ) -> None:
        """At the instant of the attempt, where it is one."""
        async with self._store() as db:
            await db.deliveries.mark(
                ready.delivery,
                DeliveryState.SENT,
                attempt.at if attempt else self._clock.now(),
                message=message,
                shown=ready.wrote,
                attempt=attempt,
            )
            if message and ready.way.account and ready.way.place is None:
                await db.people.remember_dm(ready.way.account.ref, message.place)
            await db.commit()
