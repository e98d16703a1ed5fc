"""Working days and public holidays per country, swapped days (调休) included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from babel.core import get_global
from holidays.holiday_base import HolidayBase

from bot.model.nations import load_each_when_asked
from bot.model.people import Organization
from schedules import recurrence

load_each_when_asked()

ENGLISH = "en"
YEARLY = 3  # so many years in a row with swapped days make it a custom
SWAP = 4
NOWHERE = "ZZ"  # the territory of UTC and the like
LOCALES = {"en": ("en_US", "en_GB"), "zh": ("zh_CN", "zh_HK", "zh_TW")}


class WorkCalendar:
    """Satisfies `bot.ports.Calendar` with the `holidays` library and RFC 5545 rules."""

    def __init__(self) -> None:
        # Babel and the library load what they share at the first question: better now
        # than in the event loop.
        _look_up("CN", ENGLISH, 2026)

    def country(self, zone: str, organization: Organization) -> str | None:
        """The organization's for all who share its clock: chats tell Amsterdam of who
        lives in Berlin.
        """
        home = organization.country
        if home is None or _same_clock(zone, organization.zone):
            return home
        return _country_of(zone) or home

    def is_working_day(
        self, day: date, country: str | None, days: frozenset[int]
    ) -> bool:
        """Whether people who work on these weekdays work on that day there.

        A swapped day off the own week counts for who works the whole official week: the
        day it makes up for was theirs too. An unknown country has weekdays only.
        """
        year = _year(country, ENGLISH, day.year)
        if day.weekday() in days:
            return day not in year.names
        return day in year.swapped and year.week <= days

    def holiday(self, day: date, country: str | None, language: str) -> str | None:
        """The public holiday's name: in that language, in English, or in its own."""
        return _year(country, language, day.year).names.get(day)

    def days_off(
        self, country: str | None, year: int, language: str
    ) -> Mapping[date, str]:
        """Every public holiday of the year with its name, the first first."""
        return dict(sorted(_year(country, language, year).names.items()))

    def worked_instead(self, country: str | None, year: int) -> Sequence[date]:
        """The days off the usual week that are worked that year (调休)."""
        return sorted(_year(country, ENGLISH, year).swapped)

    def announced(self, country: str | None, year: int) -> bool:
        """Whether the swapped days of the year are known, where there are such every
        year: the library has them once the government named them.
        """
        swaps = _swap_years((country or "").upper())
        usual = len(swaps) >= YEARLY and swaps[-1] - swaps[-YEARLY] == YEARLY - 1
        return not usual or year <= swaps[-1]

    def knows(self, country: str) -> bool:
        """Whether there is a calendar of that country, or of that part of one."""
        return _look_up(country, ENGLISH, date.min.year) is not None

    def next_day(self, rule: str, start: date, after: date) -> date | None:
        """The first day after `after` on which the rule happens; None when it ended."""
        return recurrence.next_day(rule, start, after)


@lru_cache(maxsize=64)
def _swap_years(country: str) -> tuple[int, ...]:
    """The years in which a country swapped days off, as far as they are known."""
    known = _look_up(country, ENGLISH, date.min.year)
    special = getattr(known, "special_public_holidays", None) or {}
    return tuple(sorted(year for year, days in special.items() if _swaps(days)))


def _swaps(days: tuple[object, ...]) -> bool:
    """Whether any of them is a day off with the day that is worked for it: its month
    and day, and the other one's.
    """
    each = days if isinstance(days[0], tuple) else (days,)
    return any(
        isinstance(day, tuple) and len(day) == SWAP and isinstance(day[2], int)
        for day in each
    )


@lru_cache(maxsize=512)
def _same_clock(one: str, other: str) -> bool:
    """Whether both show the same time, in winter and in summer."""
    return _offsets(one) == _offsets(other)


def _offsets(zone: str) -> list[timedelta | None]:
    tz = ZoneInfo(zone)
    return [datetime(2026, month, 1, tzinfo=tz).utcoffset() for month in (1, 7)]


def _country_of(zone: str) -> str | None:
    """The country a zone lies in; None for those of no country, such as UTC."""
    name = get_global("zone_aliases").get(zone, zone)
    found = get_global("zone_territories").get(name)
    return None if found in (None, NOWHERE) else str(found)


@dataclass(frozen=True, slots=True)
class _Year:
    """One country's year: days off, days worked instead, and the official week."""

    names: dict[date, str]
    swapped: frozenset[date]
    week: frozenset[int]


NO_COUNTRY = _Year({}, frozenset(), frozenset(range(5)))


@lru_cache(maxsize=512)
def _year(country: str | None, language: str, year: int) -> _Year:
    found = _look_up(country, language, year)
    if found is None:
        return NO_COUNTRY
    first, last = date(year, 1, 1), date(year, 12, 31)
    every = [first + timedelta(n) for n in range((last - first).days + 1)]
    weekend = {day for day in every if found.is_weekend(day)}
    # Only `is_working_day` knows the swapped days: as holidays they do not exist.
    swapped = frozenset(day for day in weekend if found.is_working_day(day))
    week = frozenset(range(7)) - {day.weekday() for day in weekend}
    return _Year(_names(found, language), swapped, week)


def _look_up(country: str | None, language: str, year: int) -> HolidayBase | None:
    """A country's days, or those of a part of it: "DE-BY"."""
    code, _, part = (country or "").upper().partition("-")
    try:
        known = holidays.country_holidays(code, subdiv=part or None)
    except (NotImplementedError, AttributeError):
        return None
    return holidays.country_holidays(
        code,
        subdiv=part or None,
        years=year,
        expand=False,
        language=_locale(known, language),
    )


def _locale(known: HolidayBase, language: str) -> str:
    """The closest locale it has: China's before Taiwan's, English before its own."""
    for locale in (*LOCALES.get(language, ()), *LOCALES[ENGLISH]):
        if locale in known.supported_languages:
            return locale
    return known.default_language or ""


def _names(found: HolidayBase, language: str) -> dict[date, str]:
    """The names people use: a swapped day off is called after its feast."""
    comma = "、" if language == "zh" else ", "
    named = {day: comma.join(found.get_list(day)) for day in found}
    label = getattr(found, "substituted_label", None)
    if label is None:
        return named
    mark = str(found.tr(label)).partition("%s")[0]
    feasts = {day: name for day, name in named.items() if not name.startswith(mark)}
    return {
        day: feasts[day] if day in feasts else _closest(feasts, day, name)
        for day, name in named.items()
    }


def _closest(feasts: dict[date, str], day: date, otherwise: str) -> str:
    near = [feast for feast in feasts if abs(feast - day) <= timedelta(days=7)]
    closest = min(near, key=lambda feast: (abs(feast - day), feast), default=None)
    return otherwise if closest is None else feasts[closest]
