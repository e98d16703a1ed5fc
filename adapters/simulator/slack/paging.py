"""Cursor paging as the Web API does it (facts §9)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from adapters.simulator.slack.call import Call
from adapters.simulator.slack.errors import SlackError

Item = TypeVar("Item")


def page(
    call: Call, items: Sequence[Item], *, default: int = 100, most: int = 1000
) -> tuple[list[Item], str]:
    """The page that the call asks for, and the cursor of the next or nothing."""
    start = _offset(call.text("cursor"))
    if start > len(items):
        raise SlackError("invalid_cursor")
    limit = call.number("limit", default, 0, most) or default
    end = start + limit
    cursor = _cursor(end) if end < len(items) else ""
    return list(items[start:end]), cursor


def _cursor(offset: int) -> str:
    return base64.b64encode(f"next:{offset}".encode()).decode()


def _offset(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = (
            base64.b64decode(cursor, validate=True).decode().partition(":")
        )
    except (binascii.Error, UnicodeDecodeError):
        raise SlackError("invalid_cursor") from None
    if word != "next" or not number.isdigit():
        raise SlackError("invalid_cursor")
    return int(number)
