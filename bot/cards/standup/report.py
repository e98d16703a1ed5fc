"""How a stand-up went: a picture, and the same in words for one reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from bot.cards.absence import said_day
from bot.cards.blocker.words import told
from bot.cards.standup.trend import trend_drawing
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    Facts,
    Heading,
    Line,
    Note,
    Table,
)
from bot.model.absence import Days
from bot.model.blocker import BlockerView
from bot.model.standup import Standup
from bot.model.standup.mood import asks_mood
from bot.model.standup.stats import Attendance, Trend, Week, percent
from bot.ports import Translate

DRAWN = 4  # weeks that the picture has room for
SHOWN = 10  # blockers, absences
PEOPLE = 30
LONG = 12  # weeks that are offered beside the usual four
NONE = "–"


@dataclass(frozen=True, slots=True)
class ReportView:
    """A stand-up's weeks as one reader may see them. `own` are their own numbers,
    `people` those of people for whom they answer; `blockers` are open ones.
    """

    standup: Standup
    trend: Trend
    blockers: Sequence[BlockerView] = ()
    away: Sequence[tuple[str, Days]] = ()
    own: Attendance | None = None
    people: Sequence[tuple[str, Attendance]] = ()
    may_export: bool = False


def report(t: Translate, view: ReportView) -> Card:
    """The whole report, for who asked for it and nobody else."""
    weeks = view.trend.weeks
    title = t.line("report-title", name=Bold(view.standup.name), count=len(weeks))
    blocks: list[Block] = []
    if len(weeks) >= DRAWN:
        newest = Trend(weeks[-DRAWN:], view.trend.ages)
        blocks.append(trend_drawing(newest, t))
    blocks.append(Facts(tuple(_facts(t, view))))
    begun = tuple(dropwhile(lambda week: not week.expected, weeks))
    if len(weeks) > DRAWN and begun:
        blocks.append(_table(t, begun))
    blocks += _blockers(t, view)
    blocks += away_blocks(t, view.away)
    blocks += _people(t, view.people)
    blocks.append(_buttons(t, view))
    return Card(title, tuple(blocks))


def _facts(t: Translate, view: ReportView) -> list[tuple[str, Line]]:
    weeks = view.trend.weeks
    total = _total(weeks)
    rows: list[tuple[str, Line]] = [(t("report-answered"), (share(t, total),))]
    if total.answered:
        late = percent(total.late, total.answered)
        said = t("report-of-percent", done=total.late, all=total.answered, share=late)
        rows.append((t("report-late"), (said,)))
    questions = (*view.standup.questions, *view.standup.pool)
    moods = [week.mood for week in weeks if week.mood is not None]
    if asks_mood(questions) or moods:
        rows.append((t("report-mood"), (mood(t, moods),)))
    new, solved = (
        sum(getattr(week, name) for week in weeks) for name in ("opened", "resolved")
    )
    count = len(view.trend.ages)
    said = t("report-blockers-line", count=count, opened=new, resolved=solved)
    rows.append((t("report-blockers"), (said,)))
    if view.own and view.own.expected:
        rows.append((t("report-own"), (share(t, view.own),)))
    return rows


def _total(weeks: Sequence[Week]) -> Attendance:
    total = Attendance()
    for week in weeks:
        total += Attendance(week.expected, week.answered, week.late)
    return total


def share(t: Translate, part: Attendance) -> str:
    """How many of those who were expected answered."""
    if not part.expected:
        return t("report-nobody-expected")
    return t(
        "report-of-percent",
        done=part.answered,
        all=part.expected,
        share=percent(part.answered, part.expected),
    )


def mood(t: Translate, moods: Sequence[float]) -> str:
    """The newest that was said, and against the one before."""
    if not moods:
        return t("report-mood-hidden")
    value = f"{moods[-1]:.1f}"
    change = round(moods[-1] - moods[-2], 1) if len(moods) > 1 else 0.0
    if not change:
        return t("report-mood-value", value=value)
    sign = "▲" if change > 0 else "▼"
    return t("report-mood-moved", value=value, change=f"{sign}{abs(change):.1f}")


def _table(t: Translate, weeks: Sequence[Week]) -> Table:
    head = ("week", "answered", "late", "mood", "blockers")
    rows = tuple(
        (
            (t("trend-day", day=week.first.day, month=week.first.month),),
            (_of(week.answered, week.expected),),
            (str(week.late) if week.expected else NONE,),
            (NONE if week.mood is None else f"{week.mood:.1f}",),
            (f"{week.opened} / {week.resolved}",),
        )
        for week in weeks
    )
    return Table(tuple(t(f"report-column-{name}") for name in head), rows)


def _of(done: int, expected: int) -> str:
    if not expected:
        return NONE
    return f"{percent(done, expected)}% ({done}/{expected})"


def _blockers(t: Translate, view: ReportView) -> list[Block]:
    if not view.blockers:
        return []
    lines = [told(each, t) for each in view.blockers[:SHOWN]]
    if (more := len(view.blockers) - SHOWN) > 0:
        lines.append((t("report-more", count=more),))
    return [Heading(t("report-open-blockers")), Bullets(tuple(lines))]


def away_blocks(t: Translate, away: Sequence[tuple[str, Days]]) -> list[Block]:
    """Who is not there next week: when, never why."""
    if not away:
        return [Note((t("report-away-nobody"),))]
    lines = [
        t.line(
            "report-away-one" if days.one else "report-away-days",
            name=name,
            first=said_day(t, days),
            last=t.day(days.last),
        )
        for name, days in away[:SHOWN]
    ]
    if (more := len(away) - SHOWN) > 0:
        lines.append((t("report-more", count=more),))
    return [Heading(t("report-away")), Bullets(tuple(lines))]


def _people(t: Translate, people: Sequence[tuple[str, Attendance]]) -> list[Block]:
    if not people:
        return []
    lines: list[Line] = []
    for name, one in people[:PEOPLE]:
        line: Line = (Bold(name), f" {one.answered}/{one.expected}")
        if one.late:
            line = (*line, " · ", t("trend-late", count=one.late))
        lines.append(line)
    if (more := len(people) - PEOPLE) > 0:
        lines.append((t("report-more", count=more),))
    note = Note((t("report-people-note"),))
    return [Heading(t("report-people")), Bullets(tuple(lines)), note]


def _buttons(t: Translate, view: ReportView) -> Buttons:
    number = str(view.standup.id)
    usual = len(view.trend.weeks) <= DRAWN
    weeks = LONG if usual else DRAWN
    other = Button(
        t("report-button-weeks", count=weeks), "standup.report", f"{number}:{weeks}"
    )
    history = Button(t("history-button"), "standup.history", number)
    export = Button(t("export-button"), "standup.export", number)
    return Buttons((other, history, export) if view.may_export else (other, history))
