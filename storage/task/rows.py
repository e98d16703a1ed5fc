"""A task as a row and back, and the conditions its queries are made of."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, cast, func, or_, select, true

from bot.model.files import FileLink
from bot.model.people import Role
from bot.model.refs import PlaceRef
from bot.model.task import (
    LIVING,
    Acceptance,
    Deadline,
    Priority,
    Task,
    TaskState,
)
from bot.model.task.list import TaskFilter
from storage.tables.base import Text
from storage.tables.people import people, place_people
from storage.tables.rooms import room_places
from storage.tables.tasks import task_files, task_followers, tasks

IMPORTANCE = case(
    {priority.value: -rank for rank, priority in enumerate(Priority)},
    value=tasks.c.priority,
)
LAST_CLOSED = (tasks.c.closed_at.desc(), tasks.c.number)
FOLLOWERS = (
    select(func.aggregate_strings(cast(task_followers.c.person_id, Text), " "))
    .where(task_followers.c.task_id == tasks.c.id)
    .where(task_followers.c.organization_id == tasks.c.organization_id)
    .correlate(tasks)
    .scalar_subquery()
)
FILED = (
    select(task_files.c.id)
    .where(task_files.c.task_id == tasks.c.id)
    .where(task_files.c.organization_id == tasks.c.organization_id)
    .correlate(tasks)
    .exists()
)
ORDER = (tasks.c.deadline_at.asc().nulls_last(), IMPORTANCE, tasks.c.number)


def values(task: Task) -> dict[str, Any]:
    """The row of a task, but for its id, its number and its followers."""
    deadline = task.deadline
    return {
        "title": task.title,
        "details": task.details,
        "owner_id": task.owner_id,
        "creator_id": task.creator_id,
        "created_at": task.created_at,
        "state": task.state.value,
        "priority": task.priority.value,
        "deadline_day": deadline.day if deadline else None,
        "deadline_at": deadline.at if deadline else None,
        "deadline_timed": deadline.timed if deadline else False,
        "project_id": task.project_id,
        "department": task.department,
        "parent_id": task.parent_id,
        "repeats_id": task.repeats_id,
        "rule": task.rule,
        "acceptance": task.acceptance.value,
        "blocked_by": task.blocked_by,
        "dropped_because": task.dropped_because,
        "state_before": task.state_before.value,
        "closed_at": task.closed_at,
        "closed_by": task.closed_by,
        "snoozed_until": task.snoozed_until,
        "place": task.place,
        "private": task.private,
        "permalink": task.permalink,
    }


def followers_of(row: Row[Any]) -> tuple[int, ...]:
    """Who follows the task of a row."""
    return tuple(sorted(map(int, (row.followers or "").split())))


def task_of(
    row: Row[Any], followers: tuple[int, ...], files: tuple[FileLink, ...]
) -> Task:
    """The task a row holds."""
    deadline = None
    if row.deadline_at is not None:
        deadline = Deadline(row.deadline_day, row.deadline_at, row.deadline_timed)
    return Task(
        id=row.id,
        number=row.number,
        title=row.title,
        details=row.details,
        owner_id=row.owner_id,
        creator_id=row.creator_id,
        created_at=row.created_at,
        state=TaskState(row.state),
        priority=Priority(row.priority),
        deadline=deadline,
        project_id=row.project_id,
        department=row.department,
        parent_id=row.parent_id,
        repeats_id=row.repeats_id,
        rule=row.rule,
        acceptance=Acceptance(row.acceptance),
        blocked_by=row.blocked_by,
        dropped_because=row.dropped_because,
        state_before=TaskState(row.state_before),
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        snoozed_until=row.snoozed_until,
        place=row.place,
        private=row.private,
        permalink=row.permalink,
        followers=followers,
        files=files,
    )


def visible(viewer_id: int, here: Collection[PlaceRef]) -> ColumnElement[bool]:
    """Whether a person may see a task from a place: `bot.model.task.may_see` in SQL."""
    follows = (
        select(task_followers.c.task_id)
        .where(task_followers.c.task_id == tasks.c.id)
        .where(task_followers.c.person_id == viewer_id)
        .exists()
    )
    may = [
        and_(
            tasks.c.private.is_(False),
            or_(~guest(viewer_id), _seen_there(viewer_id)),
        ),
        tasks.c.owner_id == viewer_id,
        tasks.c.creator_id == viewer_id,
        follows,
    ]
    if here:
        may.append(tasks.c.place.in_(here))
    return or_(*may)


def guest(viewer_id: int) -> ColumnElement[bool]:
    """Whether this person is a guest: to them nothing is public in itself."""
    wanted = select(people.c.id).where(
        people.c.id == viewer_id, people.c.role == Role.GUEST.value
    )
    return wanted.correlate(None).exists()


def _seen_there(viewer_id: int) -> ColumnElement[bool]:
    """Whether the person was seen in the room of a task: `bot.rituals.task.sight`."""
    seen = (
        select(place_people.c.place)
        .where(place_people.c.organization_id == tasks.c.organization_id)
        .where(place_people.c.person_id == viewer_id)
    )
    tied = room_places.alias()
    rooms = (
        select(room_places.c.place)
        .join(tied, tied.c.room_id == room_places.c.room_id)
        .where(tied.c.organization_id == tasks.c.organization_id)
        .where(tied.c.place.in_(seen.correlate(tasks)))
        .correlate(tasks)
    )
    return or_(tasks.c.place.in_(seen), tasks.c.place.in_(rooms))


def chosen(wanted: TaskFilter) -> ColumnElement[bool]:
    """Whether a task passes a filter and may be seen by its viewer."""
    equal = {
        tasks.c.owner_id: wanted.owner_id,
        tasks.c.creator_id: wanted.creator_id,
        tasks.c.project_id: wanted.project_id,
        tasks.c.department: wanted.department,
        tasks.c.parent_id: wanted.parent_id,
    }
    return and_(
        visible(wanted.viewer_id, wanted.here),
        _over(wanted.states),
        tasks.c.state.in_(sorted(wanted.states)),
        *(column == value for column, value in equal.items() if value is not None),
        tasks.c.deadline_at < wanted.due_before if wanted.due_before else true(),
        tasks.c.closed_at >= wanted.closed_since if wanted.closed_since else true(),
    )


def _over(states: frozenset[TaskState]) -> ColumnElement[bool]:
    """That they are closed, or are not: an index has only these, or only those."""
    if states <= LIVING:
        return tasks.c.closed_at.is_(None)
    return true() if states & LIVING else tasks.c.closed_at.is_not(None)
