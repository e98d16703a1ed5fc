"""Dates in figures: 2026-03-12, 12.03.2026, 3/12."""

import re
from datetime import date, datetime

from bot.dates import days, words
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules
from bot.dates.words import WEEKDAY

rules = Rules()


@rules.add(
    Head.FIGURE,
    r"(?P<year>(?:19|2[01])\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
)
def iso(match: re.Match[str], _now: datetime) -> Part:
    """ "2026-03-12"."""
    return Part(_sure(match), dates=_on(match))


def _sure(match: re.Match[str]) -> Strength:
    """An impossible date with dots may well be a version."""
    return Strength.CERTAIN if _on(match) or match["sign"] != "." else Strength.LED


@rules.add(
    Head.FIGURE, r"(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)"
)
@rules.add(
    Head.FIGURE,
    r"(?P<year>20\d\d) (?P<month>0?[1-9]|1[0-2]) (?P<day>[0-2]?\d|3[01])(?!\d)",
)
def run_together(match: re.Match[str], _now: datetime) -> Part | None:
    """ "20260312" may as well be an order number."""
    found = _on(match)
    return Part(Strength.WHOLE, dates=found) if found else None


def _on(match: re.Match[str]) -> tuple[date, ...]:
    return days.on(int(match["year"]), int(match["month"]), int(match["day"]))


@rules.add(
    Head.FIGURE,
    r"(?P<one>\d{1,2}) ?(?P<sign>[-/.]) ?(?P<two>\d{1,2}) ?(?P=sign) ?"
    r"(?P<year>\d{4}|\d\d)(?!\d)",
)
def full(match: re.Match[str], now: datetime) -> Part | None:
    """ "12.03.2026" has the day first, "3/12/2026" the month, unless it cannot be."""
    long = len(match["year"]) == 4
    if match["sign"] == "-" and not long:
        return None  # 03-07-27 is read in three ways
    found = _either(match, now.date(), days.full_year(int(match["year"])))
    return Part(Strength.CERTAIN if long else Strength.LED, dates=found)


@rules.add(Head.FIGURE, r"(?P<one>\d{1,2})(?P<sign>/)(?P<two>\d{1,2})(?![\d/])")
@rules.add(Head.FIGURE, r"(?P<one>\d{1,2})(?P<sign>\.)(?P<two>\d{1,2})\.(?!\d)")
def short(match: re.Match[str], now: datetime) -> Part | None:
    """ "3/12", "12.3."; but 24/7 is always, and 2/3 may be a share."""
    found = _either(match, now.date(), None)
    if not found or match[0] == "24/7":
        return None
    share = match["sign"] == "/" and int(match["one"]) < int(match["two"]) <= 5
    return Part(Strength.WHOLE if share else Strength.LED, dates=found)


@rules.add(
    Head.FIGURE,
    r"(?P<one>\d{1,2})(?P<sign>[-.])(?P<two>\d{1,2})"
    r"(?![\d.]|[-/:]\d| ?[ap]\.?m\b| ?h\b)",
)
def bare(match: re.Match[str], now: datetime) -> Part | None:
    """ "4.22" as a whole; 8.5 could be either way round, or a price."""
    found = _either(match, now.date(), None)
    unsure = match["sign"] == "." and len(set(found)) > 1
    return Part(Strength.WHOLE, dates=found) if found and not unsure else None


@rules.add(
    Head.LETTER, rf"{WEEKDAY},? (?P<one>\d{{1,2}})(?P<sign>\.)(?P<two>\d{{1,2}})"
)
def after_weekday(match: re.Match[str], now: datetime) -> Part | None:
    """ "tuesday 12.09" is a date if that is a tuesday, else a time."""
    wanted = words.weekday(match)
    found = [day for day in _either(match, now.date(), None) if day.weekday() == wanted]
    return Part(dates=(min(found),), weekday=wanted) if found else None


def _either(match: re.Match[str], today: date, year: int | None) -> tuple[date, ...]:
    """Both readings, the likelier first: dots are European, slashes American."""
    one, two = int(match["one"]), int(match["two"])
    orders = [(one, two), (two, one)]
    if match["sign"] == ".":
        orders.reverse()
    return tuple(day for order in orders for day in days.dated(today, year, *order))
