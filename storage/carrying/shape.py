"""The tables of a revision, as every database of ours understands them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    LargeBinary,
    MetaData,
    Table,
    Time,
)
from sqlalchemy.types import TypeEngine

from storage.database.engine import connect
from storage.database.upgrade import upgrade
from storage.tables.base import Instant, Json, Text

# By what SQLite calls them. A `Place` is text here: the same on both databases.
TYPES: Mapping[str, type[TypeEngine[Any]]] = {
    "BIGINT": BigInteger,
    "BLOB": LargeBinary,
    "BOOLEAN": Boolean,
    "DATE": Date,
    "DATETIME": Instant,
    "INTEGER": BigInteger,
    "JSON": Json,
    "TEXT": Text,
    "TIME": Time,
}
KEEPS_REVISION = "alembic_version"


@dataclass(frozen=True, slots=True)
class Shape:
    """The tables of one revision; each comes after those it refers to."""

    revision: str
    tables: Sequence[Table]


_known: dict[str, Shape] = {}  # asked several times, and made by all migrations


async def shape_of(revision: str) -> Shape:
    """What the migrations up to a revision make, whatever the tables are today."""
    if revision not in _known:
        _known[revision] = await _made(revision)
    return _known[revision]


async def _made(revision: str) -> Shape:
    database = await connect("sqlite+aiosqlite://")
    try:
        await upgrade(database, revision)
        async with database.writing() as connection:
            return Shape(revision, await connection.run_sync(_tables))
    finally:
        await database.close()


def _tables(connection: Connection) -> list[Table]:
    made, plain = MetaData(), MetaData()
    made.reflect(connection)
    return [
        Table(table.name, plain, *map(_column, table.columns))
        for table in made.sorted_tables
        if table.name != KEEPS_REVISION
    ]


def _column(column: Column[object]) -> Column[object]:
    kind = TYPES[column.type.__visit_name__]
    return Column(column.name, kind(), primary_key=column.primary_key)
