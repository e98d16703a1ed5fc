"""Rooms: which places are one."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.refs import PlaceRef
from bot.model.room import Room
from bot.ports.rooms import Rooms
from storage.database.statements import insert
from storage.people.names import folded
from storage.tables.rooms import room_places, rooms


class SqlRooms:
    """Rooms of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def of(self, place: PlaceRef) -> Room | None:
        """The room a place belongs to."""
        inside = select(room_places.c.room_id).where(
            room_places.c.organization_id == self._organization_id,
            room_places.c.place == place.unthreaded(),
        )
        return await self._one(self._rooms().where(rooms.c.id.in_(inside)))

    async def named(self, name: str) -> Room | None:
        """The room with this name, case folded."""
        return await self._one(self._rooms().where(rooms.c.folded == folded(name)))

    async def all(self) -> Sequence[Room]:
        """Every room, by name."""
        return sorted(await self._read(self._rooms()), key=lambda room: room.name)

    async def make(self, name: str) -> Room:
        """The room with this name, made on first use."""
        new = insert(self._connection, rooms).values(
            organization_id=self._organization_id,
            name=name.strip(),
            folded=folded(name),
            threads=False,
        )
        await self._connection.execute(new.on_conflict_do_nothing())
        room = await self.named(name)
        if room is None:
            raise Conflict(f"room {name!r} was removed meanwhile")
        return room

    async def tie(self, room: Room, place: PlaceRef) -> Room:
        """The room with one more place. Conflict if the place is in another room."""
        new = insert(self._connection, room_places).values(
            organization_id=self._organization_id,
            room_id=room.id,
            place=place.unthreaded(),
        )
        await self._connection.execute(new.on_conflict_do_nothing())
        tied = await self.of(place)
        if tied is None or tied.id != room.id:
            raise Conflict("the place is in another room")
        return tied

    async def untie(self, place: PlaceRef) -> None:
        """Lets a place go its own way; a room without places is forgotten."""
        room = await self.of(place)
        if room is None:
            return
        await self._connection.execute(
            delete(room_places).where(
                room_places.c.organization_id == self._organization_id,
                room_places.c.place == place.unthreaded(),
            )
        )
        if not room.others(place):
            await self._connection.execute(
                delete(rooms).where(
                    rooms.c.organization_id == self._organization_id,
                    rooms.c.id == room.id,
                )
            )

    async def cross(self, room: Room, *, threads: bool) -> None:
        """Says whether answers in threads cross."""
        await self._connection.execute(
            update(rooms)
            .where(rooms.c.organization_id == self._organization_id)
            .where(rooms.c.id == room.id)
            .values(threads=threads)
        )

    def _rooms(self) -> Select[*tuple[Any, ...]]:
        return (
            select(rooms, room_places.c.place)
            .outerjoin(room_places, room_places.c.room_id == rooms.c.id)
            .where(rooms.c.organization_id == self._organization_id)
            .order_by(rooms.c.id, room_places.c.id)
        )

    async def _one(self, wanted: Select[*tuple[Any, ...]]) -> Room | None:
        return next(iter(await self._read(wanted)), None)

    async def _read(self, wanted: Select[*tuple[Any, ...]]) -> list[Room]:
        """One room for all its rows: a row for each of its places."""
        found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
        for row in await self._connection.execute(wanted):
            found[row.id].append(row)
        return [_room(rows) for rows in found.values()]


def _room(rows: Sequence[Row[Any]]) -> Room:
    places = tuple(row.place for row in rows if row.place is not None)
    return Room(rows[0].id, rows[0].name, places, rows[0].threads)


_: type[Rooms] = SqlRooms
