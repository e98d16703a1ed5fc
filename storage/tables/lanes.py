"""How fast each platform may be called: one row for each kind of lane row."""

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint

from storage.tables.base import Instant, Text, owned

# A block has a row of its own: no long transaction that plans may delay it.
lanes = owned(
    "lanes",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    UniqueConstraint("organization_id", "platform", "tenant", "name", "kind"),
    CheckConstraint("kind IN ('plan', 'law', 'block')", name="kind"),
    Index(None, "organization_id", "at"),
)
