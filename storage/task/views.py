"""What stands beside tasks when they are read: everything about all of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    Integer,
    Row,
    String,
    bindparam,
    case,
    cast,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.task import Progress, Task, TaskState, TaskView
from storage.database.statements import padded
from storage.tables.base import Text
from storage.tables.blockers import blockers
from storage.tables.people import people
from storage.tables.projects import projects
from storage.tables.risks import risks
from storage.tables.tasks import task_comments, tasks

PERSON, PROJECT, PARTS, REMARK, BLOCKER = "who", "project", "parts", "remark", "block"
RISK = "risk"
OURS: BindParameter[int] = bindparam("organization")
NOTHING, NONE = literal("", Text), literal(0, Integer)
DONE = func.sum(case((tasks.c.state == TaskState.DONE.value, 1), else_=0))


def _ids(name: str) -> Any:
    return bindparam(name, expanding=True)


# Each row: what it tells, of whom, a text, two numbers.
BESIDE = union_all(
    select(
        literal(PERSON, String).label("tells"),
        people.c.id.label("of"),
        people.c.name.label("text"),
        NONE.label("first"),
        NONE.label("second"),
    )
    .where(people.c.organization_id == OURS)
    .where(people.c.id.in_(_ids("people"))),
    select(literal(PROJECT, String), projects.c.id, projects.c.name, NONE, NONE)
    .where(projects.c.organization_id == OURS)
    .where(projects.c.id.in_(_ids("projects"))),
    # Dropped ones do not count at all.
    select(
        literal(PARTS, String),
        tasks.c.parent_id,
        NOTHING,
        cast(DONE, Integer),
        cast(func.count(), Integer),
    )
    .where(tasks.c.organization_id == OURS, tasks.c.parent_id.in_(_ids("tasks")))
    .where(tasks.c.state != TaskState.DROPPED.value)
    .group_by(tasks.c.parent_id),
    # What was said in the sentence that closed it.
    select(
        literal(REMARK, String),
        task_comments.c.task_id,
        task_comments.c.text,
        task_comments.c.id,
        NONE,
    )
    .join(tasks, tasks.c.id == task_comments.c.task_id)
    .where(tasks.c.organization_id == OURS, tasks.c.id.in_(_ids("closed")))
    .where(task_comments.c.at == tasks.c.closed_at)
    .where(task_comments.c.person_id == tasks.c.closed_by),
    select(
        literal(BLOCKER, String), blockers.c.task_id, NOTHING, blockers.c.number, NONE
    )
    .where(blockers.c.organization_id == OURS)
    .where(blockers.c.task_id.in_(_ids("tasks"))),
    select(literal(RISK, String), risks.c.task_id, NOTHING, risks.c.number, NONE)
    .where(risks.c.organization_id == OURS)
    .where(risks.c.task_id.in_(_ids("tasks"))),
)


async def views(
    connection: AsyncConnection, organization_id: int, found: Sequence[Task]
) -> Sequence[TaskView]:
    """The tasks with the names a reader sees beside them, in the same order."""
    if not found:
        return []
    rows = await connection.execute(BESIDE, _asked(organization_id, found))
    told = _told(rows)
    names, named = told[PERSON], told[PROJECT]
    return [
        TaskView(
            task,
            owner=names[task.owner_id].text,
            creator=names[task.creator_id].text,
            project=named[task.project_id].text if task.project_id in named else None,
            closer=names[task.closed_by].text if task.closed_by in names else None,
            progress=_progress(told[PARTS].get(task.id)),
            remark=told[REMARK][task.id].text if task.id in told[REMARK] else "",
            blocker=told[BLOCKER][task.id].first if task.id in told[BLOCKER] else 0,
            risk=told[RISK][task.id].first if task.id in told[RISK] else 0,
        )
        for task in found
    ]


def _asked(organization_id: int, found: Sequence[Task]) -> dict[str, object]:
    whose = {
        person
        for task in found
        for person in (task.owner_id, task.creator_id, task.closed_by)
        if person is not None
    }
    return {
        "organization": organization_id,
        "people": padded(whose),
        "projects": padded({task.project_id for task in found if task.project_id}),
        "tasks": padded({task.id for task in found}),
        "closed": padded({task.id for task in found if task.closed}),
    }


def _told(rows: Iterable[Row[Any]]) -> Mapping[str, dict[int, Row[Any]]]:
    """By what they tell and of whom; of several the last."""
    told: defaultdict[str, dict[int, Row[Any]]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: int(row.first)):
        told[row.tells][row.of] = row
    return told


def _progress(parts: Row[Any] | None) -> Progress:
    return Progress(parts.first, parts.second) if parts else Progress()
