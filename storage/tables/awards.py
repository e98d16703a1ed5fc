"""Awards: their rounds, nominations, shortlists, and votes until they are counted."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    false,
)

from bot.model.award import Cadence, Stage
from storage.tables.base import (
    Instant,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)

awards = owned(
    "awards",
    Column("name", Text, nullable=False),
    Column("cadence", Text, nullable=False),
    refers("made_by", "people"),
    refers("approver_id", "people", nullable=True),
    UniqueConstraint("organization_id", "name"),
    CheckConstraint("name <> ''", name="name"),
    one_of("cadence", Cadence),
    Index(None, "made_by"),
)

award_jury = Table(
    "award_jury",
    metadata,
    organization_id(),
    refers("award_id", "awards"),
    refers("person_id", "people"),
    PrimaryKeyConstraint("award_id", "person_id"),
    Index(None, "person_id"),
)

award_rounds = owned(
    "award_rounds",
    refers("award_id", "awards"),
    Column("period", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("ended_at", Instant),
    refers("decided_by", "people", nullable=True),
    refers("proposed_id", "people", nullable=True),
    refers("nudged_by", "people", nullable=True),
    UniqueConstraint("award_id", "period"),
    CheckConstraint(
        "(stage IN ('ended', 'dropped')) = (ended_at IS NOT NULL)", name="ended"
    ),
    one_of("stage", Stage),
    Index(None, "organization_id", "stage"),
)

award_nominations = owned(
    "award_nominations",
    refers("round_id", "award_rounds"),
    refers("nominator_id", "people"),
    refers("person_id", "people"),
    Column("reason", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("round_id", "nominator_id", "person_id"),
    CheckConstraint("reason <> ''", name="reason"),
    Index(None, "nominator_id"),
    Index(None, "person_id"),
)

award_finalists = Table(
    "award_finalists",
    metadata,
    organization_id(),
    refers("round_id", "award_rounds"),
    refers("person_id", "people"),
    Column("votes", Integer),
    Column("won", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("round_id", "person_id"),
    CheckConstraint("votes >= 0", name="votes"),
    Index(None, "person_id"),
)

# One vote a person, whatever account it came from; gone when it was counted. Whom it is
# for is encrypted: nobody who reads the database reads that.
award_ballots = Table(
    "award_ballots",
    metadata,
    organization_id(),
    refers("round_id", "award_rounds"),
    refers("person_id", "people"),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("round_id", "person_id"),
    Index(None, "person_id"),
)
