"""Tasks in platforms' own lists of things to do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Account
from bot.model.refs import UserRef
from bot.model.todo import Mirror, MirrorState
from bot.ports.todo import Mirrors
from storage.tables.people import accounts, workspaces
from storage.tables.todos import todo_mirrors


class SqlMirrors:
    """Mirrors of one organization's tasks."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def switch(self, platform: str, tenant: str, *, on: bool) -> None:
        """Whether tasks show in the lists of this workspace's people."""
        await self._connection.execute(
            update(workspaces)
            .where(workspaces.c.organization_id == self._organization_id)
            .where(workspaces.c.platform == platform, workspaces.c.tenant == tenant)
            .values(todos=on)
        )

    async def concern(self, person_id: int) -> bool:
        """Whether the person has a list in which tasks show."""
        wanted = (
            select(accounts.c.id)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.person_id == person_id, workspaces.c.todos)
            .limit(1)
        )
        return (await self._connection.execute(wanted)).first() is not None

    async def of(self, task_id: int) -> Sequence[Mirror]:
        """Every mirror of a task, the oldest first."""
        return await self._where(todo_mirrors.c.task_id == task_id)

    async def begin(self, task_id: int, account: Account, key: str) -> Mirror:
        """Keeps that a task is to show there. Raises Conflict where it does."""
        new = todo_mirrors.insert().values(
            organization_id=self._organization_id,
            task_id=task_id,
            account_id=account.id,
            key=key,
            state=MirrorState.OPEN.value,
        )
        made = await self._connection.execute(new.returning(todo_mirrors.c.id))
        return Mirror(
            id=made.scalar_one(),
            task_id=task_id,
            account_id=account.id,
            who=account.ref,
            key=key,
        )

    async def save(self, mirror: Mirror) -> None:
        """Writes how far it has come."""
        await self._connection.execute(
            update(todo_mirrors)
            .where(todo_mirrors.c.organization_id == self._organization_id)
            .where(todo_mirrors.c.id == mirror.id)
            .values(
                todo_id=mirror.todo_id,
                shown=mirror.shown,
                state=mirror.state.value,
                looked_at=mirror.looked_at,
            )
        )

    async def open_of(self, account_id: int) -> Sequence[Mirror]:
        """What stands in an account's list and is not ticked off, the oldest first."""
        return await self._where(
            todo_mirrors.c.account_id == account_id,
            todo_mirrors.c.state == MirrorState.OPEN.value,
            todo_mirrors.c.todo_id != "",
        )

    async def last_seen(self, account_id: int) -> datetime | None:
        """When its person was last there."""
        wanted = (
            select(accounts.c.last_seen)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.id == account_id)
        )
        return await self._connection.scalar(wanted)

    async def readers(self, platform: str, tenant: str) -> int:
        """How many people of a workspace have tasks in their list."""
        wanted = (
            select(func.count(todo_mirrors.c.account_id.distinct()))
            .join(accounts, accounts.c.id == todo_mirrors.c.account_id)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(todo_mirrors.c.organization_id == self._organization_id)
            .where(todo_mirrors.c.state == MirrorState.OPEN.value)
            .where(workspaces.c.platform == platform, workspaces.c.tenant == tenant)
        )
        return int(await self._connection.scalar(wanted) or 0)

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Mirror]:
        wanted = (
            select(
                todo_mirrors,
                accounts.c.user_id,
                workspaces.c.platform,
                workspaces.c.tenant,
            )
            .join(accounts, accounts.c.id == todo_mirrors.c.account_id)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(todo_mirrors.c.organization_id == self._organization_id)
            .where(*conditions)
            .order_by(todo_mirrors.c.id)
        )
        return [_mirror(row) for row in await self._connection.execute(wanted)]


def _mirror(row: Row[Any]) -> Mirror:
    return Mirror(
        id=row.id,
        task_id=row.task_id,
        account_id=row.account_id,
        who=UserRef(row.platform, row.tenant, row.user_id),
        key=row.key,
        todo_id=row.todo_id,
        shown=row.shown,
        state=MirrorState(row.state),
        looked_at=row.looked_at,
    )


_: type[Mirrors] = SqlMirrors
