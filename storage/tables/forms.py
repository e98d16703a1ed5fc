"""Drafts of forms, links to them, and the secret that signs the links."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from storage.tables.base import (
    Instant,
    Json,
    Place,
    Text,
    User,
    metadata,
    organization_id,
    owned,
    refers,
)

# What was typed is in `sealed`, encrypted; older drafts have it in `values`.
form_drafts = owned(
    "form_drafts",
    refers("person_id", "people"),
    Column("action", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("values", Json, nullable=False),
    Column("sealed", Text),
    Column("at", Instant, nullable=False),
    UniqueConstraint("organization_id", "person_id", "action", "value"),
    Index(None, "organization_id", "at"),
)

form_links = owned(
    "form_links",
    Column("key", Text, nullable=False),
    refers("person_id", "people"),
    Column("who", User, nullable=False),
    Column("action", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("place", Place),
    Column("expires", Instant, nullable=False),
    Column("browser", Text),
    Column("used_at", Instant),
    Column("taken", Json),
    UniqueConstraint("organization_id", "key"),
    Index(None, "organization_id", "expires"),
    Index(None, "key"),
    Index(None, "person_id"),
)

secrets = Table(
    "secrets",
    metadata,
    organization_id(),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("organization_id", "name"),
)
