"""Events that were acknowledged to a platform."""

from sqlalchemy import Column, Index, UniqueConstraint, text

from storage.tables.base import Instant, Text, owned

# `payload` is the event as JSON, and NULL once it was worked on.
inbox = owned(
    "inbox",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("payload", Text),
    UniqueConstraint("platform", "tenant", "event_id"),
)

WAITING = text("payload IS NOT NULL")

Index(
    "ix_inbox_waiting",
    inbox.c.organization_id,
    inbox.c.id,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
