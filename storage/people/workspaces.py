"""Workspaces, and the channels and groups in them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.people import Place, Workspace
from bot.model.refs import PlaceRef
from storage.database.statements import insert
from storage.people.names import folded
from storage.tables.people import place_people, places, workspaces


class SqlWorkspaces:
    """Workspaces and places of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def connect(self, platform: str, tenant: str, name: str) -> Workspace:
        """The workspace, made on first sight. Raises Conflict for another company's."""
        known = await self._workspace(platform, tenant)
        if known is None:
            new = insert(self._connection, workspaces).values(
                organization_id=self._organization_id,
                platform=platform,
                tenant=tenant,
                name=name,
            )
            await self._connection.execute(new.on_conflict_do_nothing())
            known = await self._workspace(platform, tenant)
        if known is None:
            raise Conflict("the workspace belongs to another organization")
        if name and name != known.name:
            await self._connection.execute(
                update(workspaces)
                .where(workspaces.c.organization_id == self._organization_id)
                .where(workspaces.c.id == known.id)
                .values(name=name)
            )
            return Workspace(known.id, self._organization_id, platform, tenant, name)
        return known

    async def remember_place(self, place: Place) -> None:
        """Keeps what we know of a channel or group, the newest facts."""
        known = {
            "name": place.name,
            "folded": folded(place.name),
            "private": place.private,
            "direct": place.direct,
            "listed": place.listed,
        }
        own = {"language": place.language, "zone": place.zone}
        new = insert(self._connection, places).values(
            organization_id=self._organization_id,
            ref=place.ref.unthreaded(),
            **known,
            **own,
        )
        kept = {name: func.coalesce(new.excluded[name], places.c[name]) for name in own}
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "ref"], set_=known | kept
            )
        )

    async def see_in(self, place: PlaceRef, person_ids: Collection[int]) -> None:
        """Keeps that these people are in a place."""
        if not person_ids:
            return
        seen = {"organization_id": self._organization_id, "place": place.unthreaded()}
        rows = [seen | {"person_id": person_id} for person_id in set(person_ids)]
        new = insert(self._connection, place_people).values(rows)
        await self._connection.execute(new.on_conflict_do_nothing())

    async def lose_from(self, place: PlaceRef, person_ids: Collection[int]) -> None:
        """Keeps that these people are in the place no longer."""
        await self._connection.execute(
            delete(place_people)
            .where(place_people.c.organization_id == self._organization_id)
            .where(place_people.c.place == place.unthreaded())
            .where(place_people.c.person_id.in_(set(person_ids)))
        )

    async def seen_in(self, place: PlaceRef) -> Sequence[int]:
        """Who was seen in a place, by id."""
        wanted = (
            select(place_people.c.person_id)
            .where(place_people.c.organization_id == self._organization_id)
            .where(place_people.c.place == place.unthreaded())
            .order_by(place_people.c.person_id)
        )
        return (await self._connection.scalars(wanted)).all()

    async def place(self, ref: PlaceRef) -> Place | None:
        """The channel or group, if we know it."""
        return await self._place(places.c.ref == ref.unthreaded())

    async def places(self, refs: Collection[PlaceRef]) -> dict[PlaceRef, Place]:
        """Those of these channels and groups that we know."""
        if not refs:
            return {}
        wanted = (
            select(places)
            .where(places.c.organization_id == self._organization_id)
            .where(places.c.ref.in_([ref.unthreaded() for ref in refs]))
        )
        rows = await self._connection.execute(wanted)
        return {row.ref: place_of(row) for row in rows}

    async def place_named(self, name: str) -> Place | None:
        """A channel or group by its name, case folded; the one known longest."""
        return await self._place(
            and_(places.c.folded == folded(name), ~places.c.direct)
        )

    async def _place(self, condition: ColumnElement[bool]) -> Place | None:
        wanted = (
            select(places)
            .where(places.c.organization_id == self._organization_id)
            .where(condition)
            .order_by(places.c.id)
            .limit(1)
        )
        row = (await self._connection.execute(wanted)).first()
        return place_of(row) if row else None

    async def _workspace(self, platform: str, tenant: str) -> Workspace | None:
        wanted = (
            select(workspaces)
            .where(workspaces.c.organization_id == self._organization_id)
            .where(workspaces.c.platform == platform, workspaces.c.tenant == tenant)
        )
        row = (await self._connection.execute(wanted)).first()
        return (
            Workspace(row.id, row.organization_id, row.platform, row.tenant, row.name)
            if row
            else None
        )


def place_of(row: Row[Any]) -> Place:
    """The place of a row."""
    return Place(
        row.ref,
        row.name,
        row.private,
        row.direct,
        row.language,
        row.zone,
        row.listed,
    )
