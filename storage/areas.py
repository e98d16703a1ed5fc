"""Who answers for what."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.area import Area, Change, Part, Question, Step, settled
from bot.model.project import fold_name
from bot.ports.areas import Areas
from storage.database.statements import insert
from storage.tables.areas import (
    area_changes,
    area_names,
    area_people,
    area_questions,
    area_rules,
)
from storage.tables.areas import areas as table

SAME = ("name", "owner_id", "department", "made_at", "confirmed_at", "retired_at")
ASKED = ("area_id", "asker_id", "asked_id", "text", "at", "answer", "answered_at")
HISTORY = 20


class SqlAreas:
    """Areas of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, area: Area) -> Area:
        """Stores a new one. Raises Conflict where one of its names is another's."""
        new = settled(area)
        made = await self._connection.execute(
            table.insert().values(**self._ours(_columns(new))).returning(table.c.id)
        )
        stored = replace(new, id=made.scalar_one())
        await self._write_beside(stored)
        return stored

    async def save(self, area: Area) -> None:
        """Writes every changed fact; one that is retired lets its names go."""
        after = settled(area)
        changed = update(table).where(self._of(table), table.c.id == after.id)
        await self._connection.execute(changed.values(**_columns(after)))
        for beside in (area_names, area_people):
            gone = delete(beside).where(self._of(beside), beside.c.area_id == after.id)
            await self._connection.execute(gone)
        await self._write_beside(after)

    async def get(self, area_id: int) -> Area | None:
        """The area with this id."""
        return next(iter(await self._where(table.c.id == area_id)), None)

    async def hold(self, area_id: int) -> Area | None:
        """The same, held for this unit until it ends."""
        held = select(table.c.id).where(self._of(table), table.c.id == area_id)
        await self._connection.execute(held.with_for_update())
        return await self.get(area_id)

    async def living(self) -> Sequence[Area]:
        """All that are not retired, by name."""
        found = await self._where(table.c.retired_at.is_(None))
        return sorted(found, key=lambda area: fold_name(area.name))

    async def record(self, change: Change) -> None:
        """Adds to its history."""
        new = {
            "area_id": change.area_id,
            "person_id": change.person_id,
            "step": change.step.value,
            "at": change.at,
            "text": change.text,
        }
        await self._connection.execute(area_changes.insert().values(**self._ours(new)))

    async def changes(self, area_id: int) -> Sequence[Change]:
        """Its history, the newest first."""
        wanted = (
            select(area_changes)
            .where(self._of(area_changes), area_changes.c.area_id == area_id)
            .order_by(area_changes.c.at.desc(), area_changes.c.id.desc())
            .limit(HISTORY)
        )
        rows = await self._connection.execute(wanted)
        return [
            Change(row.area_id, row.person_id, Step(row.step), row.at, row.text)
            for row in rows
        ]

    async def ask(self, question: Question) -> Question:
        """Stores a question."""
        values = {name: getattr(question, name) for name in ASKED}
        new = area_questions.insert().values(**self._ours(values))
        made = await self._connection.execute(new.returning(area_questions.c.id))
        return replace(question, id=made.scalar_one())

    async def question(self, question_id: int) -> Question | None:
        """The question with this id."""
        wanted = select(area_questions).where(
            self._of(area_questions), area_questions.c.id == question_id
        )
        row = (await self._connection.execute(wanted)).first()
        if row is None:
            return None
        return Question(id=row.id, **{name: getattr(row, name) for name in ASKED})

    async def hold_question(self, question_id: int) -> Question | None:
        """The same, held for this unit until it ends."""
        held = select(area_questions.c.id).where(
            self._of(area_questions), area_questions.c.id == question_id
        )
        await self._connection.execute(held.with_for_update())
        return await self.question(question_id)

    async def answer(self, question: Question) -> None:
        """Writes the answer of a question."""
        said = {"answer": question.answer, "answered_at": question.answered_at}
        changed = update(area_questions).where(
            self._of(area_questions), area_questions.c.id == question.id
        )
        await self._connection.execute(changed.values(**said))

    async def most(self) -> int | None:
        """How many areas one person can answer for, if the company says so."""
        wanted = select(area_rules.c.most).where(self._of(area_rules))
        return (await self._connection.execute(wanted)).scalar()

    async def limit(self, most: int) -> None:
        """Keeps how many areas one person can answer for."""
        new = insert(self._connection, area_rules).values(**self._ours({"most": most}))
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id"], set_={"most": most}
            )
        )

    async def _write_beside(self, area: Area) -> None:
        """Its names and its people."""
        of = self._ours({"area_id": area.id})
        called = () if area.retired_at else area.names
        names = [
            of | {"name": name, "folded": fold_name(name), "position": place}
            for place, name in enumerate(called)
        ]
        parts = ((Part.DEPUTY, area.deputies), (Part.INFORMED, area.informed))
        people = [
            of | {"person_id": id, "part": part.value, "position": place}
            for part, ids in parts
            for place, id in enumerate(ids)
        ]
        for beside, rows in ((area_names, names), (area_people, people)):
            if rows:
                await self._connection.execute(beside.insert(), rows)

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Area]:
        wanted = select(table).where(self._of(table), *conditions).order_by(table.c.id)
        rows = (await self._connection.execute(wanted)).all()
        ids = [row.id for row in rows]
        names = await self._beside(area_names, ids)
        people = await self._beside(area_people, ids)
        return [_area(row, names[row.id], people[row.id]) for row in rows]

    async def _beside(
        self, beside: Table, ids: Collection[int]
    ) -> defaultdict[int, list[Row[Any]]]:
        found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
        if ids:
            wanted = select(beside).where(self._of(beside), beside.c.area_id.in_(ids))
            for row in await self._connection.execute(
                wanted.order_by(beside.c.position)
            ):
                found[row.area_id].append(row)
        return found

    def _of(self, of: Table) -> ColumnElement[bool]:
        ours: ColumnElement[bool] = of.c.organization_id == self._organization_id
        return ours

    def _ours(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"organization_id": self._organization_id, **values}


def _columns(area: Area) -> dict[str, Any]:
    return {name: getattr(area, name) for name in SAME}


def _area(row: Row[Any], names: list[Row[Any]], people: list[Row[Any]]) -> Area:
    return settled(
        Area(
            id=row.id,
            also=tuple(each.name for each in names if each.position),
            deputies=tuple(p.person_id for p in people if p.part == Part.DEPUTY),
            informed=tuple(p.person_id for p in people if p.part == Part.INFORMED),
            **{name: getattr(row, name) for name in SAME},
        )
    )


_: type[Areas] = SqlAreas
