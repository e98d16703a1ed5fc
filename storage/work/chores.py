"""What one replica does for all."""

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.chores import Chores
from storage.database.statements import insert
from storage.tables.jobs import chores


class SqlChores:
    """The chores of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def take(self, name: str, now: datetime, apart: timedelta) -> bool:
        """Whether it is the caller's to do: by compare and set."""
        new = insert(self._connection, chores).values(
            organization_id=self._organization_id, name=name, at=now
        )
        taken = await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "name"],
                set_={"at": now},
                # One that is to come was done on a clock that was set back since.
                where=or_(chores.c.at <= now - apart, chores.c.at > now + apart),
            )
        )
        return taken.rowcount == 1


_: type[Chores] = SqlChores
