"""Repositories of tasks: what they are, what happened to them, what waits for what."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.task import Task, TaskView
from bot.model.task.batch import Batch
from bot.model.task.list import TaskFilter
from bot.model.task.log import Change, Comment


class TaskLog(Protocol):
    """The history and the comments of tasks."""

    async def record(self, changes: Sequence[Change]) -> None: ...

    async def changes(self, task_id: int) -> Sequence[Change]:
        """Everything that happened to a task, the oldest first."""
        ...

    async def comment(self, comment: Comment) -> Comment:
        """Keeps what somebody said; it comes back with its id."""
        ...

    async def comments(self, task_id: int) -> Sequence[Comment]:
        """What people said about a task, the oldest first."""
        ...


class TaskLinks(Protocol):
    """Which task needs which other one done first."""

    async def need(self, task_id: int, needs_id: int) -> bool:
        """Says that one needs the other. False when that was known."""
        ...

    async def unneed(self, task_id: int, needs_id: int) -> bool:
        """Takes that back. False when it was not so."""
        ...

    async def needs(self, task_id: int) -> Sequence[Task]:
        """What must be done before this task, closed ones included."""
        ...

    async def needed_by(self, task_id: int) -> Sequence[Task]:
        """What waits for this task, closed ones included."""
        ...

    async def chain(self, task_id: int) -> frozenset[int]:
        """Every task this one needs, directly or not."""
        ...

    async def free(self, task_ids: Collection[int]) -> frozenset[int]:
        """Those of these tasks whose needs are all closed."""
        ...


class TaskBatches(Protocol):
    """Texts of many lines that wait until who typed them decides."""

    async def add(self, batch: Batch) -> Batch:
        """Keeps a text; it comes back with its id."""
        ...

    async def get(self, batch_id: int, person_id: int) -> Batch | None:
        """A person's own text, held for this unit until it ends."""
        ...

    async def save(self, batch: Batch) -> None:
        """Writes the text anew."""
        ...

    async def drop(self, batch_id: int) -> None:
        """Forgets a text: it was decided."""
        ...


class Tasks(Protocol):
    """Tasks of one organization."""

    @property
    def log(self) -> TaskLog: ...
    @property
    def links(self) -> TaskLinks: ...
    @property
    def batches(self) -> TaskBatches: ...

    async def add(self, task: Task) -> Task:
        """Stores a new task; it comes back with its id and the next number."""
        ...

    async def save(self, task: Task) -> None:
        """Writes every changed fact of a task."""
        ...

    async def get(self, task_id: int) -> Task | None: ...

    async def numbered(self, number: int) -> Task | None:
        """The task by its short number, held for this unit until it ends."""
        ...

    async def next_of(self, task_id: int) -> Task | None:
        """The task that a repeated one was followed by."""
        ...

    async def find(self, wanted: TaskFilter, limit: int) -> Sequence[Task]:
        """Tasks the viewer may see: the next deadline first, then the importance."""
        ...

    async def open_of(self, person_id: int) -> Sequence[TaskView]:
        """What a person still has to do, in the same order."""
        ...

    async def woken(
        self, person_id: int, since: datetime, until: datetime
    ) -> Sequence[Task]:
        """A person's open tasks whose snooze ended in that time."""
        ...

    async def some(self, task_ids: Collection[int]) -> Sequence[Task]:
        """These tasks, in the order of lists."""
        ...

    async def views(self, tasks: Sequence[Task]) -> Sequence[TaskView]:
        """The tasks with the names a reader sees beside them, in the same order."""
        ...
