"""Accounts: whose they are, where their person wants to be written."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select, update

from bot.model.link import MessageKind
from bot.model.people import Account
from bot.model.refs import PlaceRef, UserRef
from storage.people.rows import ACCOUNTS, WORKSPACE, account
from storage.people.workspaces import SqlWorkspaces
from storage.tables.links import person_platforms
from storage.tables.people import accounts, people, workspaces

SEEN_AGAIN = timedelta(hours=1)  # so often it is written down that somebody was there


class SqlAccounts(SqlWorkspaces):
    """The accounts of one organization's people."""

    async def accounts(
        self, person_id: int, kind: MessageKind = MessageKind.ANY
    ) -> Sequence[Account]:
        """The person's active accounts, the one to write to first.

        That is where they want this kind of message, else any; else where they typed
        last; else where there is a conversation. Those in a workspace that let us go
        count only where there is no other.
        """
        wanted = (
            select(accounts, *WORKSPACE, workspaces.c.gone_at)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.person_id == person_id, accounts.c.active)
            .order_by(
                self._wished(person_id, kind),
                accounts.c.last_seen.is_(None),
                accounts.c.last_seen.desc(),
                accounts.c.dm.is_(None),
                accounts.c.id,
            )
        )
        rows = (await self._connection.execute(wanted)).all()
        there = [row for row in rows if row.gone_at is None]
        return [account(row) for row in there or rows]

    async def accounts_of(self, person_ids: Collection[int]) -> Sequence[Account]:
        """The active accounts of several people, the oldest first."""
        wanted = (
            select(accounts, *WORKSPACE)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.person_id.in_(set(person_ids)), accounts.c.active)
            .order_by(accounts.c.id)
        )
        return [account(row) for row in await self._connection.execute(wanted)]

    async def remember_dm(self, ref: UserRef, dm: PlaceRef) -> None:
        """Keeps the direct conversation of an account."""
        await self._connection.execute(
            update(accounts).where(self._names(ref)).values(dm=dm.unthreaded())
        )

    async def seen(self, ref: UserRef, now: datetime) -> None:
        """Keeps that somebody was there, to the hour."""
        before = accounts.c.last_seen < now - SEEN_AGAIN
        await self._connection.execute(
            update(accounts)
            .where(self._names(ref), or_(accounts.c.last_seen.is_(None), before))
            .values(last_seen=now)
        )

    def _names(self, ref: UserRef) -> ColumnElement[bool]:
        """Whether a row of accounts is this one."""
        workspace = (
            select(workspaces.c.id)
            .where(workspaces.c.organization_id == self._organization_id)
            .where(
                workspaces.c.platform == ref.platform, workspaces.c.tenant == ref.tenant
            )
        )
        return and_(
            accounts.c.organization_id == self._organization_id,
            accounts.c.workspace_id == workspace.scalar_subquery(),
            accounts.c.user_id == ref.id,
        )

    def _wished(self, person_id: int, kind: MessageKind) -> ColumnElement[int]:
        """Nought where they want this kind of message; what they say of it wins over
        what they say of any.
        """
        wish = (
            select(person_platforms.c.platform)
            .where(person_platforms.c.organization_id == self._organization_id)
            .where(person_platforms.c.person_id == person_id)
            .where(person_platforms.c.kind.in_([kind.value, MessageKind.ANY.value]))
            .order_by(case((person_platforms.c.kind == kind.value, 0), else_=1))
            .limit(1)
        )
        here = workspaces.c.platform == func.coalesce(wish.scalar_subquery(), "")
        return case((here, 0), else_=1)

    async def _account_of(self, ref: UserRef) -> Row[Any] | None:
        wanted = self._accounts().where(
            workspaces.c.platform == ref.platform,
            workspaces.c.tenant == ref.tenant,
            accounts.c.user_id == ref.id,
        )
        return (await self._connection.execute(wanted)).first()

    def _accounts(self) -> Select[*tuple[Any, ...]]:
        return ACCOUNTS.where(people.c.organization_id == self._organization_id)
