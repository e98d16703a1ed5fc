"""By what feedback is found that says the same: its grams, and how rare each is."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
)

from storage.tables.base import metadata, organization_id, refers

# Without row ids of SQLite's own: each of these rows is nothing but its key.
feedback_grams = Table(
    "feedback_grams",
    metadata,
    organization_id(),
    Column("gram", Integer, nullable=False),
    refers("feedback_id", "feedback"),
    PrimaryKeyConstraint("organization_id", "gram", "feedback_id"),
    sqlite_with_rowid=False,
)

# In how many pieces of feedback a gram is, kept for the rarest to be known at once.
feedback_gram_counts = Table(
    "feedback_gram_counts",
    metadata,
    organization_id(),
    Column("gram", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id", "gram"),
    CheckConstraint("count > 0", name="count"),
    sqlite_with_rowid=False,
)

# What was proposed to be one with another, until somebody says whether it is.
feedback_likely = Table(
    "feedback_likely",
    metadata,
    organization_id(),
    refers("feedback_id", "feedback"),
    refers("like_id", "feedback"),
    PrimaryKeyConstraint("feedback_id"),
    CheckConstraint("feedback_id <> like_id", name="other"),
    Index(None, "like_id"),
)
