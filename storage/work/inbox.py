"""Events that were acknowledged and must be worked on, once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import Inbound
from bot.ports.inbox import Inbox
from storage.database.statements import adding
from storage.tables.inbox import inbox
from storage.work.events_codec import decode, encode

DONE = (
    update(inbox)
    .where(
        *(
            inbox.c[name] == bindparam(f"this_{name}")
            for name in ("organization_id", "platform", "tenant", "event_id")
        )
    )
    .where(inbox.c.payload.is_not(None))
    .values(payload=null())
)


class SqlInbox:
    """Durable, unique by workspace and event id."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def claim(self, event: Inbound) -> bool:
        """Stores the event to be worked on. False when it was seen before."""
        row = {**self._named(event), "at": event.at, "payload": encode(event)}
        new = adding(self._connection, inbox)
        claimed = await self._connection.execute(new, row)
        return claimed.rowcount == 1

    async def done(self, event: Inbound) -> bool:
        """Marks it worked on and forgets what it said. False when that was done."""
        this = {f"this_{name}": value for name, value in self._named(event).items()}
        marked = await self._connection.execute(DONE, this)
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

    def _named(self, event: Inbound) -> dict[str, object]:
        return {
            "organization_id": self._organization_id,
            "platform": event.who.platform,
            "tenant": event.who.tenant,
            "event_id": event.id,
        }


_: type[Inbox] = SqlInbox
