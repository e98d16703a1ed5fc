"""Reviews: their cycles and rounds, what they say, and who has read it."""

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
    false,
    text,
)

from bot.model.review import Cadence, Happened, Part, State
from bot.model.review.texts import OWN, SPOKEN
from storage.tables.base import (
    Instant,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)

review_cycles = owned(
    "review_cycles",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("cadence", Text, nullable=False),
    Column("weeks", Integer, nullable=False, server_default=text("0")),
    Column("due", Date),
    Column("self_first", Boolean, nullable=False, server_default=false()),
    refers("made_by", "people"),
    Column("made_at", Instant, nullable=False),
    Column("stopped_at", Instant),
    UniqueConstraint("organization_id", "folded"),
    CheckConstraint("name <> ''", name="name"),
    CheckConstraint("(cadence = 'weeks') = (weeks > 0)", name="weeks"),
    CheckConstraint("(cadence = 'once') = (due IS NOT NULL)", name="due"),
    one_of("cadence", Cadence),
    Index(None, "made_by"),
)

review_rounds = owned(
    "review_rounds",
    refers("cycle_id", "review_cycles"),
    Column("since", Date, nullable=False),
    Column("opens", Date, nullable=False),
    Column("due", Date, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("closed_at", Instant),
    UniqueConstraint("organization_id", "cycle_id", "due"),
    CheckConstraint("opens <= due", name="opens"),
    Index(None, "organization_id", "closed_at"),
)

reviews = owned(
    "reviews",
    refers("round_id", "review_rounds"),
    refers("person_id", "people"),
    refers("reviewer_id", "people", nullable=True),
    Column("delegated", Boolean, nullable=False, server_default=false()),
    Column("state", Text, nullable=False),
    Column("asked_on", Date),
    Column("self_asked_on", Date),
    Column("self_sent_at", Instant),
    Column("sent_at", Instant),
    Column("told_at", Instant),
    Column("acknowledged_at", Instant),
    Column("version", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("round_id", "person_id"),
    CheckConstraint("reviewer_id <> person_id", name="reviewer_id"),
    CheckConstraint(
        "(state = 'acknowledged') = (acknowledged_at IS NOT NULL)",
        name="acknowledged",
    ),
    CheckConstraint(
        "state NOT IN ('sent', 'acknowledged')"
        " OR (sent_at IS NOT NULL AND reviewer_id IS NOT NULL)",
        name="sent",
    ),
    one_of("state", State),
    Index(None, "person_id"),
    Index(None, "reviewer_id"),
)

# Encrypted: the fields as JSON.
review_words = Table(
    "review_words",
    metadata,
    organization_id(),
    refers("review_id", "reviews"),
    Column("part", Text, nullable=False),
    refers("by_id", "people"),
    Column("value", Text, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("review_id", "part"),
    one_of("part", Part),
    Index(None, "by_id"),
)

# Who read what, and what became of it: never changed.
review_log = owned(
    "review_log",
    refers("review_id", "reviews"),
    Column("what", Text, nullable=False),
    refers("person_id", "people", nullable=True),
    refers("to_id", "people", nullable=True),
    Column("at", Instant, nullable=False),
    one_of("what", Happened),
    Index(None, "review_id"),
    Index(None, "person_id"),
    Index(None, "to_id"),
)

# When somebody wants to hear of reviews: minutes after midnight, on their own clock.
review_hours = Table(
    "review_hours",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("minute", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id", "person_id"),
    CheckConstraint("minute BETWEEN 0 AND 1439", name="minute"),
    Index(None, "person_id"),
)

# What HR says above the messages of a cycle, in a language.
review_texts = Table(
    "review_texts",
    metadata,
    organization_id(),
    refers("cycle_id", "review_cycles"),
    Column("rung", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("organization_id", "cycle_id", "rung", "language"),
    CheckConstraint("value <> ''", name="value"),
    one_of("rung", OWN),
    one_of("language", SPOKEN),
    Index(None, "cycle_id"),
)

# Who lets their manager see their work beside the form.
review_evidence = Table(
    "review_evidence",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    PrimaryKeyConstraint("person_id"),
)
