"""Who came and went, as the platforms say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage, Was
from bot.ports.passages import Passages
from storage.database.statements import insert
from storage.tables.onboardings import passages as table


class SqlPassages:
    """Passages of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(
        self, person_id: int, kind: Kind, now: datetime, was: Was | None = None
    ) -> Passage | None:
        """Stores a new one; None where one of its kind is open for them."""
        new = insert(self._connection, table).values(
            organization_id=self._organization_id,
            person_id=person_id,
            kind=kind.value,
            at=now,
            was=_kept(was) if was else null(),
        )
        made = new.on_conflict_do_nothing().returning(*table.c)
        row = (await self._connection.execute(made)).first()
        return _passage(row) if row else None

    async def get(self, passage_id: int) -> Passage | None:
        """The one with this id."""
        row = (await self._connection.execute(self._one(passage_id))).first()
        return _passage(row) if row else None

    async def hold(self, passage_id: int) -> Passage | None:
        """The one with this id, held for this unit until it ends."""
        row = (await self._connection.execute(self._one(passage_id, hold=True))).first()
        return _passage(row) if row else None

    async def open(self, person_id: int | None = None) -> Sequence[Passage]:
        """Those that nobody has decided yet, oldest first."""
        wanted = select(table).where(self._ours(table.c.closed_at.is_(None)))
        if person_id is not None:
            wanted = wanted.where(table.c.person_id == person_id)
        rows = await self._connection.execute(wanted.order_by(table.c.at, table.c.id))
        return [_passage(row) for row in rows]

    async def close(self, passage_id: int, by: int | None, now: datetime) -> None:
        """It is decided, or leads to nothing where `by` is nobody."""
        open_one = and_(table.c.id == passage_id, table.c.closed_at.is_(None))
        changed = update(table).where(self._ours(open_one))
        await self._connection.execute(changed.values(closed_at=now, closed_by=by))

    def _one(self, passage_id: int, *, hold: bool = False) -> Select[Any]:
        wanted = select(table).where(self._ours(table.c.id == passage_id))
        return wanted.with_for_update() if hold else wanted

    def _ours(self, which: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.organization_id == self._organization_id, which)


def _passage(row: Row[Any]) -> Passage:
    return Passage(
        id=row.id,
        person_id=row.person_id,
        kind=Kind(row.kind),
        at=row.at,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        was=_was(row.was) if row.was else None,
    )


def _kept(was: Was) -> dict[str, object]:
    return {
        "departments": list(was.departments),
        "manager": was.manager_id,
        "title": was.title,
        "headed": list(was.headed),
    }


def _was(kept: dict[str, Any]) -> Was:
    return Was(
        tuple(kept["departments"]),
        kept["manager"],
        kept["title"],
        tuple(kept["headed"]),
    )


_: type[Passages] = SqlPassages
