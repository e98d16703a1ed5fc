"""Two persons become one: every key to a person has a rule, and a test sees to it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import metadata
from storage.tables.links import link_codes
from storage.tables.people import accounts, people
from storage.tables.standups import standup_people
from storage.tables.tasks import task_followers, tasks


@dataclass(frozen=True, slots=True)
class Merge:
    """One merge: `lost` goes into `kept`, in one organization's rows."""

    connection: AsyncConnection
    organization_id: int
    kept: int
    lost: int

    def ours(self, table: Any) -> ColumnElement[bool]:
        """Whether a row belongs to the organization."""
        mine: ColumnElement[bool] = table.c.organization_id == self.organization_id
        return mine

    def theirs(self, column: Any) -> ColumnElement[bool]:
        """Whether a row is one of who goes."""
        return and_(self.ours(column.table), column == self.lost)

    async def run(self, statement: Any) -> Any:
        """Runs one statement of the merge."""
        return await self.connection.execute(statement)


Rule = Callable[[Merge, Column[Any]], Awaitable[None]]


def people_keys() -> list[Column[Any]]:
    """Every column of the schema that names a person."""
    return [
        key.parent
        for table in metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column is people.c.id
    ]


async def move(merge: Merge, column: Column[Any]) -> None:
    """What names who goes, names who stays."""
    await merge.run(
        update(column.table)
        .where(merge.theirs(column))
        .values({column.name: merge.kept})
    )


def once_per(*names: str) -> Rule:
    """The same, where there may be one row for each value of these columns: who stays
    keeps theirs.
    """

    async def keep_one(merge: Merge, column: Column[Any]) -> None:
        table = column.table
        other = table.alias()
        known = select(other.c[column.name]).where(
            merge.ours(other),
            other.c[column.name] == merge.kept,
            *(other.c[name] == table.c[name] for name in names),
        )
        await merge.run(delete(table).where(merge.theirs(column), known.exists()))
        await move(merge, column)

    return keep_one


async def manager(merge: Merge, column: Column[Any]) -> None:
    """Nobody leads themselves."""
    await move(merge, column)
    oneself = and_(people.c.id == merge.kept, column == merge.kept)
    await merge.run(
        update(people).where(merge.ours(people), oneself).values(manager_id=None)
    )


async def account(merge: Merge, column: Column[Any]) -> None:
    """Who stays is called as they were."""
    await merge.run(update(accounts).where(merge.theirs(column)).values(main=False))
    await move(merge, column)


async def code(merge: Merge, column: Column[Any]) -> None:
    """A code that was not used is worth nothing any more."""
    unused = and_(column.in_([merge.kept, merge.lost]), link_codes.c.used_at.is_(None))
    await merge.run(delete(link_codes).where(merge.ours(link_codes), unused))
    await move(merge, column)


async def follower(merge: Merge, column: Column[Any]) -> None:
    """Nobody follows their own task."""
    await once_per("task_id")(merge, column)
    own = select(tasks.c.id).where(
        merge.ours(tasks), tasks.c.owner_id.in_([merge.kept, merge.lost])
    )
    await merge.run(
        delete(task_followers).where(
            merge.ours(task_followers),
            column == merge.kept,
            task_followers.c.task_id.in_(own),
        )
    )


async def standup_part(merge: Merge, column: Column[Any]) -> None:
    """Who is asked by name does not only look on."""
    await once_per("standup_id", "part")(merge, column)
    table: Table = standup_people
    asked = table.alias()
    also = select(asked.c.part).where(
        merge.ours(asked),
        asked.c.standup_id == table.c.standup_id,
        asked.c.person_id == merge.kept,
        asked.c.part == "asked",
    )
    await merge.run(
        delete(table).where(
            merge.ours(table),
            column == merge.kept,
            table.c.part == "observer",
            also.exists(),
        )
    )
