"""Small durable jobs."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, text

from storage.tables.base import Id, Instant, Text, owned

jobs = owned(
    "jobs",
    Column("name", Text, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("run_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_at", Instant),
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
