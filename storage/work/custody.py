"""Events that somebody has in hand, and those that nobody has any more."""

import logging
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Integer,
    Null,
    Row,
    Select,
    and_,
    bindparam,
    false,
    null,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.custody import LEFT, Custody, Left
from storage.database.present import PRESENT, ago, ahead
from storage.secrets.vault import Vault
from storage.tables.inbox import inbox
from storage.work.events_codec import decode, decode_owed

log = logging.getLogger(__name__)

BATCH = 200
PATIENT = 7  # after so many tries in vain it waits no longer than before: over an hour

UNDONE = or_(inbox.c.payload.is_not(None), inbox.c.reply.is_not(None))
# All that waits; where others are alive, what nobody has in hand.
WAITING = (
    select(inbox.c.id, inbox.c.platform, inbox.c.tenant, inbox.c.event_id)
    .where(inbox.c.organization_id == bindparam("organization"))
    .where(UNDONE)
    .order_by(inbox.c.id)
    .with_for_update(skip_locked=True)
)

T = TypeVar("T")
Key = tuple[str, str, str]
KEY = tuple_(inbox.c.platform, inbox.c.tenant, inbox.c.event_id)


class SqlCustody:
    """The inbox of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def take_up(
        self, mine: Collection[Left], *, all_left: bool = False
    ) -> Sequence[Left]:
        """Takes events, or what is owed for them, that nobody has in hand, the oldest
        first; never one of `mine`.

        One that was taken up in vain is left alone longer each time. With `all_left`
        nobody else is alive: everything that waits is taken.
        """
        ours = {_key(event) for event in mine}
        asked: dict[str, object] = {"organization": self._organization_id}
        if all_left:
            wanted = WAITING
        else:
            wanted = _left(self._connection.dialect.name)
            asked["limit"] = BATCH + len(ours)
        rows = (await self._connection.execute(wanted, asked)).all()
        taken = [row.id for row in rows if tuple(row[1:]) not in ours]
        return [event for ids in _parts(taken) for event in await self._take(ids)]

    async def renew(self, mine: Collection[Left]) -> None:
        """Says that these are in hand still."""
        await self._set(mine, PRESENT)

    async def hand_back(self, mine: Collection[Left]) -> None:
        """Lets anybody take these up at once."""
        await self._set(mine, null())

    async def _take(self, ids: Sequence[int]) -> list[Left]:
        took = (
            update(inbox)
            .where(inbox.c.organization_id == self._organization_id)
            .where(inbox.c.id.in_(ids))
            .values(taken_at=PRESENT, attempts=inbox.c.attempts + 1)
            .returning(inbox.c.id, inbox.c.payload, inbox.c.reply)
        )
        rows = (await self._connection.execute(took)).all()
        left = (self._readable(row) for row in sorted(rows, key=lambda row: row.id))
        return [each for each in left if each is not None]

    def _readable(self, row: Row[Any]) -> Left | None:
        """None for what only another version of ours can read: it waits for that one,
        and keeps nobody else waiting.
        """
        try:
            return self._left_by(row)
        except (KeyError, TypeError, ValueError) as wrong:
            why = type(wrong).__name__
            log.error("event not readable", extra={"row": row.id, "why": why})
            return None

    def _left_by(self, row: Row[Any]) -> Left:
        """The event, or the answer to one that was worked on."""
        if row.payload is None:
            return decode_owed(self._vault.opened(row.reply))
        return decode(row.payload)

    async def _set(
        self, mine: Collection[Left], taken_at: ColumnElement[datetime] | Null
    ) -> None:
        for keys in _parts([_key(event) for event in mine]):
            # One that is being worked on is locked by that unit, and so in hand anyway.
            free = (
                select(inbox.c.id)
                .where(self._waits(), KEY.in_(keys))
                .with_for_update(skip_locked=True)
                .cte("free")
            )
            changed = update(inbox).where(inbox.c.id.in_(select(free.c.id)))
            await self._connection.execute(changed.values(taken_at=taken_at))

    def _waits(self) -> ColumnElement[bool]:
        ours = inbox.c.organization_id == self._organization_id
        return and_(ours, UNDONE)


@cache
def _left(dialect: str) -> Select[Any]:
    """Twice as long after each try: one that always fails must not fill the day."""
    overdue: ColumnElement[bool] = false()
    for attempts in range(PATIENT + 1):
        tried = inbox.c.attempts
        same = tried == attempts if attempts < PATIENT else tried >= attempts
        since = ago(dialect, LEFT * (1 << attempts))
        overdue = or_(overdue, and_(same, inbox.c.taken_at < since))
    # The database's clock may have been set back since.
    overdue = or_(overdue, inbox.c.taken_at > ahead(dialect, LEFT))
    left = WAITING.where(or_(inbox.c.taken_at.is_(None), overdue))
    return left.limit(bindparam("limit", type_=Integer))


def _key(event: Left) -> Key:
    return event.who.platform, event.who.tenant, event.id


def _parts(many: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some at a time: a statement can hold only so many values."""
    return (many[start : start + BATCH] for start in range(0, len(many), BATCH))


_: type[Custody] = SqlCustody
