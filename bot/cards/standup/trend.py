"""A stand-up's four weeks as a picture, and the same in words for who cannot see it."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.model.drawing import (
    Drawing,
    PanelWords,
    TrendImage,
    TrendWords,
    newest,
    share,
)
from bot.model.standup.stats import Trend, Week
from bot.ports import Translate

BEST = 5  # of the mood
NONE = "–"
WEEK = timedelta(days=6)  # from its Monday to its Sunday


def trend_drawing(trend: Trend, t: Translate) -> Drawing:
    """The picture in its reader's language. No name of anybody is in it."""
    return Drawing(trend_image(trend, t), _told(trend, t))


def trend_image(trend: Trend, t: Translate) -> TrendImage:
    """What is to be drawn."""
    first, last = trend.weeks[0].first, trend.weeks[-1].first + WEEK
    number = newest(trend.weeks)
    week, of = trend.weeks[number], _of(trend, number, t)
    words = TrendWords(
        title=t("trend-title"),
        span=t("trend-span", first=_day(first, t), last=_day(last, t)),
        weeks=tuple(_day(each.first, t) for each in trend.weeks),
        participation=_participation(trend, week, of, t),
        mood=_mood(week, of, t),
        blockers=_blockers(trend, t),
        nothing=(t("trend-nothing"), t("trend-nothing-soon")),
    )
    return TrendImage(trend, words)


def _of(trend: Trend, number: int, t: Translate) -> str:
    """Which week the large numbers are of."""
    if number == len(trend.weeks) - 1:
        return t("trend-this-week")
    return t("trend-week-of", day=_day(trend.weeks[number].first, t))


def _participation(trend: Trend, week: Week, of: str, t: Translate) -> PanelWords:
    answered = t("trend-answered-of", count=week.answered, total=week.expected)
    any_late = any(each.late for each in trend.weeks)
    late = (t("trend-late", count=week.late),) if any_late else ()
    return PanelWords(t("trend-answered"), f"{share(week)}%", (of, answered), late)


def _mood(week: Week, of: str, t: Translate) -> PanelWords:
    if week.mood is None:
        return PanelWords(t("trend-mood"), NONE, (t("trend-mood-hidden"),))
    out_of = t("trend-mood-of", limit=BEST)
    return PanelWords(t("trend-mood"), f"{week.mood:.1f}", (of, out_of))


def _blockers(trend: Trend, t: Translate) -> PanelWords:
    """How many are open now; what is new and solved is of all weeks together."""
    oldest = t("trend-oldest", count=trend.ages[0]) if trend.ages else t("trend-clear")
    keys = (
        t("trend-opened", count=sum(week.opened for week in trend.weeks)),
        t("trend-resolved", count=sum(week.resolved for week in trend.weeks)),
    )
    return PanelWords(t("trend-blockers"), f"{len(trend.ages)}", (oldest,), keys)


def _told(trend: Trend, t: Translate) -> str:
    """Everything that the picture shows."""
    asked = [week for week in trend.weeks if week.expected]
    if not asked:
        return t("trend-nothing")
    moods = [(week, f"{week.mood:.1f}") for week in asked if week.mood is not None]
    return t(
        "trend-told",
        shares=_by_week([(week, f"{share(week)}%") for week in asked], t),
        moods=_by_week(moods, t) or t("trend-mood-hidden"),
        count=len(trend.ages),
        blockers=_by_week(
            [(week, f"{week.opened}/{week.resolved}") for week in asked], t
        ),
    )


def _by_week(values: Sequence[tuple[Week, str]], t: Translate) -> str:
    return t.items(tuple(f"{_day(week.first, t)} {value}" for week, value in values))


def _day(day: date, t: Translate) -> str:
    return t("trend-day", day=day.day, month=day.month)
