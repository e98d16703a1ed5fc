"""What holds people up: each with a number, whom it concerns, and what was said."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.base import (
    Instant,
    Place,
    Text,
    metadata,
    organization_id,
    owned,
    refers,
)

blockers = owned(
    "blockers",
    Column("number", Integer, nullable=False),
    refers("reporter_id", "people"),
    refers("standup_id", "standups", nullable=True),
    refers("occurrence_id", "standup_occurrences", nullable=True),
    Column("place", Place),
    Column("text", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("resolved_at", Instant),
    refers("resolved_by", "people", nullable=True),
    Column("outcome", Text, nullable=False, default=""),
    Column("asked_on", Date),
    Column("escalated_at", Instant),
    refers("escalated_to", "people", nullable=True),
    refers("task_id", "tasks", nullable=True),
    UniqueConstraint("organization_id", "number"),
    CheckConstraint("state IN ('open', 'resolved')", name="state"),
    CheckConstraint(
        "(state = 'resolved') = (resolved_at IS NOT NULL)", name="resolved"
    ),
    CheckConstraint(
        "(escalated_to IS NULL) = (escalated_at IS NULL)", name="escalated"
    ),
    CheckConstraint("number > 0", name="number"),
    Index(None, "organization_id", "state"),
    Index(None, "reporter_id", "state"),
    Index(None, "standup_id", "state"),
)

# A task grows out of one blocker at most.
Index(
    "uq_blockers_task",
    blockers.c.task_id,
    unique=True,
    sqlite_where=text("task_id IS NOT NULL"),
    postgresql_where=text("task_id IS NOT NULL"),
)

blocker_tags = Table(
    "blocker_tags",
    metadata,
    organization_id(),
    refers("blocker_id", "blockers"),
    refers("person_id", "people"),
    Column("tagged_at", Instant, nullable=False),
    Column("acknowledged_at", Instant),
    Column("nudged_on", Date),
    PrimaryKeyConstraint("blocker_id", "person_id"),
    Index(None, "person_id"),
)

blocker_updates = owned(
    "blocker_updates",
    refers("blocker_id", "blockers"),
    refers("person_id", "people", nullable=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False, default=""),
    Column("at", Instant, nullable=False),
    CheckConstraint(
        "kind IN ('opened', 'tagged', 'acknowledged', 'said', 'escalated', 'task', "
        "'resolved', 'reopened')",
        name="kind",
    ),
    Index(None, "blocker_id", "id"),
)
