"""Tasks, with their followers."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.files import FileLink
from bot.model.task import LIVING, Task, TaskView
from bot.model.task.list import TaskFilter
from bot.ports.tasks import Tasks
from storage.counters import next_number
from storage.database.statements import insert
from storage.tables.tasks import task_files, task_followers, tasks
from storage.task.batches import SqlTaskBatches
from storage.task.links import SqlTaskLinks
from storage.task.log import SqlTaskLog
from storage.task.rows import (
    FILED,
    FOLLOWERS,
    LAST_CLOSED,
    ORDER,
    chosen,
    followers_of,
    task_of,
    values,
)
from storage.task.views import views

NEW = tasks.insert().returning(tasks.c.id)
MANY = 500
Order = tuple[ColumnElement[Any], ...]


class SqlTasks:
    """Tasks of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def log(self) -> SqlTaskLog:
        """The history and the comments."""
        return SqlTaskLog(self._connection, self._organization_id)

    @cached_property
    def links(self) -> SqlTaskLinks:
        """Which task needs which."""
        return SqlTaskLinks(self._connection, self._organization_id, self)

    @cached_property
    def batches(self) -> SqlTaskBatches:
        """Many lines that wait for a decision."""
        return SqlTaskBatches(self._connection, self._organization_id)

    async def add(self, task: Task) -> Task:
        """Stores a new task; it comes back with its id and the next number."""
        number = await next_number(self._connection, self._organization_id, "task")
        ours = {"organization_id": self._organization_id, "number": number}
        made = await self._connection.execute(NEW, ours | values(task))
        stored = replace(task, id=made.scalar_one(), number=number)
        await self._add_followers(stored)
        await self._add_files(stored)
        return stored

    async def save(self, task: Task) -> None:
        """Writes every changed fact of a task."""
        await self._connection.execute(
            update(tasks)
            .where(self._ours(), tasks.c.id == task.id)
            .values(**values(task))
        )
        gone = delete(task_followers).where(
            task_followers.c.organization_id == self._organization_id,
            task_followers.c.task_id == task.id,
            task_followers.c.person_id.not_in(task.followers),
        )
        await self._connection.execute(gone)
        await self._add_followers(task)

    async def get(self, task_id: int) -> Task | None:
        """The task with this id."""
        return next(iter(await self.where(tasks.c.id == task_id)), None)

    async def numbered(self, number: int) -> Task | None:
        """The task by its short number, held for this unit until it ends."""
        held = (
            select(tasks.c.id)
            .where(self._ours(), tasks.c.number == number)
            .with_for_update()
        )
        task_id = (await self._connection.execute(held)).scalar()
        return await self.get(task_id) if task_id is not None else None

    async def next_of(self, task_id: int) -> Task | None:
        """The task that a repeated one was followed by."""
        return next(iter(await self.where(tasks.c.repeats_id == task_id)), None)

    async def find(self, wanted: TaskFilter, limit: int) -> Sequence[Task]:
        """Tasks the viewer may see: the next deadline first, then the importance."""
        order = ORDER if wanted.states & LIVING else LAST_CLOSED
        # What is told of each is asked for the page alone, not for all that is sorted.
        page = select(tasks.c.id).where(self._ours(), chosen(wanted))
        of_page = page.order_by(*order).limit(limit).correlate(None)
        return await self.where(tasks.c.id.in_(of_page), order=order, limit=limit)

    async def open_of(self, person_id: int) -> Sequence[TaskView]:
        """What a person still has to do, in the same order."""
        mine = TaskFilter(viewer_id=person_id, owner_id=person_id)
        return await self.views(await self.find(mine, MANY))

    async def woken(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Task]:
        """A person's open tasks whose snooze ended in that time."""
        return await self.where(
            and_(
                tasks.c.owner_id == person_id,
                tasks.c.state.in_(sorted(LIVING)),
                tasks.c.snoozed_until.between(since, until),
            )
        )

    async def some(self, task_ids: Collection[int]) -> Sequence[Task]:
        """These tasks, in the order of lists."""
        return await self.where(tasks.c.id.in_(task_ids))

    async def views(self, found: Sequence[Task]) -> Sequence[TaskView]:
        """The tasks with the names a reader sees beside them, in the same order."""
        return await views(self._connection, self._organization_id, found)

    async def where(
        self,
        condition: ColumnElement[bool],
        *,
        order: Order = ORDER,
        limit: int = MANY,
    ) -> Sequence[Task]:
        """The tasks for which a condition holds, in the order of lists."""
        wanted = (
            select(tasks, FOLLOWERS.label("followers"), FILED.label("filed"))
            .where(self._ours(), condition)
            .order_by(*order)
            .limit(limit)
        )
        rows = (await self._connection.execute(wanted)).all()
        files = await self._files([row.id for row in rows if row.filed])
        return [task_of(row, followers_of(row), files.get(row.id, ())) for row in rows]

    def _ours(self) -> ColumnElement[bool]:
        return tasks.c.organization_id == self._organization_id

    async def _add_followers(self, task: Task) -> None:
        if not task.followers:
            return
        rows = [
            {
                "organization_id": self._organization_id,
                "task_id": task.id,
                "person_id": person_id,
            }
            for person_id in task.followers
        ]
        new = insert(self._connection, task_followers).on_conflict_do_nothing()
        await self._connection.execute(new, rows)

    async def _add_files(self, task: Task) -> None:
        """The files a task was made with; they never change."""
        rows = [
            {
                "organization_id": self._organization_id,
                "task_id": task.id,
                "name": file.name,
                "url": file.url,
            }
            for file in task.files
        ]
        if rows:
            await self._connection.execute(task_files.insert(), rows)

    async def _files(
        self, task_ids: Collection[int]
    ) -> dict[int, tuple[FileLink, ...]]:
        if not task_ids:
            return {}
        wanted = (
            select(task_files.c.task_id, task_files.c.name, task_files.c.url)
            .where(task_files.c.organization_id == self._organization_id)
            .where(task_files.c.task_id.in_(task_ids))
            .order_by(task_files.c.id)
        )
        found: dict[int, tuple[FileLink, ...]] = {}
        for task_id, name, url in await self._connection.execute(wanted):
            found[task_id] = (*found.get(task_id, ()), FileLink(name, url))
        return found


_: type[Tasks] = SqlTasks
