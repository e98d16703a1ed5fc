"""Everything about one task: facts, parts, needs, comments, history."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards.repetition import repetition_words
from bot.cards.risk.words import make as make_risk
from bot.cards.task.words import buttons, closed_line, deadline, files, title
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    Facts,
    Heading,
    Line,
    Link,
    Note,
    Paragraph,
    Quote,
    Reply,
)
from bot.model.people import Person
from bot.model.risk import OriginKind
from bot.model.task import Task, TaskState, TaskView
from bot.model.task.log import Change, ChangeKind, Comment
from bot.ports import Translate

NEWEST = 15
NEXT_STEPS = {
    TaskState.OPEN: ("start", "block", "drop"),
    TaskState.STARTED: ("block", "drop"),
    TaskState.BLOCKED: ("unblock", "drop"),
}


@dataclass(frozen=True, slots=True)
class TaskStory:
    """A task with everything around it that its reader may see."""

    view: TaskView
    parent: Task | None
    parts: Sequence[Task]
    needs: Sequence[Task]
    needed_by: Sequence[Task]
    comments: Sequence[Comment]
    changes: Sequence[Change]
    people: Mapping[int, str]
    projects: Mapping[int, str]


def story(told: TaskStory, t: Translate, reader: Person) -> Reply:
    """The whole card, for one person's eyes."""
    view = told.view
    blocks: list[Block] = [Facts(_facts(told, t))]
    if view.task.state is TaskState.BLOCKED:
        blocks.append(Paragraph(t.line("task-blocked-by", reason=view.task.blocked_by)))
    if view.task.closed:
        blocks.append(Paragraph(closed_line(view, t)))
    if view.task.details:
        blocks.append(Quote(view.task.details))
    if view.task.files:
        blocks.append(Paragraph(files(view.task)))
    blocks += _tasks("task-show-parts", told.parts, t)
    blocks += _tasks("task-show-needs", told.needs, t)
    blocks += _tasks("task-show-needed-by", told.needed_by, t)
    blocks += _comments(told, t)
    blocks += _history(told, t)
    blocks += _buttons(view, t, reader)
    return Reply(Card(title(view.task, t), tuple(blocks)), Audience.ONLY_YOU)


def _facts(told: TaskStory, t: Translate) -> tuple[tuple[str, Line], ...]:
    view, task = told.view, told.view.task
    rows: list[tuple[str, Line | None]] = [
        ("owner", (view.owner,)),
        ("creator", (view.creator,)),
        ("due", (deadline(task, t),)),
        ("priority", (t(f"priority-{task.priority.value}"),)),
        ("state", (t(f"task-state-{task.state.value}"),)),
        ("project", (f"#{view.project}",) if view.project else None),
        (
            "department",
            (t(f"department-{task.department}"),) if task.department else None,
        ),
        ("repeats", (repetition_words(task.rule, t),) if task.rule else None),
        ("followers", (_names(task.followers, told, t),) if task.followers else None),
        ("blocker", (f"B-{view.blocker}",) if view.blocker else None),
        ("risk", (f"R-{view.risk}",) if view.risk else None),
        ("parent", title(told.parent, t) if told.parent else None),
        ("source", (_source(task, t),) if task.permalink else None),
    ]
    return tuple((t(f"task-show-{name}"), line) for name, line in rows if line)


def _source(task: Task, t: Translate) -> Link:
    return Link(task.permalink, t("task-show-message"))


def _tasks(key: str, tasks: Sequence[Task], t: Translate) -> list[Block]:
    if not tasks:
        return []
    return [Heading(t(key)), Bullets(tuple(title(task, t) for task in tasks))]


def _comments(told: TaskStory, t: Translate) -> list[Block]:
    if not told.comments:
        return []
    blocks: list[Block] = [Heading(t("task-show-comments"))]
    for comment in told.comments[-NEWEST:]:
        who, when = told.people.get(comment.person_id, ""), t.moment(comment.at)
        blocks.append(Note(t.line("task-show-said", who=who, when=when)))
        blocks.append(Quote(comment.text))
    return blocks


