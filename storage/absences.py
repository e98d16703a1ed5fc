"""Who is away, and when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Absence, AbsenceKind
from bot.ports.people import Absences
from storage.tables.people import absences


class SqlAbsences:
    """Absences of one organization's people, in whole local days."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(
        self, person_id: int, first: date, last: date, reason: str
    ) -> Absence:
        """Writes an absence. Raises Conflict when it ends before it begins."""
        new = absences.insert().values(
            organization_id=self._organization_id,
            person_id=person_id,
            first=first,
            last=last,
            reason=reason,
        )
        made = await self._connection.execute(new.returning(absences))
        return _absence(made.one())

    async def of(self, person_id: int, since: date) -> Sequence[Absence]:
        """A person's absences that end on `since` or later, the next first."""
        wanted = (
            select(absences)
            .where(self._of([person_id]), absences.c.last >= since)
            .order_by(absences.c.first, absences.c.id)
        )
        return [_absence(row) for row in await self._connection.execute(wanted)]

    async def away(self, person_ids: Sequence[int], day: date) -> dict[int, Absence]:
        """Which of these people are away that day; the longest absence counts."""
        wanted = (
            select(absences)
            .where(self._of(person_ids), _covers(day))
            .order_by(absences.c.last, absences.c.id)
        )
        rows = await self._connection.execute(wanted)
        return {row.person_id: _absence(row) for row in rows}

    async def end(self, person_id: int, day: date) -> int:
        """Ends every absence that covers `day` on the day before; says how many."""
        never_began = await self._connection.execute(
            delete(absences).where(self._of([person_id]), absences.c.first == day)
        )
        shortened = await self._connection.execute(
            update(absences)
            .where(self._of([person_id]), _covers(day))
            .values(last=day - timedelta(days=1))
        )
        return never_began.rowcount + shortened.rowcount

    def _of(self, person_ids: Sequence[int]) -> ColumnElement[bool]:
        return and_(
            absences.c.organization_id == self._organization_id,
            absences.c.person_id.in_(set(person_ids)),
        )


def _covers(day: date) -> ColumnElement[bool]:
    return and_(absences.c.first <= day, absences.c.last >= day)


def _absence(row: Row[Any]) -> Absence:
    return Absence(
        row.id,
        row.person_id,
        row.first,
        row.last,
        row.reason,
        AbsenceKind(row.kind),
        row.by_id,
        row.standup_id,
    )


_: type[Absences] = SqlAbsences
