"""Stand-ups, their people, their days, who takes part, and what they said."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Time,
    UniqueConstraint,
    text,
)

from bot.model.standup.policy import AwayNews, MissingStyle, Readers, Weekly
from storage.tables.base import (
    Id,
    Instant,
    Json,
    Place,
    Text,
    metadata,
    organization_id,
    owned,
    refers,
)

standups = owned(
    "standups",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("start", Date, nullable=False),
    Column("at", Time, nullable=False),
    Column("home_zone", Text, nullable=False),
    Column("zone", Text),
    Column("close_at", Time),
    Column("remind_minutes", Integer, nullable=False),
    Column("place", Place),
    Column("questions", Json, nullable=False),
    Column("roster", Text, nullable=False),
    Column("roster_place", Place),
    Column("roster_department", Text),
    refers("owner_id", "people"),
    Column("since", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("next_day", Date),
    Column("next_at", Instant),
    Column("eve", Boolean, nullable=False, default=False),
    Column("closes_next", Boolean, nullable=False, default=False),
    Column("country", Text),
    Column("pool", Json, nullable=False, default=list),
    Column("pool_turn", Integer, nullable=False, default=0),
    Column("paused_until", Date),
    Column("remind_after", Integer, nullable=False, default=0),
    Column("missing", Text, nullable=False, default=MissingStyle.NAMES.value),
    Column("readers", Text, nullable=False, default=Readers.ALL.value),
    Column("away_news", Text, nullable=False, default=AwayNews.NONE.value),
    refers("escalate_to", "people", nullable=True),
    Column("alarm_place", Place),
    Column("alarm_task", Boolean, nullable=False, default=False),
    Column("weekly", Text, nullable=False, default=Weekly.PLACE.value),
    CheckConstraint("state IN ('active', 'paused', 'archived')", name="state"),
    CheckConstraint(
        "roster IN ('everyone', 'chosen', 'members', 'department')", name="roster"
    ),
    CheckConstraint(
        "(roster = 'members') = (roster_place IS NOT NULL)", name="roster_place"
    ),
    CheckConstraint(
        "(roster = 'department') = (roster_department IS NOT NULL)",
        name="roster_department",
    ),
    CheckConstraint("(next_day IS NULL) = (next_at IS NULL)", name="next"),
    CheckConstraint("remind_minutes BETWEEN 0 AND 1440", name="remind"),
    CheckConstraint("remind_after BETWEEN 0 AND 1440", name="remind_after"),
    CheckConstraint("missing IN ('mention', 'names', 'count', 'off')", name="missing"),
    CheckConstraint(
        "readers IN ('all', 'members', 'managers', 'admins')", name="readers"
    ),
    CheckConstraint("away_news IN ('none', 'long', 'all')", name="away_news"),
    CheckConstraint("weekly IN ('place', 'leads', 'off')", name="weekly"),
    CheckConstraint("pool_turn >= 0", name="pool_turn"),
    CheckConstraint("paused_until IS NULL OR state = 'paused'", name="paused_until"),
    Index(None, "organization_id", "state", "next_at"),
)

LIVING = text("state <> 'archived'")

# The name of an archived stand-up is free again.
Index(
    "uq_standups_living",
    standups.c.organization_id,
    standups.c.folded,
    unique=True,
    sqlite_where=LIVING,
    postgresql_where=LIVING,
)

standup_people = Table(
    "standup_people",
    metadata,
    organization_id(),
    refers("standup_id", "standups"),
    refers("person_id", "people"),
    Column("part", Text, nullable=False),
    PrimaryKeyConstraint("standup_id", "person_id", "part"),
    CheckConstraint(
        "part IN ('asked', 'observer', 'optional', 'admin', 'left')", name="part"
    ),
)

occurrences = owned(
    "standup_occurrences",
    refers("standup_id", "standups"),
    Column("day", Date, nullable=False),
    Column("opens_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("questions", Json, nullable=False),
    UniqueConstraint("standup_id", "day"),
    CheckConstraint(
        "state IN ('planned', 'open', 'closed', 'cancelled')", name="state"
    ),
    CheckConstraint("opens_at < closes_at", name="order"),
    Index(None, "organization_id", "day"),
)

participants = owned(
    "standup_participants",
    refers("occurrence_id", "standup_occurrences"),
    refers("person_id", "people"),
    Column("state", Text, nullable=False),
    Column("ask_at", Instant),
    Column("answered_at", Instant),
    Column("late", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("reminded_at", Instant),
    Column("nudge_at", Instant),
    Column("optional", Boolean, nullable=False, default=False),
    Column("followed_at", Instant),
    Column("sealed", Boolean, nullable=False, default=False),
    UniqueConstraint("occurrence_id", "person_id"),
    CheckConstraint(
        "state IN ('waiting', 'asked', 'answered', 'away', 'skipped', 'missed')",
        name="state",
    ),
    CheckConstraint("(version = 0) = (answered_at IS NULL)", name="answered"),
    CheckConstraint("state <> 'answered' OR version > 0", name="said"),
    Index(None, "person_id", "occurrence_id"),
)

answers = owned(
    "standup_answers",
    refers("participant_id", "standup_participants"),
    Column("question", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", Instant, nullable=False),
    UniqueConstraint("participant_id", "version", "question"),
)

# What was said without a name. Its key is drawn by lot: one that counts would tell in
# which order, and so by whom, it was said.
sealed_answers = Table(
    "standup_sealed_answers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    organization_id(),
    refers("occurrence_id", "standup_occurrences"),
    Column("question", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "occurrence_id"),
)
