"""A sheet of values before it is taken: what would change, which lines cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import imports
from bot.cards.imports import Broken
from bot.cards.measure import words
from bot.messages import Bold, Button, Form, Line, Reply
from bot.model.measure import Measure, Value
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class Coming:
    """A value that is new, or another than the one before."""

    measure: Measure
    value: Value
    before: Value | None


def compared(
    t: Translate, coming: Sequence[Coming], broken: Sequence[Broken], id: int
) -> Reply:
    """A dry run."""
    wording = imports.Wording(
        family="measure",
        title=t("measure-import-title"),
        nothing=t("measure-import-nothing"),
        heading=t("measure-import-changes", count=len(coming)),
        note=t("measure-import-note"),
    )
    told = [_line(t, each) for each in coming]
    return imports.compared(t, wording, told, broken, id)


def form(t: Translate) -> Form:
    """Where lines are pasted."""
    return imports.form(
        t,
        t("measure-import-form"),
        t("measure-import-field"),
        t("measure-import-hint"),
        Button(t("measure-button-import"), "measure.import"),
    )


def _line(t: Translate, each: Coming) -> Line:
    after = words.value(t, each.measure, each.value.value)
    period = words.period_said(t, each.measure, each.value)
    if each.before is None:
        said = t.line("measure-import-new", period=period, after=after)
    else:
        before = words.value(t, each.measure, each.before.value)
        said = t.line(
            "measure-import-change", period=period, before=before, after=after
        )
    return (Bold(each.measure.name), " · ", *said)
