"""Days on the calendar: the next such date, weekday, end of month."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_LEAP_GAP = 9  # 29 February comes again within eight years, even around 2100
_MONTHS_AHEAD = 48


def on(year: int, month: int, day: int) -> tuple[date, ...]:
    """That date, or nothing when the calendar has no such day."""
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def next_on(today: date, month: int, day: int) -> tuple[date, ...]:
    """The next such date, today included."""
    for year in range(today.year, today.year + _LEAP_GAP):
        for found in on(year, month, day):
            if found >= today:
                return (found,)
    return ()


def dated(today: date, year: int | None, month: int, day: int) -> tuple[date, ...]:
    """The date of a year when one is said, the next such date when none is."""
    if year is None:
        return next_on(today, month, day)
    return on(full_year(year), month, day)


def full_year(year: int) -> int:
    """26 is 2026, 97 is 1997."""
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


@lru_cache(maxsize=128)
def days_of_month(today: date, day: int) -> tuple[date, ...]:
    """Every coming such day of the month, soonest first."""
    months = (add_months(today, ahead) for ahead in range(_MONTHS_AHEAD))
    found = [each for first in months for each in on(first.year, first.month, day)]
    return tuple(each for each in found if each >= today)


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def monday(day: date, weeks: int = 0) -> date:
    """The Monday of that day's week, or of one so many weeks on."""
    return day + timedelta(weeks=weeks, days=-day.weekday())


def coming(weekday: int, start: date) -> date:
    """The first such weekday from a day on, that day included."""
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def iso_week(year: int, number: int) -> date | None:
    """The Monday of a numbered week; None where the year has no such week."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> tuple[date, ...]:
    """The nth such weekday of a month, counted from its end when nth is negative."""
    first = coming(weekday, date(year, month, 1))
    found = [first + timedelta(weeks=week) for week in range(5)]
    inside = [day for day in found if day.month == month]
    try:
        return (inside[nth - 1 if nth > 0 else nth],)
    except IndexError:
        return ()
