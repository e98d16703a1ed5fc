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

from bot.model.people import AbsenceKind, FormStyle, ReminderStyle, Role
from storage.tables.base import (
    Id,
    Instant,
    Place,
    Text,
    User,
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
    # How often people are reminded at most, whatever they choose.
    Column(
        "reminders", Text, nullable=False, server_default=ReminderStyle.ACTIVE.value
    ),
    CheckConstraint("reminders IN ('active', 'light', 'muted')", name="reminders"),
)

# A workspace that let us go stays, with the platform's own word for it.
workspaces = owned(
    "workspaces",
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("todos", Boolean, nullable=False, default=False),
    Column("gone_at", Instant),
    Column("gone_why", Text),
    UniqueConstraint("platform", "tenant"),
    CheckConstraint("(gone_at IS NULL) = (gone_why IS NULL)", name="gone"),
    Index(None, "organization_id"),
)

people = owned(
    "people",
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("profile_zone", Text),
    Column("profile_language", Text),
    Column("own_zone", Text),
    Column("own_language", Text),
    Column("own_country", Text),
    Column("role", Text, nullable=False, default=Role.MEMBER.value),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("days", Text, nullable=False),
    Column("reminders", Text, nullable=False, default=ReminderStyle.ACTIVE.value),
    Column("forms", Text, nullable=False, default=FormStyle.FORM.value),
    Column("active", Boolean, nullable=False, default=True),
    refers("manager_id", "people", nullable=True),
    # Who turned out to be somebody else stays as a name for them.
    refers("merged_into", "people", nullable=True),
    CheckConstraint("role IN ('owner', 'admin', 'member', 'guest')", name="role"),
    CheckConstraint("merged_into IS NULL OR NOT active", name="merged"),
    CheckConstraint("reminders IN ('active', 'light', 'muted')", name="reminders"),
    CheckConstraint("forms IN ('form', 'conversation', 'page')", name="forms"),
    Index(None, "organization_id"),
    Index(None, "merged_into"),
)

# `own` ones were chosen by a person; others came with a platform's profile.
departments = Table(
    "person_departments",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("name", Text, nullable=False),
    Column("own", Boolean, nullable=False, default=True),
    PrimaryKeyConstraint("person_id", "name"),
)

# What a platform tells of each account; `main` is the one that names the person.
# `address` is its e-mail address as it is compared.
accounts = owned(
    "accounts",
    refers("person_id", "people"),
    refers("workspace_id", "workspaces"),
    Column("user_id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("name", Text, nullable=False, default=""),
    Column("email", Text),
    Column("address", Text),
    Column("staff_id", Text),
    Column("zone", Text),
    Column("language", Text),
    Column("usual", Boolean, nullable=False, default=False),
    Column("role", Text, nullable=False, default=Role.MEMBER.value),
    Column("manager", User),
    Column("main", Boolean, nullable=False, default=True),
    Column("dm", Place),
    Column("last_seen", Instant),
    Column("active", Boolean, nullable=False, default=True),
    UniqueConstraint("workspace_id", "user_id"),
    UniqueConstraint("workspace_id", "person_id"),
    CheckConstraint("role IN ('owner', 'admin', 'member', 'guest')", name="role"),
    Index(None, "person_id"),
    Index(None, "organization_id", "address"),
    Index(None, "organization_id", "staff_id"),
    Index(None, "organization_id", "manager"),
)

places = owned(
    "places",
    Column("ref", Place, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("language", Text),
    Column("zone", Text),
    Column("listed", Boolean, nullable=False, default=True),
    UniqueConstraint("organization_id", "ref"),
    Index(None, "organization_id", "folded"),
)

# Who was seen where the platform does not tell who is in a place; guests everywhere.
place_people = Table(
    "place_people",
    metadata,
    organization_id(),
    Column("place", Place, nullable=False),
    refers("person_id", "people"),
    PrimaryKeyConstraint("organization_id", "place", "person_id"),
    Index(None, "person_id"),
)

# `leave_id` says that a platform told of it; all others were typed, by `by_id` where
# somebody else did. With `standup_id` it counts for that stand-up only.
absences = owned(
    "absences",
    refers("person_id", "people"),
    refers("leave_id", "leaves", nullable=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kind", Text, nullable=False, default=AbsenceKind.OTHER.value),
    refers("by_id", "people", nullable=True),
    refers("standup_id", "standups", nullable=True),
    Column("half", Text, nullable=False, default="", server_default=""),
    CheckConstraint("first <= last", name="order"),
    CheckConstraint(
        "half = '' OR (half IN ('morning', 'afternoon') AND first = last)", name="half"
    ),
    CheckConstraint(
        "kind IN ('other', 'vacation', 'sick', 'travel', 'family', 'training', 'team')",
        name="kind",
    ),
    UniqueConstraint("leave_id"),
    Index(None, "person_id", "last"),
    named_outside=True,
)
