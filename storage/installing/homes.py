"""Where things are at home: for what comes before an organization is known."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Workspace
from storage.database.engine import Database
from storage.tables.base import Instant
from storage.tables.deliveries import deliveries
from storage.tables.doors import feedback_doors
from storage.tables.forms import form_links
from storage.tables.inbox import inbox
from storage.tables.jobs import jobs
from storage.tables.people import organizations, workspaces
from storage.tables.standups import standups

HOUSE = 1  # the organization that is always there
# Stand-ups that may do something by themselves.
WAKING = or_(standups.c.state == "active", standups.c.paused_until.is_not(None))


class SqlHomes:
    """Whose something is, by the little that is known of it from outside."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def organizations(self) -> Sequence[int]:
        """Every organization, the oldest first."""
        async with self._database.reading() as connection:
            wanted = select(organizations.c.id).order_by(organizations.c.id)
            return (await connection.scalars(wanted)).all()

    async def workspaces(self, platform: str) -> Sequence[Workspace]:
        """Every workspace of a platform that has us."""
        return [each for each in await self.all(platform) if each.gone_at is None]

    async def all(self, platform: str) -> Sequence[Workspace]:
        """Every workspace of a platform, those that let us go too."""
        wanted = select(workspaces).where(workspaces.c.platform == platform)
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted.order_by(workspaces.c.id))).all()
        return [workspace_of(row) for row in rows]

    async def of(self, platform: str, tenant: str) -> int | None:
        """The organization a workspace belongs to."""
        async with self._database.reading() as connection:
            return await home(connection, platform, tenant)

    async def of_form(self, key: str) -> int | None:
        """The organization whose form a link opens."""
        wanted = select(form_links.c.organization_id).where(form_links.c.key == key)
        async with self._database.reading() as connection:
            found: int | None = (await connection.scalars(wanted)).first()
        return found

    async def of_door(self, key: str) -> int | None:
        """The organization whose door has this address."""
        theirs = feedback_doors.c.organization_id
        wanted = select(theirs).where(feedback_doors.c.key == key)
        async with self._database.reading() as connection:
            found: int | None = (await connection.scalars(wanted)).first()
        return found

    async def waiting(self) -> Sequence[int]:
        """The organizations for which an event waits that was not worked on."""
        async with self._database.reading() as connection:
            return (await connection.scalars(_WAITING)).all()

    async def due(self, now: datetime) -> Sequence[int]:
        """The organizations that have something to do by now."""
        async with self._database.reading() as connection:
            return (await connection.scalars(_DUE, {"now": now})).all()


def workspace_of(row: Row[Any]) -> Workspace:
    """The workspace of a row."""
    return Workspace(
        row.id, row.organization_id, row.platform, row.tenant, row.name, row.gone_at
    )


async def home(connection: AsyncConnection, platform: str, tenant: str) -> int | None:
    """Where a workspace is at home. One without a name never had us: somebody of it was
    a guest elsewhere.
    """
    wanted = select(workspaces.c.organization_id).where(
        workspaces.c.platform == platform,
        workspaces.c.tenant == tenant,
        workspaces.c.name != "",
    )
    return (await connection.execute(wanted)).scalar_one_or_none()


def _due() -> Iterator[ColumnElement[bool]]:
    """Whether an organization has a delivery, a job or a stand-up that is due."""
    now = bindparam("now", type_=Instant)
    turn = and_(deliveries.c.due <= now, func.coalesce(deliveries.c.turn, now) <= now)
    for table, of_kind in (
        (deliveries, and_(deliveries.c.state == "pending", turn)),
        (deliveries, and_(deliveries.c.state == "sending", deliveries.c.due <= now)),
        (jobs, and_(jobs.c.state == "waiting", jobs.c.run_at <= now)),
        (standups, and_(WAKING, standups.c.next_at <= now)),
    ):
        theirs = table.c.organization_id == organizations.c.id
        yield exists().where(theirs, of_kind)


_DUE = select(organizations.c.id).where(or_(*_due()))
_WAITING = select(organizations.c.id).where(
    exists().where(
        inbox.c.organization_id == organizations.c.id, inbox.c.payload.is_not(None)
    )
)
