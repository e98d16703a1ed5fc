"""What people see of one task: its card, news about it, the home tab's part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards.task.words import (
    buttons,
    closed_line,
    facts,
    files,
    short,
    snooze,
    title,
)
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Item,
    Line,
    Note,
    Notice,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.people import Person
from bot.model.task import Priority, TaskState, TaskView
from bot.model.task.list import Bucket
from bot.ports import Translate

TONES = {
    TaskState.DONE: Tone.GOOD,
    TaskState.DROPPED: Tone.NEUTRAL,
    TaskState.BLOCKED: Tone.WARNING,
}


def card(
    view: TaskView,
    t: Translate,
    reader: Person | None = None,
    *,
    notes: Sequence[Line] = (),
) -> Card:
    """One task as everybody may see it where it was made.

    `reader` is who it is shown to alone; None in a room.
    """
    return _card(view, t, reader, title(view.task, t), "task.card", notes)


def news(
    view: TaskView,
    t: Translate,
    reader: Person | None,
    kind: str,
    who: str,
    text: str = "",
) -> Card:
    """Something that happened to a task, told to one person: its kind, and by whom."""
    task = view.task
    headline = t.line(
        f"task-news-{kind}", who=who, id=short(task), title=task.title, owner=view.owner
    )
    said: tuple[Line, ...] = ((text,),) if text else ()
    return _card(view, t, reader, headline, f"task.{kind}", said)


def _card(
    view: TaskView,
    t: Translate,
    reader: Person | None,
    headline: Line,
    kind: str,
    notes: Sequence[Line],
) -> Card:
    task = view.task
    blocks: list[Block] = [Note(facts(view, t))]
    if task.state is TaskState.BLOCKED:
        blocks.append(Paragraph(t.line("task-blocked-by", reason=task.blocked_by)))
    if task.closed:
        blocks.append(Paragraph(closed_line(view, t)))
    if task.files:
        blocks.append(Note(files(task)))
    if view.remark:
        blocks.append(Quote(view.remark))
    blocks += [Paragraph(note) for note in notes]
    blocks += buttons(view, t, reader)
    return Card(
        headline,
        tuple(blocks),
        TONES.get(
            task.state, Tone.BAD if task.priority is Priority.URGENT else Tone.NEUTRAL
        ),
        subject=task.subject,
        notice=Notice(kind, (("task", task.id),)),
        at_once=task.closed or task.state is TaskState.BLOCKED,
        urgent=task.priority is Priority.URGENT and not task.closed,
    )


def finish_check(view: TaskView, t: Translate) -> Reply:
    """Asks before a task with open sub-tasks is closed (PEERS F17)."""
    return Reply(finish_card(view, t), Audience.ONLY_YOU)


def finish_card(view: TaskView, t: Translate) -> Card:
    """What is to become of the open sub-tasks."""
    task, left = view.task, view.progress.left
    number = str(task.number)
    choices = Buttons(
        (
            Button(
                t("task-button-finish-all", count=left), "task.finish-all", number,
                ButtonStyle.PRIMARY,
            ),
            Button(t("task-button-finish-one"), "task.finish", number),
            Button(t("task-button-keep"), "task.keep", number),
        )
    )  # fmt: skip
    question = t.line("task-finish-check", count=left, id=short(task), title=task.title)
    return Card(question, (choices,), Tone.WARNING)


def needs_title(t: Translate, example: Line) -> Reply:
    """What is missing after a bare "task add", with the form one press away."""
    blocks = (
        Paragraph(t.line("error-try", example=example)),
        Buttons((Button(t("task-button-new"), "task.new", "", ButtonStyle.PRIMARY),)),
    )
    return Reply(
        Card(t.line("task-title-missing"), blocks, Tone.WARNING), Audience.ONLY_YOU
    )


def home_blocks(
    buckets: Mapping[Bucket, Sequence[TaskView]], t: Translate, limit: int = 20
) -> tuple[Block, ...]:
    """My tasks on the home tab: Overdue, Today, This week, Later, No date."""
    blocks: list[Block] = []
    left = limit
    for name in Bucket:
        views = buckets.get(name, ())
        if not views or left <= 0:
            continue
        blocks.append(Heading(t(f"task-bucket-{name.value}", count=len(views))))
        blocks += [item(view, t, "task.tick") for view in views[:left]]
        left -= len(views[:left])
    rest = sum(len(views) for views in buckets.values()) - limit
    if rest > 0:
        blocks.append(Note(t.line("task-list-more", count=rest)))
    if not blocks:
        blocks.append(Paragraph(t.line("task-home-empty")))
    return tuple(blocks)


def item(view: TaskView, t: Translate, done: str, value: str = "") -> Item:
    """One task in a list: `done` is the action of its first button."""
    task = view.task
    number = str(task.number)
    shown = opened(view, t)
    pressable = (
        Button(t("button-undo"), "task.untick", number)
        if task.closed
        else Button(t("task-button-done"), done, value or number)
    )
    doze = () if task.closed else (snooze(task, t, "task.doze"),)
    return replace(shown, buttons=(pressable, *doze, *shown.buttons))


def opened(view: TaskView, t: Translate) -> Item:
    """One task in a list, to be looked at."""
    open_ = Button(t("task-button-open"), "task.open", str(view.task.number))
    return Item(title(view.task, t), facts(view, t), (open_,))
