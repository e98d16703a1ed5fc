"""Days that people like to be celebrated."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.celebration import OwnDays
from bot.ports.celebrations import Celebrations
from storage.database.statements import insert
from storage.tables.celebrations import celebrations as table


class SqlCelebrations:
    """Own days of one organization's people."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def of(self, person_id: int) -> OwnDays:
        """What somebody told of themselves."""
        found = await self._where(table.c.person_id == person_id)
        return next(iter(found), OwnDays(person_id))

    async def keep(self, days: OwnDays) -> None:
        """Keeps it in place of what was."""
        theirs = table.c.person_id == days.person_id
        await self._connection.execute(delete(table).where(self._ours, theirs))
        if not days.birthday and days.started is None:
            return
        new = insert(self._connection, table).values(
            organization_id=self._organization_id,
            person_id=days.person_id,
            birthday=days.birthday,
            started=days.started,
        )
        await self._connection.execute(new)

    async def all(self) -> Sequence[OwnDays]:
        """Everybody's who told."""
        return await self._where()

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    async def _where(self, *conditions: ColumnElement[bool]) -> list[OwnDays]:
        wanted = select(table).where(self._ours, *conditions)
        rows = await self._connection.execute(wanted.order_by(table.c.person_id))
        return [OwnDays(row.person_id, row.birthday, row.started) for row in rows]


_: type[Celebrations] = SqlCelebrations