def _history(told: TaskStory, t: Translate) -> list[Block]:
    lines = tuple(_change(change, told, t) for change in told.changes[-NEWEST:])
    return [Heading(t("task-show-history")), Bullets(lines)] if lines else []


def _change(change: Change, told: TaskStory, t: Translate) -> Line:
    say = _SPEAKERS.get(change.kind, _typed)
    return t.line(
        f"task-history-{change.kind.value}",
        when=t.moment(change.at),
        who=told.people.get(change.person_id, ""),
        before=say(change.before, told, t),
        after=say(change.after, told, t),
    )


def _buttons(view: TaskView, t: Translate, reader: Person) -> tuple[Block, ...]:
    number = str(view.task.number)
    more = Buttons(
        (
            Button(t("task-button-edit"), "task.edit", number),
            Button(t("task-button-comment"), "task.comment", number),
            *_step(view.task, t),
            *_risk(view, t),
        )
    )
    rows = (_without_open(row) for row in buttons(view, t, reader))
    return (*(row for row in rows if row.items), more)


def _without_open(row: Buttons) -> Buttons:
    """It is open already."""
    return Buttons(tuple(one for one in row.items if one.action != "task.open"))


def _risk(view: TaskView, t: Translate) -> tuple[Button, ...]:
    if view.task.closed or view.risk:
        return ()
    return (make_risk(t, OriginKind.TASK, view.task.number),)


def _step(task: Task, t: Translate) -> tuple[Button, ...]:
    number = str(task.number)
    names = NEXT_STEPS.get(task.state, ())
    return tuple(
        Button(t(f"task-button-{name}"), f"task.{name}", number) for name in names
    )


# --- what history keeps, in the reader's words ---------------------------------


def _typed(value: str, told: TaskStory, t: Translate) -> str:
    return value or t("task-history-nothing")


def _person(value: str, told: TaskStory, t: Translate) -> str:
    return told.people.get(int(value), "") if value else t("task-history-nothing")


def _people(value: str, told: TaskStory, t: Translate) -> str:
    ids = tuple(int(each) for each in value.split(",") if each)
    return _names(ids, told, t) if ids else t("task-history-nothing")


def _state(value: str, told: TaskStory, t: Translate) -> Line:
    state, _, reason = value.partition(" ")
    words = t(f"task-state-{state}")
    return (f"{words} ({reason})",) if reason else (words,)


def _priority(value: str, told: TaskStory, t: Translate) -> str:
    return t(f"priority-{value}")


def _when(value: str, told: TaskStory, t: Translate) -> Line:
    if not value:
        return (t("task-no-date"),)
    if len(value) == len("2026-03-02"):
        return (t.day(date.fromisoformat(value)),)
    return (t.moment(datetime.fromisoformat(value)),)


def _project(value: str, told: TaskStory, t: Translate) -> str:
    name = told.projects.get(int(value)) if value else None
    return f"#{name}" if name else t("task-history-nothing")


def _department(value: str, told: TaskStory, t: Translate) -> str:
    return t(f"department-{value}") if value else t("task-history-nothing")


def _platform(value: str, told: TaskStory, t: Translate) -> str:
    return t(f"platform-{value}") if value else ""


def _repetition(value: str, told: TaskStory, t: Translate) -> str:
    return repetition_words(value, t) if value else t("task-history-nothing")


def _acceptance(value: str, told: TaskStory, t: Translate) -> str:
    return t(f"task-acceptance-{value.replace('_', '-')}")


_SPEAKERS: Mapping[ChangeKind, Callable[[str, TaskStory, Translate], str | Line]] = {
    ChangeKind.OWNER: _person,
    ChangeKind.FOLLOWERS: _people,
    ChangeKind.STATE: _state,
    ChangeKind.PRIORITY: _priority,
    ChangeKind.DEADLINE: _when,
    ChangeKind.SNOOZE: _when,
    ChangeKind.PROJECT: _project,
    ChangeKind.DEPARTMENT: _department,
    ChangeKind.REPETITION: _repetition,
    ChangeKind.ACCEPTANCE: _acceptance,
    ChangeKind.TICKED: _platform,
}


def _names(ids: Sequence[int], told: TaskStory, t: Translate) -> str:
    return t.items(tuple(told.people.get(person_id, "") for person_id in ids))
