"""Leave that platforms told of."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, UniqueConstraint

from storage.tables.base import owned, refers

# What was told is remembered whatever became of the absence: who came back early, or
# said that they are not away at all, is not made away again by the next reading.
leaves = owned(
    "leaves",
    refers("account_id", "accounts"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("overruled", Boolean, nullable=False, default=False),
    UniqueConstraint("account_id", "first"),
    CheckConstraint("first <= last", name="order"),
    named_outside=True,
)
