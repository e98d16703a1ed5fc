"""Statements that SQLAlchemy spells differently for each database, made but once.

Building a statement costs several times what running it does: the ones of every event
are built when they are first needed, and get their values when they run.
"""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable, Table, TableValuedAlias, bindparam, column, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

Insert = sqlite.Insert | postgresql.Insert
Kind = TypeEngine[Any] | type[TypeEngine[Any]]
NOBODY = 0  # no row has this id


def insert(connection: AsyncConnection, table: Table) -> Insert:
    """An insert with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return insert_for(connection.dialect.name, table)


def adding(
    connection: AsyncConnection, table: Table, *, tell: bool = False
) -> Executable:
    """An insert that does nothing where such a row is there; it may tell the new id."""
    return _adding(connection.dialect.name, table, tell)


@cache
def _adding(dialect: str, table: Table, tell: bool) -> Executable:
    new = insert_for(dialect, table).on_conflict_do_nothing()
    return new.returning(table.c.id) if tell else new


def replacing(
    connection: AsyncConnection,
    table: Table,
    key: tuple[str, ...],
    facts: tuple[str, ...],
) -> Executable:
    """An insert that replaces these facts of the row with the same key."""
    return _replacing(connection.dialect.name, table, key, facts)


@cache
def _replacing(
    dialect: str, table: Table, key: tuple[str, ...], facts: tuple[str, ...]
) -> Executable:
    new = insert_for(dialect, table)
    taken = {name: new.excluded[name] for name in facts}
    return new.on_conflict_do_update(index_elements=key, set_=taken)


def padded(ids: Collection[int]) -> list[int]:
    """The ids, in order, with the last one repeated up to 1, 4, 16, 64 …: each length
    of a list is a statement of its own, which every connection to PostgreSQL keeps.
    """
    known = sorted(ids) or [NOBODY]
    length = 1
    while length < len(known):
        length *= 4
    return known + known[-1:] * (length - len(known))


def told(kinds: Mapping[str, Kind]) -> TableValuedAlias:
    """Several rows at once on PostgreSQL, where every statement is a way there and
    back: each column is told as an array by its name.
    """
    arrays = (bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items())
    columns = (column(name, kind) for name, kind in kinds.items())
    return func.unnest(*arrays).table_valued(*columns).render_derived("told")


def insert_for(dialect: str, table: Table) -> Insert:
    """The same for a database by its name."""
    if dialect == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
