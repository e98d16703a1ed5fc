"""A task's form as it was filled: every field read, each mistake beside its field."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from bot.commands.task.at_hand import by_account, text_of
from bot.commands.task.make import check_deadline, check_project
from bot.commands.task.wish import check_title
from bot.context import Context
from bot.dates import Due
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.model.department import DEPARTMENTS
from bot.model.moments import read_wall
from bot.model.people import Person
from bot.model.repetition import parse
from bot.model.task import DETAILS_LIMIT, Deadline, Priority, Task
from bot.model.text import shows, tidy


@dataclass(slots=True)
class FilledTask:
    """What the form says, looked up and checked."""

    owner: Person
    title: str = ""
    details: str = ""
    followers: tuple[Person, ...] = ()
    deadline: Deadline | None = None
    priority: Priority = Priority.NORMAL
    project: str | None = None
    department: str | None = None
    rule: str | None = None


class Mistakes:
    """What is wrong with a form, by field."""

    def __init__(self) -> None:
        self.fields: dict[str, FieldError] = {}

    @contextmanager
    def beside(self, field: str) -> Iterator[None]:
        """Whatever a person can mend in here is said beside this field."""
        try:
            yield
        except UserError as wrong:
            self.fields[field] = FieldError(wrong.key, wrong.values)


async def read_filled(
    ctx: Context, values: Values, owner: Person, before: Task | None = None
) -> FilledTask:
    """Everything the form says. Raises FieldErrors with every mistake at once.

    `owner` is whose it is when the form names nobody; `before` is the task changed.
    """
    read, wrong = FilledTask(owner), Mistakes()
    with wrong.beside("title"):
        read.title = check_title(tidy(_text(values, "title")))
    with wrong.beside("details"):
        read.details = text_of(values.get("details"), DETAILS_LIMIT)
    with wrong.beside("owner"):
        if chosen := _text(values, "owner"):
            read.owner = await by_account(ctx, chosen)
    with wrong.beside("followers"):
        read.followers = await ctx.filled_people(values.get("followers"))
    with wrong.beside("day"):
        read.deadline = _deadline(ctx, values, read.owner, before)
    with wrong.beside("project"):
        typed = _text(values, "project")
        read.project = check_project(typed) if shows(typed) else None
    with wrong.beside("repeat"):
        read.rule = _rule(_text(values, "repeat"))
    read.priority = _priority(_text(values, "priority"))
    department = _text(values, "department")
    read.department = department if department in DEPARTMENTS else None
    if wrong.fields:
        raise FieldErrors(wrong.fields)
    return read


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _deadline(
    ctx: Context, values: Values, owner: Person, before: Task | None
) -> Deadline | None:
    """The deadline; one that was not changed may be past."""
    day, wall = _text(values, "day"), _text(values, "time")
    if not day:
        if wall:
            raise UsageError("task-time-without-day")
        return None
    try:
        due = Due(date.fromisoformat(day), read_wall(wall) if wall else None)
    except ValueError:
        raise UsageError("date-unknown", typed=f"{day} {wall}".strip()) from None
    if before and before.deadline and due == as_due(before.deadline, ctx.person):
        return before.deadline
    return check_deadline(ctx, due, owner)


def as_due(deadline: Deadline, reader: Person) -> Due:
    """The deadline on a person's own calendar and clock."""
    local = reader.local(deadline.at)
    if not deadline.timed:
        return Due(deadline.day, None)
    return Due(local.date(), local.time().replace(second=0, microsecond=0))


def _priority(value: str) -> Priority:
    known = {priority.value: priority for priority in Priority}
    return known.get(value, Priority.NORMAL)


def _rule(typed: str) -> str | None:
    if not shows(typed):
        return None
    rule = parse(typed)
    if rule is None:
        raise UsageError("task-repeat-unknown", typed=typed)
    return rule
