"""The Chinese calendar: festivals, and the days of its months, as far as known."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from bot.model.nations import load_each_when_asked

load_each_when_asked()

NEW_YEAR = "Chinese New Year"
TOMB_SWEEPING = "Tomb-Sweeping Day"
DRAGON_BOAT = "Dragon Boat Festival"
MID_AUTUMN = "Mid-Autumn Festival"

# Each year's months as almanacs print them: a bit per month from the highest, set for
# thirty days; the last digit is the month that comes twice; 0x10000: its second turn
# has thirty days, too. Tests hold them against the festivals of `holidays`.
_FIRST = 2024
_YEARS = (
    *(0x04B60, 0x0A6E6, 0x0A4E0, 0x0D260, 0x0EA65, 0x0D530, 0x05AA0, 0x076A3),
    *(0x096D0, 0x04AFB, 0x04AD0, 0x0A4D0),
)
_LATER = 0x10000
# How long the country rests at least, also where the year's days are not announced.
_RESTS = {(10, 1): 7, (5, 1): 5}
_NEW_YEAR_RESTS = 7


@lru_cache(maxsize=64)
def festival(name: str, year: int) -> date | None:
    """The day it falls on, in the years whose calendar is known."""
    calendar = holidays.country_holidays("CN", years=year, language="en_US")
    found = (day for day, names in calendar.items() if _is(names, name))
    return min(found, default=None)


def _is(names: str, name: str) -> bool:
    """Not the eve, and not the day off somebody made up for it."""
    eve_or_moved = ("Eve", "observed", "substituted")
    return name in names and not any(word in names for word in eve_or_moved)


def first_working(rest: date) -> date:
    """The first day China works after that holiday, swapped days counted."""
    new_year = rest == festival(NEW_YEAR, rest.year)
    length = _NEW_YEAR_RESTS if new_year else _RESTS.get((rest.month, rest.day), 1)
    return _working(rest + timedelta(days=length), timedelta(days=1))


def last_working(rest: date) -> date:
    """The last day China works before it."""
    one = timedelta(days=1)
    return _working(rest - one, -one)


def _working(start: date, step: timedelta) -> date:
    calendar = holidays.country_holidays("CN", language="en_US")
    while not calendar.is_working_day(start):
        start += step
    return start


def day(year: int, month: int, number: int, *, again: bool = False) -> date | None:
    """That day of the Chinese year; None when it has none or nobody knows it."""
    months = _months(year)
    first = festival(NEW_YEAR, year)
    if first is None or (month, again) not in months:
        return None
    if not 1 <= number <= months[month, again]:
        return None
    place = list(months).index((month, again))
    before = sum(list(months.values())[:place])
    return first + timedelta(days=before + number - 1)


def _months(year: int) -> dict[tuple[int, bool], int]:
    """The months of a year in order, with their days; the one that comes twice too."""
    if not _FIRST <= year < _FIRST + len(_YEARS):
        return {}
    code = _YEARS[year - _FIRST]
    months: dict[tuple[int, bool], int] = {}
    for month in range(1, 13):
        months[month, False] = 30 if code & (_LATER >> month) else 29
        if month == code & 0xF:
            months[month, True] = 30 if code & _LATER else 29
    return months
