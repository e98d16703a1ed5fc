"""What is counted of the platforms' monthly quotas, and what is decided from it."""

from sqlalchemy import CheckConstraint, Column, Integer, UniqueConstraint

from storage.tables.base import Instant, Text, owned

usage = owned(
    "usage",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("count", Integer, nullable=False),
    UniqueConstraint("organization_id", "platform", "tenant", "month", "kind"),
)

budgets = owned(
    "budgets",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("pushes", Integer, nullable=False),
    Column("mode", Text, nullable=False),
    Column("since", Instant),
    Column("dry", Text, nullable=False),
    UniqueConstraint("organization_id", "platform", "tenant"),
    CheckConstraint("mode IN ('auto', 'on', 'off')", name="mode"),
)
