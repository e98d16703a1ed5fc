"""What may go wrong: each with a number, one owner, and what happened to it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    UniqueConstraint,
)

from bot.model.risk import Category, UpdateKind
from storage.tables.base import Instant, Text, one_of, owned, refers

# One owner, never two and never none; out of one thing grows one risk at most.
risks = owned(
    "risks",
    Column("number", Integer, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("category", Text, nullable=False),
    refers("owner_id", "people"),
    refers("reporter_id", "people"),
    Column("likelihood", Integer, nullable=False),
    Column("impact", Integer, nullable=False),
    Column("mitigation", Text, nullable=False, server_default=""),
    Column("due", Date),
    Column("opened_at", Instant, nullable=False),
    Column("private", Boolean, nullable=False),
    refers("feedback_id", "feedback", nullable=True),
    refers("blocker_id", "blockers", nullable=True),
    refers("task_id", "tasks", nullable=True),
    Column("closed_at", Instant),
    refers("closed_by", "people", nullable=True),
    Column("evidence", Text, nullable=False, server_default=""),
    UniqueConstraint("organization_id", "number"),
    UniqueConstraint("feedback_id"),
    UniqueConstraint("blocker_id"),
    UniqueConstraint("task_id"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("scenario <> ''", name="scenario"),
    CheckConstraint("likelihood BETWEEN 1 AND 5", name="likelihood"),
    CheckConstraint("impact BETWEEN 1 AND 5", name="impact"),
    CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed"),
    CheckConstraint("(closed_at IS NULL) = (evidence = '')", name="evidence"),
    CheckConstraint(
        "(feedback_id IS NULL OR blocker_id IS NULL)"
        " AND (feedback_id IS NULL OR task_id IS NULL)"
        " AND (blocker_id IS NULL OR task_id IS NULL)",
        name="origin",
    ),
    one_of("category", Category),
    Index(None, "organization_id", "closed_at"),
    Index(None, "owner_id", "closed_at"),
)

risk_updates = owned(
    "risk_updates",
    refers("risk_id", "risks"),
    refers("person_id", "people"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    one_of("kind", UpdateKind),
    Index(None, "risk_id"),
    Index(None, "person_id"),
)
