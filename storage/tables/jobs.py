"""Small durable jobs, and what only one replica does."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint, text

from storage.tables.base import Id, Instant, Text, owned

# `claimed_at` is the database's own time at which whoever runs it last said so, NULL
# where nobody does; `worker` is who that was.
jobs = owned(
    "jobs",
    Column("name", Text, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("run_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_at", Instant),
    Column("worker", Text),
    Column("error", Text, nullable=False),
    CheckConstraint("state IN ('waiting', 'running', 'held')", name="state"),
    Index(None, "organization_id", "state", "run_at"),
)

WAITING = text("state = 'waiting'")

# A job that runs may put itself again: only the waiting one is unique.
Index(
    "uq_jobs_waiting",
    jobs.c.organization_id,
    jobs.c.name,
    jobs.c.subject_id,
    unique=True,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)

# When something was last done that one replica does for all.
chores = owned(
    "chores",
    Column("name", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("organization_id", "name"),
)
