"""What is next in a platform's list, and how often it is looked at."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.model.people import Account
from bot.model.refs import UserRef
from bot.model.task import Task, TaskState
from bot.model.todo import (
    HALF_HOUR,
    Begin,
    Mirror,
    MirrorState,
    Remove,
    Show,
    Step,
    Tick,
    next_step,
    pause,
)

WHO = UserRef("dingtalk", "D1", "U1")
YA = Account(7, 1, 1, WHO)
OPEN = Task(
    id=1,
    title="Check prices",
    owner_id=1,
    creator_id=1,
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
)
DONE = replace(OPEN, state=TaskState.DONE)
DROPPED = replace(OPEN, state=TaskState.DROPPED)
THERE = Mirror(id=1, task_id=1, account_id=7, who=WHO, key="k", todo_id="t", shown="a")
NAMELESS = replace(THERE, todo_id="", shown="")
TICKED = replace(THERE, state=MirrorState.DONE)
REMOVED = replace(THERE, state=MirrorState.REMOVED)
LEFT = replace(THERE, state=MirrorState.LEFT)


@pytest.mark.parametrize(
    ("task", "owner", "mirrors", "step"),
    [
        (OPEN, YA, [], Begin(YA)),
        (OPEN, None, [], None),
        (DONE, YA, [], None),
        (OPEN, YA, [THERE], None),
        (OPEN, YA, [NAMELESS], Show(NAMELESS)),
        (DONE, YA, [NAMELESS], Show(NAMELESS)),
        (DONE, YA, [THERE], Tick(THERE, True)),
        (DONE, YA, [TICKED], None),
        (OPEN, YA, [TICKED], Tick(TICKED, False)),
        (DROPPED, YA, [THERE], Remove(THERE)),
        (OPEN, None, [THERE], Remove(THERE)),
        (OPEN, replace(YA, id=8), [THERE], Remove(THERE)),
        (OPEN, replace(YA, id=8), [REMOVED], Begin(replace(YA, id=8))),
        (OPEN, YA, [REMOVED], Begin(YA)),
        (OPEN, YA, [LEFT], None),
        (DONE, YA, [LEFT], None),
    ],
)
def test_what_is_next(
    task: Task, owner: Account | None, mirrors: list[Mirror], step: Step | None
) -> None:
    """One step at a time, until the list agrees with the task."""
    assert next_step(task, owner, mirrors, "a") == step


def test_an_entry_says_what_is_true() -> None:
    """What is done needs no other words."""
    assert next_step(OPEN, YA, [THERE], "b") == Show(THERE)
    assert next_step(DONE, YA, [TICKED], "b") is None


@pytest.mark.parametrize(
    ("people", "calls", "wait"),
    [
        (1, 0, HALF_HOUR),
        (1, 5000, HALF_HOUR),
        (22, 5000, timedelta(hours=9)),
        (1, 10, timedelta(hours=9)),
        (40, 500_000, HALF_HOUR),
    ],
)
def test_looking_takes_a_part_of_the_quota(
    people: int, calls: int, wait: timedelta
) -> None:
    """The more people, the longer between two looks at one list."""
    assert pause(people, calls) == wait
