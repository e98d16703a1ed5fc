"""Slack's way to write a moment."""

from datetime import UTC, datetime


def instant(ts: str, otherwise: datetime) -> datetime:
    """The moment of a Slack timestamp such as "1700000000.000100"."""
    try:
        return datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        return otherwise
