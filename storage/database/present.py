"""The database's own time: replicas agree on it, whatever their clocks say."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Interval, func, literal

from storage.tables.base import Instant

PRESENT: ColumnElement[datetime] = func.now(type_=Instant)


def ahead(dialect: str, span: timedelta) -> ColumnElement[datetime]:
    """The instant that is so far to come."""
    if dialect == "postgresql":
        return func.now(type_=Instant) + literal(span, Interval)
    return func.datetime("now", f"+{span.total_seconds()} seconds", type_=Instant)


def ago(dialect: str, span: timedelta) -> ColumnElement[datetime]:
    """The instant that lies so far back."""
    if dialect == "postgresql":
        return func.now(type_=Instant) - literal(span, Interval)
    return func.datetime("now", f"-{span.total_seconds()} seconds", type_=Instant)
