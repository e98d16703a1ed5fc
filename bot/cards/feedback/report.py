"""What customers speak of most: a picture, and the same in words. Nothing of a customer
is in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.list import item
from bot.cards.feedback.words import note
from bot.messages import (
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    Facts,
    Heading,
    Line,
    Note,
)
from bot.model.drawing import Drawing, Row, RowsImage
from bot.model.feedback import Step
from bot.model.feedback.breakdown import By
from bot.model.feedback.ending import SHOWN_FROM, Scores
from bot.model.feedback.figures import Figures, Period, StepFigures
from bot.ports import Translate

MOVERS = 3
OFFERED = (1, 4, 12)  # weeks
SPLIT = (By.CHANNEL, By.MARKET)
MINUS = "\u2212"
INSTANT = timedelta(microseconds=1)  # a period ends before its end


def report(
    t: Translate,
    figures: Figures,
    mend: Sequence[FeedbackView],
    *,
    desk: bool,
    named: str = "",
    again: str = "",
) -> Card:
    """The whole report. What is to be mended next is shown with its words only to
    those who triage (`desk`). Days that were `named` are its title; `again` are the
    words for the same time.
    """
    span, weeks = _span(t, figures.period), 0 if named else figures.period.weeks
    title = t.line("feedback-report-title", count=weeks)
    blocks: list[Block] = [Note((span,))]
    if named:
        title, blocks = t.line("feedback-report-title-days", span=named), []
    blocks += [drawing(figures, t), Facts(_facts(t, figures))]
    blocks += _movers(t, figures)
    blocks += _skus(t, figures)
    blocks += _mend(t, mend, desk=desk)
    again = again or _days(t, figures.period)
    blocks.append(_buttons(t, weeks, again, desk=desk))
    return Card(title, tuple(blocks))


def drawing(figures: Figures, t: Translate) -> Drawing:
    """Each step with its last weeks."""
    period = figures.period
    image = RowsImage(
        title=t("feedback-report-heard"),
        span=_span(t, period.drawn),
        rows=tuple(
            Row(
                name=_step(t, each.step),
                columns=each.columns,
                value=f"{each.now}",
                change=signed(each.change) if each.change else "",
                more=each.change > 0,
            )
            for each in figures.steps
        ),
        current=round((period.until - period.since) / period.column),
        nothing=(t("feedback-report-nothing"), t("feedback-report-nothing-soon")),
    )
    return Drawing(image, _told(t, figures.steps))


def signed(change: int) -> str:
    """ "+9", "−3", "±0"."""
    return f"+{change}" if change > 0 else f"{MINUS}{-change}" if change else "±0"


def _told(t: Translate, steps: Sequence[StepFigures]) -> str:
    """Everything that the picture says."""
    if not steps:
        return t("feedback-report-nothing")
    said = tuple(
        f"{_step(t, each.step)} {each.now} ({signed(each.change)})" for each in steps
    )
    return t("feedback-report-told", steps=t.items(said))


def _facts(t: Translate, figures: Figures) -> tuple[tuple[str, Line], ...]:
    change = figures.heard - figures.before
    moved = signed(change) if change else t("feedback-report-same")
    heard = t("feedback-report-heard-line", count=figures.heard, change=moved)
    rate, days = t("feedback-report-rate-none"), t("feedback-report-days-none")
    if figures.rate is not None:
        done, all = figures.looped, figures.opened
        rate = t("feedback-report-rate-line", share=figures.rate, done=done, all=all)
    if figures.days is not None:
        days = _took(t, figures.days)
    return (
        (t("feedback-report-heard"), (heard if change else f"{figures.heard}",)),
        (t("feedback-report-rate"), (rate,)),
        (t("feedback-report-days"), (days,)),
        *_scores(t, figures.scores),
    )


def _took(t: Translate, days: float) -> str:
    """How long in the middle: of what took less than a day in hours."""
    if days >= 1:
        return t("feedback-report-days-line", days=f"{days:.1f}")
    return t("feedback-report-hours-line", count=round(days * 24))


def _scores(t: Translate, scores: Scores) -> tuple[tuple[str, Line], ...]:
    """How well it was handled, in the mean of enough answers to be nobody's own."""
    if not scores.count:
        return ()
    said = t("feedback-report-score-few", count=scores.count, least=SHOWN_FROM)
    if scores.mean is not None:
        mean = f"{scores.mean:.1f}"
        said = t("feedback-report-score-line", mean=mean, count=scores.count)
    return ((t("feedback-report-score"), (said,)),)


def _movers(t: Translate, figures: Figures) -> list[Block]:
    moved = figures.movers[:MOVERS]
    lines = tuple(
        t.line(
            "feedback-report-mover",
            name=_step(t, each.step),
            count=each.now,
            change=signed(each.change),
        )
        for each in moved
    )
    heading = Heading(t("feedback-report-movers"))
    return [heading, Bullets(lines)] if lines else []


def _skus(t: Translate, figures: Figures) -> list[Block]:
    lines = tuple(
        t.line(
            "feedback-report-sku",
            sku=each.sku,
            count=each.now,
            change=signed(each.change),
            step=_step(t, each.step),
            most=each.of_step,
        )
        for each in figures.skus
    )
    heading = Heading(t("feedback-report-skus"))
    return [heading, Bullets(lines)] if lines else []


def _mend(t: Translate, mend: Sequence[FeedbackView], *, desk: bool) -> list[Block]:
    if not mend:
        return []
    blocks: list[Block] = [Heading(t("feedback-report-roadmap"))]
    if desk:
        blocks += [item(view, t) for view in mend]
    else:
        lines = tuple(
            (f"{view.feedback.short} · ", *note(view.feedback, t)) for view in mend
        )
        blocks.append(Bullets(lines))
    return [*blocks, Note(t.line("feedback-report-roadmap-note"))]


def _buttons(t: Translate, weeks: int, again: str, *, desk: bool) -> Buttons:
    found = [
        Button(t("feedback-report-weeks", count=each), "feedback.report", str(each))
        for each in OFFERED
        if each != weeks
    ]
    found += splits(t, again, SPLIT)
    if desk:
        found.append(Button(t("feedback-export-button"), "feedback.export"))
    return Buttons(tuple(found))


def splits(t: Translate, again: str, by: Iterable[By]) -> list[Button]:
    """The same time as a table, by each of these."""
    return [
        Button(
            t("feedback-breakdown-by", by=each.value),
            "feedback.report",
            f"by {each.value} {again}",
        )
        for each in by
    ]


def _ends(t: Translate, period: Period) -> tuple[date, date]:
    """The first and the last day, where the reader is."""
    first = period.since.astimezone(t.zone).date()
    return first, (period.until - INSTANT).astimezone(t.zone).date()


def _days(t: Translate, period: Period) -> str:
    first, last = _ends(t, period)
    return f"{first} to {last}"


def _span(t: Translate, period: Period) -> str:
    first, last = _ends(t, period)
    if first == last:
        return _day(t, first)
    return t("trend-span", first=_day(t, first), last=_day(t, last))


def _day(t: Translate, day: date) -> str:
    return t("trend-day", day=day.day, month=day.month)


def _step(t: Translate, step: Step) -> str:
    return t(f"feedback-step-{step.value}")
