"""Texts of many lines that wait for a decision."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.task.batch import Batch
from bot.ports.tasks import TaskBatches
from storage.tables.base import keepable
from storage.tables.tasks import task_batches

KEPT = timedelta(days=30)


class SqlTaskBatches:
    """The undecided texts of one organization; old ones make room for new ones."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, batch: Batch) -> Batch:
        """Keeps a text; it comes back with its id, and as it can be kept."""
        old = delete(task_batches).where(
            task_batches.c.organization_id == self._organization_id,
            task_batches.c.at < batch.at - KEPT,
        )
        await self._connection.execute(old)
        new = task_batches.insert().values(
            organization_id=self._organization_id,
            person_id=batch.person_id,
            at=batch.at,
            text=batch.text,
            origin=batch.origin,
        )
        made = await self._connection.execute(new.returning(task_batches.c.id))
        return replace(batch, id=made.scalar_one(), text=keepable(batch.text))

    async def get(self, batch_id: int, person_id: int) -> Batch | None:
        """A person's own text, held for this unit until it ends."""
        wanted = (
            select(task_batches)
            .where(self._mine(batch_id), task_batches.c.person_id == person_id)
            .with_for_update()
        )
        row = (await self._connection.execute(wanted)).first()
        if row is None:
            return None
        return Batch(row.id, row.person_id, row.at, row.text, row.origin)

    async def save(self, batch: Batch) -> None:
        """Writes the text anew."""
        changed = update(task_batches).where(self._mine(batch.id))
        await self._connection.execute(changed.values(text=batch.text, at=batch.at))

    async def drop(self, batch_id: int) -> None:
        """Forgets a text: it was decided."""
        await self._connection.execute(delete(task_batches).where(self._mine(batch_id)))

    def _mine(self, batch_id: int) -> ColumnElement[bool]:
        return and_(
            task_batches.c.organization_id == self._organization_id,
            task_batches.c.id == batch_id,
        )


_: type[TaskBatches] = SqlTaskBatches
