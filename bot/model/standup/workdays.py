"""The working days of a rule: those of a calendar, not every Monday to Friday; pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.model.repetition import WORKING_WEEK, Repetition, read_rule, without_end
from bot.model.standup import WEEKDAYS

LONGEST_HOLIDAYS = 60  # days
MONTHS_AHEAD = 24
ONE_DAY = timedelta(days=1)
NextDay = Callable[[str, date, date], date | None]  # of a rule from a start on
Works = Callable[[date], bool]


def day_after(
    rule: str, start: date, day: date, works: Works, next_day: NextDay
) -> date | None:
    """The next day of the rule, none once it has ended. "Weekdays" and "the last
    working day" are those on which somebody works.
    """
    endless, last = without_end(rule)
    cycle = read_rule(endless)
    if endless == WEEKDAYS:
        found = _next_working(max(day + ONE_DAY, start), works)
    elif cycle and cycle.nth and cycle.days == WORKING_WEEK:
        picked = _picked(cycle, start, day, works, next_day)
        found = next((each for each in picked if each > day and each >= start), None)
    else:
        return next_day(rule, start, day)
    return found if found and (last is None or found <= last) else None


def _next_working(first: date, works: Works) -> date | None:
    days = (first + n * ONE_DAY for n in range(LONGEST_HOLIDAYS))
    return next((each for each in days if works(each)), None)


def _picked(
    cycle: Repetition, start: date, day: date, works: Works, next_day: NextDay
) -> Iterator[date]:
    """The days that it picks of the months from that day on, the first first."""
    months = replace(cycle, days=(), nth=(), month_days=(1,)).rule
    begin = start.replace(day=1)
    month = next_day(months, begin, max(day, begin).replace(day=1) - ONE_DAY)
    for _ in range(MONTHS_AHEAD):
        if month is None:
            return
        worked = [each for each in _days_of(month) if works(each)]
        places = [n - 1 if n > 0 else len(worked) + n for n in cycle.nth]
        yield from (worked[n] for n in sorted(places) if 0 <= n < len(worked))
        month = next_day(months, begin, month)


def _days_of(month: date) -> Iterator[date]:
    day = month
    while day.month == month.month:
        yield day
        day += ONE_DAY
