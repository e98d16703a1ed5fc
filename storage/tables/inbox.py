"""Events that were acknowledged to a platform."""

from sqlalchemy import Column, Index, Integer, UniqueConstraint, func, text

from storage.tables.base import Instant, Text, owned

# `payload` is the event as JSON, and NULL once it was worked on. `reply` is the answer
# that is owed for it, and NULL once it was said. `taken_at` is the
# database's own time at which somebody last had it in hand, NULL where nobody has;
# `attempts` counts how often it was taken up again.
inbox = owned(
    "inbox",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("payload", Text),
    Column("reply", Text),
    Column("taken_at", Instant, server_default=func.now()),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("platform", "tenant", "event_id"),
)

WAITING = text("(payload IS NOT NULL OR reply IS NOT NULL)")

Index(
    "ix_inbox_waiting",
    inbox.c.organization_id,
    inbox.c.id,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
