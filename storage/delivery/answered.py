"""Answers that are deliveries too: being said from the start, and said."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, case, func, literal, null, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import Delivery, DeliveryState, Draft
from bot.model.receipt import Attempt
from bot.model.refs import MessageRef
from bot.ports.answered import Answered
from storage.database.statements import adding
from storage.delivery.receipts import SqlReceipts
from storage.delivery.rows import AT_ONCE, row_of
from storage.tables.base import Instant
from storage.tables.deliveries import deliveries

PENDING, SENDING, SENT = (
    DeliveryState.PENDING.value,
    DeliveryState.SENDING.value,
    DeliveryState.SENT.value,
)
TOUCHED = deliveries.c.wanted > 1
SAID = (
    update(deliveries)
    .where(deliveries.c.organization_id == bindparam("organization"))
    .where(deliveries.c.id == bindparam("delivery"))
    # That nobody has tried since; one given up for lost did arrive.
    .where(or_(deliveries.c.state == SENDING, deliveries.c.state == PENDING))
    .where(deliveries.c.attempts == bindparam("tried"), deliveries.c.shown == 0)
    .values(
        shown=1,
        attempts=0,
        error="",
        message=func.coalesce(
            bindparam("said", type_=deliveries.c.message.type), deliveries.c.message
        ),
        state=case((TOUCHED, PENDING), else_=SENT),
        due=case((TOUCHED, literal(AT_ONCE, Instant)), else_=deliveries.c.due),
        expires=case((TOUCHED, null()), else_=deliveries.c.expires),
    )
    .returning(deliveries.c.state)
)


class SqlAnswered:
    """Answers of one organization. `changed` hears of what the courier must send."""

    def __init__(
        self,
        connection: AsyncConnection,
        organization_id: int,
        changed: Callable[[], None],
        receipts: SqlReceipts,
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._changed = changed
        self._receipts = receipts

    async def promise(self, draft: Draft, now: datetime) -> Delivery | None:
        """Writes an answer that is being said from now on."""
        row: Mapping[str, object] = row_of(draft, self._organization_id)
        begun = {"state": SENDING, "shown": 0, "attempts": 1, "tried_at": now}
        new = adding(self._connection, deliveries, tell=True)
        made = await self._connection.execute(new, {**row, **begun})
        id = made.scalar()
        if id is None:
            return None
        return Delivery(
            id,
            self._organization_id,
            draft,
            DeliveryState.SENDING,
            attempts=1,
            tried_at=now,
        )

    async def said(
        self, delivery: Delivery, message: MessageRef | None, attempt: Attempt
    ) -> None:
        """Writes that it was said."""
        await self._receipts.write(delivery.id, attempt)
        told = {"delivery": delivery.id, "tried": delivery.attempts, "said": message}
        known = {"organization": self._organization_id, **told}
        state = (await self._connection.execute(SAID, known)).scalar()
        if state == PENDING:
            self._changed()


_: type[Answered] = SqlAnswered
