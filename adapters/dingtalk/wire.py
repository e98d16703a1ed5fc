"""DingTalk's ways to write a value: its documents and its servers differ in types
(facts §8.1: numbers and booleans come as such or as strings).
"""

import json
from datetime import UTC, datetime

from adapters.wire import find, storable


def text(value: object, *path: str) -> str:
    """The text or whole number at the end of the path; empty where there is neither."""
    found = find(value, *path)
    if isinstance(found, str):
        return storable(found)
    whole = isinstance(found, int) and not isinstance(found, bool)
    return str(found) if whole else ""


def texts(value: object, *path: str) -> tuple[str, ...]:
    """The texts of the list at the end of the path; what is none is left out."""
    found = find(value, *path)
    listed = found if isinstance(found, list) else []
    return tuple(one for item in listed if (one := text(item)))


def number(value: object, *path: str) -> int | None:
    """The whole number at the end of the path, written either way."""
    written = text(value, *path)
    try:
        return int(written)
    except ValueError:
        return None


def truth(value: object, *path: str) -> bool | None:
    """The yes or no at the end of the path, written either way; None for neither."""
    found = find(value, *path)
    return {"true": True, "false": False}.get(str(found).lower())


def instant(value: object, *path: str) -> datetime | None:
    """The moment at the end of the path: milliseconds since 1970."""
    millis = number(value, *path)
    try:
        return None if millis is None else datetime.fromtimestamp(millis / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def millis(at: datetime) -> int:
    """The moment as DingTalk writes it."""
    return round(at.timestamp() * 1000)


def read_json(body: str | bytes) -> object:
    """What the JSON says; None where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def as_json(value: object) -> str:
    """The value as JSON, 中文 as it is: escapes would double its size (facts §4.2)."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
