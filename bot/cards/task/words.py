"""The pieces every task card is made of: its number, title, facts and buttons."""

from collections.abc import Iterable

from bot.cards.repetition import repetition_words
from bot.messages import Button, Buttons, ButtonStyle, Line, Link, Option, Picker, Span
from bot.model.people import Person
from bot.model.task import Acceptance, Priority, Task, TaskState, TaskView, may_change
from bot.ports import Translate

DOT = " · "
SNOOZES = ("hour", "tomorrow", "monday")


def short(task: Task) -> str:
    """How people call it: T-12."""
    return f"T-{task.number}"


def title(task: Task, t: Translate) -> Line:
    """Its sign, number and title, in one line."""
    return t.line(
        "task-title", id=short(task), title=task.title, state=task.state.value
    )


def short_line(view: TaskView, t: Translate) -> Line:
    """Number, title and owner."""
    task = view.task
    return t.line("task-short-line", id=short(task), title=task.title, owner=view.owner)


def deadline(task: Task, t: Translate) -> Span:
    """When it is due: a day, or a moment in the reader's own zone."""
    if task.deadline is None:
        return t("task-no-date")
    return (
        t.moment(task.deadline.at) if task.deadline.timed else t.day(task.deadline.day)
    )


def facts(view: TaskView, t: Translate) -> Line:
    """Who, when, how important, where it belongs: "Li Wei · due Thu 17:00 · High"."""
    task = view.task
    parts: list[Line] = [(view.owner,)]
    if task.deadline:
        parts.append(t.line("task-due", when=deadline(task, t)))
    if task.priority is not Priority.NORMAL:
        parts.append((t(f"priority-{task.priority.value}"),))
    if view.project:
        parts.append((f"#{view.project}",))
    if task.department:
        parts.append((t(f"department-{task.department}"),))
    if view.progress.total:
        done, total = view.progress.done, view.progress.total
        parts.append(t.line("task-progress", done=done, total=total))
    if view.blocker:
        parts.append((f"B-{view.blocker}",))
    if view.risk:
        parts.append((f"R-{view.risk}",))
    if task.rule:
        how = repetition_words(task.rule, t)
        parts.append(t.line("task-repeated", how=how))
    if task.snoozed_until and not task.closed:
        parts.append(t.line("task-snoozed-until", when=t.moment(task.snoozed_until)))
    return joined(parts)


def joined(parts: Iterable[Line]) -> Line:
    """Lines beside each other with dots between."""
    line: list[Span] = []
    for part in parts:
        line += [DOT, *part] if line else part
    return tuple(line)


def files(task: Task) -> Line:
    """Its files, each a link: "📎 banner.png"."""
    return joined([(Link(file.url, f"📎 {file.name}"),) for file in task.files])


def closed_line(view: TaskView, t: Translate) -> Line:
    """Who closed it and when; why, if it will not be done."""
    task = view.task
    key = "task-done-by" if task.state is TaskState.DONE else "task-dropped-by"
    when = t.moment(task.closed_at) if task.closed_at else ""
    line = t.line(key, who=view.closer or view.owner, when=when)
    return (*line, "\n", task.dropped_because) if task.dropped_because else line


def buttons(view: TaskView, t: Translate, reader: Person | None) -> tuple[Buttons, ...]:
    """What can be pressed: in one's own chat, only what that person may do."""
    task = view.task
    may = reader is None or may_change(task, reader)
    number = str(task.number)
    open_ = Button(t("task-button-open"), "task.open", number)
    if not may:
        return (Buttons((open_,)),)
    if task.closed:
        return (Buttons((Button(t("button-undo"), "task.undo", number), open_)),)
    done = Button(t("task-button-done"), "task.done", number, ButtonStyle.PRIMARY)
    if reader and task.acceptance is Acceptance.WAITING and task.owner_id == reader.id:
        accept = Button(t("task-button-accept"), "task.accept", number)
        decline = Button(t("task-button-decline"), "task.decline", number)
        return (Buttons((accept, decline, done, snooze(task, t), open_)),)
    assign = Button(t("task-button-assign"), "task.assign", number)
    return (Buttons((done, snooze(task, t), assign, open_)),)


def snooze(task: Task, t: Translate, action: str = "task.snooze") -> Picker:
    """Quiet for an hour, until tomorrow, until Monday."""
    return Picker(
        action=action,
        label=t("task-button-snooze"),
        options=tuple(
            Option(t(f"task-snooze-{name}"), f"{task.number} {name}")
            for name in SNOOZES
        ),
    )
