"""Measures: what each is, who owns it, what it is called."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.measure import (
    Cadence,
    Direction,
    Holder,
    Measure,
    Target,
    Unit,
    settled,
)
from bot.model.project import fold_name
from bot.ports.measures import Measures
from storage.measure.values import SqlMeasureValues
from storage.people.proposals import SqlProposals
from storage.tables.areas import areas, department_heads
from storage.tables.measures import measure_deputies, measure_imports, measure_names
from storage.tables.measures import measures as table

SAME = (
    "name", "currency", "owner_id", "department", "role", "area_id", "weekday", "key",
    "formula", "numerator", "denominator", "source", "basis", "zone", "private",
    "made_at", "retired_at",
)  # fmt: skip


# Beside each measure, who heads its department and who answers for its area now.
_HEADS = and_(
    department_heads.c.organization_id == table.c.organization_id,
    department_heads.c.department == table.c.department,
)
_HELD = (
    select(
        table,
        department_heads.c.person_id.label("head_id"),
        areas.c.owner_id.label("answers_id"),
    )
    .outerjoin(department_heads, _HEADS)
    .outerjoin(areas, areas.c.id == table.c.area_id)
)


class SqlMeasures:
    """Measures of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def values(self) -> SqlMeasureValues:
        """What was reported of them."""
        return SqlMeasureValues(self._connection, self._organization_id)

    @cached_property
    def imports(self) -> SqlProposals:
        """Lists of values that somebody wants to import."""
        return SqlProposals(self._connection, self._organization_id, measure_imports)

    async def add(self, measure: Measure) -> Measure:
        """Stores a new one. Raises Conflict where one of its names is another's."""
        new = settled(measure)
        made = await self._connection.execute(
            table.insert().values(**self._ours(_columns(new))).returning(table.c.id)
        )
        stored = replace(new, id=made.scalar_one())
        await self._write_beside(stored)
        return stored

    async def save(self, measure: Measure) -> None:
        """Writes every changed fact; one that is retired lets its names go."""
        after = settled(measure)
        changed = update(table).where(self._of(table, table.c.id == after.id))
        await self._connection.execute(changed.values(**_columns(after)))
        for beside in (measure_names, measure_deputies):
            theirs = self._of(beside, beside.c.measure_id == after.id)
            await self._connection.execute(delete(beside).where(theirs))
        await self._write_beside(after)

    async def get(self, measure_id: int) -> Measure | None:
        """The measure with this id."""
        return next(iter(await self._where(table.c.id == measure_id)), None)

    async def hold(self, measure_id: int) -> Measure | None:
        """The same, held for this unit until it ends."""
        held = select(table.c.id).where(self._of(table, table.c.id == measure_id))
        await self._connection.execute(held.with_for_update())
        return await self.get(measure_id)

    async def living(self) -> Sequence[Measure]:
        """All that are not retired, by name."""
        found = await self._where(table.c.retired_at.is_(None))
        return sorted(found, key=lambda measure: fold_name(measure.name))

    async def _write_beside(self, measure: Measure) -> None:
        """Its names and its deputies."""
        of = self._ours({"measure_id": measure.id})
        called = () if measure.retired_at else measure.names
        names = [
            of | {"name": name, "folded": fold_name(name), "position": place}
            for place, name in enumerate(called)
        ]
        deputies = [
            of | {"person_id": id, "position": place}
            for place, id in enumerate(measure.deputies)
        ]
        for beside, rows in ((measure_names, names), (measure_deputies, deputies)):
            if rows:
                await self._connection.execute(beside.insert(), rows)

    async def _where(self, which: ColumnElement[bool]) -> list[Measure]:
        wanted = _HELD.where(self._of(table, which)).order_by(table.c.id)
        rows = (await self._connection.execute(wanted)).all()
        ids = [row.id for row in rows]
        names = await self._beside(measure_names, ids)
        deputies = await self._beside(measure_deputies, ids)
        return [_measure(row, names[row.id], deputies[row.id]) for row in rows]

    async def _beside(
        self, beside: Table, ids: Collection[int]
    ) -> defaultdict[int, list[Row[Any]]]:
        found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
        if ids:
            theirs = self._of(beside, beside.c.measure_id.in_(ids))
            wanted = select(beside).where(theirs).order_by(beside.c.position)
            for row in await self._connection.execute(wanted):
                found[row.measure_id].append(row)
        return found

    def _of(self, of: Table, which: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(of.c.organization_id == self._organization_id, which)

    def _ours(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"organization_id": self._organization_id, **values}


def _columns(measure: Measure) -> dict[str, Any]:
    target = measure.target
    return {
        **{name: getattr(measure, name) for name in SAME},
        "unit": measure.unit.value,
        "cadence": measure.cadence.value,
        "holder": measure.holder.value,
        "direction": target.direction.value if target else None,
        "low": target.low if target else None,
        "high": target.high if target else None,
    }


def _measure(row: Row[Any], names: list[Row[Any]], deputies: list[Row[Any]]) -> Measure:
    target = None
    if row.direction:
        target = Target(Direction(row.direction), row.low, row.high)
    holder = Holder(row.holder)
    holders = {Holder.HEAD: row.head_id, Holder.AREA: row.answers_id}
    owner_id = holders.get(holder, row.owner_id)
    given = {name: getattr(row, name) for name in SAME}
    return settled(
        Measure(
            id=row.id,
            unit=Unit(row.unit),
            cadence=Cadence(row.cadence),
            target=target,
            also=tuple(each.name for each in names if each.position),
            deputies=tuple(each.person_id for each in deputies),
            holder=holder,
            vacant=owner_id is None,
            **given | {"owner_id": owner_id or row.owner_id},
        )
    )


_: type[Measures] = SqlMeasures
