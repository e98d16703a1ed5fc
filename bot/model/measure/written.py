"""Periods as systems and sheets write them: 2026-11-09, 2026-11, 2026-W46, 2026-Q4."""

import re
from datetime import date

from bot.errors import UsageError
from bot.model.absence import Days
from bot.model.measure import Cadence, Measure
from bot.model.measure.periods import Period, period_of

_YEAR = r"20\d\d"
QUARTER = re.compile(
    rf"(?:(?P<y1>{_YEAR})\s*年?[-\s]*)?(?:q(?P<q>[1-4])|第?(?P<zh>[一二三四1-4])季度?)"
    rf"(?:\s*(?P<y2>{_YEAR}))?",
    re.IGNORECASE,
)
WEEK = re.compile(
    rf"(?:(?P<year>{_YEAR})\s*年?[-\s]*)?"
    r"(?:(?:cw|kw|w|week)[\s-]*(?P<n>\d{1,2})|第(?P<zh>\d{1,2})周)",
    re.IGNORECASE,
)
MONTH = re.compile(rf"(?P<year>{_YEAR})[-/年](?P<month>\d{{1,2}})月?(?![-/\d])")
NUMERALS = dict(zip("一二三四1234", (1, 2, 3, 4) * 2, strict=True))
EARLIEST = date(2000, 1, 1)
LONGEST = 40


def read_first(typed: str, measure: Measure, today: date) -> Period:
    """The period in which a written day lies: 2026-11-09, 2026-11, 2026-W46, 2026-Q4.

    Raises UsageError.
    """
    said = typed.strip()
    found = written(said, 0, today)
    if found and found[1] == len(said):
        return checked(measure, found[0], today, said)
    try:
        day = date.fromisoformat(said.replace("/", "-"))
    except ValueError:
        raise UsageError("measure-period-unknown", typed=said[:LONGEST]) from None
    return checked(measure, Days(day, day), today, said)


def written(text: str, start: int, today: date) -> tuple[Days, int] | None:
    """The quarter, week or month that stands there, and where it ends."""
    for pattern, read in ((QUARTER, _quarter), (WEEK, _week), (MONTH, _month)):
        match = pattern.match(text, start)
        if match and (days := read(match, today)):
            return days, match.end()
    return None


def checked(measure: Measure, days: Days, today: date, typed: str) -> Period:
    """The one period in which these days lie."""
    typed = typed[:LONGEST]
    if days.first > today:
        raise UsageError("measure-period-future", typed=typed)
    if days.first < EARLIEST:
        raise UsageError("measure-period-unknown", typed=typed)
    found = period_of(measure.cadence, days.first)
    if days.last not in found and min(days.last, today) not in found:
        key = f"measure-period-several-{measure.cadence.value}"
        raise UsageError(key, typed=typed, measure=measure.name)
    return found


def _quarter(match: re.Match[str], today: date) -> Days | None:
    number = NUMERALS[match["q"] or match["zh"]]
    said = match["y1"] or match["y2"]
    first = date(int(said or today.year), number * 3 - 2, 1)
    if not said and first > today:
        first = first.replace(year=today.year - 1)
    found = period_of(Cadence.QUARTERLY, first)
    return Days(found.first, found.last)


def _week(match: re.Match[str], today: date) -> Days | None:
    number = int(match["n"] or match["zh"])
    year = int(match["year"] or today.isocalendar().year)
    try:
        first = date.fromisocalendar(year, number, 1)
        if not match["year"] and first > today:
            first = date.fromisocalendar(year - 1, number, 1)
        return Days(first, date.fromisocalendar(*first.isocalendar()[:2], 7))
    except ValueError:
        return None


def _month(match: re.Match[str], _today: date) -> Days | None:
    try:
        found = period_of(
            Cadence.MONTHLY, date(int(match["year"]), int(match["month"]), 1)
        )
    except ValueError:
        return None
    return Days(found.first, found.last)
