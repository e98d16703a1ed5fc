"""Everybody and every place in an event, in two questions made but once."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.known import Home, Known
from bot.model.onboarding import Kind
from bot.model.people import Organization, Place, Workspace
from bot.model.refs import PlaceRef, UserRef
from storage.people.rows import ACCOUNTS, names_of, person
from storage.people.workspaces import place_of
from storage.tables.onboardings import onboardings
from storage.tables.people import accounts, organizations, people, places, workspaces
from storage.tables.rooms import room_places

_all = workspaces.alias()
LISTS = (
    select(_all.c.id)
    .where(_all.c.organization_id == bindparam("organization"), _all.c.todos)
    .exists()
)
LEAVES = (
    select(onboardings.c.id)
    .where(
        onboardings.c.person_id == people.c.id,
        onboardings.c.kind == Kind.LEAVE.value,
    )
    .correlate(people)
    .exists()
)
PEOPLE = ACCOUNTS.add_columns(
    accounts.c.last_seen,
    workspaces.c.id.label("workspace_id"),
    workspaces.c.name.label("workspace_name"),
    organizations.c.name.label("organization_name"),
    organizations.c.country.label("organization_country"),
    LISTS.label("lists"),
    LEAVES.label("leaves"),
).where(
    organizations.c.id == bindparam("organization"),
    workspaces.c.organization_id == bindparam("organization"),
    workspaces.c.platform == bindparam("platform"),
    workspaces.c.tenant == bindparam("tenant"),
    accounts.c.user_id.in_(bindparam("ids", expanding=True)),
)
PLACES = (
    select(places, room_places.c.room_id)
    .outerjoin(
        room_places,
        and_(
            room_places.c.organization_id == places.c.organization_id,
            room_places.c.place == places.c.ref,
        ),
    )
    .where(places.c.organization_id == bindparam("organization"))
    .where(places.c.ref.in_(bindparam("refs", expanding=True)))
)


async def recall(
    connection: AsyncConnection,
    organization_id: int,
    who: UserRef,
    others: Collection[UserRef],
    where: Collection[PlaceRef],
) -> Known:
    """What is known of them; the others are of the workspace of who asks."""
    ours = {"organization": organization_id}
    ids = list({who.id, *(ref.id for ref in others)})
    asked = {**ours, "platform": who.platform, "tenant": who.tenant, "ids": ids}
    rows = {
        UserRef(row.platform, row.tenant, row.user_id): row
        for row in await connection.execute(PEOPLE, asked)
    }
    found: dict[PlaceRef, Place] = {}
    tied: set[PlaceRef] = set()
    if where:
        refs = list({ref.unthreaded() for ref in where})
        for row in await connection.execute(PLACES, {**ours, "refs": refs}):
            found[row.ref] = place_of(row)
            if row.room_id is not None:
                tied.add(row.ref)
    return Known(
        _home(rows[who]) if who in rows else None,
        {ref: person(row) for ref, row in rows.items()},
        {ref: names_of(row) for ref, row in rows.items()},
        found,
        tied,
    )


def _home(row: Row[Any]) -> Home:
    id = row.organization_id
    seen: datetime | None = row.last_seen
    return Home(
        Organization(
            id,
            row.organization_name,
            row.organization_zone,
            row.organization_language,
            row.organization_country,
        ),
        Workspace(row.workspace_id, id, row.platform, row.tenant, row.workspace_name),
        seen,
        row.lists,
        row.leaves,
    )
