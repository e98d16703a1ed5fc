"""Working days and holidays, as people in each country know them."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.region import REGIONS
from schedules import WorkCalendar

if TYPE_CHECKING:
    from bot.ports import Calendar

    _: type[Calendar] = WorkCalendar

CALENDAR = WorkCalendar()
OFFICE = frozenset(range(5))
SHOP = frozenset(range(6))

# Working weekend days of China, from the State Council's yearly notices.
SWAPPED = {
    2018: "0211 0224 0408 0428 0929 0930 1229",
    2019: "0202 0203 0428 0505 0929 1012",
    2020: "0119 0426 0509 0628 0927 1010",
    2021: "0207 0220 0425 0508 0918 0926 1009",
    2022: "0129 0130 0402 0424 0507 1008 1009",
    2023: "0128 0129 0423 0506 0625 1007 1008",
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31))


def _days(year: int, months_and_days: str) -> set[date]:
    return {
        date(year, int(word[:2]), int(word[2:])) for word in months_and_days.split()
    }


@pytest.mark.parametrize("year", SWAPPED)
def test_chinas_swapped_weekends_are_worked_and_no_others(year: int) -> None:
    """Exactly the Saturdays and Sundays the State Council named are working days."""
    every = [date(year, 1, 1) + timedelta(n) for n in range(365)]
    weekends = [day for day in every if day.weekday() >= 5]
    worked = {day for day in weekends if CALENDAR.is_working_day(day, "CN", OFFICE)}
    assert worked == _days(year, SWAPPED[year])


@pytest.mark.parametrize(
    ("day", "country", "works"),
    [
        (date(2026, 2, 20), "CN", False),  # Spring Festival, made up for on the 14th
        (date(2026, 2, 24), "CN", True),
        (date(2024, 10, 7), "CN", False),
        (date(2026, 2, 14), "DE", True),  # a Saturday in a shop that opens on Saturdays
        (date(2026, 10, 3), "DE", False),  # German Unity, a Saturday
        (date(2026, 5, 1), "DE", False),
        (date(2026, 7, 3), "US", False),  # the Fourth, observed on the Friday
        (date(2026, 5, 1), "US", True),
    ],
)
def test_shop_week_knows_the_holidays(day: date, country: str, works: bool) -> None:
    """Who works Monday to Saturday is free on the country's holidays."""
    assert CALENDAR.is_working_day(day, country, SHOP) is works


def test_swapped_day_is_not_asked_of_who_works_part_of_the_week() -> None:
    """The day a swapped Saturday makes up for may not have been theirs."""
    saturday = date(2026, 2, 14)
    assert not CALENDAR.is_working_day(saturday, "CN", frozenset({0, 2}))
    assert CALENDAR.is_working_day(saturday, "CN", frozenset({0, 5}))


def test_own_week_wins_over_the_countrys_weekend() -> None:
    """Who works Sunday to Thursday is free on Friday, wherever the shop is."""
    week = frozenset({6, 0, 1, 2, 3})
    assert CALENDAR.is_working_day(date(2026, 3, 8), "IL", week)
    assert CALENDAR.is_working_day(date(2026, 3, 8), "DE", week)
    assert not CALENDAR.is_working_day(date(2026, 3, 6), "IL", week)


@given(day=st.dates(), days=st.frozensets(st.integers(0, 6)))
@pytest.mark.parametrize("country", [None, "", "XX", "nowhere", "HolidayBase", "🐈"])
def test_unknown_country_has_weekdays_only(
    country: str | None, day: date, days: frozenset[int]
) -> None:
    """A country nobody knows has no holidays, whatever the day."""
    assert CALENDAR.is_working_day(day, country, days) is (day.weekday() in days)
    assert CALENDAR.holiday(day, country, "en") is None


@given(
    day=st.dates(), country=st.sampled_from(["CN", "DE", "us", "HK", "TW", "IL", "VN"])
)
def test_nobody_works_on_a_holiday(day: date, country: str) -> None:
    """A day with a holiday's name is no working day, even for who works all week."""
    named = CALENDAR.holiday(day, country, "zh")
    works = CALENDAR.is_working_day(day, country, frozenset(range(7)))
    assert works is (named is None)


@given(day=DAYS, country=st.sampled_from(["CN", "DE", "US", "TW"]))
def test_who_never_works_is_never_asked(day: date, country: str) -> None:
    """No weekday is theirs, so no swapped one is either."""
    assert not CALENDAR.is_working_day(day, country, frozenset())


@pytest.mark.parametrize(
    ("day", "country", "language", "name"),
    [
        (date(2026, 10, 1), "CN", "zh", "国庆节"),
        (date(2026, 10, 1), "CN", "en", "National Day"),
        (date(2026, 10, 3), "DE", "en", "German Unity Day"),
        (date(2026, 10, 3), "DE", "zh", "German Unity Day"),  # no Chinese: English
        (date(2020, 10, 1), "CN", "zh", "中秋节、国庆节"),
        (date(2026, 7, 1), "HK", "zh", "香港特别行政区成立纪念日"),
        (date(2026, 3, 3), "CN", "zh", None),
    ],
)
def test_holiday_is_named_in_the_readers_language(
    day: date, country: str, language: str, name: str | None
) -> None:
    """In Chinese or English where the library has it; never a bare code."""
    assert CALENDAR.holiday(day, country, language) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 4, 5), "清明节"),
        (date(2024, 9, 16), "中秋节"),
        (date(2024, 10, 7), "国庆节"),
        (date(2024, 5, 3), "劳动节"),
    ],
)
def test_swapped_day_off_is_called_after_its_feast(day: date, name: str) -> None:
    """Nobody calls the bridge day "day off, substituted from"."""
    assert CALENDAR.holiday(day, "CN", "zh") == name
    assert "substituted" not in str(CALENDAR.holiday(day, "CN", "en"))


def test_a_part_of_a_country_has_days_of_its_own() -> None:
    """By its ISO 3166-2 code: Corpus Christi in Bavaria, not in Berlin."""
    week, corpus_christi = frozenset(range(5)), date(2026, 6, 4)
    assert not CALENDAR.is_working_day(corpus_christi, "DE-BY", week)
    assert CALENDAR.is_working_day(corpus_christi, "DE-BE", week)
    assert CALENDAR.is_working_day(corpus_christi, "DE", week)
    assert CALENDAR.is_working_day(date(2026, 4, 6), "GB-SCT", week)
    assert not CALENDAR.is_working_day(date(2026, 4, 6), "GB-ENG", week)


@pytest.mark.parametrize("code", sorted(REGIONS))
def test_every_part_that_has_a_name_is_known(code: str) -> None:
    """No name leads to a calendar that is not there."""
    assert CALENDAR.knows(code)


def test_a_calendar_that_is_not_there_is_told() -> None:
    """Rather than that a country had no holidays."""
    assert CALENDAR.knows("DE")
    assert not CALENDAR.knows("XX")
    assert not CALENDAR.knows("DE-ZZ")
