"""Retrospectives and the notes that wait for them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, distinct, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.refs import PlaceRef
from bot.model.retro import Note, NoteKind, Retro
from bot.ports.retros import Retros
from storage.counters import next_number
from storage.tables.retros import retro_actions as actions
from storage.tables.retros import retro_notes as notes
from storage.tables.retros import retros as table

SAME = (
    "id", "number", "author_id", "place", "text", "written_at", "permalink", "retro_id",
)  # fmt: skip
WHOLE = ("id", "number", "place", "opened_at", "opened_by", "people")


class SqlRetros:
    """Retrospectives of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def note(self, note: Note) -> Note:
        """Stores a new note; it comes back with id and number."""
        number = await self._next("retro_note")
        new = notes.insert().values(
            organization_id=self._organization_id,
            number=number,
            author_id=note.author_id,
            place=note.place,
            kind=note.kind.value,
            text=note.text,
            written_at=note.written_at,
            permalink=note.permalink,
        )
        made = await self._connection.execute(new.returning(notes.c.id))
        return replace(note, id=made.scalar_one(), number=number)

    async def own(self, author_id: int) -> Sequence[Note]:
        """Every note of somebody's that waits, the oldest first."""
        wanted = select(notes).where(self._notes, notes.c.author_id == author_id)
        rows = await self._connection.execute(wanted.order_by(notes.c.number))
        return [_note(row) for row in rows]

    async def own_numbered(self, author_id: int, number: int) -> Note | None:
        """One of these by its number, held for this unit until it ends."""
        wanted = select(notes).where(
            self._notes, notes.c.author_id == author_id, notes.c.number == number
        )
        row = (await self._connection.execute(wanted.with_for_update())).first()
        return _note(row) if row else None

    async def change(self, note: Note) -> None:
        """Writes kind, text and place of a note that waits."""
        changed = update(notes).where(self._notes, self._waits(note))
        await self._connection.execute(
            changed.values(kind=note.kind.value, text=note.text, place=note.place)
        )

    async def drop(self, note: Note) -> None:
        """Forgets a note that waits."""
        gone = delete(notes).where(self._notes, self._waits(note))
        await self._connection.execute(gone)

    async def waiting(self, places: Collection[PlaceRef]) -> Mapping[PlaceRef, int]:
        """How many notes wait for each of these places."""
        wanted = (
            select(notes.c.place, func.count().label("found"))
            .where(self._notes, self._unopened(places))
            .group_by(notes.c.place)
        )
        rows = await self._connection.execute(wanted)
        return {row.place: row.found for row in rows}

    async def writers(self, places: Collection[PlaceRef]) -> int:
        """How many people wrote what waits for these places."""
        wanted = select(func.count(distinct(notes.c.author_id)))
        counted = wanted.where(self._notes, self._unopened(places))
        return int((await self._connection.execute(counted)).scalar_one())

    async def open(self, retro: Retro, places: Collection[PlaceRef]) -> Retro | None:
        """Opens what waits for these places and forgets who wrote it."""
        wanted = select(notes.c.id, notes.c.author_id)
        held = wanted.where(self._notes, self._unopened(places)).with_for_update()
        found = (await self._connection.execute(held)).all()
        if not found:
            return None
        opened = await self._add(
            replace(retro, people=len({row.author_id for row in found}))
        )
        taken = update(notes).where(self._notes)
        taken = taken.where(notes.c.id.in_([row.id for row in found]))
        await self._connection.execute(taken.values(retro_id=opened.id, author_id=None))
        return opened

    async def get(self, retro_id: int) -> Retro | None:
        """The one with this id."""
        return next(iter(await self._where(table.c.id == retro_id)), None)

    async def numbered(self, number: int) -> Retro | None:
        """The one with this number."""
        return next(iter(await self._where(table.c.number == number)), None)

    async def of(
        self, places: Collection[PlaceRef], limit: int = 20
    ) -> Sequence[Retro]:
        """The retrospectives of these places, the newest first."""
        return await self._where(table.c.place.in_(list(places)), limit=limit)

    async def notes(self, retro_id: int) -> Sequence[Note]:
        """What a retrospective opened."""
        wanted = select(notes).where(self._notes, notes.c.retro_id == retro_id)
        rows = await self._connection.execute(wanted.order_by(notes.c.id))
        return [_note(row) for row in rows]

    async def act(self, retro_id: int, task_id: int) -> None:
        """Keeps that a task came out of a retrospective."""
        new = actions.insert().values(
            organization_id=self._organization_id, retro_id=retro_id, task_id=task_id
        )
        await self._connection.execute(new)

    async def actions(self, retro_ids: Collection[int]) -> Sequence[tuple[int, int]]:
        """The tasks that came out of these, the oldest first."""
        wanted = (
            select(actions)
            .where(actions.c.organization_id == self._organization_id)
            .where(actions.c.retro_id.in_(list(retro_ids)))
            .order_by(actions.c.task_id)
        )
        rows = await self._connection.execute(wanted)
        return [(row.retro_id, row.task_id) for row in rows]

    @property
    def _notes(self) -> ColumnElement[bool]:
        return notes.c.organization_id == self._organization_id

    def _waits(self, note: Note) -> ColumnElement[bool]:
        return (notes.c.id == note.id) & notes.c.retro_id.is_(None)

    def _unopened(self, places: Collection[PlaceRef]) -> ColumnElement[bool]:
        return notes.c.place.in_(list(places)) & notes.c.retro_id.is_(None)

    async def _next(self, kind: str) -> int:
        return await next_number(self._connection, self._organization_id, kind)

    async def _add(self, retro: Retro) -> Retro:
        number = await self._next("retro")
        new = table.insert().values(
            organization_id=self._organization_id,
            number=number,
            place=retro.place,
            opened_at=retro.opened_at,
            opened_by=retro.opened_by,
            people=retro.people,
        )
        made = await self._connection.execute(new.returning(table.c.id))
        return replace(retro, id=made.scalar_one(), number=number)

    async def _where(
        self, which: ColumnElement[bool], limit: int = 1
    ) -> Sequence[Retro]:
        wanted = select(table).where(
            table.c.organization_id == self._organization_id, which
        )
        newest = wanted.order_by(table.c.number.desc()).limit(limit)
        return [
            Retro(**{name: getattr(row, name) for name in WHOLE})
            for row in await self._connection.execute(newest)
        ]


def _note(row: Row[Any]) -> Note:
    same = {name: getattr(row, name) for name in SAME}
    return Note(kind=NoteKind(row.kind), **same)


_: type[Retros] = SqlRetros
