"""Risks, and their stories."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.risk import Category, Origin, OriginKind, Risk, Update, UpdateKind
from bot.ports.risks import RiskLog, Risks
from storage.counters import next_number
from storage.tables.risks import risk_updates
from storage.tables.risks import risks as table

SAME = (
    "scenario", "owner_id", "reporter_id", "likelihood", "impact", "mitigation", "due",
    "opened_at", "private", "closed_at", "closed_by", "evidence",
)  # fmt: skip
ORIGINS: Mapping[OriginKind, Column[Any]] = {
    OriginKind.FEEDBACK: table.c.feedback_id,
    OriginKind.BLOCKER: table.c.blocker_id,
    OriginKind.TASK: table.c.task_id,
}


class SqlRiskLog:
    """What happened to the risks of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def record(self, update: Update) -> None:
        """Keeps what happened."""
        new = risk_updates.insert().values(
            organization_id=self._organization_id,
            risk_id=update.risk_id,
            person_id=update.person_id,
            kind=update.kind.value,
            text=update.text,
            at=update.at,
        )
        await self._connection.execute(new)

    async def of(self, risk_id: int) -> Sequence[Update]:
        """Everything that happened to one, the oldest first."""
        wanted = (
            select(risk_updates)
            .where(risk_updates.c.organization_id == self._organization_id)
            .where(risk_updates.c.risk_id == risk_id)
            .order_by(risk_updates.c.id)
        )
        return [
            Update(
                row.risk_id,
                row.person_id,
                UpdateKind(row.kind),
                row.at,
                row.text,
                row.id,
            )
            for row in await self._connection.execute(wanted)
        ]


class SqlRisks:
    """Risks of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def log(self) -> SqlRiskLog:
        """Their stories."""
        return SqlRiskLog(self._connection, self._organization_id)

    async def add(self, risk: Risk) -> Risk:
        """Stores a new one; it comes back with its id and the next number."""
        number = await next_number(self._connection, self._organization_id, "risk")
        new = table.insert().values(
            organization_id=self._organization_id, number=number, **_values(risk)
        )
        made = await self._connection.execute(new.returning(table.c.id))
        return replace(risk, id=made.scalar_one(), number=number)

    async def save(self, risk: Risk) -> None:
        """Writes every changed fact."""
        changed = update(table).where(self._ours, table.c.id == risk.id)
        await self._connection.execute(changed.values(**_values(risk)))

    async def get(self, risk_id: int) -> Risk | None:
        """The risk with this id."""
        return next(iter(await self._where(table.c.id == risk_id)), None)

    async def hold(self, risk_id: int) -> Risk | None:
        """The same, held for this unit until it ends."""
        return await self._held(table.c.id == risk_id)

    async def numbered(self, number: int) -> Risk | None:
        """The risk by its short number, held for this unit until it ends."""
        return await self._held(table.c.number == number)

    async def of(self, origin: Origin) -> Risk | None:
        """What grew out of it."""
        return (await self.out_of(origin.kind, [origin.id])).get(origin.id)

    async def out_of(
        self, kind: OriginKind, ids: Collection[int]
    ) -> Mapping[int, Risk]:
        """What grew out of these, by their ids."""
        if not ids:
            return {}
        found = await self._where(ORIGINS[kind].in_(ids))
        return {each.origin.id: each for each in found if each.origin}

    async def all(self, *, open_: bool | None = None) -> Sequence[Risk]:
        """Every one, or those that are open or not; the gravest first."""
        closed = table.c.closed_at
        asked = {True: closed.is_(None), False: closed.is_not(None)}
        conditions = () if open_ is None else (asked[open_],)
        found = await self._where(*conditions)
        return sorted(found, key=lambda risk: (not risk.open, -risk.score, risk.number))

    async def owned_by(self, person_id: int) -> Sequence[Risk]:
        """The open ones of somebody, what is due first before the others."""
        theirs = table.c.owner_id == person_id
        found = await self._where(theirs, table.c.closed_at.is_(None))
        dated = [each for each in found if each.due]
        rest = [each for each in found if not each.due]
        return [*sorted(dated, key=lambda each: str(each.due)), *rest]

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    async def _held(self, condition: ColumnElement[bool]) -> Risk | None:
        held = select(table.c.id).where(self._ours, condition).with_for_update()
        found = (await self._connection.execute(held)).scalar()
        return await self.get(found) if found is not None else None

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Risk]:
        wanted = select(table).where(self._ours, *conditions).order_by(table.c.number)
        return [_risk(row) for row in await self._connection.execute(wanted)]


def _values(risk: Risk) -> dict[str, Any]:
    origins: dict[str, int | None] = {column.name: None for column in ORIGINS.values()}
    if risk.origin:
        origins[ORIGINS[risk.origin.kind].name] = risk.origin.id
    same = {name: getattr(risk, name) for name in SAME}
    return {**same, **origins, "category": risk.category.value}


def _risk(row: Row[Any]) -> Risk:
    ids = ((kind, getattr(row, column.name)) for kind, column in ORIGINS.items())
    return Risk(
        id=row.id,
        number=row.number,
        category=Category(row.category),
        origin=next((Origin(kind, id) for kind, id in ids if id is not None), None),
        **{name: getattr(row, name) for name in SAME},
    )


_: type[Risks] = SqlRisks
__: type[RiskLog] = SqlRiskLog
