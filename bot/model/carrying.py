"""What is known of data that was carried elsewhere."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Arrived:
    """One table: its rows, and whether what arrived is what was sent."""

    table: str
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself. `key` is told apart, never told."""

    made_at: datetime
    revision: str
    tables: int
    rows: int
    same_key: bool
