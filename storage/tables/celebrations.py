"""Days that people like to be celebrated; nobody's year of birth."""

from sqlalchemy import CheckConstraint, Column, Date, PrimaryKeyConstraint, Table

from storage.tables.base import Text, metadata, organization_id, refers

celebrations = Table(
    "celebrations",
    metadata,
    organization_id(),
    refers("person_id", "people"),
    Column("birthday", Text, nullable=False, server_default=""),
    Column("started", Date),
    PrimaryKeyConstraint("person_id"),
    CheckConstraint("birthday <> '' OR started IS NOT NULL", name="told"),
)
