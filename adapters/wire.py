"""Safe looks into what came over any wire: nothing there is what it should be."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

Wire = Mapping[str, Any]


def find(value: object, *path: str) -> Any:
    """What is at the end of the path; None where the path breaks off."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def record(value: object, *path: str) -> Wire:
    """The object at the end of the path; an empty one where there is none."""
    found = find(value, *path)
    return found if isinstance(found, dict) else {}


def records(value: object, *path: str) -> tuple[Wire, ...]:
    """The objects of the list at the end of the path."""
    found = find(value, *path)
    listed = found if isinstance(found, list) else []
    return tuple(item for item in listed if isinstance(item, dict))


def string(value: object, *path: str) -> str:
    """The text at the end of the path, fit to be stored; empty where there is none."""
    found = find(value, *path)
    return storable(found) if isinstance(found, str) else ""


def flag(value: object, *path: str) -> bool:
    """Whether there is a true at the end of the path."""
    return find(value, *path) is True


def storable(text: str) -> str:
    """The text without what no database and no wire takes: NUL and lone surrogates."""
    if text.isascii():
        return text.replace("\0", "")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "")


def seconds_off(date: str, now: datetime) -> int:
    """How far our clock is from the `Date` of an HTTP answer; 0 where it has none."""
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return 0
    return round(abs((now - theirs).total_seconds()))
