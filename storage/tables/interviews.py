"""Forms being filled question by question."""

from sqlalchemy import Column, UniqueConstraint

from storage.tables.base import Json, Text, owned, refers

# What was answered is in `sealed`, encrypted; older ones have it in `answers`.
interviews = owned(
    "interviews",
    refers("person_id", "people"),
    Column("action", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("answers", Json, nullable=False),
    Column("sealed", Text),
    UniqueConstraint("organization_id", "person_id"),
)
