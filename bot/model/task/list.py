"""Which tasks a list holds, and in which part of it each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.refs import PlaceRef
from bot.model.task import LIVING, Task, TaskState, TaskView


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Which tasks are wanted; only those the viewer may see ever come.

    `due_before` leaves out tasks without a deadline.
    """

    viewer_id: int
    here: tuple[PlaceRef, ...] = ()
    states: frozenset[TaskState] = LIVING
    owner_id: int | None = None
    creator_id: int | None = None
    project_id: int | None = None
    department: str | None = None
    parent_id: int | None = None
    due_before: datetime | None = None
    closed_since: datetime | None = None


class Bucket(StrEnum):
    """The parts of a list, in the order they are shown (PEERS F12)."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    NO_DATE = "no-date"
    CLOSED = "closed"


def bucket(task: Task, now: datetime, zone: ZoneInfo) -> Bucket:
    """Where the task stands for a reader in this zone."""
    if task.closed:
        return Bucket.CLOSED
    if task.deadline is None:
        return Bucket.NO_DATE
    today = now.astimezone(zone).date()
    day = task.deadline.day_for(zone)
    if task.overdue(now) and (task.deadline.timed or day < today):
        return Bucket.OVERDUE
    if day <= today:
        return Bucket.TODAY
    return Bucket.WEEK if day <= _sunday(today) else Bucket.LATER


def in_buckets(
    views: Iterable[TaskView], now: datetime, zone: ZoneInfo
) -> dict[Bucket, list[TaskView]]:
    """The tasks, in their order, in the bucket where each stands."""
    found: dict[Bucket, list[TaskView]] = {}
    for view in views:
        found.setdefault(bucket(view.task, now, zone), []).append(view)
    return found


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())
