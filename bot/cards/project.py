"""What people see of projects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.cards.task.words import joined, title
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.project import Milestone, Project
from bot.model.task import Progress, TaskView
from bot.model.task.list import Bucket
from bot.ports import Translate

SHOWN = 20
CELLS = 10
BACK = "back"  # in a button: no longer reached


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project with what a reader sees beside it."""

    project: Project
    owner: str
    progress: Progress
    milestones: tuple[Milestone, ...]


def card(
    view: ProjectView, buckets: Mapping[Bucket, Sequence[TaskView]], t: Translate
) -> Card:
    """One project: how far it is, its milestones, its open tasks."""
    project = view.project
    blocks: list[Block] = [Paragraph(progress(view, t)), Note(_facts(view, t))]
    if view.milestones:
        blocks.append(Heading(t("project-milestones")))
        blocks += [_milestone(each, t) for each in view.milestones]
    left = SHOWN
    for name, tasks in buckets.items():
        if left > 0:
            blocks.append(Heading(t(f"task-bucket-{name.value}", count=len(tasks))))
            lines = (_task(each, t) for each in tasks[:left])
            blocks.append(Bullets(tuple(lines)))
            left -= len(tasks[:left])
    rest = sum(map(len, buckets.values())) - SHOWN
    if rest > 0:
        blocks.append(Note(t.line("task-list-more", count=rest)))
    if project.finished:
        reopen = Button(t("button-undo"), "project.reopen", str(project.id))
        blocks.append(Buttons((reopen,)))
    key = "project-title-finished" if project.finished else "project-title"
    tone = Tone.GOOD if project.finished else Tone.NEUTRAL
    return Card(t.line(key, name=f"#{project.name}"), tuple(blocks), tone)


def listing(views: Sequence[ProjectView], t: Translate) -> Reply:
    """Every project the person may see."""
    blocks: list[Block] = [_item(view, t) for view in views[:SHOWN]]
    if not views:
        blocks.append(Paragraph(t.line("project-list-empty")))
    if len(views) > SHOWN:
        blocks.append(Note(t.line("project-list-more", count=len(views) - SHOWN)))
    title_ = t.line("project-list-title")
    return Reply(Card(title_, tuple(blocks)), Audience.ONLY_YOU)


def finish_check(view: ProjectView, t: Translate) -> Reply:
    """Asks before a project with open tasks is ended (PEERS F17)."""
    project, left = view.project, view.progress.left
    question = t.line("project-finish-check", count=left, name=f"#{project.name}")
    label = t("project-button-finish")
    finish = Button(label, "project.finish", str(project.id), ButtonStyle.DANGER)
    show = Button(t("task-button-open"), "project.show", str(project.id))
    return Reply(
        Card(question, (Buttons((finish, show)),), Tone.WARNING), Audience.ONLY_YOU
    )


def progress(view: ProjectView, t: Translate) -> Line:
    """How many of its tasks are done, as a bar and in numbers."""
    done, total = view.progress.done, view.progress.total
    if total == 0:
        return t.line("project-no-tasks")
    full = done * CELLS // total
    bar = "▰" * full + "▱" * (CELLS - full)
    return t.line("project-progress", bar=bar, done=done, total=total)


def _facts(view: ProjectView, t: Translate) -> Line:
    parts: list[Line] = [t.line("project-owner", who=view.owner)]
    if view.project.due:
        parts.append(t.line("task-due", when=t.day(view.project.due)))
    if view.project.finished_at:
        when = t.moment(view.project.finished_at)
        parts.append(t.line("project-finished-at", when=when))
    return joined(parts)


def _milestone(milestone: Milestone, t: Translate) -> Item:
    key = "project-milestone-reached" if milestone.reached_at else "project-milestone"
    line = t.line(key, title=milestone.title, day=t.day(milestone.day))
    label = t("button-undo" if milestone.reached_at else "project-button-reached")
    value = f"{milestone.project_id} {milestone.id}"
    value += f" {BACK}" if milestone.reached_at else ""
    return Item(line, buttons=(Button(label, "project.reach", value),))


def _task(view: TaskView, t: Translate) -> Line:
    return (*title(view.task, t), " · ", view.owner)


def _item(view: ProjectView, t: Translate) -> Item:
    project = view.project
    key = "project-title-finished" if project.finished else "project-title"
    show = Button(t("task-button-open"), "project.show", str(project.id))
    return Item(t.line(key, name=f"#{project.name}"), progress(view, t), (show,))
