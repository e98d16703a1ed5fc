"""The history and the comments of tasks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.task.log import Change, ChangeKind, Comment
from bot.ports.tasks import TaskLog
from storage.tables.tasks import task_changes, task_comments

CHANGED = task_changes.insert()


class SqlTaskLog:
    """What happened to the tasks of one organization, and what was said."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def record(self, changes: Sequence[Change]) -> None:
        """Writes what happened."""
        rows = [
            {
                "organization_id": self._organization_id,
                "task_id": change.task_id,
                "person_id": change.person_id,
                "at": change.at,
                "kind": change.kind.value,
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ]
        if rows:
            await self._connection.execute(CHANGED, rows)

    async def changes(self, task_id: int) -> Sequence[Change]:
        """Everything that happened to a task, the oldest first."""
        wanted = (
            select(task_changes)
            .where(task_changes.c.organization_id == self._organization_id)
            .where(task_changes.c.task_id == task_id)
            .order_by(task_changes.c.id)
        )
        return [_change(row) for row in await self._connection.execute(wanted)]

    async def comment(self, comment: Comment) -> Comment:
        """Keeps what somebody said; it comes back with its id."""
        new = task_comments.insert().values(
            organization_id=self._organization_id,
            task_id=comment.task_id,
            person_id=comment.person_id,
            at=comment.at,
            text=comment.text,
        )
        made = await self._connection.execute(new.returning(task_comments.c.id))
        return replace(comment, id=made.scalar_one())

    async def comments(self, task_id: int) -> Sequence[Comment]:
        """What people said about a task, the oldest first."""
        wanted = (
            select(task_comments)
            .where(task_comments.c.organization_id == self._organization_id)
            .where(task_comments.c.task_id == task_id)
            .order_by(task_comments.c.id)
        )
        return [_comment(row) for row in await self._connection.execute(wanted)]


def _change(row: Row[Any]) -> Change:
    return Change(
        row.task_id, row.person_id, row.at, ChangeKind(row.kind), row.before, row.after
    )


def _comment(row: Row[Any]) -> Comment:
    return Comment(row.task_id, row.person_id, row.at, row.text, row.id)


_: type[TaskLog] = SqlTaskLog
