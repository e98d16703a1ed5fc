"""Deliveries that wait: for a quota's sake, or for somebody's working time."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import Delivery, DeliveryState, Draft, Hold
from bot.ports.held import Held
from storage.delivery.rows import AT_ONCE, delivery_of
from storage.tables.deliveries import deliveries


class SqlHeld:
    """Waiting deliveries of one organization."""

    def __init__(
        self,
        connection: AsyncConnection,
        organization_id: int,
        changed: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._changed = changed

    async def put_off(self, delivery: Delivery, hold: Hold, until: datetime) -> None:
        """Lets it wait, unless something newer was asked for meanwhile."""
        await self._connection.execute(
            update(deliveries)
            .where(self._unchanged(delivery))
            .values(hold=hold.value, due=until)
        )

    async def into_bundle(self, delivery: Delivery, morning: datetime) -> None:
        """Lets it be a line of that morning's bundle: it is not sent on its own."""
        await self._connection.execute(
            update(deliveries)
            .where(self._unchanged(delivery))
            .values(
                state=DeliveryState.EXPIRED.value, hold=Hold.BUNDLE.value, due=morning
            )
        )

    async def bundled(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Draft]:
        """What became a line of a person's bundle of a morning in that time."""
        wanted = (
            select(deliveries)
            .where(self._holds(Hold.BUNDLE), deliveries.c.person_id == person_id)
            .where(deliveries.c.due >= since, deliveries.c.due < until)
            .order_by(deliveries.c.id)
        )
        rows = await self._connection.execute(wanted)
        return [delivery_of(row).draft for row in rows]

    async def release(self) -> int:
        """Lets what waits for a new month go at once."""
        freed = await self._connection.execute(
            update(deliveries)
            .where(self._holds(Hold.QUOTA))
            .where(deliveries.c.state == DeliveryState.PENDING.value)
            .values(hold=None, due=AT_ONCE)
        )
        self._changed()
        return freed.rowcount

    async def waited(self, person_id: int, now: datetime) -> Sequence[Delivery]:
        """What waited for the person's working time, and need not any more."""
        wanted = (
            select(deliveries)
            .where(self._quiet(person_id), deliveries.c.due <= now)
            .order_by(deliveries.c.id)
        )
        rows = await self._connection.execute(wanted)
        return [delivery_of(row) for row in rows]

    async def wake(self, person_id: int) -> int:
        """Lets what waits for the person's working time be looked at again at once."""
        woken = await self._connection.execute(
            update(deliveries).where(self._quiet(person_id)).values(due=AT_ONCE)
        )
        self._changed()
        return woken.rowcount

    def _quiet(self, person_id: int) -> ColumnElement[bool]:
        return and_(
            self._holds(Hold.QUIET),
            deliveries.c.person_id == person_id,
            deliveries.c.state == DeliveryState.PENDING.value,
        )

    def _unchanged(self, delivery: Delivery) -> ColumnElement[bool]:
        return and_(
            deliveries.c.organization_id == self._organization_id,
            deliveries.c.id == delivery.id,
            deliveries.c.wanted == delivery.wanted,
            deliveries.c.state == DeliveryState.PENDING.value,
        )

    def _holds(self, hold: Hold) -> ColumnElement[bool]:
        return and_(
            deliveries.c.organization_id == self._organization_id,
            deliveries.c.hold == hold.value,
        )


_: type[Held] = SqlHeld
