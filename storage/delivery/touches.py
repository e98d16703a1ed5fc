"""Asking that messages show what is true now: all that a unit asks for, in one go.

It is written before the next question to the outbox, and before the commit.
"""

from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Executable,
    FromClause,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import DeliveryState, Hold
from storage.delivery.rows import AT_ONCE
from storage.tables.base import Instant, Text
from storage.tables.deliveries import deliveries

EDITED_AT_MOST = 20
EDITED_WITHIN = timedelta(days=60)
NEVER = datetime.max.replace(tzinfo=UTC)
KEY, SUBJECT = "key", "subject"

PENDING, SENDING, SENT = (
    DeliveryState.PENDING.value,
    DeliveryState.SENDING.value,
    DeliveryState.SENT.value,
)
LATEST = (
    select(func.max(deliveries.c.tried_at))
    .where(deliveries.c.organization_id == bindparam("organization"))
    .where(deliveries.c.tried_at.is_not(None))
)


class Touches:
    """What a unit of work asks to be shown anew."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._asked: dict[str, set[str]] = {KEY: set(), SUBJECT: set()}

    def ask(self, key: str | None, subject: str | None) -> None:
        """Remembers it; what was asked for before is asked for once."""
        if key is not None:
            self._asked[KEY].add(key)
        if subject is not None:
            self._asked[SUBJECT].add(subject)

    async def write(self) -> None:
        """Writes what was asked for. The last try stands for the present: a repository
        has no clock.
        """
        if not any(self._asked.values()):
            return
        asked, self._asked = self._asked, {KEY: set(), SUBJECT: set()}
        ours: dict[str, object] = {"organization": self._organization_id}
        latest: datetime | None = await self._connection.scalar(LATEST, ours)
        ours |= {"since": latest - EDITED_WITHIN if latest else NEVER}
        for kind, names in asked.items():
            # In one order, so that two who touch the same never wait for each other.
            if rows := [ours | {"about": name} for name in sorted(names)]:
                await self._connection.execute(_touching(kind), rows)


@cache
def _touching(kind: str) -> Executable:
    """One that is being sent, or was written and waits, goes round again; an edit that
    was put off is looked at anew; of those people see, the newest of the last weeks are
    edited.
    """
    was_sent = deliveries.c.state == SENT
    waits = deliveries.c.state == PENDING
    edit = and_(waits, deliveries.c.shown > 0)
    put_off = and_(edit, deliveries.c.hold == Hold.THRIFT.value)
    at_once = or_(was_sent, put_off)
    seen = deliveries.alias()
    recent = or_(seen.c.tried_at.is_(None), seen.c.tried_at >= bindparam("since"))
    newest = (
        select(seen.c.id)
        .where(_about(kind, seen), recent)
        .where(seen.c.state == SENT, seen.c.message.is_not(None))
        .order_by(seen.c.id.desc())
        .limit(EDITED_AT_MOST)
    )
    return (
        update(deliveries)
        .where(_about(kind, deliveries))
        .where(
            or_(deliveries.c.state == SENDING, waits, deliveries.c.id.in_(newest)),
        )
        .values(
            wanted=deliveries.c.wanted + 1,
            state=case((was_sent, PENDING), else_=deliveries.c.state),
            due=case((at_once, literal(AT_ONCE, Instant)), else_=deliveries.c.due),
            # What people see already cannot come too late.
            expires=case((was_sent, null()), else_=deliveries.c.expires),
        )
    )


def _about(kind: str, table: FromClause) -> ColumnElement[bool]:
    """A message and its mirrors, or all about a subject."""
    name: ColumnElement[str] = bindparam("about", type_=Text)
    ours = table.c.organization_id == bindparam("organization")
    if kind == SUBJECT:
        return and_(ours, table.c.subject == name)
    return and_(ours, or_(table.c.key == name, table.c.origin == name))
