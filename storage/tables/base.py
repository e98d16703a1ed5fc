"""The one schema, and the column types every table is made of."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    TypeDecorator,
    text,
    types,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.schema import SchemaItem

from bot.model.refs import MessageRef, PlaceRef, UserRef

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only where the column is exactly INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")

UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def keepable(text: str) -> str:
    """The text as both databases can keep it: no NUL, no halves of a surrogate pair."""
    if text.isascii() and "\x00" not in text:
        return text
    return UNKEEPABLE.sub("\ufffd", text)


def owned(name: str, *items: SchemaItem, named_outside: bool = False) -> Table:
    """A table whose every row has an id of its own and belongs to one organization.

    Where rows are deleted whose ids messages and buttons go on naming, no id comes
    again: SQLite gives the newest one away once more unless it is told not to.
    """
    return Table(
        name,
        metadata,
        Column("id", Id, primary_key=True),
        organization_id(),
        *items,
        sqlite_autoincrement=named_outside,
    )


def organization_id() -> Column[int]:
    """The organization a row belongs to."""
    return Column("organization_id", Id, ForeignKey("organizations.id"), nullable=False)


def refers(name: str, table: str, *, nullable: bool = False) -> Column[int]:
    """A column that holds the id of a row of `table`."""
    return Column(name, Id, ForeignKey(f"{table}.id"), nullable=nullable)


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """A column that holds one of these words and nothing else."""
    known = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({known})", name=column)


def index_of_given(*names: str) -> Index:
    """An index of the rows where the last of these is not null. Among all rows it
    would look useless to the database: most of them have none.
    """
    given = text(f"{names[-1]} IS NOT NULL")
    return Index(None, *names, sqlite_where=given, postgresql_where=given)


class Text(TypeDecorator[str]):
    """Text of any length, exactly as typed but for what no database can keep."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Takes out what PostgreSQL or UTF-8 would refuse."""
        return None if value is None else keepable(value)


class Json(TypeDecorator[Any]):
    """Lists, mappings, texts and numbers; JSONB on PostgreSQL. None is NULL."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        """The form each database can look into."""
        form = JSONB if dialect.name == "postgresql" else JSON
        return dialect.type_descriptor(form(none_as_null=True))

    def process_bind_param(self, value: object, dialect: Dialect) -> object:
        """Takes out what PostgreSQL or UTF-8 would refuse, however deep it is."""
        return _keepable_parts(value)


class Instant(TypeDecorator[datetime]):
    """An aware instant; UTC in the database and on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Refuses a naive time: nobody could say which instant it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive time is no instant: {value!r}")
        # SQLite keeps text and compares it as such, so all of it must be UTC.
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Gives the zone back that SQLite does not keep."""
        if value is None:
            return None
        return (
            value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        )


class Place(TypeDecorator[PlaceRef]):
    """A `PlaceRef` in one column; the same place is always the same text."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(
        self, value: PlaceRef | None, dialect: Dialect
    ) -> str | None:
        """Writes the parts as a JSON list."""
        return None if value is None else _packed(_place_parts(value))

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> PlaceRef | None:
        """Reads the parts back."""
        return None if value is None else PlaceRef(*json.loads(value))


class Message(TypeDecorator[MessageRef]):
    """A `MessageRef` in one column."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(
        self, value: MessageRef | None, dialect: Dialect
    ) -> str | None:
        """Writes the parts as a JSON list, the message's own id last."""
        return (
            None if value is None else _packed([*_place_parts(value.place), value.id])
        )

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> MessageRef | None:
        """Reads the parts back."""
        if value is None:
            return None
        *place, message = json.loads(value)
        return MessageRef(PlaceRef(*place), message)


class User(TypeDecorator[UserRef]):
    """A `UserRef` in one column."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(self, value: UserRef | None, dialect: Dialect) -> str | None:
        """Writes the parts as a JSON list."""
        return (
            None if value is None else _packed([value.platform, value.tenant, value.id])
        )

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> UserRef | None:
        """Reads the parts back."""
        return None if value is None else UserRef(*json.loads(value))


def _keepable_parts(value: object) -> object:
    match value:
        case str():
            return keepable(value)
        case Mapping():
            return {keepable(key): _keepable_parts(part) for key, part in value.items()}
        case list() | tuple():
            return [_keepable_parts(part) for part in value]
        case _:
            return value


def _place_parts(place: PlaceRef) -> list[str | None]:
    return [place.platform, place.tenant, place.id, place.thread]


def _packed(parts: list[Any]) -> str:
    """JSON in ASCII: any id of any platform can be kept, even one with a NUL."""
    return json.dumps(parts, separators=(",", ":"))
