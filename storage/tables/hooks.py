"""What is told to systems outside: the address, and every call to it."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint

from storage.tables.base import Instant, Text, owned, refers

# Address and secret are encrypted: an address may hold a token.
blocker_hooks = owned(
    "blocker_hooks",
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    refers("owner_id", "people"),
    Column("made_at", Instant, nullable=False),
    UniqueConstraint("organization_id"),
    Index(None, "owner_id"),
)

blocker_calls = owned(
    "blocker_calls",
    Column("message", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("at", Instant, nullable=False),
    refers("blocker_id", "blockers", nullable=True),
    refers("asker_id", "people", nullable=True),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    UniqueConstraint("organization_id", "message"),
    CheckConstraint("state IN ('waiting', 'sent', 'failed')", name="state"),
    CheckConstraint("tries >= 0", name="tries"),
    Index(None, "asker_id"),
    Index(None, "blocker_id"),
    Index(None, "organization_id", "at"),
    named_outside=True,
)
