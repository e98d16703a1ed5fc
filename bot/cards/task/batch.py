"""What people see of many lines before they become tasks, and afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.task.words import joined, short_line
from bot.errors import UserError
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Form,
    Line,
    Note,
    Paragraph,
    Quote,
    Reply,
    Span,
    TextField,
    Tone,
)
from bot.model.task import TaskView
from bot.model.task.batch import Batch
from bot.ports import Translate

EDITABLE = 3000  # characters that a form's field can hold


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it was understood: what the task would be, or why it is none."""

    number: int
    typed: str
    parts: tuple[Span | Line, ...] = ()
    wrong: UserError | None = None


def preview(
    batch: Batch, rows: Sequence[Row], left_out: Sequence[str], t: Translate
) -> Card:
    """Every line as the task it would be, before anything is made."""
    good = [row for row in rows if row.wrong is None]
    blocks: list[Block] = []
    if good:
        blocks.append(Bullets(tuple(_good(row) for row in good)))
    blocks += _wrong_lines(rows, t)
    if left_out:
        lines = t.items(tuple(f"“{line}”" for line in left_out))
        blocks.append(Note(t.line("task-batch-left-out", lines=lines)))
    blocks.append(Buttons(_choices(batch, len(good), t)))
    title = t.line("task-batch-title", count=len(good))
    return Card(
        title, tuple(blocks), Tone.WARNING if len(good) < len(rows) else Tone.NEUTRAL
    )


def _good(row: Row) -> Line:
    return joined([part if isinstance(part, tuple) else (part,) for part in row.parts])


def _wrong_lines(rows: Sequence[Row], t: Translate) -> list[Block]:
    """Each line that can be no task, why, and what to type instead."""
    said = tuple(_wrong(row, row.wrong, t) for row in rows if row.wrong)
    if not said:
        return []
    heading = Paragraph(t.line("task-many-wrong", count=len(said)))
    return [heading, Bullets(said)]


def _wrong(row: Row, wrong: UserError, t: Translate) -> Line:
    why = t.line(wrong.key, **wrong.values)
    line = t.line("task-many-line", line=row.number, typed=row.typed, why=why)
    if not wrong.try_this:
        return line
    return (*line, " ", *t.line("error-try", example=Code(wrong.try_this)))


def _choices(batch: Batch, good: int, t: Translate) -> tuple[Button, ...]:
    create = Button(
        t("task-batch-create", count=good), "task.batch-create", batch.mark,
        ButtonStyle.PRIMARY,
    )  # fmt: skip
    return ((create,) if good else ()) + _changes(batch, t)


def _changes(batch: Batch, t: Translate) -> tuple[Button, ...]:
    edit = Button(t("task-button-edit"), "task.batch-edit", str(batch.id))
    cancel = Button(t("button-cancel"), "task.batch-cancel", str(batch.id))
    return (edit, cancel) if len(batch.text) <= EDITABLE else (cancel,)


def form(batch: Batch, t: Translate) -> Form:
    """All the lines in one field."""
    lines = TextField(
        name="lines",
        label=t("task-batch-lines"),
        value=batch.text,
        multiline=True,
        limit=EDITABLE,
        hint=t("task-batch-lines-hint"),
    )
    return Form(
        name="task.batch",
        title=t("task-batch-form"),
        fields=(lines,),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("task-button-edit"), "task.batch-edit", str(batch.id)),
        state=str(batch.id),
    )


def created(
    views: Sequence[TaskView],
    notes: Sequence[Line],
    rest: tuple[Batch, Sequence[Row]] | None,
    t: Translate,
) -> Reply:
    """What was made, and the lines that still wait to be mended."""
    blocks: list[Block] = [Bullets(tuple(short_line(view, t) for view in views))]
    blocks += [Note(note) for note in notes]
    if rest:
        blocks += _wrong_lines(rest[1], t)
        blocks.append(Buttons(_changes(rest[0], t)))
    title = t.line("task-many-made", count=len(views))
    tone = Tone.WARNING if rest else Tone.GOOD
    return Reply(Card(title, tuple(blocks), tone), Audience.REPLACE)


def news(views: Sequence[TaskView], who: str, t: Translate) -> Card:
    """What somebody added, for everybody where it was added."""
    title = t.line("task-news-added", who=who, count=len(views))
    return Card(title, (Bullets(tuple(short_line(view, t) for view in views)),))


def cancelled(batch: Batch, t: Translate) -> Reply:
    """Nothing was made; what was typed is still there to be copied."""
    blocks = (Note(t.line("error-typed")), Quote(batch.text))
    return Reply(Card(t.line("task-batch-cancelled"), blocks), Audience.REPLACE)
