"""How a stand-up's week went, for its channel or who looks after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.standup import report
from bot.messages import Block, Bold, Button, Buttons, Card, Facts, Line
from bot.model.absence import Days
from bot.model.standup import Standup
from bot.model.standup.stats import Attendance, Week, percent
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week in numbers of the team. `before` is the mood of the week before it,
    `away` who will not be there in the next one.
    """

    standup: Standup
    week: Week
    before: float | None
    away: Sequence[tuple[str, Days]]


def week(t: Translate, view: WeekView) -> Card:
    """What was said, and what is coming; nothing of what there is nothing of."""
    title = t.line(
        "standup-week-title",
        name=Bold(view.standup.name),
        day=t.day(view.week.first),
    )
    away = report.away_blocks(t, view.away) if view.away else []
    show = Button(t("report-button"), "standup.report", str(view.standup.id))
    blocks: list[Block] = [Facts(tuple(_facts(t, view))), *away, Buttons((show,))]
    return Card(title, tuple(blocks))


def _facts(t: Translate, view: WeekView) -> list[tuple[str, Line]]:
    week = view.week
    total = Attendance(week.expected, week.answered, week.late)
    rows: list[tuple[str, Line]] = [(t("report-answered"), (report.share(t, total),))]
    if week.late:
        share = percent(week.late, week.answered)
        late = t("report-of-percent", done=week.late, all=week.answered, share=share)
        rows.append((t("report-late"), (late,)))
    if week.mood is not None:
        moods = [each for each in (view.before, week.mood) if each is not None]
        rows.append((t("report-mood"), (report.mood(t, moods),)))
    if week.opened or week.resolved:
        said = t("standup-week-blockers", opened=week.opened, resolved=week.resolved)
        rows.append((t("report-blockers"), (said,)))
    return rows
