"""Our tasks in platforms' own lists of things to do."""

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text

from storage.tables.base import Instant, Text, owned, refers

todo_mirrors = owned(
    "todo_mirrors",
    refers("task_id", "tasks"),
    refers("account_id", "accounts"),
    Column("key", Text, nullable=False),
    Column("todo_id", Text, nullable=False, default=""),
    Column("shown", Text, nullable=False, default=""),
    Column("state", Text, nullable=False),
    Column("looked_at", Instant),
    UniqueConstraint("key"),
    CheckConstraint("state IN ('open', 'done', 'removed', 'left')", name="state"),
    Index(None, "task_id"),
    Index(None, "account_id", "state"),
)

THERE = text("state <> 'removed'")

# A task is in somebody's list once; one that was taken away may come again.
Index(
    "uq_todo_mirrors_there",
    todo_mirrors.c.task_id,
    todo_mirrors.c.account_id,
    unique=True,
    sqlite_where=THERE,
    postgresql_where=THERE,
)
