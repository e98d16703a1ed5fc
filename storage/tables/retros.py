"""Retrospectives, the notes that wait for them, and what came out of them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from bot.model.retro import NoteKind
from storage.tables.base import (
    Instant,
    Place,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)

retros = owned(
    "retros",
    Column("number", Integer, nullable=False),
    Column("place", Place, nullable=False),
    Column("opened_at", Instant, nullable=False),
    refers("opened_by", "people"),
    Column("people", Integer, nullable=False),
    UniqueConstraint("organization_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("people > 0", name="people"),
)

# Who wrote a note is known while it waits, and to nobody once it is read.
retro_notes = owned(
    "retro_notes",
    Column("number", Integer, nullable=False),
    refers("author_id", "people", nullable=True),
    Column("place", Place, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("permalink", Text, nullable=False, server_default=""),
    refers("retro_id", "retros", nullable=True),
    UniqueConstraint("organization_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("text <> ''", name="text"),
    CheckConstraint("(author_id IS NULL) = (retro_id IS NOT NULL)", name="opened"),
    one_of("kind", NoteKind),
    Index(None, "author_id"),
    Index(None, "retro_id"),
)

retro_actions = Table(
    "retro_actions",
    metadata,
    organization_id(),
    refers("retro_id", "retros"),
    refers("task_id", "tasks"),
    PrimaryKeyConstraint("organization_id", "retro_id", "task_id"),
    Index(None, "retro_id"),
    Index(None, "task_id"),
)
