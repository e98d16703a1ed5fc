"""One person with several accounts: codes, wrong tries, wishes, and who is not who."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from bot.model.link import MessageKind
from storage.tables.base import Instant, Text, metadata, organization_id, owned, refers

# Only the digest of a code is kept.
link_codes = owned(
    "link_codes",
    refers("person_id", "people"),
    refers("account_id", "accounts"),
    Column("digest", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    UniqueConstraint("organization_id", "digest"),
    Index(None, "person_id"),
    Index(None, "account_id"),
)

link_tries = owned(
    "link_tries",
    refers("person_id", "people"),
    Column("at", Instant, nullable=False),
    Index(None, "person_id", "at"),
)

# Accounts of two humans, as somebody said who knows: nobody proposes them again.
separate_accounts = Table(
    "separate_accounts",
    metadata,
    organization_id(),
    refers("account_id", "accounts"),
    refers("other_id", "accounts"),
    PrimaryKeyConstraint("account_id", "other_id"),
    CheckConstraint("account_id < other_id", name="order"),
    Index(None, "other_id"),
)

_KINDS = ", ".join(f"'{kind.value}'" for kind in MessageKind)

person_platforms = Table(
    "person_platforms",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("kind", Text, nullable=False),
    Column("platform", Text, nullable=False),
    PrimaryKeyConstraint("person_id", "kind"),
    CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
)
