"""Measures, and every value that was reported of them."""

from decimal import Decimal

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    TypeDecorator,
    UniqueConstraint,
    text,
    types,
)

from bot.model.measure import Cadence, Confidence, Direction, Holder, Origin, Unit
from storage.tables.base import (
    Instant,
    Text,
    metadata,
    one_of,
    organization_id,
    owned,
    refers,
)


class Exact(TypeDecorator[Decimal]):
    """A decimal number, digit for digit, on every database."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Writes it without an exponent."""
        return None if value is None else f"{value:f}"

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> Decimal | None:
        """Reads it back."""
        return None if value is None else Decimal(value)


# One owner, never two and never none: the column sees to it.
measures = owned(
    "measures",
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("currency", Text, nullable=False, server_default=""),
    Column("direction", Text),
    Column("low", Exact),
    Column("high", Exact),
    refers("owner_id", "people"),
    Column("department", Text),
    Column("role", Text, nullable=False, server_default=""),
    refers("area_id", "areas", nullable=True),
    Column("cadence", Text, nullable=False),
    Column("weekday", Integer, nullable=False, server_default="0"),
    Column("key", Text, nullable=False, server_default=""),
    Column("formula", Text, nullable=False, server_default=""),
    Column("numerator", Text, nullable=False, server_default=""),
    Column("denominator", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column("basis", Text, nullable=False, server_default=""),
    Column("zone", Text, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("retired_at", Instant),
    # Who owns it by what they are: `owner_id` is who was that when it was written.
    Column("holder", Text, nullable=False, server_default="person"),
    CheckConstraint("name <> ''", name="name"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("(unit = 'money') = (currency <> '')", name="currency"),
    # A number to reach is none without the direction.
    CheckConstraint(
        "direction IS NOT NULL OR (low IS NULL AND high IS NULL)", name="target"
    ),
    one_of("unit", Unit),
    one_of("direction", Direction),
    one_of("cadence", Cadence),
    one_of("holder", Holder),
    CheckConstraint(
        "(holder <> 'head' OR department IS NOT NULL)"
        " AND (holder <> 'area' OR area_id IS NOT NULL)",
        name="held",
    ),
    Index(None, "organization_id"),
    Index(None, "owner_id"),
    Index(None, "area_id"),
)

# Everything a living measure is called: a name means one of them.
measure_names = Table(
    "measure_names",
    metadata,
    organization_id(),
    refers("measure_id", "measures"),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("organization_id", "folded"),
    Index(None, "measure_id"),
)

measure_deputies = Table(
    "measure_deputies",
    metadata,
    organization_id(),
    refers("measure_id", "measures"),
    refers("person_id", "people"),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("measure_id", "person_id"),
    Index(None, "person_id"),
)

_STANDS = text("replaced_at IS NULL")
_TOLD = text("external <> ''")

# What was corrected stays. For one period one value stands; a system's request is taken
# once for each.
measure_values = owned(
    "measure_values",
    refers("measure_id", "measures"),
    Column("first", Date, nullable=False),
    Column("value", Exact),
    Column("numerator", Exact),
    Column("denominator", Exact),
    Column("confidence", Text),
    Column("note", Text, nullable=False, server_default=""),
    refers("person_id", "people", nullable=True),
    Column("origin", Text, nullable=False),
    Column("external", Text, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("replaced_at", Instant),
    one_of("confidence", Confidence),
    one_of("origin", Origin),
    Index(
        "uq_measure_values_standing",
        "measure_id",
        "first",
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    ),
    Index(
        "uq_measure_values_external",
        "organization_id",
        "external",
        "measure_id",
        "first",
        unique=True,
        sqlite_where=_TOLD,
        postgresql_where=_TOLD,
    ),
    Index(None, "measure_id", "first"),
    Index(None, "person_id"),
)

measure_imports = owned(
    "measure_imports",
    refers("person_id", "people"),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("organization_id", "person_id"),
)
