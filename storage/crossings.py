"""Answers that cross between the places of a room: one a message."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.crossing import Crossing
from bot.model.refs import MessageRef
from bot.ports.crossings import Crossings
from storage.database.statements import insert
from storage.tables.crossings import crossings


class SqlCrossings:
    """Crossings of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def of(self, source: MessageRef) -> Crossing | None:
        """The answer that was said in this message."""
        return await self._one(crossings.c.source == source.unthreaded())

    async def get(self, crossing_id: int) -> Crossing | None:
        """An answer by its id."""
        return await self._one(crossings.c.id == crossing_id)

    async def add(self, crossing: Crossing) -> Crossing | None:
        """Keeps an answer, unless one of the same message is kept."""
        new = insert(self._connection, crossings).values(
            organization_id=self._organization_id,
            source=crossing.source.unthreaded(),
            person_id=crossing.person_id,
            text=crossing.text,
            at=crossing.at,
            gone=crossing.gone,
        )
        added = await self._connection.execute(new.on_conflict_do_nothing())
        return await self.of(crossing.source) if added.rowcount == 1 else None

    async def change(self, crossing: Crossing, text: str) -> None:
        """It says something else now."""
        await self._write(crossing, text=text)

    async def take_back(self, crossing: Crossing) -> None:
        """It is gone, and so are its words."""
        await self._write(crossing, text="", gone=True)

    async def forget_words(self, before: datetime) -> None:
        """The words of older answers go."""
        await self._connection.execute(
            update(crossings)
            .where(self._ours(), crossings.c.at < before, crossings.c.text != "")
            .values(text="")
        )

    async def _write(self, crossing: Crossing, **values: object) -> None:
        await self._connection.execute(
            update(crossings)
            .where(self._ours(), crossings.c.id == crossing.id)
            .values(**values)
        )

    async def _one(self, which: ColumnElement[bool]) -> Crossing | None:
        wanted = select(crossings).where(self._ours(), which)
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        return Crossing(
            id=row.id,
            source=row.source,
            person_id=row.person_id,
            text=row.text,
            at=row.at,
            gone=row.gone,
        )

    def _ours(self) -> ColumnElement[bool]:
        return crossings.c.organization_id == self._organization_id


_: type[Crossings] = SqlCrossings
