"""Events that were acknowledged and must be worked on, once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import Inbound
from bot.ports.inbox import Inbox
from storage.events_codec import decode, encode
from storage.statements import insert
from storage.tables.inbox import inbox


class SqlInbox:
    """Durable, unique by workspace and event id."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def claim(self, event: Inbound) -> bool:
        """Stores the event to be worked on. False when it was seen before."""
        new = insert(self._connection, inbox).values(
            organization_id=self._organization_id,
            platform=event.who.platform,
            tenant=event.who.tenant,
            event_id=event.id,
            at=event.at,
            payload=encode(event),
        )
        claimed = await self._connection.execute(new.on_conflict_do_nothing())
        return claimed.rowcount == 1

    async def done(self, event: Inbound) -> bool:
        """Marks it worked on and forgets what it said. False when that was done."""
        waiting = inbox.c.payload.is_not(None)
        marked = await self._connection.execute(
            update(inbox).where(self._is(event), waiting).values(payload=None)
        )
        return marked.rowcount == 1

    async def waiting(self) -> Sequence[Inbound]:
        """Events acknowledged but not worked on, oldest first."""
        wanted = (
            select(inbox.c.payload)
            .where(inbox.c.organization_id == self._organization_id)
            .where(inbox.c.payload.is_not(None))
            .order_by(inbox.c.id)
        )
        return [decode(text) for text in await self._connection.scalars(wanted)]

    async def forget(self, before: datetime) -> None:
        """Deletes the ids of events that happened before this instant and are done."""
        await self._connection.execute(
            delete(inbox)
            .where(inbox.c.organization_id == self._organization_id)
            .where(inbox.c.payload.is_(None), inbox.c.at < before)
        )

    def _is(self, event: Inbound) -> ColumnElement[bool]:
        return and_(
            inbox.c.organization_id == self._organization_id,
            inbox.c.platform == event.who.platform,
            inbox.c.tenant == event.who.tenant,
            inbox.c.event_id == event.id,
        )


_: type[Inbox] = SqlInbox
