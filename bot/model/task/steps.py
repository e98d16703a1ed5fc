"""What can happen to a task: each step takes a task and gives the task after it."""

from dataclasses import replace
from datetime import datetime

from bot.model.task import Acceptance, Task, TaskState


def start(task: Task) -> Task:
    """Somebody works on it now."""
    return replace(task, state=TaskState.STARTED, blocked_by="")


def block(task: Task, reason: str) -> Task:
    """It waits for something."""
    return replace(task, state=TaskState.BLOCKED, blocked_by=reason)


def unblock(task: Task) -> Task:
    """What it waited for is there."""
    return replace(task, state=TaskState.STARTED, blocked_by="")


def finish(task: Task, by: int, now: datetime) -> Task:
    """It is done."""
    return _close(task, TaskState.DONE, by, now)


def drop(task: Task, reason: str, by: int, now: datetime) -> Task:
    """It will not be done, and why (PEERS F09)."""
    return replace(_close(task, TaskState.DROPPED, by, now), dropped_because=reason)


def reopen(task: Task) -> Task:
    """Takes a close back: the task is what it was before."""
    return replace(
        task,
        state=task.state_before,
        state_before=TaskState.OPEN,
        closed_at=None,
        closed_by=None,
        dropped_because="",
    )


def hand_to(task: Task, owner_id: int, by: int) -> Task:
    """Gives it to another owner, who is asked to accept what they did not take."""
    waiting = Acceptance.NOT_ASKED if owner_id == by else Acceptance.WAITING
    rest = tuple(person for person in task.followers if person != owner_id)
    return replace(
        task, owner_id=owner_id, acceptance=waiting, followers=rest, snoozed_until=None
    )


def accept(task: Task) -> Task:
    """The owner takes it."""
    return replace(task, acceptance=Acceptance.ACCEPTED)


def decline(task: Task) -> Task:
    """The owner gives it back to who made it."""
    return replace(
        task,
        owner_id=task.creator_id,
        acceptance=Acceptance.NOT_ASKED,
        snoozed_until=None,
    )


def follow(task: Task, *person_ids: int) -> Task:
    """Adds followers, each once; the owner follows anyway."""
    wanted = {*task.followers, *person_ids} - {task.owner_id}
    return replace(task, followers=tuple(sorted(wanted)))


def unfollow(task: Task, person_id: int) -> Task:
    """Takes a follower away."""
    return replace(
        task,
        followers=tuple(person for person in task.followers if person != person_id),
    )


def _close(task: Task, state: TaskState, by: int, now: datetime) -> Task:
    before = task.state if not task.closed else task.state_before
    return replace(
        task, state=state, state_before=before, closed_at=now, closed_by=by,
        snoozed_until=None, dropped_because="",
    )  # fmt: skip
