"""Events that were acknowledged and must be worked on, once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Integer,
    bindparam,
    delete,
    null,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import Inbound
from bot.ports.inbox import Inbox
from bot.ports.owed import Owed
from storage.database.statements import Kind, adding, insert_for, told
from storage.secrets.vault import Vault
from storage.tables.base import Instant, Text
from storage.tables.inbox import inbox
from storage.work.events_codec import decode, encode

Key = tuple[str, str, str]

THIS = tuple(
    inbox.c[name] == bindparam(f"this_{name}")
    for name in ("organization_id", "platform", "tenant", "event_id")
)
DONE = (
    update(inbox)
    .where(*THIS)
    .where(inbox.c.payload.is_not(None))
    .values(payload=null())
)
REPLY = update(inbox).where(*THIS).values(reply=bindparam("owed", type_=Text))

TOLD: dict[str, Kind] = {
    "platform": Text,
    "tenant": Text,
    "event_id": Text,
    "at": Instant,
    "payload": Text,
}
MANY = (
    insert_for("postgresql", inbox)
    .from_select(
        ["organization_id", *TOLD],
        select(bindparam("organization", type_=Integer), *told(TOLD).c),
    )
    .on_conflict_do_nothing()
    .returning(inbox.c.platform, inbox.c.tenant, inbox.c.event_id)
)


class SqlInbox:
    """Durable, unique by workspace and event id. Answers are encrypted: they show what
    nobody else may read.
    """

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def claim(self, event: Inbound) -> bool:
        """Stores the event to be worked on. False when it was seen before."""
        new = adding(self._connection, inbox)
        claimed = await self._connection.execute(new, self._row(event))
        return claimed.rowcount == 1

    async def claim_all(self, events: Sequence[Inbound]) -> Sequence[bool]:
        """The same for several at once, each with its own answer."""
        if len(events) == 1 or self._connection.dialect.name == "sqlite":
            return [await self.claim(event) for event in events]
        rows = [self._row(event) for event in events]
        # In the order in which they came: so they are taken up after a crash.
        asked = {name: [row[name] for row in rows] for name in TOLD}
        owner = {"organization": self._organization_id}
        stored = await self._connection.execute(MANY, {**asked, **owner})
        fresh = {tuple(row) for row in stored}
        return [_taken_from(fresh, _key(row)) for row in rows]

    async def done(self, event: Inbound) -> bool:
        """Marks it worked on and forgets what it said. False when that was done."""
        this = {f"this_{name}": value for name, value in self._named(event).items()}
        marked = await self._connection.execute(DONE, this)
        return marked.rowcount == 1

    async def owe(self, owed: Owed) -> None:
        """Keeps the answer to an event that is done, until it is paid."""
        await self._reply(owed, self._vault.locked(encode(owed)))

    async def paid(self, owed: Owed) -> None:
        """Forgets what was answered."""
        await self._reply(owed, None)

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
            .where(inbox.c.payload.is_(None), inbox.c.reply.is_(None))
            .where(inbox.c.at < before)
        )

    async def _reply(self, owed: Owed, kept: str | None) -> None:
        this = {f"this_{name}": value for name, value in self._named(owed).items()}
        await self._connection.execute(REPLY, {**this, "owed": kept})

    def _row(self, event: Inbound) -> dict[str, Any]:
        return {**self._named(event), "at": event.at, "payload": encode(event)}

    def _named(self, event: Inbound | Owed) -> dict[str, object]:
        return {
            "organization_id": self._organization_id,
            "platform": event.who.platform,
            "tenant": event.who.tenant,
            "event_id": event.id,
        }


def _key(row: Mapping[str, Any]) -> Key:
    return row["platform"], row["tenant"], row["event_id"]


def _taken_from(fresh: set[Key], key: Key) -> bool:
    """Whether it was stored; of one that came twice at once, the first was."""
    found = key in fresh
    fresh.discard(key)
    return found


_: type[Inbox] = SqlInbox
