"""Answers that cross between the places of a room."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, UniqueConstraint

from storage.tables.base import Instant, Message, Text, owned, refers

crossings = owned(
    "crossings",
    Column("source", Message, nullable=False),
    refers("person_id", "people"),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("gone", Boolean, nullable=False, default=False),
    UniqueConstraint("organization_id", "source"),  # a message crosses once
    CheckConstraint("NOT gone OR text = ''", name="gone_without_words"),
    Index(None, "organization_id", "at"),
    Index(None, "person_id"),
)
