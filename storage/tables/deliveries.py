"""Messages to be sent, and the register of those that can be edited."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    UniqueConstraint,
)

from storage.tables.base import (
    Instant,
    Json,
    Message,
    Place,
    Text,
    index_of_given,
    owned,
    refers,
)

deliveries = owned(
    "deliveries",
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("args", Json, nullable=False),
    refers("person_id", "people", nullable=True),
    Column("place", Place),
    Column("parent", Text),
    Column("subject", Text),
    Column("origin", Text),
    Column("due", Instant, nullable=False),
    Column("expires", Instant),
    Column("state", Text, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("message", Message),
    Column("error", Text, nullable=False),
    Column("tried_at", Instant),
    Column("hold", Text),
    Column("turn", Instant),
    UniqueConstraint("organization_id", "key"),
    CheckConstraint("(person_id IS NULL) <> (place IS NULL)", name="one_reader"),
    CheckConstraint(
        "state IN ('pending', 'sending', 'sent', 'failed', 'expired')", name="state"
    ),
    Index(None, "organization_id", "state", "due"),
    index_of_given("organization_id", "subject"),
    index_of_given("organization_id", "origin"),
    index_of_given("organization_id", "message"),
    index_of_given("organization_id", "tried_at"),
)

# Every attempt to send one; never what was said.
delivery_attempts = owned(
    "delivery_attempts",
    refers("delivery_id", "deliveries"),
    Column("at", Instant, nullable=False),
    Column("platform", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("error", Text, nullable=False),
    CheckConstraint(
        "outcome IN ('sent', 'found', 'absent', 'rerouted', 'rate_limited', "
        "'unreachable', 'in_doubt', 'failed')",
        name="outcome",
    ),
    Index(None, "delivery_id", "id"),
)
