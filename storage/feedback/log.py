"""What happened to feedback."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import Update, UpdateKind
from bot.ports.feedback import FeedbackLog
from storage.tables.feedback import feedback_updates as lines


class SqlFeedbackLog:
    """The stories of one organization's feedback."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def record(self, update: Update) -> Update:
        """Keeps what happened; it comes back with its id."""
        new = lines.insert().values(**self._values(update))
        made = await self._connection.execute(new.returning(lines.c.id))
        return replace(update, id=made.scalar_one())

    async def record_all(self, updates: Sequence[Update]) -> None:
        """Keeps many at once."""
        if updates:
            rows = [self._values(each) for each in updates]
            await self._connection.execute(lines.insert(), rows)

    async def of(self, feedback_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        return (await self.stories([feedback_id])).get(feedback_id, [])

    async def stories(
        self, feedback_ids: Collection[int]
    ) -> Mapping[int, Sequence[Update]]:
        """The same of many, by their ids; nothing for one to which nothing did."""
        wanted = (
            select(lines)
            .where(lines.c.organization_id == self._organization_id)
            .where(lines.c.feedback_id.in_(feedback_ids))
            .order_by(lines.c.id)
        )
        found: defaultdict[int, list[Update]] = defaultdict(list)
        for row in await self._connection.execute(wanted):
            found[row.feedback_id].append(_update(row))
        return found

    async def known(self, external: str) -> int | None:
        """Of which feedback something was said under this name from another system."""
        wanted = (
            select(lines.c.feedback_id)
            .where(lines.c.organization_id == self._organization_id)
            .where(lines.c.external == external)
        )
        return (await self._connection.execute(wanted)).scalar()

    async def count(self, kind: UpdateKind) -> int:
        """How often such a thing has happened to any."""
        wanted = (
            select(func.count())
            .where(lines.c.organization_id == self._organization_id)
            .where(lines.c.kind == kind.value)
        )
        return (await self._connection.execute(wanted)).scalar_one()

    async def forget(self, updates: Sequence[Update]) -> None:
        """Takes out what was taken back before anybody read it."""
        ids = [update.id for update in updates]
        await self._connection.execute(
            delete(lines)
            .where(lines.c.organization_id == self._organization_id)
            .where(lines.c.id.in_(ids))
        )

    def _values(self, update: Update) -> dict[str, Any]:
        return {
            "organization_id": self._organization_id,
            "feedback_id": update.feedback_id,
            "person_id": update.person_id,
            "kind": update.kind.value,
            "text": update.text,
            "at": update.at,
            "external": update.external,
        }


def _update(row: Row[Any]) -> Update:
    kind = UpdateKind(row.kind)
    return Update(
        row.feedback_id, row.person_id, kind, row.at, row.text, row.id, row.external
    )


_: type[FeedbackLog] = SqlFeedbackLog
