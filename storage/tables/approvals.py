"""What was asked of somebody about feedback, and the rules for it (PEERS H19)."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, text

from bot.model.feedback.approval import Outcome
from storage.tables.base import (
    Instant,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)
from storage.tables.measures import Exact

_WAITS = text("outcome IS NULL")

# `word` is what rules go by, `what` the words themselves where they say more.
feedback_approvals = owned(
    "feedback_approvals",
    refers("feedback_id", "feedback"),
    Column("word", Text, nullable=False),
    Column("what", Text, nullable=False, server_default=""),
    Column("amount", Exact),
    Column("currency", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    refers("asker_id", "people"),
    refers("asked_id", "people"),
    Column("asked_at", Instant, nullable=False),
    Column("reminded_at", Instant),
    Column("outcome", Text),
    refers("answered_by", "people", nullable=True),
    Column("answered_at", Instant),
    Column("comment", Text, nullable=False, server_default=""),
    one_of("outcome", Outcome),
    CheckConstraint("word <> ''", name="word"),
    CheckConstraint("CAST(amount AS NUMERIC) > 0", name="amount"),
    CheckConstraint("currency = '' OR amount IS NOT NULL", name="currency"),
    CheckConstraint("(outcome IS NULL) = (answered_at IS NULL)", name="answered"),
    CheckConstraint("outcome IS NOT NULL OR answered_by IS NULL", name="answered_by"),
    CheckConstraint("outcome <> 'rejected' OR comment <> ''", name="rejected"),
    Index(
        None,
        "organization_id",
        "feedback_id",
        "word",
        unique=True,
        sqlite_where=_WAITS,
        postgresql_where=_WAITS,
    ),
    Index(None, "feedback_id", "id"),
    Index(None, "asked_id", "outcome"),
    Index(None, "asker_id"),
    Index(None, "answered_by"),
)

# What is more than so much is asked of the person, or of who leads the one who asks.
feedback_approval_rules = Table(
    "feedback_approval_rules",
    metadata,
    organization_id(),
    Column("word", Text, nullable=False),
    Column("what", Text, nullable=False, server_default=""),
    Column("amount", Exact, nullable=False),
    Column("currency", Text, nullable=False),
    refers("person_id", "people", nullable=True),
    PrimaryKeyConstraint("organization_id", "word"),
    CheckConstraint("word <> ''", name="word"),
    CheckConstraint("CAST(amount AS NUMERIC) >= 0", name="amount"),
    CheckConstraint("currency <> ''", name="currency"),
)
