"""Whose turn it is: what is planned, claimed and begun, a batch in one statement."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import Delivery, DeliveryState
from bot.ports.turns import Turns
from storage.delivery.rows import delivery_of
from storage.tables.base import Instant
from storage.tables.deliveries import deliveries

PENDING, SENDING = DeliveryState.PENDING.value, DeliveryState.SENDING.value


class SqlTurns:
    """Deliveries of one organization on the last steps before they are sent."""

    def __init__(
        self,
        connection: AsyncConnection,
        organization_id: int,
        changed: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._changed = changed

    async def mine(self, deliveries_: Sequence[Delivery]) -> Collection[int]:
        """Those nobody else has in hand; locked on PostgreSQL."""
        if not deliveries_:
            return ()
        wanted = (
            select(deliveries.c.id)
            .where(self._as_known(deliveries_))
            .order_by(deliveries.c.id)
            .with_for_update(skip_locked=True)
        )
        return set((await self._connection.scalars(wanted)).all())

    async def plan(self, turns: Mapping[int, datetime]) -> None:
        """Lets them wait. Nobody is woken: there is nothing to do before."""
        if not turns:
            return
        when = case(
            *((deliveries.c.id == id, literal(at, Instant)) for id, at in turns.items())
        )
        await self._connection.execute(
            update(deliveries)
            .where(deliveries.c.organization_id == self._organization_id)
            .where(deliveries.c.id.in_(list(turns)), deliveries.c.state == PENDING)
            .values(due=when, turn=when)
        )

    async def begin(
        self, deliveries_: Sequence[Delivery], now: datetime
    ) -> Sequence[Delivery]:
        """Marks them `sending`, by compare and set."""
        if not deliveries_:
            return ()
        begun = (
            update(deliveries)
            .where(self._as_known(deliveries_))
            .values(
                state=SENDING,
                attempts=deliveries.c.attempts + 1,
                tried_at=now,
                error="",
                hold=None,
                turn=None,
            )
            .returning(*deliveries.c)
        )
        self._changed()
        rows = await self._connection.execute(begun)
        return [delivery_of(row) for row in rows]

    def _as_known(self, known: Sequence[Delivery]) -> ColumnElement[bool]:
        """That nobody has planned, tried or shown them since."""
        same = (
            and_(
                deliveries.c.id == each.id,
                deliveries.c.attempts == each.attempts,
                deliveries.c.shown == each.shown,
                deliveries.c.turn.is_not_distinct_from(each.turn),
            )
            for each in known
        )
        return and_(
            deliveries.c.organization_id == self._organization_id,
            deliveries.c.state == PENDING,
            or_(*same),
        )


_: type[Turns] = SqlTurns
