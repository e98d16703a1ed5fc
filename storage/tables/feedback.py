"""What customers say: each with a number, its voices, its story; and its rules."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from bot.model.feedback import (
    Kind,
    Outlet,
    Runs,
    Sentiment,
    Severity,
    Source,
    State,
    Step,
    UpdateKind,
)
from bot.model.feedback.rhythm import Rhythm
from bot.model.files import Keeping
from storage.tables.base import (
    Instant,
    Json,
    Message,
    Place,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)

# `proposed` is what was read from the words; the columns beside it are what holds.
# `follows_id` is what was over too long to be opened again by the same words.
# `took` are the seconds from `opened_at` to `ended_at`, as no two databases subtract
# instants alike.
feedback = owned(
    "feedback",
    Column("number", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("step", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("sentiment", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sku", Text, nullable=False, default=""),
    Column("market", Text, nullable=False, default=""),
    Column("proposed", Json, nullable=False),
    Column("state", Text, nullable=False),
    refers("owner_id", "people", nullable=True),
    Column("department", Text),
    refers("task_id", "tasks", nullable=True),
    Column("answer", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("answered_at", Instant),
    Column("paused_at", Instant),
    Column("paused", Integer, nullable=False, default=0),
    Column("ended_at", Instant),
    Column("took", Integer),
    Column("closed_at", Instant),
    Column("warned_at", Instant),
    Column("breached_at", Instant),
    Column("escalated_at", Instant),
    refers("escalated_to", "people", nullable=True),
    Column("asked_at", Instant),
    Column("solved", Boolean),
    refers("joined_to", "feedback", nullable=True),
    refers("follows_id", "feedback", nullable=True),
    UniqueConstraint("organization_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("paused >= 0", name="paused"),
    CheckConstraint("(state = 'joined') = (joined_to IS NOT NULL)", name="joined"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed"),
    CheckConstraint("(state = 'waiting') = (paused_at IS NOT NULL)", name="waiting"),
    CheckConstraint("state <> 'declined' OR reason <> ''", name="declined"),
    one_of("state", State),
    one_of("step", Step),
    one_of("severity", Severity),
    one_of("sentiment", Sentiment),
    one_of("kind", Kind),
    Index(None, "organization_id", "state", "opened_at"),
    Index(None, "organization_id", "opened_at", "state", "ended_at"),
    Index(None, "organization_id", "sku"),
    Index(None, "organization_id", "ended_at", "state", "took"),
    Index(None, "owner_id", "state"),
    Index(None, "task_id"),
    Index(None, "joined_to"),
    Index(None, "follows_id"),
)

# `came_from` is the feedback it opened, where that was joined to another.
feedback_voices = owned(
    "feedback_voices",
    refers("feedback_id", "feedback"),
    refers("came_from", "feedback", nullable=True),
    refers("sender_id", "people", nullable=True),
    refers("behalf_id", "people", nullable=True),
    Column("source", Text, nullable=False),
    Column("external", Text),
    Column("text", Text, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("customer", Text, nullable=False, default=""),
    Column("order", Text, nullable=False, default=""),
    Column("outlet", Text),
    Column("market", Text, nullable=False, default=""),
    Column("language", Text, nullable=False, default=""),
    Column("place", Place),
    Column("private", Boolean, nullable=False, default=False),
    Column("message", Message),
    Column("permalink", Text, nullable=False, default=""),
    UniqueConstraint("organization_id", "source", "external"),
    one_of("source", Source),
    one_of("outlet", Outlet),
    Index(None, "feedback_id", "id"),
    Index(None, "sender_id"),
    Index(None, "behalf_id"),
    Index(None, "came_from"),
    Index(None, "organization_id", "said_at", "feedback_id"),
)

feedback_files = owned(
    "feedback_files",
    refers("voice_id", "feedback_voices"),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("key", Text, nullable=False, server_default=""),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("state", Text, nullable=False, server_default=Keeping.LINKED.value),
    one_of("state", Keeping),
    CheckConstraint("size >= 0", name="size"),
    Index(None, "voice_id"),
)

# What is in a file, in pieces of a size that both databases read and write at once.
feedback_pieces = Table(
    "feedback_pieces",
    metadata,
    organization_id(),
    refers("file_id", "feedback_files"),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("file_id", "number"),
    CheckConstraint("number >= 0", name="number"),
)

# `external` is the name of what was said in the system it came from.
feedback_updates = owned(
    "feedback_updates",
    refers("feedback_id", "feedback"),
    refers("person_id", "people", nullable=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False, default=""),
    Column("at", Instant, nullable=False),
    Column("external", Text),
    one_of("kind", UpdateKind),
    Index(None, "feedback_id", "id"),
    Index(None, "organization_id", "external", unique=True),
    Index(None, "organization_id", "kind"),
)

feedback_followers = Table(
    "feedback_followers",
    metadata,
    organization_id(),
    refers("feedback_id", "feedback"),
    refers("person_id", "people"),
    PrimaryKeyConstraint("feedback_id", "person_id"),
    Index(None, "person_id"),
)

# How well those who sent it say that it was handled; once for each end of it.
feedback_scores = Table(
    "feedback_scores",
    metadata,
    organization_id(),
    refers("feedback_id", "feedback"),
    refers("person_id", "people"),
    Column("score", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("organization_id", "feedback_id", "person_id"),
    CheckConstraint("score BETWEEN 1 AND 5", name="score"),
    Index(None, "feedback_id"),
    Index(None, "person_id"),
    Index(None, "organization_id", "at"),
)

# What an organization chose for all of its feedback; no row: as it is at first.
feedback_manners = Table(
    "feedback_manners",
    metadata,
    organization_id(),
    Column("reopens", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id"),
    CheckConstraint("reopens BETWEEN 0 AND 365", name="reopens"),
)

# How often a place hears of what can wait; one that has no row hears at once.
feedback_rhythms = Table(
    "feedback_rhythms",
    metadata,
    organization_id(),
    Column("place", Place, nullable=False),
    Column("rhythm", Text, nullable=False),
    PrimaryKeyConstraint("organization_id", "place"),
    one_of("rhythm", Rhythm),
)

# What is told in one message to a place, and when.
feedback_slots = Table(
    "feedback_slots",
    metadata,
    organization_id(),
    Column("place", Place, nullable=False),
    refers("feedback_id", "feedback"),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("organization_id", "place", "feedback_id"),
    Index(None, "organization_id", "place", "at"),
    Index(None, "feedback_id"),
)

# What a rule does not speak of is NULL or empty. `words` is a list.
feedback_routes = owned(
    "feedback_routes",
    Column("position", Integer, nullable=False),
    Column("step", Text),
    Column("severity", Text),
    Column("market", Text, nullable=False, default=""),
    Column("sku", Text, nullable=False, default=""),
    Column("words", Json, nullable=False),
    Column("place", Place),
    Column("department", Text),
    refers("person_id", "people", nullable=True),
    UniqueConstraint("organization_id", "position"),
    one_of("step", Step),
    one_of("severity", Severity),
)

# One organization has one place for triage, and one promise for each severity.
feedback_desks = Table(
    "feedback_desks",
    metadata,
    organization_id(),
    Column("triage", Place, nullable=False),
    PrimaryKeyConstraint("organization_id"),
)

feedback_levels = Table(
    "feedback_levels",
    metadata,
    organization_id(),
    Column("severity", Text, nullable=False),
    Column("answer", Integer),
    Column("solve", Integer),
    refers("escalate_to", "people", nullable=True),
    Column("hours", Text, nullable=False, default="work", server_default="work"),
    PrimaryKeyConstraint("organization_id", "severity"),
    CheckConstraint("answer > 0 AND solve > 0", name="minutes"),
    one_of("hours", Runs),
    one_of("severity", Severity),
)
