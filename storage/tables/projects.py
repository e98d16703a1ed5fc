"""Projects and their milestones."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    UniqueConstraint,
)

from storage.tables.base import Instant, Place, Text, owned, refers

projects = owned(
    "projects",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    refers("owner_id", "people"),
    Column("created_at", Instant, nullable=False),
    Column("due", Date),
    Column("finished_at", Instant),
    refers("finished_by", "people", nullable=True),
    Column("place", Place),
    Column("private", Boolean, nullable=False),
    UniqueConstraint("organization_id", "folded"),
    CheckConstraint("length(folded) > 0", name="named"),
    CheckConstraint(
        "(finished_at IS NULL) = (finished_by IS NULL)", name="finished_by_somebody"
    ),
)

milestones = owned(
    "milestones",
    refers("project_id", "projects"),
    Column("title", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("reached_at", Instant),
    Index(None, "project_id"),
)
