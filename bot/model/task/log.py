"""What is remembered of a task: every change of it, and what people said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.task import Deadline, Task, TaskState


class ChangeKind(StrEnum):
    """What kind of thing changed."""

    CREATED = "created"
    TITLE = "title"
    DETAILS = "details"
    OWNER = "owner"
    STATE = "state"
    PRIORITY = "priority"
    DEADLINE = "deadline"
    PROJECT = "project"
    DEPARTMENT = "department"
    FOLLOWERS = "followers"
    REPETITION = "repetition"
    SNOOZE = "snooze"
    ACCEPTANCE = "acceptance"
    NEEDS = "needs"
    CHASED = "chased"
    TICKED = "ticked"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a task's history. Values are as stored: ids, ISO instants, words."""

    task_id: int
    person_id: int
    at: datetime
    kind: ChangeKind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a task. One that is not stored yet has id 0."""

    task_id: int
    person_id: int
    at: datetime
    text: str
    id: int = 0


def differences(
    before: Task, after: Task, by: int, now: datetime
) -> tuple[Change, ...]:
    """The history that leads from one version of a task to the next."""
    return tuple(
        Change(after.id, by, now, kind, was, is_)
        for kind, was, is_ in _compare(before, after)
    )


def write_deadline(deadline: Deadline | None) -> str:
    """A deadline as history keeps it: the day, or the instant where a time was said."""
    if deadline is None:
        return ""
    return deadline.at.isoformat() if deadline.timed else deadline.day.isoformat()


def _state(task: Task) -> str:
    reasons = {
        TaskState.BLOCKED: task.blocked_by,
        TaskState.DROPPED: task.dropped_because,
    }
    return f"{task.state.value} {reasons.get(task.state, '')}".strip()


def _instant(at: datetime | None) -> str:
    return at.isoformat() if at else ""


READERS: tuple[tuple[ChangeKind, Callable[[Task], str]], ...] = (
    (ChangeKind.TITLE, lambda task: task.title),
    (ChangeKind.DETAILS, lambda task: task.details),
    (ChangeKind.OWNER, lambda task: str(task.owner_id)),
    (ChangeKind.STATE, _state),
    (ChangeKind.PRIORITY, lambda task: task.priority.value),
    (ChangeKind.DEADLINE, lambda task: write_deadline(task.deadline)),
    (ChangeKind.PROJECT, lambda task: str(task.project_id or "")),
    (ChangeKind.DEPARTMENT, lambda task: task.department or ""),
    (ChangeKind.FOLLOWERS, lambda task: ",".join(map(str, task.followers))),
    (ChangeKind.REPETITION, lambda task: task.rule or ""),
    (ChangeKind.SNOOZE, lambda task: _instant(task.snoozed_until)),
    (ChangeKind.ACCEPTANCE, lambda task: task.acceptance.value),
)


def _compare(before: Task, after: Task) -> Iterator[tuple[ChangeKind, str, str]]:
    for kind, read in READERS:
        if read(before) != read(after):
            yield kind, read(before), read(after)
