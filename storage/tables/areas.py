"""Who answers for what, and what a company says of its people."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from bot.model.area import Part, Step
from bot.model.team import WorkKind
from storage.tables.base import (
    Instant,
    Json,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)

# One owner, never two and never none: the column sees to it.
areas = owned(
    "areas",
    Column("name", Text, nullable=False),
    refers("owner_id", "people"),
    Column("department", Text),
    Column("made_at", Instant, nullable=False),
    Column("confirmed_at", Instant, nullable=False),
    Column("retired_at", Instant),
    CheckConstraint("name <> ''", name="name"),
    Index(None, "organization_id"),
    Index(None, "owner_id"),
)

# Everything a living area is called: a name means one of them.
area_names = Table(
    "area_names",
    metadata,
    organization_id(),
    refers("area_id", "areas"),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id", "folded"),
    Index(None, "area_id"),
)

area_people = Table(
    "area_people",
    metadata,
    organization_id(),
    refers("area_id", "areas"),
    refers("person_id", "people"),
    Column("part", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("area_id", "person_id"),
    one_of("part", Part),
    Index(None, "person_id"),
)

area_changes = owned(
    "area_changes",
    refers("area_id", "areas"),
    refers("person_id", "people"),
    Column("step", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    one_of("step", Step),
    Index(None, "area_id", "at"),
    Index(None, "person_id"),
)

area_questions = owned(
    "area_questions",
    refers("area_id", "areas"),
    refers("asker_id", "people"),
    refers("asked_id", "people"),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("answer", Text, nullable=False, server_default=""),
    Column("answered_at", Instant),
    CheckConstraint("text <> ''", name="text"),
    CheckConstraint("(answer <> '') = (answered_at IS NOT NULL)", name="answered"),
    Index(None, "area_id"),
    Index(None, "asker_id"),
    Index(None, "asked_id"),
)

area_rules = Table(
    "area_rules",
    metadata,
    organization_id(),
    Column("most", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id"),
    CheckConstraint("most > 0", name="most"),
)

department_heads = Table(
    "department_heads",
    metadata,
    organization_id(),
    Column("department", Text, nullable=False),
    refers("person_id", "people"),
    PrimaryKeyConstraint("organization_id", "department"),
    Index(None, "person_id"),
)

team_facts = Table(
    "team_facts",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("title", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False, server_default=WorkKind.OFFICE.value),
    PrimaryKeyConstraint("person_id"),
    one_of("kind", WorkKind),
)

# Who is led by whom the company says, whatever a platform tells.
chosen_managers = Table(
    "chosen_managers",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    PrimaryKeyConstraint("person_id"),
)

# Who is in no chat yet, by address: what a list says of them counts when they come.
expected_people = Table(
    "expected_people",
    metadata,
    organization_id(),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("departments", Json),
    refers("manager_id", "people", nullable=True),
    Column("title", Text),
    Column("kind", Text),
    PrimaryKeyConstraint("organization_id", "email"),
    CheckConstraint("email <> ''", name="email"),
    one_of("kind", WorkKind),
    Index(None, "manager_id"),
)

# An id may come back when a list is dropped; a number never does.
team_imports = owned(
    "team_imports",
    refers("person_id", "people"),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("organization_id", "person_id"),
)
