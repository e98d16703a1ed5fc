"""The outbox, and the register of messages that can be edited."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import (
    LOST,
    SETTLED,
    Delivery,
    DeliveryState,
    Draft,
    Hold,
)
from bot.model.receipt import Attempt
from bot.model.refs import MessageRef, PlaceRef
from bot.ports.deliveries import Deliveries
from storage.database.statements import adding, insert
from storage.delivery.answered import SqlAnswered
from storage.delivery.held import SqlHeld
from storage.delivery.receipts import SqlReceipts
from storage.delivery.rows import AT_ONCE, delivery_of, row_of
from storage.delivery.touches import Touches
from storage.delivery.turns import SqlTurns
from storage.tables.base import Instant
from storage.tables.deliveries import deliveries

PENDING, SENDING, SENT, FAILED, EXPIRED = (state.value for state in DeliveryState)
OURS = deliveries.c.organization_id == bindparam("organization")
_parent = deliveries.alias()
ON_ITS_WAY = (
    select(_parent.c.id)
    .where(_parent.c.organization_id == bindparam("organization"))
    .where(_parent.c.key == deliveries.c.parent, _parent.c.shown == 0)
    .where(_parent.c.state.in_([PENDING, SENDING]))
    .exists()
)
# Pending, and not behind a parent that is still on its way.
SENDABLE = (
    OURS,
    deliveries.c.state == PENDING,
    or_(deliveries.c.parent.is_(None), not_(ON_ITS_WAY)),
)
NOW = deliveries.c.due <= bindparam("now")
DUE = (
    select(deliveries)
    .where(*SENDABLE, NOW)
    .order_by(deliveries.c.id)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
IN_DOUBT = (
    select(deliveries)
    .where(OURS, deliveries.c.state == SENDING, NOW)
    .order_by(deliveries.c.id)
)


class SqlDeliveries:
    """Deliveries of one organization. `wrote` says whether this unit changed any."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self.wrote = False
        self._touches = Touches(connection, organization_id)

    @cached_property
    def held(self) -> SqlHeld:
        """Those that wait."""
        return SqlHeld(self._connection, self._organization_id, self._changed)

    @cached_property
    def receipts(self) -> SqlReceipts:
        """What became of them."""
        return SqlReceipts(self._connection, self._organization_id, self._changed)

    @cached_property
    def answers(self) -> SqlAnswered:
        """Those that are said at once."""
        return SqlAnswered(
            self._connection, self._organization_id, self._changed, self.receipts
        )

    @cached_property
    def turns(self) -> SqlTurns:
        """Whose turn it is."""
        return SqlTurns(self._connection, self._organization_id, self._changed)

    def _changed(self) -> None:
        self.wrote = True

    async def add(self, draft: Draft) -> None:
        """Writes a message to be sent, unless there is one with the same key."""
        row = row_of(draft, self._organization_id) | {"state": PENDING, "shown": 0}
        await self._connection.execute(adding(self._connection, deliveries), row)
        self.wrote = True

    async def register(self, draft: Draft, message: MessageRef) -> None:
        """Remembers a message that was posted as an answer, to edit it later."""
        await self.settle()
        posted = {"state": SENT, "shown": 1, "message": message, "tried_at": draft.due}
        new = insert(self._connection, deliveries).values(
            **row_of(draft, self._organization_id), **posted
        )
        same_key = ["organization_id", "key"]
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=same_key, set_={"message": message}
            )
        )

    async def touch(
        self, *, key: str | None = None, subject: str | None = None
    ) -> None:
        """Asks that every message with this key or subject shows what is true now,
        its mirrors too (`storage.delivery.touches`).
        """
        self._touches.ask(key, subject)
        self.wrote = True

    async def settle(self) -> None:
        """Writes what is still to be written of this unit."""
        await self._touches.write()

    async def shows(self, subject: str, place: PlaceRef | None, person_id: int) -> bool:
        """Whether a message about it can be seen, and edited, there."""
        there = (
            deliveries.c.place == place
            if place
            else deliveries.c.person_id == person_id
        )
        seen = select(deliveries.c.id).where(
            self._about(None, subject), there, deliveries.c.message.is_not(None)
        )
        return (await self._connection.execute(seen.limit(1))).first() is not None

    async def will_edit(self, message: MessageRef) -> bool:
        """Whether a touched delivery is about to edit this message anyway: it is not
        put off then.
        """
        await self.settle()
        put_off = deliveries.c.hold == Hold.THRIFT.value
        waiting = (
            update(deliveries)
            .where(self._ours(), deliveries.c.message == message)
            .where(deliveries.c.state.in_([PENDING, SENDING]))
            .where(deliveries.c.wanted > deliveries.c.shown)
            .values(
                hold=Hold.AWAITED.value,
                due=case((put_off, literal(AT_ONCE, Instant)), else_=deliveries.c.due),
            )
        )
        return (await self._connection.execute(waiting)).rowcount > 0

    async def expire(self, *, subject: str, kind: str) -> None:
        """Withdraws messages that were not sent yet."""
        await self.settle()
        await self._connection.execute(
            update(deliveries)
            .where(self._about(None, subject), deliveries.c.kind == kind)
            .where(deliveries.c.state == PENDING, deliveries.c.shown == 0)
            .values(state=EXPIRED)
        )
        self.wrote = True

    async def withdraw(self, key: str) -> bool:
        """Takes a message back that nobody has seen; False if it is on its way."""
        await self.settle()
        unseen = (
            update(deliveries)
            .where(self._ours(), deliveries.c.key == key, deliveries.c.shown == 0)
            .where(deliveries.c.state.in_([PENDING, FAILED, EXPIRED]))
            .values(state=EXPIRED)
        )
        self.wrote = True
        return (await self._connection.execute(unseen)).rowcount > 0

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Pending deliveries whose time has come, the oldest first.

        On PostgreSQL they are locked, and those another process holds are left out:
        mark them before the commit.
        """
        await self.settle()
        asked = {"organization": self._organization_id, "now": now, "limit": limit}
        return [delivery_of(row) for row in await self._connection.execute(DUE, asked)]

    async def in_doubt(self, now: datetime) -> Sequence[Delivery]:
        """All in `sending`, but those that are to be looked up later."""
        await self.settle()
        asked = {"organization": self._organization_id, "now": now}
        rows = await self._connection.execute(IN_DOUBT, asked)
        return [delivery_of(row) for row in rows]

    async def orphan(self, now: datetime) -> None:
        """Puts every delivery in `sending` in doubt as soon as its call has settled."""
        tried = deliveries.c.tried_at
        lost = (
            update(deliveries)
            .where(self._ours(), deliveries.c.state == SENDING)
            .where(tried > now - LOST)
        )
        begun = lost.where(tried > now - SETTLED, deliveries.c.due < now + SETTLED)
        await self._connection.execute(begun.values(due=now + SETTLED))
        await self._connection.execute(lost.values(tried_at=now - LOST))

    async def get(self, key: str) -> Delivery | None:
        """The delivery with this key."""
        await self.settle()
        wanted = select(deliveries).where(self._ours(), deliveries.c.key == key)
        row = (await self._connection.execute(wanted)).first()
        return delivery_of(row) if row else None

    async def showing(self, message: MessageRef) -> Delivery | None:
        """The delivery that people see as this message."""
        await self.settle()
        same = deliveries.c.message == message
        wanted = select(deliveries).where(self._ours(), same).order_by(deliveries.c.id)
        row = (await self._connection.execute(wanted.limit(1))).first()
        return delivery_of(row) if row else None

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
        """Writes how far it has come, unless somebody else was faster. SENT goes round
        again if more is wanted.
        """
        await self.settle()
        values: dict[str, object] = {"state": state.value, "error": error}
        given = {"message": message, "due": due, "shown": shown}
        values |= {name: value for name, value in given.items() if value is not None}
        if state is DeliveryState.SENDING:
            attempts = deliveries.c.attempts + 1
            values |= {"attempts": attempts, "tried_at": now, "hold": None}
        if state is DeliveryState.SENT:
            values |= _sent(delivery.wanted if shown is None else shown)
        if state is DeliveryState.FAILED:
            values["tried_at"] = now
        if attempt:
            await self.receipts.write(delivery.id, attempt)
        changed = await self._connection.execute(
            update(deliveries)
            .where(self._ours(), _as_known(delivery, state))
            .values(**values)
            .returning(*deliveries.c)
        )
        self.wrote = True
        row = changed.first()
        return delivery_of(row) if row else None

    async def next_due(self) -> datetime | None:
        """When the next pending delivery is due, or one that is being sent in doubt."""
        await self.settle()
        wanted = select(func.min(deliveries.c.due)).where(*SENDABLE)
        ours = {"organization": self._organization_id}
        due: datetime | None = await self._connection.scalar(wanted, ours)
        sending = select(deliveries.c.due, deliveries.c.tried_at).where(
            self._ours(), deliveries.c.state == SENDING
        )
        rows = await self._connection.execute(sending)
        doubts = [max(row.due, row.tried_at + LOST) for row in rows]
        return min([*doubts, due] if due else doubts, default=None)

    def _ours(self) -> ColumnElement[bool]:
        return deliveries.c.organization_id == self._organization_id

    def _about(self, key: str | None, subject: str | None) -> ColumnElement[bool]:
        same = []
        if key is not None:
            same += [deliveries.c.key == key, deliveries.c.origin == key]
        if subject is not None:
            same.append(deliveries.c.subject == subject)
        return and_(self._ours(), or_(*same))


def _as_known(delivery: Delivery, state: DeliveryState) -> ColumnElement[bool]:
    """That nobody has tried since: who was stalled in between comes too late."""
    states = {delivery.state.value}
    if state is DeliveryState.SENT and delivery.state is DeliveryState.SENDING:
        states.add(PENDING)  # it was given up for lost, and did arrive
    return and_(
        deliveries.c.id == delivery.id,
        deliveries.c.state.in_(states),
        deliveries.c.attempts == delivery.attempts,
        deliveries.c.shown == delivery.shown,
    )


def _sent(shown: int) -> dict[str, object]:
    """An edit asked for while it was being sent sends it round again, at once."""
    again = deliveries.c.wanted > shown
    return {
        "shown": shown,
        "attempts": 0,
        "state": case((again, PENDING), else_=SENT),
        "due": case((again, literal(AT_ONCE, Instant)), else_=deliveries.c.due),
        "expires": case((again, None), else_=deliveries.c.expires),
    }


_: type[Deliveries] = SqlDeliveries
