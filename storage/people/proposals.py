"""Lists that somebody wants to import, until they are applied or dropped."""

from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.proposals import Proposals
from storage.counters import next_number


class SqlProposals:
    """The lists of one kind, of one organization: one a person, which is their last.

    An id may come back when a list is dropped; a number never does.
    """

    def __init__(
        self, connection: AsyncConnection, organization_id: int, table: Table
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._table = table

    async def propose(self, person_id: int, text: str, now: datetime) -> int:
        """Keeps a list that somebody wants to import, in place of their last."""
        table = self._table
        await self._connection.execute(
            delete(table).where(self._of(table.c.person_id == person_id))
        )
        number = await next_number(self._connection, self._organization_id, table.name)
        new = table.insert().values(
            organization_id=self._organization_id,
            person_id=person_id,
            number=number,
            text=text,
            at=now,
        )
        await self._connection.execute(new)
        return number

    async def proposed(self, import_id: int, person_id: int) -> str | None:
        """The list, if it is theirs and was neither applied nor dropped."""
        of = self._table.c
        theirs = self._of(and_(of.number == import_id, of.person_id == person_id))
        wanted = select(of.text).where(theirs).with_for_update()
        found = (await self._connection.execute(wanted)).scalar()
        return None if found is None else str(found)

    async def drop(self, import_id: int) -> None:
        """Lets the list go."""
        gone = delete(self._table).where(self._of(self._table.c.number == import_id))
        await self._connection.execute(gone)

    def _of(self, which: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(self._table.c.organization_id == self._organization_id, which)


_: type[Proposals] = SqlProposals
