"""The last short number given out, by kind of thing: T-12, F-7."""

from sqlalchemy import BigInteger, Column, PrimaryKeyConstraint, Table

from storage.tables.base import Text, metadata, organization_id

counters = Table(
    "counters",
    metadata,
    organization_id(),
    Column("name", Text, nullable=False),
    Column("last", BigInteger, nullable=False),
    PrimaryKeyConstraint("organization_id", "name"),
)
