"""The lanes: what is planned, what was done, and until when they are shut."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Executable, Select, case, delete, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.lane import Lane, Row, Stand, Stands
from bot.ports.lanes import Lanes
from storage.database.statements import insert_for, replacing
from storage.tables.lanes import lanes as table

Key = tuple[str, str, str]
ONE_ROW = ("organization_id", "platform", "tenant", "name", "kind")


class SqlLanes:
    """Lanes of one organization. Every question is one statement, however many."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def stand(self, row: Row, lanes: Collection[Lane]) -> Stands:
        """How they stand, locked until the end of the unit.

        They are locked in one order, so that two processes never wait for each other.
        """
        by_key = {lane.key: lane for lane in lanes}
        if not by_key:
            return {}
        found = dict.fromkeys(by_key.values(), Stand())
        locked = _locking(self._connection.dialect.name)
        rows = [self._values(key, row, Stand()) for key in sorted(by_key)]
        for each in await self._connection.execute(locked, rows):
            lane = by_key[each.platform, each.tenant, each.name]
            found[lane] = Stand(each.at, each.since)
        for each in await self._connection.execute(self._others(row, by_key)):
            lane = by_key[each.platform, each.tenant, each.name]
            now = found[lane]
            if each.kind == Row.BLOCK:
                found[lane] = replace(now, blocked=each.at)
            else:
                found[lane] = replace(now, made=each.at, called=each.since)
        return found

    async def keep(self, row: Row, stands: Mapping[Lane, Stand]) -> None:
        """Keeps how they stand."""
        if not stands:
            return
        by_key = {lane.key: stand for lane, stand in stands.items()}
        kept = replacing(self._connection, table, ONE_ROW, ("at", "since"))
        rows = [self._values(key, row, by_key[key]) for key in sorted(by_key)]
        await self._connection.execute(kept, rows)

    async def hold(self, blocked: Mapping[Lane, datetime]) -> None:
        """Shuts them; none opens earlier for it."""
        if not blocked:
            return
        by_key = {lane.key: until for lane, until in blocked.items()}
        shut = _shutting(self._connection.dialect.name)
        rows = [
            self._values(key, Row.BLOCK, Stand(by_key[key], by_key[key]))
            for key in sorted(by_key)
        ]
        await self._connection.execute(shut, rows)

    async def forget(self, before: datetime) -> int:
        """A lane that has recovered stands as if it had never been used."""
        old = delete(table).where(
            table.c.organization_id == self._organization_id, table.c.at < before
        )
        return (await self._connection.execute(old)).rowcount

    def _others(self, row: Row, keys: Collection[Key]) -> Select[Any]:
        """The blocks, and beside a plan the calls that were made."""
        kinds = [Row.BLOCK] if row is Row.LAW else [Row.BLOCK, Row.LAW]
        named = tuple_(table.c.platform, table.c.tenant, table.c.name)
        return (
            select(table)
            .where(table.c.organization_id == self._organization_id)
            .where(named.in_(sorted(keys)))
            .where(table.c.kind.in_([kind.value for kind in kinds]))
        )

    def _values(self, key: Key, row: Row, stand: Stand) -> dict[str, object]:
        platform, tenant, name = key
        return {
            "organization_id": self._organization_id,
            "platform": platform,
            "tenant": tenant,
            "name": name,
            "kind": row.value,
            "at": stand.at,
            "since": stand.since,
        }


@cache
def _locking(dialect: str) -> Executable:
    """Makes the rows that are not there, and locks all."""
    return (
        insert_for(dialect, table)
        .on_conflict_do_update(index_elements=ONE_ROW, set_={"since": table.c.since})
        .returning(*table.c)
    )


@cache
def _shutting(dialect: str) -> Executable:
    """Shuts a lane until the later of two instants."""
    new = insert_for(dialect, table)
    later = case((table.c.at > new.excluded.at, table.c.at), else_=new.excluded.at)
    return new.on_conflict_do_update(
        index_elements=ONE_ROW, set_={"at": later, "since": later}
    )


_: type[Lanes] = SqlLanes
