"""Which workspaces an organization is connected to."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Workspace
from bot.ports.installations import Connections
from storage.installing.homes import workspace_of
from storage.tables.deliveries import deliveries
from storage.tables.installations import install_links, install_states, installations
from storage.tables.people import workspaces

NOTHING = {"token": None, "refresh": None, "expires": None, "renewing": None}


class SqlConnections:
    """Workspaces of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def all(self) -> Sequence[Workspace]:
        """Every workspace, the oldest first."""
        wanted = (
            select(workspaces)
            .where(workspaces.c.organization_id == self._organization_id)
            .order_by(workspaces.c.id)
        )
        rows = await self._connection.execute(wanted)
        return [workspace_of(row) for row in rows]

    async def lose(self, platform: str, tenant: str, why: str, now: datetime) -> bool:
        """The workspace let us go. False where that was known."""
        lost = await self._connection.execute(
            update(workspaces)
            .where(self._is(platform, tenant), workspaces.c.gone_at.is_(None))
            .values(gone_at=now, gone_why=why)
        )
        return lost.rowcount == 1

    async def back(self, platform: str, tenant: str, now: datetime) -> bool:
        """It has us again: what waited for it is due. False where it never was gone."""
        found = await self._connection.execute(
            update(workspaces)
            .where(self._is(platform, tenant), workspaces.c.gone_at.is_not(None))
            .values(gone_at=None, gone_why=None)
        )
        if found.rowcount != 1:
            return False
        await self._connection.execute(
            update(deliveries)
            .where(deliveries.c.organization_id == self._organization_id)
            .where(deliveries.c.state == "pending", deliveries.c.attempts > 0)
            .where(deliveries.c.due > now)
            .values(due=now)
        )
        return True

    async def invite(self, person_id: int, key: str, expires: datetime) -> None:
        """Keeps a link to bring one more workspace in."""
        await self._connection.execute(
            install_links.insert().values(
                organization_id=self._organization_id,
                person_id=person_id,
                key=key,
                expires=expires,
            )
        )

    async def forget(self, gone_before: datetime, now: datetime) -> None:
        """Erases the credentials of workspaces that are gone for long, and what is left
        of links and states that are over.
        """
        ours = self._organization_id
        gone = (
            select(workspaces.c.id)
            .where(workspaces.c.organization_id == ours)
            .where(workspaces.c.gone_at < gone_before)
        )
        await self._connection.execute(
            update(installations)
            .where(installations.c.organization_id == ours)
            .where(installations.c.workspace_id.in_(gone))
            .where(installations.c.token.is_not(None))
            .values(NOTHING)
        )
        over = (
            select(install_links.c.id)
            .where(install_links.c.organization_id == ours)
            .where(install_links.c.expires < now)
        )
        await self._connection.execute(
            delete(install_states)
            .where(install_states.c.organization_id == ours)
            .where(
                or_(install_states.c.expires < now, install_states.c.link_id.in_(over))
            )
        )
        await self._connection.execute(
            delete(install_links)
            .where(install_links.c.organization_id == ours)
            .where(install_links.c.expires < now)
        )

    def _is(self, platform: str, tenant: str) -> ColumnElement[bool]:
        return and_(
            workspaces.c.organization_id == self._organization_id,
            workspaces.c.platform == platform,
            workspaces.c.tenant == tenant,
        )


_: type[Connections] = SqlConnections
