"""Which task needs which other one done first."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.task import LIVING, Task
from bot.ports.tasks import TaskLinks
from storage.database.statements import insert
from storage.tables.tasks import task_needs, tasks

if TYPE_CHECKING:
    from storage.task.tasks import SqlTasks


class SqlTaskLinks:
    """Dependencies between the tasks of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, tasks_: "SqlTasks"
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._tasks = tasks_

    async def need(self, task_id: int, needs_id: int) -> bool:
        """Says that one needs the other. False when that was known."""
        new = insert(self._connection, task_needs).values(
            organization_id=self._organization_id, task_id=task_id, needs_id=needs_id
        )
        made = await self._connection.execute(new.on_conflict_do_nothing())
        return made.rowcount == 1

    async def unneed(self, task_id: int, needs_id: int) -> bool:
        """Takes that back. False when it was not so."""
        gone = delete(task_needs).where(
            self._ours(),
            task_needs.c.task_id == task_id,
            task_needs.c.needs_id == needs_id,
        )
        return (await self._connection.execute(gone)).rowcount == 1

    async def needs(self, task_id: int) -> Sequence[Task]:
        """What must be done before this task, closed ones included."""
        ids = select(task_needs.c.needs_id).where(
            self._ours(), task_needs.c.task_id == task_id
        )
        return await self._tasks.where(tasks.c.id.in_(ids))

    async def needed_by(self, task_id: int) -> Sequence[Task]:
        """What waits for this task, closed ones included."""
        ids = select(task_needs.c.task_id).where(
            self._ours(), task_needs.c.needs_id == task_id
        )
        return await self._tasks.where(tasks.c.id.in_(ids))

    async def chain(self, task_id: int) -> frozenset[int]:
        """Every task this one needs, directly or not."""
        direct = select(task_needs.c.needs_id).where(
            self._ours(), task_needs.c.task_id == task_id
        )
        needed = direct.cte("needed", recursive=True)
        further = select(task_needs.c.needs_id).where(
            self._ours(), task_needs.c.task_id == needed.c.needs_id
        )
        all_of_them = needed.union(further)
        rows = await self._connection.execute(select(all_of_them.c.needs_id))
        return frozenset(rows.scalars())

    async def free(self, task_ids: Collection[int]) -> frozenset[int]:
        """Those of these tasks whose needs are all closed."""
        waiting = (
            select(task_needs.c.task_id)
            .join(tasks, tasks.c.id == task_needs.c.needs_id)
            .where(self._ours(), task_needs.c.task_id.in_(task_ids))
            .where(tasks.c.state.in_(sorted(LIVING)))
        )
        rows = await self._connection.execute(waiting)
        return frozenset(task_ids) - frozenset(rows.scalars())

    def _ours(self) -> ColumnElement[bool]:
        return task_needs.c.organization_id == self._organization_id


_: type[TaskLinks] = SqlTaskLinks
