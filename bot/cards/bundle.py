"""The one daily message of a person's morning (PEERS F10, R03)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.task import item
from bot.messages import (
    Block,
    Buttons,
    Card,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Tone,
)
from bot.model.task import TaskView
from bot.ports import Translate

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Morning:
    """What a person's morning holds; each task in one part only."""

    overdue: Sequence[TaskView]
    today: Sequence[TaskView]
    soon: Sequence[TaskView]
    woken: Sequence[TaskView]
    closed: Sequence[TaskView]
    news: tuple[Item, ...] = ()

    @property
    def open(self) -> tuple[tuple[str, Sequence[TaskView]], ...]:
        """The parts with something to do, the worst first."""
        parts = (
            ("overdue", self.overdue),
            ("today", self.today),
            ("woken", self.woken),
            ("soon", self.soon),
        )
        return tuple((name, views) for name, views in parts if views)


def bundle(morning: Morning, t: Translate, subject: str) -> Card:
    """What is overdue, due today, due next; no empty part."""
    blocks: list[Block] = []
    left = SHOWN
    for name, views in morning.open:
        if left > 0:
            blocks.append(Heading(t(f"task-bucket-{name}", count=len(views))))
            blocks += [item(view, t, "task.tick") for view in views[:left]]
            left -= len(views[:left])
    rest = sum(len(views) for _, views in morning.open) - SHOWN
    if rest > 0:
        blocks.append(Note(t.line("task-list-more", count=rest)))
    if morning.overdue:
        blocks.append(Note(t.line("bundle-overdue-hint")))
    if morning.news:
        blocks.append(Heading(t("bundle-news", count=len(morning.news))))
        blocks += morning.news[:SHOWN]
    if morning.closed:
        blocks.append(Heading(t("bundle-done", count=len(morning.closed))))
        blocks += [item(view, t, "task.tick") for view in morning.closed[:SHOWN]]
    blocks.append(Note(t.line("bundle-why")))
    tone = Tone.WARNING if morning.overdue else Tone.NEUTRAL
    return Card(_title(morning, t), tuple(blocks), tone, subject=subject)


def news(card: Card) -> Item:
    """A message as a part of the bundle: how it begins, what was said, its buttons."""
    said = [each.line for each in card.blocks if isinstance(each, Paragraph)]
    rows = [each.items for each in card.blocks if isinstance(each, Buttons)]
    return Item(card.title, said[0] if said else (), rows[0] if rows else ())


def _title(morning: Morning, t: Translate) -> Line:
    if not morning.open and morning.news:
        return t.line("bundle-title-news", count=len(morning.news))
    if not morning.open:
        return t.line("bundle-title-clear")
    name, views = morning.open[0]
    if name == "overdue":
        today = len(morning.today)
        return t.line("bundle-title-overdue", overdue=len(views), today=today)
    return t.line(f"bundle-title-{name}", count=len(views))
