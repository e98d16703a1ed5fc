"""What was reported of measures, period by period; what was corrected stays."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.measure import Confidence, Origin, Value
from bot.ports.measures import Values
from storage.tables.measures import measure_values as table

SAME = (
    "measure_id", "first", "value", "numerator", "denominator", "note", "person_id",
    "external", "at", "replaced_at",
)  # fmt: skip


class SqlMeasureValues:
    """Values of one organization's measures."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def put(self, value: Value) -> Value:
        """Stores one; the one before it for that period is kept as replaced."""
        before = update(table).where(
            self._of(table.c.measure_id == value.measure_id),
            table.c.first == value.first,
            table.c.replaced_at.is_(None),
        )
        await self._connection.execute(before.values(replaced_at=value.at))
        new = table.insert().values(
            organization_id=self._organization_id,
            confidence=value.confidence.value if value.confidence else None,
            origin=value.origin.value,
            **{name: getattr(value, name) for name in SAME},
        )
        made = await self._connection.execute(new.returning(table.c.id))
        return replace(value, id=made.scalar_one())

    async def brought(self, external: str, measure_id: int, first: date) -> bool:
        """Whether a system's request of that name brought a value for that period."""
        wanted = select(table.c.id).where(
            self._of(table.c.external == external),
            table.c.measure_id == measure_id,
            table.c.first == first,
        )
        return (await self._connection.execute(wanted.limit(1))).first() is not None

    async def newest(
        self, measure_ids: Collection[int], count: int
    ) -> Mapping[int, Sequence[Value]]:
        """The last values that stand, of each of these, the newest period first."""
        rank = func.row_number().over(
            partition_by=table.c.measure_id, order_by=table.c.first.desc()
        )
        ranked = (
            select(table, rank.label("rank"))
            .where(self._of(table.c.measure_id.in_(measure_ids)))
            .where(table.c.replaced_at.is_(None))
            .subquery()
        )
        wanted = select(ranked).where(ranked.c.rank <= count)
        found: defaultdict[int, list[Value]] = defaultdict(list)
        newest_first = wanted.order_by(ranked.c.first.desc())
        for row in await self._connection.execute(newest_first):
            found[row.measure_id].append(_value(row))
        return found

    async def of(
        self, measure_id: int, since: date | None = None, until: date | None = None
    ) -> Sequence[Value]:
        """Every value of one, the newest period first, and of each what stands."""
        wanted = select(table).where(self._of(table.c.measure_id == measure_id))
        if since:
            wanted = wanted.where(table.c.first >= since)
        if until:
            wanted = wanted.where(table.c.first <= until)
        rows = await self._connection.execute(
            wanted.order_by(table.c.first.desc(), table.c.id.desc())
        )
        return [_value(row) for row in rows]

    async def standing(self, measure_id: int, first: date) -> Value | None:
        """What stands for a period."""
        found = await self.of(measure_id, first, first)
        return next((each for each in found if each.replaced_at is None), None)

    def _of(self, which: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.organization_id == self._organization_id, which)


def _value(row: Row[Any]) -> Value:
    return Value(
        id=row.id,
        confidence=Confidence(row.confidence) if row.confidence else None,
        origin=Origin(row.origin),
        **{name: getattr(row, name) for name in SAME},
    )


_: type[Values] = SqlMeasureValues
