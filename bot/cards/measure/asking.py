"""What owners are sent: that a measure is theirs, and which values are missing."""

from collections.abc import Sequence
from datetime import datetime

from bot.cards.measure import MeasureView, changes, words
from bot.cards.measure import cadence as how_often
from bot.messages import (
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Facts,
    Item,
    Line,
    Note,
    Tone,
)
from bot.model.measure import Measure
from bot.model.measure.standing import wanted
from bot.ports import Translate

SHOWN = 15


def due(
    t: Translate, views: Sequence[MeasureView], now: datetime, reader_id: int
) -> Card:
    """The values that are missing, and one way through all of them."""
    lines = [_missing(t, view, now, reader_id) for view in views[:SHOWN]]
    if len(views) > SHOWN:
        lines.append(t.line("measure-due-more", count=len(views) - SHOWN))
    waits = waiting(t, [view.measure for view in views])
    note = Note(t.line("measure-due-note"))
    return Card(waits.line, (Bullets(tuple(lines)), Buttons(waits.buttons), note))


def waiting(t: Translate, measures: Sequence[Measure]) -> Item:
    """How many values are missing, and the way through all of them."""
    first = str(measures[0].id)
    go = Button(t("measure-button-go"), "measure.step", first, ButtonStyle.PRIMARY)
    return Item(t.line("measure-due", count=len(measures)), (), (go,))


def left(t: Translate, view: MeasureView) -> Card:
    """To who leads: somebody else has to own it."""
    measure = view.measure
    title = t.line("measure-left", measure=measure.name, who=view.owner)
    show = Button(t("measure-button-show"), "measure.show", str(measure.id))
    change = Button(t("measure-button-owner"), "measure.change", str(measure.id))
    buttons = Buttons((change, show))
    return Card(title, (buttons,), Tone.WARNING, subject=measure.subject)


def owned(t: Translate, view: MeasureView, by: str) -> Card:
    """To a new owner: what it is, and when they are asked."""
    measure = view.measure
    rows: list[tuple[str, Line]] = [
        (t("measure-cadence"), (how_often(t, measure),)),
    ]
    if aim := words.target(t, measure):
        rows.insert(0, (t("measure-target"), (aim,)))
    if how := words.formula(t, measure):
        rows.append((t("measure-formula"), (how,)))
    title = t.line("measure-owned", by=by, measure=measure.name)
    buttons = Buttons(changes(t, measure))
    return Card(title, (Facts(tuple(rows)), buttons), subject=measure.subject)


def _missing(t: Translate, view: MeasureView, now: datetime, reader_id: int) -> Line:
    measure, last = view.measure, view.standing.newest
    when = words.period(t, measure, wanted(measure, now))
    line = t.line("measure-due-line", measure=measure.name, period=when)
    if last is not None:
        before = words.value(t, measure, last.value)
        of = words.period_said(t, measure, last)
        line = (*line, *t.line("measure-due-last", value=before, period=of))
    if reader_id != measure.owner_id:
        line = (*line, *t.line("measure-due-for", who=view.owner))
    return line
