"""Who is away, and when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    delete,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.absence import Days
from bot.model.people import Absence, AbsenceKind, DayHalf
from bot.ports.absences import Absences
from storage.tables.people import absences

OF = (
    select(absences)
    .where(absences.c.organization_id == bindparam("organization"))
    .where(absences.c.person_id == bindparam("person"))
    .where(absences.c.last >= bindparam("since"))
    .order_by(absences.c.first, absences.c.id)
)


class SqlAbsences:
    """Absences of one organization's people, in whole local days."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(
        self,
        person_id: int,
        first: date,
        last: date,
        reason: str,
        *,
        by_id: int | None = None,
        standup_id: int | None = None,
        half: DayHalf | None = None,
    ) -> Absence:
        """Writes an absence. Raises Conflict when it ends before it begins."""
        new = absences.insert().values(
            organization_id=self._organization_id,
            person_id=person_id,
            first=first,
            last=last,
            reason=reason,
            by_id=by_id,
            standup_id=standup_id,
            half=half.value if half else "",
        )
        made = await self._connection.execute(new.returning(absences))
        return _absence(made.one())

    async def split(self, absence: Absence, days: Days) -> Absence:
        """Writes other days of the same absence; a platform tells of none of them."""
        new = absences.insert().values(
            organization_id=self._organization_id,
            person_id=absence.person_id,
            first=days.first,
            last=days.last,
            half=days.half.value if days.half else "",
            reason=absence.reason,
            kind=absence.kind.value,
            by_id=absence.by_id,
            standup_id=absence.standup_id,
        )
        made = await self._connection.execute(new.returning(absences))
        return _absence(made.one())

    async def add_break(
        self,
        person_ids: Sequence[int],
        first: date,
        last: date,
        reason: str,
        by_id: int,
    ) -> None:
        """Writes the same days off for many, but for who has such a break then."""
        have = select(absences.c.person_id).where(
            self._of(person_ids),
            absences.c.kind == AbsenceKind.TEAM.value,
            absences.c.first <= last,
            absences.c.last >= first,
        )
        resting = set((await self._connection.execute(have)).scalars())
        rows = [
            {
                "organization_id": self._organization_id,
                "person_id": person_id,
                "first": first,
                "last": last,
                "reason": reason,
                "kind": AbsenceKind.TEAM.value,
                "by_id": by_id,
            }
            for person_id in dict.fromkeys(person_ids)
            if person_id not in resting
        ]
        if rows:
            await self._connection.execute(absences.insert(), rows)

    async def change(self, absence: Absence) -> None:
        """Writes its days and its reason."""
        await self._connection.execute(
            update(absences)
            .where(self._ours, absences.c.id == absence.id)
            .values(
                first=absence.first,
                last=absence.last,
                half=absence.half.value if absence.half else "",
                reason=absence.reason,
            )
        )

    async def get(self, absence_id: int) -> Absence | None:
        """The absence with this id."""
        wanted = select(absences).where(self._ours, absences.c.id == absence_id)
        row = (await self._connection.execute(wanted)).one_or_none()
        return _absence(row) if row else None

    async def cut(self, absence: Absence, day: date) -> None:
        """Ends it on the day before; one that has not begun by then is forgotten."""
        this = self._ours, absences.c.id == absence.id
        await self._connection.execute(
            delete(absences).where(*this, absences.c.first >= day)
        )
        await self._connection.execute(
            update(absences)
            .where(*this, _covers(day))
            .values(last=day - timedelta(days=1))
        )

    async def of(self, person_id: int, since: date) -> Sequence[Absence]:
        """A person's absences that end on `since` or later, the next first."""
        asked = {
            "organization": self._organization_id,
            "person": person_id,
            "since": since,
        }
        rows = await self._connection.execute(OF, asked)
        return [_absence(row) for row in rows]

    async def away(
        self,
        person_ids: Sequence[int],
        day: date,
        standup_id: int | None = None,
        half: DayHalf | None = None,
    ) -> dict[int, Absence]:
        """Which of these people are away then; the longest absence counts."""
        wanted = (
            select(absences)
            .where(self._of(person_ids), _covers(day), _counts(standup_id))
            .where(absences.c.half.in_(("", half.value) if half else ("",)))
            .order_by(absences.c.last, absences.c.id)
        )
        rows = await self._connection.execute(wanted)
        return {row.person_id: _absence(row) for row in rows}

    async def within(
        self, person_ids: Sequence[int], days: Days, standup_id: int | None = None
    ) -> Sequence[Absence]:
        """Those of these people that touch these days, the first first."""
        wanted = (
            select(absences)
            .where(self._of(person_ids), _counts(standup_id))
            .where(absences.c.first <= days.last, absences.c.last >= days.first)
            .order_by(absences.c.first, absences.c.id)
        )
        return [_absence(row) for row in await self._connection.execute(wanted)]

    async def end(self, person_id: int, day: date, half: DayHalf | None = None) -> int:
        """Ends every absence that covers `day` on the day before; says how many."""
        now = absences.c.half.in_(("", half.value)) if half else true()
        never_began = await self._connection.execute(
            delete(absences).where(self._of([person_id]), absences.c.first == day, now)
        )
        shortened = await self._connection.execute(
            update(absences)
            .where(self._of([person_id]), _covers(day), absences.c.first < day)
            .values(last=day - timedelta(days=1))
        )
        return never_began.rowcount + shortened.rowcount

    async def end_break(self, day: date) -> int:
        """Ends everybody's break that covers `day`, or comes after it."""
        breaks = self._ours, absences.c.kind == AbsenceKind.TEAM.value
        never_began = await self._connection.execute(
            delete(absences).where(*breaks, absences.c.first >= day)
        )
        shortened = await self._connection.execute(
            update(absences)
            .where(*breaks, _covers(day))
            .values(last=day - timedelta(days=1))
        )
        return never_began.rowcount + shortened.rowcount

    @property
    def _ours(self) -> ColumnElement[bool]:
        return absences.c.organization_id == self._organization_id

    def _of(self, person_ids: Sequence[int]) -> ColumnElement[bool]:
        return and_(self._ours, absences.c.person_id.in_(set(person_ids)))


def _covers(day: date) -> ColumnElement[bool]:
    return and_(absences.c.first <= day, absences.c.last >= day)


def _counts(standup_id: int | None) -> ColumnElement[bool]:
    """Absences from everything, and from that stand-up if one is given."""
    everywhere = absences.c.standup_id.is_(None)
    return (
        or_(everywhere, absences.c.standup_id == standup_id)
        if standup_id
        else everywhere
    )


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
        DayHalf(row.half) if row.half else None,
        row.leave_id is not None,
    )


_: type[Absences] = SqlAbsences
