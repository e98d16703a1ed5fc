"""Kudos, who is thanked by them, and how a company gives them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    false,
)

from storage.tables.base import (
    Instant,
    Json,
    Place,
    Text,
    metadata,
    organization_id,
    owned,
    refers,
)

# `values` is a list of the words of values.
kudos = owned(
    "kudos",
    Column("number", Integer, nullable=False),
    refers("giver_id", "people"),
    Column("reason", Text, nullable=False),
    Column("values", Json, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("place", Place),
    Column("wall", Boolean, nullable=False),
    Column("permalink", Text, nullable=False),
    Column("taken_at", Instant),
    UniqueConstraint("organization_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("reason <> ''", name="reason"),
    Index(None, "organization_id", "given_at"),
    Index(None, "giver_id", "given_at"),
)

kudos_receivers = Table(
    "kudos_receivers",
    metadata,
    organization_id(),
    refers("kudos_id", "kudos"),
    refers("person_id", "people"),
    PrimaryKeyConstraint("kudos_id", "person_id"),
    Index(None, "person_id"),
)

kudos_rules = Table(
    "kudos_rules",
    metadata,
    organization_id(),
    Column("wall", Place),
    Column("allowance", Integer),
    Column("ranking", Boolean, nullable=False, server_default=false()),
    Column("sign", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("organization_id"),
    CheckConstraint("allowance > 0", name="allowance"),
)

# One that has no position any more is a value no longer.
kudos_values = Table(
    "kudos_values",
    metadata,
    organization_id(),
    Column("word", Text, nullable=False),
    Column("chinese", Text, nullable=False),
    Column("emoji", Text, nullable=False),
    Column("position", Integer),
    PrimaryKeyConstraint("organization_id", "word"),
    CheckConstraint("word <> '' AND chinese <> '' AND emoji <> ''", name="words"),
)
