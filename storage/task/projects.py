"""Projects and their milestones."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.project import Milestone, Project, fold_name
from bot.model.refs import PlaceRef
from bot.model.task import Progress, TaskState
from bot.ports.projects import Projects
from storage.database.statements import insert
from storage.tables.projects import milestones, projects
from storage.tables.tasks import tasks
from storage.task.rows import guest, visible

NAMED = (
    select(projects)
    .where(projects.c.organization_id == bindparam("organization"))
    .where(projects.c.folded == bindparam("named"))
    .with_for_update()
)


class SqlProjects:
    """Projects of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def open(self, project: Project) -> tuple[Project, bool]:
        """The project of that name, stored if there is none; says whether it is new."""
        if found := await self.named(project.name):
            return found, False
        new = insert(self._connection, projects).values(
            organization_id=self._organization_id, **_values(project)
        )
        made = await self._connection.execute(
            new.on_conflict_do_nothing(
                index_elements=["organization_id", "folded"]
            ).returning(projects.c.id)
        )
        if (project_id := made.scalar()) is not None:
            return replace(project, id=project_id), True
        known = await self.named(project.name)
        return known or project, False

    async def save(self, project: Project) -> None:
        """Writes every changed fact of a project."""
        await self._connection.execute(
            update(projects)
            .where(self._ours(), projects.c.id == project.id)
            .values(**_values(project))
        )

    async def get(self, project_id: int) -> Project | None:
        """The project with this id."""
        return await self._one(projects.c.id == project_id)

    async def named(self, name: str) -> Project | None:
        """The project of that name, however it is written; held for this unit."""
        named = {"organization": self._organization_id, "named": fold_name(name)}
        row = (await self._connection.execute(NAMED, named)).first()
        return _project(row) if row else None

    async def visible(
        self, viewer_id: int, here: Collection[PlaceRef]
    ) -> Sequence[Project]:
        """What a person may see from a place, unfinished ones first, by name."""
        has_task = (
            select(tasks.c.id)
            .where(tasks.c.organization_id == self._organization_id)
            .where(tasks.c.project_id == projects.c.id, visible(viewer_id, here))
            .exists()
        )
        may = [
            and_(projects.c.private.is_(False), ~guest(viewer_id)),
            projects.c.owner_id == viewer_id,
            has_task,
        ]
        if here:
            may.append(projects.c.place.in_(here))
        wanted = (
            select(projects)
            .where(self._ours(), or_(*may))
            .order_by(projects.c.finished_at.is_not(None), projects.c.folded)
        )
        return [_project(row) for row in await self._connection.execute(wanted)]

    async def progress(
        self, project_ids: Collection[int], viewer_id: int, here: Collection[PlaceRef]
    ) -> dict[int, Progress]:
        """How many of each project's tasks, of those the viewer may see, are done.

        Dropped tasks do not count at all.
        """
        done = func.sum(case((tasks.c.state == TaskState.DONE.value, 1), else_=0))
        wanted = (
            select(tasks.c.project_id, done.label("done"), func.count().label("total"))
            .where(tasks.c.organization_id == self._organization_id)
            .where(tasks.c.project_id.in_(project_ids), visible(viewer_id, here))
            .where(tasks.c.state != TaskState.DROPPED.value)
            .group_by(tasks.c.project_id)
        )
        rows = await self._connection.execute(wanted)
        return {row.project_id: Progress(int(row.done), row.total) for row in rows}

    async def plan(self, milestone: Milestone) -> Milestone:
        """Stores a new milestone."""
        new = milestones.insert().values(
            organization_id=self._organization_id,
            project_id=milestone.project_id,
            title=milestone.title,
            day=milestone.day,
            reached_at=milestone.reached_at,
        )
        made = await self._connection.execute(new.returning(milestones.c.id))
        return replace(milestone, id=made.scalar_one())

    async def milestones(self, project_ids: Collection[int]) -> Sequence[Milestone]:
        """The milestones of these projects, the next first."""
        wanted = (
            select(milestones)
            .where(milestones.c.organization_id == self._organization_id)
            .where(milestones.c.project_id.in_(project_ids))
            .order_by(milestones.c.day, milestones.c.id)
        )
        return [_milestone(row) for row in await self._connection.execute(wanted)]

    async def reach(self, milestone_id: int, at: datetime | None) -> Milestone | None:
        """Marks a milestone reached, or not reached when `at` is None."""
        marked = (
            update(milestones)
            .where(milestones.c.organization_id == self._organization_id)
            .where(milestones.c.id == milestone_id)
            .values(reached_at=at)
            .returning(milestones)
        )
        row = (await self._connection.execute(marked)).first()
        return _milestone(row) if row else None

    def _ours(self) -> ColumnElement[bool]:
        return projects.c.organization_id == self._organization_id

    async def _one(self, condition: ColumnElement[bool]) -> Project | None:
        wanted = select(projects).where(self._ours(), condition)
        row = (await self._connection.execute(wanted)).first()
        return _project(row) if row else None


def _values(project: Project) -> dict[str, Any]:
    return {
        "name": project.name,
        "folded": fold_name(project.name),
        "owner_id": project.owner_id,
        "created_at": project.created_at,
        "due": project.due,
        "finished_at": project.finished_at,
        "finished_by": project.finished_by,
        "place": project.place,
        "private": project.private,
    }


def _project(row: Row[Any]) -> Project:
    return Project(
        id=row.id,
        name=row.name,
        owner_id=row.owner_id,
        created_at=row.created_at,
        due=row.due,
        finished_at=row.finished_at,
        finished_by=row.finished_by,
        place=row.place,
        private=row.private,
    )


def _milestone(row: Row[Any]) -> Milestone:
    return Milestone(
        id=row.id,
        project_id=row.project_id,
        title=row.title,
        day=row.day,
        reached_at=row.reached_at,
    )


_: type[Projects] = SqlProjects
