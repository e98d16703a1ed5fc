"""The forms of tasks: new, edit, reassign, block, drop, comment."""

from dataclasses import dataclass
from datetime import date, time

from bot.cards.repetition import repetition_words
from bot.cards.task.words import short
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    DateField,
    Form,
    Option,
    PersonField,
    TextField,
    TimeField,
)
from bot.model.department import DEPARTMENTS
from bot.model.task import DETAILS_LIMIT, REASON_LIMIT, Priority, Task
from bot.ports import Translate

# Longer than a title may be: what is too long is said beside it, never cut off.
ROOM_FOR_TITLE = 3000


@dataclass(frozen=True, slots=True)
class Filling:
    """What a task's form is opened with. People are the platform's user ids."""

    title: str = ""
    details: str = ""
    owner: str | None = None
    day: date | None = None
    wall: time | None = None
    priority: Priority = Priority.NORMAL
    project: str = ""
    department: str | None = None
    followers: tuple[str, ...] = ()
    rule: str | None = None


def new(t: Translate, filling: Filling, state: str) -> Form:
    """An empty task, or one made from a message."""
    return Form(
        name="task.new",
        title=t("task-form-new"),
        fields=_fields(t, filling),
        submit=t("task-button-add"),
        cancel=t("button-cancel"),
        reopen=Button(t("task-button-new"), "task.new"),
        state=state,
    )


def edit(t: Translate, task: Task, filling: Filling) -> Form:
    """Everything of a task that can be changed."""
    return Form(
        name="task.edit",
        title=t("task-form-edit", id=short(task)),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("task-button-edit"), "task.edit", str(task.number)),
        state=str(task.number),
    )


def assign(t: Translate, task: Task) -> Form:
    """Who takes it over."""
    who = PersonField(name="owner", label=t("task-field-new-owner"))
    return _small(t, task, "assign", who)


def reason(t: Translate, task: Task, name: str) -> Form:
    """Why: it is blocked, it will not be done, it is given back."""
    why = TextField(
        name="reason",
        label=t(f"task-field-{name}-reason"),
        multiline=True,
        limit=REASON_LIMIT,
    )
    return _small(t, task, name, why)


def comment(t: Translate, task: Task) -> Form:
    """What there is to say about it."""
    text = TextField(
        name="text",
        label=t("task-field-comment"),
        multiline=True,
        limit=DETAILS_LIMIT,
    )
    return _small(t, task, "comment", text)


def handover(t: Translate, person_id: int, name: str) -> Form:
    """Who takes over everything of somebody who leaves."""
    return Form(
        name="task.handover",
        title=t("task-form-handover"),
        fields=(PersonField(name="owner", label=t("task-field-new-owner")),),
        submit=t("task-button-handover"),
        cancel=t("button-cancel"),
        reopen=Button(t("task-button-handover"), "task.handover", str(person_id)),
        state=str(person_id),
        intro=t.line("task-form-handover-intro", who=name),
    )


def _small(t: Translate, task: Task, name: str, field: AnyField) -> Form:
    return Form(
        name=f"task.{name}",
        title=t(f"task-form-{name}", id=short(task)),
        fields=(field,),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t(f"task-button-{name}"), f"task.{name}", str(task.number)),
        state=str(task.number),
        intro=(task.title,),
    )


def _fields(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (*_what(t, filling), *_who_and_when(t, filling), *_where(t, filling))


def _what(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (
        TextField(
            name="title",
            label=t("task-field-title"),
            value=filling.title,
            limit=ROOM_FOR_TITLE,
        ),
        TextField(
            name="details",
            label=t("task-field-details"),
            value=filling.details,
            multiline=True,
            required=False,
            limit=DETAILS_LIMIT,
        ),
    )


def _who_and_when(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (
        PersonField(
            name="owner",
            label=t("task-field-owner"),
            values=(filling.owner,) if filling.owner else (),
            required=False,
            hint=t("task-field-owner-hint"),
        ),
        DateField(
            name="day", label=t("task-field-day"), value=filling.day, required=False
        ),
        TimeField(
            name="time", label=t("task-field-time"), value=filling.wall, required=False
        ),
        TextField(
            name="repeat",
            label=t("task-field-repeat"),
            value=repetition_words(filling.rule, t) if filling.rule else "",
            required=False,
            limit=80,
            hint=t("task-field-repeat-hint"),
        ),
    )


def _where(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (
        ChoiceField(
            name="priority",
            label=t("task-field-priority"),
            options=tuple(Option(t(f"priority-{p.value}"), p.value) for p in Priority),
            value=filling.priority.value,
        ),
        TextField(
            name="project",
            label=t("task-field-project"),
            value=filling.project,
            required=False,
            limit=80,
        ),
        ChoiceField(
            name="department",
            label=t("task-field-department"),
            options=tuple(Option(t(f"department-{d}"), d) for d in DEPARTMENTS),
            value=filling.department,
            required=False,
        ),
        PersonField(
            name="followers",
            label=t("task-field-followers"),
            values=filling.followers,
            required=False,
            many=True,
        ),
    )
