"""What people see of kudos: a short card, a word to who is thanked, lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    Item,
    Line,
    Link,
    Note,
    Notice,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.kudos import Kudos, Value
from bot.ports import Translate

BRIEF = 120  # characters of a reason that a line shows


@dataclass(frozen=True, slots=True)
class KudosView:
    """Kudos with the names beside them."""

    kudos: Kudos
    giver: str
    receivers: tuple[str, ...]
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What only who gave them is told: whether the wall shows them, and how many more
    people they may thank this month.
    """

    on_wall: bool
    wall_offered: bool = False
    alone: bool = False
    left: int | None = None


def card(view: KudosView, t: Translate) -> Card:
    """Short, for everybody; what was taken back leaves only that."""
    kudos = view.kudos
    notice = Notice("kudos.card", (("kudos", kudos.id),))
    if kudos.taken_at:
        line = t.line("kudos-taken-back", id=kudos.short)
        return Card(line, subject=kudos.subject, notice=notice)
    title = t.line("kudos-card", giver=view.giver, receivers=_names(view, t))
    blocks = (Quote(kudos.reason), Note(_note(view, t)))
    return Card(title, blocks, Tone.GOOD, subject=kudos.subject, notice=notice)


def told(view: KudosView, t: Translate) -> Card:
    """For who is thanked."""
    kudos = view.kudos
    if kudos.taken_at:
        return Card(t.line("kudos-taken-back", id=kudos.short), subject=kudos.subject)
    blocks = (Quote(kudos.reason), Note(_note(view, t)))
    title = t.line("kudos-told", giver=view.giver)
    return Card(title, blocks, Tone.GOOD, subject=kudos.subject)


def given(view: KudosView, t: Translate, beside: Given) -> Reply:
    """For who gave them, and nobody else."""
    blocks: list[Block] = [Quote(view.kudos.reason)]
    blocks += [Note(line) for line in _beside(t, beside)]
    buttons = [*_changes(view.kudos, t)]
    if beside.wall_offered:
        number = str(view.kudos.number)
        buttons.append(Button(t("kudos-button-wall"), "kudos.wall", number))
    blocks.append(Buttons(tuple(buttons)))
    title = t.line("kudos-given", id=view.kudos.short, receivers=_names(view, t))
    return Reply(Card(title, tuple(blocks), Tone.GOOD), Audience.ONLY_YOU)


def unfinished(t: Translate, key: str, typed: str, place: str) -> Reply:
    """What is missing, with what was typed and the form that holds it."""
    more = Button(t("kudos-button-more"), "kudos.new", place)
    blocks: tuple[Block, ...] = (
        Note(t.line("error-typed")),
        Quote(typed),
        Buttons((more,)),
    )
    return Reply(Card(t.line(key), blocks, Tone.WARNING), Audience.ONLY_YOU)


def listing(
    t: Translate, title: Line, views: Sequence[KudosView], own: frozenset[int]
) -> Reply:
    """Kudos one a line; those in `own` may be changed."""
    blocks: list[Block] = [_item(view, t, view.kudos.id in own) for view in views]
    if not blocks:
        blocks.append(Paragraph(t.line("kudos-list-none")))
        blocks.append(Buttons((Button(t("kudos-button-give"), "kudos.new"),)))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def values(t: Translate, found: Sequence[Value], *, admin: bool) -> Reply:
    """What the company stands for, and how it is typed."""
    blocks: list[Block] = [
        Paragraph(t.line("kudos-values-line", value=each.called(t.language), tag=tag))
        for each in found
        for tag in [f"#{each.chinese if t.language == 'zh' else each.word}"]
    ]
    if admin:
        change = Button(t("kudos-button-values"), "kudos.values")
        blocks.append(Buttons((change,)))
    return Reply(Card(t.line("kudos-values-title"), tuple(blocks)), Audience.ONLY_YOU)


def ranking(t: Translate, period: str, rows: Sequence[tuple[str, int]]) -> Reply:
    """Who was thanked by how many others: only for who asks."""
    lines = tuple(
        Paragraph(t.line("kudos-ranking-line", name=name, count=count))
        for name, count in rows
    )
    none = (Paragraph(t.line("kudos-list-none")),)
    note = Note(t.line("kudos-ranking-note"))
    title = t.line("kudos-ranking-title", period=t(f"kudos-period-{period}"))
    return Reply(Card(title, (*(lines or none), note)), Audience.ONLY_YOU)


def done(line: Line) -> Reply:
    """A short confirmation for one's own eyes."""
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def _item(view: KudosView, t: Translate, mine: bool) -> Item:
    title = t.line("kudos-card", giver=view.giver, receivers=_names(view, t))
    first = view.kudos.reason.split("\n", 1)[0]
    brief = first if len(first) <= BRIEF else f"{first[: BRIEF - 1].rstrip()}…"
    return Item(
        (*title, "\n", brief),
        _note(view, t),
        tuple(_changes(view.kudos, t)) if mine else (),
    )


def _changes(kudos: Kudos, t: Translate) -> tuple[Button, Button]:
    number = str(kudos.number)
    return (
        Button(t("kudos-button-edit"), "kudos.edit", number),
        Button(t("kudos-button-drop"), "kudos.drop", number),
    )


def _beside(t: Translate, beside: Given) -> list[Line]:
    lines: list[Line] = []
    if beside.on_wall:
        lines.append(t.line("kudos-given-wall"))
    if beside.wall_offered:
        lines.append(t.line("kudos-given-private"))
    if beside.alone:
        lines.append(t.line("kudos-given-alone"))
    if beside.left is not None:
        lines.append(t.line("kudos-given-left", count=beside.left))
    return lines


def _names(view: KudosView, t: Translate) -> str:
    return t.items(view.receivers)


def _note(view: KudosView, t: Translate) -> Line:
    """ "💙 care · K-3 · the message"."""
    named = [each.called(t.language) for each in view.values]
    line: Line = (" · ".join((*named, view.kudos.short)),)
    if view.kudos.permalink:
        line = (*line, " · ", Link(view.kudos.permalink, t("kudos-message")))
    return line
