"""Rows as lines of text: the same row is the same line, whichever database has it."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any

from sqlalchemy import Date, LargeBinary, Table, Time

from storage.tables.base import Instant, Json

Values = dict[str, Any]
READERS: Mapping[type, Callable[[str], object]] = {
    Instant: datetime.fromisoformat,
    Date: date.fromisoformat,
    Time: time.fromisoformat,
    LargeBinary: b64decode,
}


@dataclass(slots=True)
class Total:
    """How many rows, and a digest of them all that does not depend on their order."""

    rows: int = 0
    sum: int = 0

    def add(self, line: bytes) -> None:
        """Counts one row more."""
        self.rows += 1
        found = int.from_bytes(sha256(line).digest())
        self.sum = (self.sum + found) % (1 << 256)

    @property
    def digest(self) -> str:
        """The digest as it is written down."""
        return f"{self.sum:064x}"


def line(table: Table, values: Sequence[Any]) -> bytes:
    """A row as JSON, without the end of the line."""
    row = dict(zip(table.columns.keys(), values, strict=True))
    for column in table.columns:
        if isinstance(column.type, Json):
            row[column.name] = _settled(row[column.name])
    text = json.dumps(
        row,
        default=_written,
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )
    return text.encode()


def parsed(table: Table, text: bytes) -> Values:
    """The row of a line. Raises ValueError for one that is none of this table."""
    row = json.loads(text)
    if not isinstance(row, dict) or row.keys() != set(table.columns.keys()):
        raise ValueError(f"no row of {table.name}")
    for column in table.columns:
        read = READERS.get(type(column.type))
        if read and row[column.name] is not None:
            row[column.name] = read(row[column.name])
    return row


def _written(value: date | time | bytes) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat()


def _settled(value: object) -> object:
    """JSON as both databases give it back: PostgreSQL knows no 1e22, and no -0.0."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: _settled(part) for key, part in value.items()}
        case list():
            return [_settled(part) for part in value]
        case _:
            return value
