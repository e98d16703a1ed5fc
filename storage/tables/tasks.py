"""Tasks, who follows them, what happened to them, what waits for what."""

from sqlalchemy import (
    Boolean,
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
    index_of_given,
    metadata,
    organization_id,
    owned,
    refers,
)

tasks = owned(
    "tasks",
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("details", Text, nullable=False),
    refers("owner_id", "people"),
    refers("creator_id", "people"),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("deadline_day", Date),
    Column("deadline_at", Instant),
    Column("deadline_timed", Boolean, nullable=False),
    refers("project_id", "projects", nullable=True),
    Column("department", Text),
    refers("parent_id", "tasks", nullable=True),
    refers("repeats_id", "tasks", nullable=True),
    Column("rule", Text),
    Column("acceptance", Text, nullable=False),
    Column("blocked_by", Text, nullable=False),
    Column("dropped_because", Text, nullable=False),
    Column("state_before", Text, nullable=False),
    Column("closed_at", Instant),
    refers("closed_by", "people", nullable=True),
    Column("snoozed_until", Instant),
    Column("place", Place),
    Column("private", Boolean, nullable=False),
    Column("permalink", Text, nullable=False),
    UniqueConstraint("organization_id", "number"),
    UniqueConstraint("repeats_id"),
    CheckConstraint("length(title) BETWEEN 1 AND 300", name="title"),
    CheckConstraint(
        "state IN ('open', 'started', 'blocked', 'done', 'dropped')", name="state"
    ),
    CheckConstraint(
        "state_before IN ('open', 'started', 'blocked')", name="state_before"
    ),
    CheckConstraint("priority IN ('low', 'normal', 'high', 'urgent')", name="priority"),
    CheckConstraint(
        "acceptance IN ('not_asked', 'waiting', 'accepted')", name="acceptance"
    ),
    CheckConstraint(
        "(deadline_day IS NULL) = (deadline_at IS NULL)", name="whole_deadline"
    ),
    CheckConstraint(
        "(state IN ('done', 'dropped')) = (closed_at IS NOT NULL)", name="closed"
    ),
    CheckConstraint("parent_id <> id", name="own_parent"),
    Index(None, "organization_id", "owner_id", "state"),
    Index(None, "organization_id", "creator_id"),
    index_of_given("organization_id", "project_id"),
    index_of_given("parent_id"),
    index_of_given("organization_id", "closed_at"),
)

NOT_CLOSED = text("closed_at IS NULL")

# Lists are of what is open, in the order of deadlines: the past does not slow them.
Index(
    "ix_tasks_open",
    tasks.c.organization_id,
    tasks.c.deadline_at,
    sqlite_where=NOT_CLOSED,
    postgresql_where=NOT_CLOSED,
)

task_followers = Table(
    "task_followers",
    metadata,
    organization_id(),
    refers("task_id", "tasks"),
    refers("person_id", "people"),
    PrimaryKeyConstraint("task_id", "person_id"),
)

task_needs = Table(
    "task_needs",
    metadata,
    organization_id(),
    refers("task_id", "tasks"),
    refers("needs_id", "tasks"),
    PrimaryKeyConstraint("task_id", "needs_id"),
    CheckConstraint("task_id <> needs_id", name="needs_itself"),
    Index(None, "needs_id"),
)

task_changes = owned(
    "task_changes",
    refers("task_id", "tasks"),
    refers("person_id", "people"),
    Column("at", Instant, nullable=False),
    Column("kind", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Index(None, "task_id"),
)

task_comments = owned(
    "task_comments",
    refers("task_id", "tasks"),
    refers("person_id", "people"),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "task_id"),
)

task_batches = owned(
    "task_batches",
    refers("person_id", "people"),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Index(None, "organization_id", "at"),
)

task_files = owned(
    "task_files",
    refers("task_id", "tasks"),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Index(None, "task_id"),
)
