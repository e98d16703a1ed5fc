"""Messages that must reach somebody, as rows in the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery, DeliveryState, Draft
from bot.model.receipt import Attempt
from bot.model.refs import MessageRef, PlaceRef
from bot.ports.answered import Answered
from bot.ports.held import Held
from bot.ports.receipts import Receipts
from bot.ports.turns import Turns


class Deliveries(Protocol):
    """The outbox, and the register of messages that can be edited."""

    @property
    def held(self) -> Held:
        """Those that wait."""
        ...

    @property
    def answers(self) -> Answered:
        """Those that are said at once."""
        ...

    @property
    def receipts(self) -> Receipts:
        """What became of them."""
        ...

    @property
    def turns(self) -> Turns:
        """Whose turn it is."""
        ...

    async def add(self, draft: Draft) -> None:
        """Writes a message to be sent. One with the same key exists already: nothing
        happens.
        """
        ...

    async def register(self, draft: Draft, message: MessageRef) -> None:
        """Remembers a message that was posted as an answer, so that it can be edited
        later.
        """
        ...

    async def touch(
        self, *, key: str | None = None, subject: str | None = None
    ) -> None:
        """Asks that every message with this key or subject shows what is true now, and
        so do its mirrors in other places.
        """
        ...

    async def shows(self, subject: str, place: PlaceRef | None, person_id: int) -> bool:
        """Whether a message about it can be seen, and edited, in the place; without
        one, in the person's direct conversation."""
        ...

    async def will_edit(self, message: MessageRef) -> bool:
        """Whether a touched delivery is about to edit this message anyway: somebody
        looks at it, so it is not put off to save.
        """
        ...

    async def expire(self, *, subject: str, kind: str) -> None:
        """Withdraws messages that were not sent yet."""
        ...

    async def withdraw(self, key: str) -> bool:
        """Takes a message back that nobody has seen; False if it is on its way."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Pending deliveries whose time has come, oldest first, those with a parent
        that was not sent yet left out."""
        ...

    async def in_doubt(self, now: datetime) -> Sequence[Delivery]:
        """All in `sending`, but those that are to be looked up later: each is in doubt
        as soon as nobody can be sending it any more (`bot.rituals.delivery.lost`).
        """
        ...

    async def orphan(self, now: datetime) -> None:
        """Puts every delivery in `sending` in doubt as soon as its call has SETTLED:
        nobody else is alive who could be sending it.
        """
        ...

    async def get(self, key: str) -> Delivery | None: ...

    async def showing(self, message: MessageRef) -> Delivery | None:
        """The delivery that people see as this message."""
        ...

    async def mark(
        self,
        delivery: Delivery,
        state: DeliveryState,
        now: datetime,
        *,
        message: MessageRef | None = None,
        shown: int | None = None,
        error: str = "",
        due: datetime | None = None,
        attempt: Attempt | None = None,
    ) -> Delivery | None:
        """Writes how far it has come, and the attempt onto its receipt: the delivery as
        it is then. SENT with `wanted` > `shown` goes back to PENDING.

        None, and but for the attempt nothing is written, where somebody else was
        faster: it is not as `delivery` says any more. That it was sent is taken even
        from who was too slow, as long as nobody has tried again.
        """
        ...

    async def next_due(self) -> datetime | None:
        """When the next pending delivery is due, or one in `sending` is in doubt."""
        ...
