"""Tasks, with their followers."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.files import FileLink
from bot.model.task import LIVING, Progress, Task, TaskState, TaskView
from bot.model.task.list import TaskFilter
from bot.ports.tasks import Tasks
from storage.counters import next_number
from storage.statements import insert
from storage.tables.blockers import blockers
from storage.tables.people import people
from storage.tables.projects import projects
from storage.tables.tasks import task_comments, task_files, task_followers, tasks
from storage.task_batches import SqlTaskBatches
from storage.task_links import SqlTaskLinks
from storage.task_log import SqlTaskLog
from storage.task_rows import LAST_CLOSED, ORDER, chosen, task_of, values

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
        new = tasks.insert().values(
            organization_id=self._organization_id, number=number, **values(task)
        )
        made = await self._connection.execute(new.returning(tasks.c.id))
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
        return await self.where(chosen(wanted), order=order, limit=limit)

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
        if not found:
            return []
        names = await self._names(
            {
                person
                for task in found
                for person in (task.owner_id, task.creator_id, task.closed_by)
                if person is not None
            }
        )
        projects_ = await self._projects({task.project_id for task in found})
        progress = await self._progress({task.id for task in found})
        remarks = await self._remarks({task.id for task in found if task.closed})
        grown = await self._blockers({task.id for task in found})
        return [
            TaskView(
                task,
                owner=names[task.owner_id],
                creator=names[task.creator_id],
                project=projects_.get(task.project_id or 0),
                closer=names.get(task.closed_by or 0),
                progress=progress.get(task.id, Progress()),
                remark=remarks.get(task.id, ""),
                blocker=grown.get(task.id, 0),
            )
            for task in found
        ]

    async def where(
        self,
        condition: ColumnElement[bool],
        *,
        order: Order = ORDER,
        limit: int = MANY,
    ) -> Sequence[Task]:
        """The tasks for which a condition holds, in the order of lists."""
        wanted = (
            select(tasks).where(self._ours(), condition).order_by(*order).limit(limit)
        )
        rows = (await self._connection.execute(wanted)).all()
        followers = await self._followers([row.id for row in rows])
        files = await self._files([row.id for row in rows])
        return [
            task_of(row, followers.get(row.id, ()), files.get(row.id, ()))
            for row in rows
        ]

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

    async def _followers(self, task_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
        if not task_ids:
            return {}
        wanted = (
            select(task_followers.c.task_id, task_followers.c.person_id)
            .where(task_followers.c.organization_id == self._organization_id)
            .where(task_followers.c.task_id.in_(task_ids))
            .order_by(task_followers.c.person_id)
        )
        found: dict[int, tuple[int, ...]] = {}
        for task_id, person_id in await self._connection.execute(wanted):
            found[task_id] = (*found.get(task_id, ()), person_id)
        return found

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

    async def _names(self, person_ids: Collection[int]) -> dict[int, str]:
        wanted = (
            select(people.c.id, people.c.name)
            .where(people.c.organization_id == self._organization_id)
            .where(people.c.id.in_(person_ids))
        )
        rows = await self._connection.execute(wanted)
        return {row.id: row.name for row in rows}

    async def _projects(self, project_ids: Collection[int | None]) -> dict[int, str]:
        wanted = (
            select(projects.c.id, projects.c.name)
            .where(projects.c.organization_id == self._organization_id)
            .where(projects.c.id.in_([each for each in project_ids if each]))
        )
        rows = await self._connection.execute(wanted)
        return {row.id: row.name for row in rows}

    async def _blockers(self, task_ids: Collection[int]) -> dict[int, int]:
        """The numbers of the blockers that these tasks grew out of."""
        wanted = (
            select(blockers.c.task_id, blockers.c.number)
            .where(blockers.c.organization_id == self._organization_id)
            .where(blockers.c.task_id.in_(task_ids))
        )
        rows = await self._connection.execute(wanted)
        return {row.task_id: row.number for row in rows}

    async def _remarks(self, closed_ids: Collection[int]) -> dict[int, str]:
        """What was said in the sentence that closed a task."""
        if not closed_ids:
            return {}
        wanted = (
            select(task_comments.c.task_id, task_comments.c.text)
            .join(tasks, tasks.c.id == task_comments.c.task_id)
            .where(self._ours(), tasks.c.id.in_(closed_ids))
            .where(task_comments.c.at == tasks.c.closed_at)
            .where(task_comments.c.person_id == tasks.c.closed_by)
            .order_by(task_comments.c.id)
        )
        rows = await self._connection.execute(wanted)
        return {row.task_id: row.text for row in rows}

    async def _progress(self, parent_ids: Collection[int]) -> dict[int, Progress]:
        """How many sub-tasks are done; dropped ones do not count at all."""
        done = func.sum(case((tasks.c.state == TaskState.DONE.value, 1), else_=0))
        wanted = (
            select(tasks.c.parent_id, done.label("done"), func.count().label("total"))
            .where(self._ours(), tasks.c.parent_id.in_(parent_ids))
            .where(tasks.c.state != TaskState.DROPPED.value)
            .group_by(tasks.c.parent_id)
        )
        rows = await self._connection.execute(wanted)
        return {row.parent_id: Progress(int(row.done), row.total) for row in rows}


_: type[Tasks] = SqlTasks
