"""Festivals of the Chinese calendar: 春节, 清明, 端午, 中秋."""

from datetime import date
from functools import lru_cache

# With its countries: loading them for the first 春节 would halt the loop for a while.
import holidays.countries

NEW_YEAR = "Chinese New Year"
TOMB_SWEEPING = "Tomb-Sweeping Day"
DRAGON_BOAT = "Dragon Boat Festival"
MID_AUTUMN = "Mid-Autumn Festival"


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
