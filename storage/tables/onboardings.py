"""Ways in and out, their steps, and the checklists they are made of."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    false,
    text,
)

from bot.model.onboarding import Kind, Mood, Part, State
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

onboardings = owned(
    "onboardings",
    Column("kind", Text, nullable=False),
    refers("person_id", "people"),
    Column("track", Text, nullable=False),
    Column("day", Date, nullable=False),
    refers("made_by", "people"),
    Column("made_at", Instant, nullable=False),
    refers("manager_id", "people", nullable=True),
    refers("buddy_id", "people", nullable=True),
    refers("it_id", "people", nullable=True),
    Column("told_on", Date),
    Column("ended_at", Instant),
    one_of("kind", Kind),
    CheckConstraint("track <> ''", name="track"),
    Index(None, "organization_id", "ended_at"),
    Index(None, "made_by"),
    Index(None, "manager_id"),
    Index(None, "buddy_id"),
    Index(None, "it_id"),
)

# Nobody is asked by two checklists of one kind at a time.
Index(
    "uq_onboardings_running",
    onboardings.c.person_id,
    onboardings.c.kind,
    unique=True,
    sqlite_where=text("ended_at IS NULL"),
    postgresql_where=text("ended_at IS NULL"),
)

onboarding_steps = owned(
    "onboarding_steps",
    refers("onboarding_id", "onboardings"),
    Column("part", Text, nullable=False),
    Column("after", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("ready", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("check_days", Integer),
    Column("state", Text, nullable=False),
    Column("asked_on", Date),
    Column("nudged_on", Date),
    Column("closed_at", Instant),
    refers("closed_by", "people", nullable=True),
    Column("mood", Text),
    Column("answer", Text, nullable=False),
    Column("shared", Boolean, nullable=False, server_default=false()),
    one_of("part", Part),
    one_of("state", State),
    one_of("mood", Mood),
    CheckConstraint("text <> '' OR ready <> ''", name="words"),
    CheckConstraint("check_days > 0", name="check_days"),
    CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed"),
    CheckConstraint("nudged_on IS NULL OR asked_on IS NOT NULL", name="nudged"),
    Index(None, "onboarding_id"),
    Index(None, "closed_by"),
)

# `lines` is a list of lists: who, when, text, ready text, link.
onboarding_tracks = Table(
    "onboarding_tracks",
    metadata,
    organization_id(),
    Column("name", Text, nullable=False),
    Column("lines", Json, nullable=False),
    PrimaryKeyConstraint("organization_id", "name"),
    CheckConstraint("name <> ''", name="name"),
)

# Who came or went, as a platform says, or does something else: one open a person and
# kind. `was` is what they did before.
passages = owned(
    "passages",
    refers("person_id", "people"),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("closed_at", Instant),
    refers("closed_by", "people", nullable=True),
    Column("was", Json),
    one_of("kind", Kind),
    CheckConstraint("closed_by IS NULL OR closed_at IS NOT NULL", name="closed"),
    Index(None, "closed_by"),
)
Index(
    "uq_passages_open",
    passages.c.organization_id,
    passages.c.person_id,
    passages.c.kind,
    unique=True,
    sqlite_where=text("closed_at IS NULL"),
    postgresql_where=text("closed_at IS NULL"),
)
