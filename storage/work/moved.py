"""What waits for an instant, on a clock that was set back."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import DeliveryState, Hold
from bot.ports.moved import Moved
from storage.database.present import PRESENT, ago
from storage.database.statements import insert
from storage.tables.deliveries import deliveries
from storage.tables.jobs import chores, jobs
from storage.tables.lanes import lanes

PENDING, SENDING = DeliveryState.PENDING.value, DeliveryState.SENDING.value
# Waits of seconds or minutes; the other holds are for a day or a month to come.
SHORT = (Hold.THRIFT.value, Hold.AWAITED.value)
# What the clock of who told last showed, and the database's at the same moment.
SHOWN, SEEN = "clock", "clock seen"
LATELY = timedelta(seconds=30)


class SqlMoved:
    """The waiting rows of one organization. Those that another replica has in hand are
    left to it: it notices, too.
    """

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def back(self, was: datetime, now: datetime) -> None:
        """The clock was set back from `was`."""
        await self._look_at_turns_again(was, now)
        await self._send_on(now)
        await self._run_jobs(was, now)
        await self._set(lanes, lanes.c.at > now, at=now, since=now)

    async def latest(self) -> datetime | None:
        """When a message was last tried."""
        ours, tried = deliveries.c.organization_id, deliveries.c.tried_at
        newest = select(func.max(tried)).where(ours == self._organization_id)
        found: datetime | None = await self._connection.scalar(
            newest.where(tried.is_not(None))
        )
        return found

    async def tell(self, now: datetime) -> None:
        """Where there can be others."""
        if self._connection.dialect.name == "sqlite":
            return
        for name, at in ((SHOWN, now), (SEEN, PRESENT)):
            new = insert(self._connection, chores).values(
                organization_id=self._organization_id, name=name, at=at
            )
            same = ["organization_id", "name"]
            await self._connection.execute(
                new.on_conflict_do_update(index_elements=same, set_={"at": at})
            )

    async def ahead(self, now: datetime) -> timedelta | None:
        """By what was told last: both clocks have gone on since, side by side."""
        dialect = self._connection.dialect.name
        shown, seen = chores.alias(), chores.alias()
        ours = self._organization_id
        told = (
            select(shown.c.at, seen.c.at, PRESENT)
            .where(shown.c.organization_id == ours, shown.c.name == SHOWN)
            .where(seen.c.organization_id == shown.c.organization_id)
            .where(seen.c.name == SEEN, seen.c.at > ago(dialect, LATELY))
        )
        row = (await self._connection.execute(told)).first()
        if row is None:
            return None
        there, then, present = row
        ahead: timedelta = (now - present) - (there - then)
        return ahead

    async def ahead_of_database(self, now: datetime) -> timedelta:
        """Nothing where it is the same machine's."""
        present: datetime = (
            await self._connection.execute(select(PRESENT))
        ).scalar_one()
        return now - present

    async def _look_at_turns_again(self, was: datetime, now: datetime) -> None:
        """Turns are given anew; what was due already is, and what failed on that clock
        is tried again.
        """
        in_line = deliveries.c.turn == deliveries.c.due
        failed = and_(deliveries.c.attempts > 0, deliveries.c.tried_at > now)
        brief = deliveries.c.hold.in_(SHORT)
        waits = and_(deliveries.c.state == PENDING, deliveries.c.due > now)
        late = deliveries.c.due <= was
        for_us = and_(deliveries.c.hold.is_(None), or_(in_line, failed, late))
        await self._set(
            deliveries, and_(waits, or_(for_us, brief)), due=now, turn=null()
        )

    async def _send_on(self, now: datetime) -> None:
        """Whoever is sending has as long as ever, from now on."""
        sending = deliveries.c.state == SENDING
        for instant in (deliveries.c.tried_at, deliveries.c.due):
            to_come = and_(sending, instant > now)
            await self._set(deliveries, to_come, **{instant.name: now})

    async def _run_jobs(self, was: datetime, now: datetime) -> None:
        """What was due already, and what failed and is to be tried again."""
        waits = and_(jobs.c.state == "waiting", jobs.c.run_at > now)
        due = or_(jobs.c.run_at <= was, jobs.c.attempts > 0)
        await self._set(jobs, and_(waits, due), run_at=now)

    async def _set(
        self, table: Table, these: ColumnElement[bool], **values: object
    ) -> None:
        ours = table.c.organization_id == self._organization_id
        free = (
            select(table.c.id)
            .where(ours, these)
            .order_by(table.c.id)
            .with_for_update(skip_locked=True)
            .cte("free")
        )
        changed = update(table).where(ours, table.c.id.in_(select(free.c.id)))
        await self._connection.execute(changed.values(**values))


_: type[Moved] = SqlMoved
