"""Tasks: what one is, and who may see and change it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.files import FileLink
from bot.model.people import Person, Role
from bot.model.refs import PlaceRef

TITLE_LIMIT = 300
DETAILS_LIMIT = 3_000
REASON_LIMIT = 1_000


class TaskState(StrEnum):
    """`open → started → done`, with `blocked` on the way and `dropped` beside it."""

    OPEN = "open"
    STARTED = "started"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


LIVING = frozenset({TaskState.OPEN, TaskState.STARTED, TaskState.BLOCKED})
CLOSED = frozenset({TaskState.DONE, TaskState.DROPPED})


class Priority(StrEnum):
    """How much it matters, the least first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class Acceptance(StrEnum):
    """Whether an owner who was given a task took it (PEERS F04)."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day as it was said, and the instant it means.

    Where no time was said (`timed` is False), the instant is the end of the owner's
    working day.
    """

    day: date
    at: datetime
    timed: bool

    def day_for(self, zone: ZoneInfo) -> date:
        """The day on a person's own calendar."""
        return self.at.astimezone(zone).date() if self.timed else self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. One that is not stored yet has id and number 0.

    `blocked_by` says why it waits, `dropped_because` why it will not be done;
    `state_before` is what undoing a close goes back to. `rule` makes it come again;
    `repeats_id` is the task this one is the next of. A `private` task is seen only by
    who has to do with it, and in the place it was made.
    """

    id: int = 0
    number: int = 0
    title: str
    details: str = ""
    owner_id: int
    creator_id: int
    created_at: datetime
    state: TaskState = TaskState.OPEN
    priority: Priority = Priority.NORMAL
    deadline: Deadline | None = None
    project_id: int | None = None
    department: str | None = None
    parent_id: int | None = None
    repeats_id: int | None = None
    rule: str | None = None
    acceptance: Acceptance = Acceptance.NOT_ASKED
    blocked_by: str = ""
    dropped_because: str = ""
    state_before: TaskState = TaskState.OPEN
    closed_at: datetime | None = None
    closed_by: int | None = None
    snoozed_until: datetime | None = None
    place: PlaceRef | None = None
    private: bool = False
    permalink: str = ""
    followers: tuple[int, ...] = ()
    files: tuple[FileLink, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do: done or dropped."""
        return self.state not in LIVING

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"task:{self.id}"

    def overdue(self, now: datetime) -> bool:
        """Whether it is not closed and its deadline has passed."""
        return not self.closed and self.deadline is not None and self.deadline.at < now

    def concerns(self, person_id: int) -> bool:
        """Whether the person owns, made or follows it."""
        return person_id in (self.owner_id, self.creator_id, *self.followers)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a task's or a project's parts are done."""

    done: int = 0
    total: int = 0

    @property
    def left(self) -> int:
        """How many are not."""
        return self.total - self.done


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with the names a reader sees beside it.

    `remark` is the comment that its last change came with: "done, photos are sent".
    `blocker` is the number of what it grew out of, `risk` of what grew out of it.
    """

    task: Task
    owner: str
    creator: str
    project: str | None = None
    closer: str | None = None
    progress: Progress = Progress()
    remark: str = ""
    blocker: int = 0
    risk: int = 0


def may_see(task: Task, person: Person, here: Collection[PlaceRef]) -> bool:
    """Privacy follows the place (PEERS F18): an admin is no exception, and to a guest
    only the places where they are, are public.

    `here` are the places that are one with where somebody looks.
    """
    public = not task.private and person.role is not Role.GUEST
    if public or task.concerns(person.id):
        return True
    return task.place is not None and task.place.unthreaded() in here


def may_change(task: Task, person: Person) -> bool:
    """The owner, who made it, and admins; followers may comment only."""
    return person.id in (task.owner_id, task.creator_id) or person.is_admin
