"""Organizations, workspaces, people, their accounts, places and absences."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    PrimaryKeyConstraint,
    Table,
    Time,
    UniqueConstraint,
)

from bot.model.people import ReminderStyle, Role
from storage.tables.base import (
    Id,
    Place,
    Text,
    metadata,
    organization_id,
    owned,
    refers,
)

organizations = Table(
    "organizations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("country", Text),
)

workspaces = owned(
    "workspaces",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("platform", "tenant"),
)

people = owned(
    "people",
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("profile_zone", Text),
    Column("profile_language", Text),
    Column("own_zone", Text),
    Column("own_language", Text),
    Column("role", Text, nullable=False, default=Role.MEMBER.value),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("days", Text, nullable=False),
    Column("reminders", Text, nullable=False, default=ReminderStyle.ACTIVE.value),
    Column("active", Boolean, nullable=False, default=True),
    CheckConstraint("role IN ('owner', 'admin', 'member', 'guest')", name="role"),
    CheckConstraint("reminders IN ('active', 'light', 'muted')", name="reminders"),
    Index(None, "organization_id"),
)

departments = Table(
    "person_departments",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("person_id", "name"),
)

accounts = owned(
    "accounts",
    refers("person_id", "people"),
    refers("workspace_id", "workspaces"),
    Column("user_id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("dm", Place),
    Column("active", Boolean, nullable=False, default=True),
    UniqueConstraint("workspace_id", "user_id"),
    Index(None, "person_id"),
)

places = owned(
    "places",
    Column("ref", Place, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("direct", Boolean, nullable=False),
    UniqueConstraint("organization_id", "ref"),
    Index(None, "organization_id", "folded"),
)

absences = owned(
    "absences",
    refers("person_id", "people"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reason", Text, nullable=False),
    CheckConstraint("first <= last", name="order"),
    Index(None, "person_id", "last"),
)
