"""What people see of many tasks: lists, and what became of many lines."""

from collections.abc import Mapping, Sequence

from bot.cards.task import item, opened
from bot.cards.task.words import short_line
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Line,
    Note,
    Option,
    Paragraph,
    Picker,
    Quote,
    Reply,
    Tone,
)
from bot.model.task import TaskView
from bot.model.task.list import Bucket
from bot.ports import Translate

SHOWN = 20
WORDS = ("mine", "all", "made", "overdue", "blocked", "done")


def listing(
    buckets: Mapping[Bucket, Sequence[TaskView]],
    t: Translate,
    *,
    query: str,
    heading: Line,
    audience: Audience = Audience.ONLY_YOU,
) -> Reply:
    """Tasks in their buckets, at most twenty, with a picker for other lists.

    `query` is what the list answers: its buttons bring it back as it is by then.
    """
    blocks: list[Block] = []
    left = SHOWN
    for name in Bucket:
        views = buckets.get(name, ())
        if views and left > 0:
            blocks.append(Heading(t(f"task-bucket-{name.value}", count=len(views))))
            blocks += [
                item(view, t, "task.list-done", f"{view.task.number} {query}")
                for view in views[:left]
            ]
            left -= len(views[:left])
    rest = sum(map(len, buckets.values())) - SHOWN
    if rest > 0:
        blocks.append(Note(t.line("task-list-more", count=rest)))
    if not blocks:
        blocks.append(Paragraph(t.line("task-list-empty")))
    blocks.append(
        Buttons((_picker(t, query), Button(t("task-button-new"), "task.new")))
    )
    return Reply(Card(heading, tuple(blocks)), audience)


def _picker(t: Translate, query: str) -> Picker:
    return Picker(
        action="task.list",
        label=t("task-list-other"),
        options=tuple(Option(t(f"task-list-{word}"), word) for word in WORDS),
        chosen=query if query in WORDS else None,
    )


def several(views: Sequence[TaskView], notes: Sequence[Line], t: Translate) -> Card:
    """A few tasks that people talk about, each to be opened."""
    title = t.line("task-several", count=len(views))
    blocks: list[Block] = [opened(view, t) for view in views]
    blocks += [Note(note) for note in notes]
    return Card(title, tuple(blocks))


def handed(views: Sequence[TaskView], t: Translate, who: str) -> Card:
    """Several tasks given to one person at once."""
    headline = t.line("task-news-handed", who=who, count=len(views))
    return Card(headline, tuple(item(view, t, "task.tick") for view in views))


def closed_many(
    views: Sequence[TaskView],
    wrong: Sequence[Line],
    t: Translate,
    undo: str,
    text: str,
) -> Reply:
    """What became of several tasks closed at once, `text` with all of them."""
    blocks: list[Block] = [Bullets(tuple(short_line(view, t) for view in views))]
    if views and text:
        blocks.append(Quote(text))
    if wrong:
        blocks.append(Bullets(tuple(wrong)))
    if views:
        blocks.append(Buttons((Button(t("button-undo"), "task.undo-many", undo),)))
    title = t.line("task-many-done", count=len(views))
    return Reply(
        Card(title, tuple(blocks), Tone.WARNING if wrong else Tone.GOOD),
        Audience.ONLY_YOU,
    )


def leaving(views: Sequence[TaskView], t: Translate, who: str, value: str) -> Reply:
    """The open tasks of somebody who leaves, to be handed over (PEERS F23)."""
    lines = Bullets(tuple(short_line(view, t) for view in views[:SHOWN]))
    pass_on = Button(
        t("task-button-handover"), "task.handover", value, ButtonStyle.PRIMARY
    )
    blocks: list[Block] = [lines, Buttons((pass_on,))]
    if len(views) > SHOWN:
        blocks.insert(1, Note(t.line("task-list-more", count=len(views) - SHOWN)))
    title = t.line("task-leaving", who=who, count=len(views))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def handed_over(t: Translate, who: str, owner: str, count: int) -> Reply:
    """How many tasks moved from one person to another."""
    line = t.line("task-handed-over", who=who, owner=owner, count=count)
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)
