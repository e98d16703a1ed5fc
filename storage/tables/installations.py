"""Where workspaces installed us, with their tokens, and how they come to do so."""

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint

from storage.tables.base import Instant, Json, Text, owned, refers

# Tokens are encrypted. `renewing` is until when somebody has the right to renew them:
# a refresh token works once. Without `token` they were erased.
installations = owned(
    "installations",
    refers("workspace_id", "workspaces"),
    Column("app_id", Text, nullable=False),
    Column("bot_user", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("scopes", Json, nullable=False),
    Column("token", Text),
    Column("refresh", Text),
    Column("expires", Instant),
    Column("renewing", Instant),
    Column("installed_at", Instant, nullable=False),
    UniqueConstraint("workspace_id"),
    CheckConstraint("refresh IS NULL OR token IS NOT NULL", name="tokens"),
    Index(None, "organization_id"),
)

# An admin's way to bring one more workspace into the company. Of what is in its address
# only a hash is kept.
install_links = owned(
    "install_links",
    refers("person_id", "people"),
    Column("key", Text, nullable=False),
    Column("expires", Instant, nullable=False),
    Column("used_at", Instant),
    UniqueConstraint("key"),
    Index(None, "organization_id", "expires"),
    Index(None, "person_id"),
)

# A browser on its way to the platform and back. A stranger's is organization 1's, which
# is the house's own.
install_states = owned(
    "install_states",
    refers("link_id", "install_links", nullable=True),
    Column("key", Text, nullable=False),
    Column("browser", Text, nullable=False),
    Column("expires", Instant, nullable=False),
    UniqueConstraint("key"),
    Index(None, "organization_id", "expires"),
    Index(None, "link_id"),
)
