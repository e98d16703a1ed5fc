"""What comes in from outside: doors with their secrets, and mailboxes."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from bot.model.feedback.door import Brings
from storage.tables.base import (
    Instant,
    Text,
    metadata,
    organization_id,
    owned,
    refers,
)

# `key` is in the address, before an organization is known.
feedback_doors = owned(
    "feedback_doors",
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    refers("owner_id", "people"),
    Column("made_at", Instant, nullable=False),
    Column("brings", Text, nullable=False, server_default=Brings.FEEDBACK.value),
    UniqueConstraint("key"),
    UniqueConstraint("organization_id", "name"),
    CheckConstraint("name <> ''", name="name"),
    Index(None, "owner_id"),
)

# Encrypted. One that was replaced works `until` then.
feedback_door_secrets = owned(
    "feedback_door_secrets",
    refers("door_id", "feedback_doors"),
    Column("value", Text, nullable=False),
    Column("until", Instant),
    Index(None, "door_id"),
)

# How far a mailbox was read: IMAP's UIDVALIDITY and the last UID.
feedback_mailboxes = Table(
    "feedback_mailboxes",
    metadata,
    organization_id(),
    Column("name", Text, nullable=False),
    Column("validity", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    PrimaryKeyConstraint("organization_id", "name"),
)
