"""Who installed us, of every organization: for what comes before one is known."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.installation import Company, Grant, Installed, InstallLink, Tokens
from bot.ports import Clock
from bot.ports.installations import Installations
from storage.database.engine import Database
from storage.database.statements import insert
from storage.installing.connections import SqlConnections
from storage.installing.homes import HOUSE, home
from storage.secrets.vault import Vault
from storage.tables.installations import install_links, installations
from storage.tables.people import organizations, workspaces

PATIENCE = timedelta(seconds=30)  # for who renews tokens; then somebody else may
TAKEN = "the workspace belongs to another organization"


class SqlInstallations:
    """The workspaces of every organization, with their tokens."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def find(self, platform: str, tenant: str) -> Installed | None:
        """What is known of a workspace."""
        async with self._database.reading() as connection:
            row = (await connection.execute(_found(platform, tenant))).first()
        return self._installed(row) if row else None

    async def keep(
        self, grant: Grant, company: Company, link: InstallLink | None, *, first: bool
    ) -> int:
        """See `bot.ports.installations.Installations.keep`."""
        now = self._clock.now()
        async with self._database.writing() as connection:
            if link:
                await _use(connection, link, now)
            ours = await home(connection, grant.platform, grant.tenant)
            if link and ours not in (None, link.organization_id):
                raise Conflict(TAKEN)
            if ours is None:
                ours = (
                    link.organization_id
                    if link
                    else await _new(connection, grant, company, first=first)
                )
            workspace = await _connect(connection, grant, ours)
            await SqlConnections(connection, ours).back(
                grant.platform, grant.tenant, now
            )
            await self._keep(connection, grant, ours, workspace)
            await connection.commit()
        return ours

    async def claim(self, platform: str, tenant: str, seen: Tokens) -> bool:
        """Takes the right to renew tokens, for a short while; one taker gets it."""
        now = self._clock.now()
        free = or_(installations.c.renewing.is_(None), installations.c.renewing <= now)
        claimed = update(installations).where(_are(platform, tenant, seen), free)
        async with self._database.writing() as connection:
            found = await connection.execute(claimed.values(renewing=now + PATIENCE))
            await connection.commit()
        return found.rowcount == 1

    async def renew(
        self, platform: str, tenant: str, seen: Tokens, new: Tokens
    ) -> None:
        """Keeps new tokens in place of those that were seen."""
        kept = self._sealed(new) | {"renewing": None}
        changed = update(installations).where(_are(platform, tenant, seen))
        async with self._database.writing() as connection:
            await connection.execute(changed.values(kept))
            await connection.commit()

    async def _keep(
        self, connection: AsyncConnection, grant: Grant, ours: int, workspace: int
    ) -> None:
        facts = {
            "app_id": grant.app_id,
            "bot_user": grant.bot_user,
            "bot": grant.bot,
            "scopes": list(grant.scopes),
            "installed_at": self._clock.now(),
            "renewing": None,
            **self._sealed(grant.tokens),
        }
        new = insert(connection, installations).values(
            organization_id=ours, workspace_id=workspace, **facts
        )
        await connection.execute(
            new.on_conflict_do_update(index_elements=["workspace_id"], set_=facts)
        )

    def _sealed(self, tokens: Tokens) -> dict[str, object]:
        refresh = self._vault.locked(tokens.refresh) if tokens.refresh else None
        return {
            "token": self._vault.locked(tokens.access),
            "refresh": refresh,
            "expires": tokens.expires,
        }

    def _installed(self, row: Row[Any]) -> Installed:
        tokens = None
        if row.token:
            refresh = self._vault.opened(row.refresh) if row.refresh else ""
            tokens = Tokens(self._vault.opened(row.token), refresh, row.expires)
        return Installed(row.organization_id, tokens, gone=row.gone_at is not None)


def _found(platform: str, tenant: str) -> Select[Any]:
    return (
        select(
            workspaces.c.organization_id,
            workspaces.c.gone_at,
            installations.c.token,
            installations.c.refresh,
            installations.c.expires,
        )
        .join(
            installations,
            installations.c.workspace_id == workspaces.c.id,
            isouter=True,
        )
        .where(workspaces.c.platform == platform, workspaces.c.tenant == tenant)
    )


def _are(platform: str, tenant: str, seen: Tokens) -> ColumnElement[bool]:
    """Those tokens, as long as nobody has renewed them."""
    workspace = (
        select(workspaces.c.id)
        .where(workspaces.c.platform == platform, workspaces.c.tenant == tenant)
        .scalar_subquery()
    )
    end = installations.c.expires
    same = end.is_(None) if seen.expires is None else end == seen.expires
    return and_(installations.c.workspace_id == workspace, same)


async def _use(connection: AsyncConnection, link: InstallLink, now: datetime) -> None:
    """The link is used. Raises Conflict where it was before."""
    used = await connection.execute(
        update(install_links)
        .where(install_links.c.organization_id == link.organization_id)
        .where(install_links.c.id == link.id, install_links.c.used_at.is_(None))
        .values(used_at=now)
    )
    if used.rowcount != 1:
        raise Conflict("the link was used")


async def _new(
    connection: AsyncConnection, grant: Grant, company: Company, *, first: bool
) -> int:
    """An organization of its own; the house's, for the first workspace there is."""
    taken = select(exists().where(workspaces.c.organization_id == HOUSE))
    if first and not (await connection.execute(taken)).scalar_one():
        return HOUSE
    # The first one has its number by hand, so no sequence counts them.
    number = select(func.coalesce(func.max(organizations.c.id), HOUSE) + 1)
    made = organizations.insert().values(
        id=number.scalar_subquery(),
        name=grant.name,
        zone=company.zone,
        language=company.language,
        country=company.country,
    )
    new = await connection.execute(made.returning(organizations.c.id))
    return int(new.scalar_one())


async def _connect(connection: AsyncConnection, grant: Grant, ours: int) -> int:
    new = insert(connection, workspaces).values(
        organization_id=ours,
        platform=grant.platform,
        tenant=grant.tenant,
        name=grant.name,
    )
    kept = new.on_conflict_do_update(
        index_elements=["platform", "tenant"],
        set_={"name": grant.name},
        where=workspaces.c.organization_id == ours,
    )
    made = await connection.execute(kept.returning(workspaces.c.id))
    id = made.scalar_one_or_none()
    if id is None:  # somebody else was faster
        raise Conflict(TAKEN)
    return int(id)


_: type[Installations] = SqlInstallations
