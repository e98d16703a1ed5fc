"""Days of the Chinese calendar and the days around its holidays."""

from datetime import date, datetime

import holidays
import pytest

from bot.dates import Due, NotADate, find, lunar, read

NOW = datetime(2027, 3, 11, 14, 20)  # noqa: DTZ001 - a Thursday, on the speaker's clock
YEARS = range(2024, 2036)


@pytest.mark.parametrize("year", YEARS)
def test_every_year_meets_the_festivals_on_the_way(year: int) -> None:
    """Also those of Hong Kong, whose calendar keeps the fourth and the ninth month."""
    known = holidays.country_holidays("HK", years=year, language="en_US")
    days = {name: day for day, names in known.items() for name in names.split("; ")}
    festivals = {
        (4, 8): "Birthday of the Buddha",
        (5, 5): "Tuen Ng Festival",
        (9, 9): "Chung Yeung Festival",
    }
    for (month, number), name in festivals.items():
        moved = name not in days  # to the Monday after it
        assert moved or lunar.day(year, month, number) == days[name]
    assert lunar.day(year, 1, 1) == lunar.festival(lunar.NEW_YEAR, year)
    assert lunar.day(year, 8, 15) == lunar.festival(lunar.MID_AUTUMN, year)


@pytest.mark.parametrize("year", YEARS)
def test_every_year_ends_where_the_next_begins(year: int) -> None:
    """除夕 is the 29th or the 30th of the twelfth month."""
    eves = (lunar.day(year, 12, number) for number in (30, 29))
    eve = next(day for day in eves if day)
    new_year = lunar.festival(lunar.NEW_YEAR, year + 1)
    assert new_year is not None
    assert (new_year - eve).days == 1


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("农历五月初五", date(2027, 6, 9)),
        ("農曆五月初五前", date(2027, 6, 9)),
        ("腊月二十三", date(2028, 1, 19)),
        ("正月初八", date(2028, 2, 2)),
        ("大年初六", date(2028, 1, 31)),
        ("腊八节", date(2028, 1, 4)),
        ("七夕前三天", date(2027, 8, 5)),
        ("2025年闰六月初一", date(2025, 7, 25)),
        ("国庆后第一个工作日", date(2027, 10, 8)),
        ("五一之后第一个工作日", date(2027, 5, 6)),
        ("春节后首个工作日", date(2028, 2, 2)),
        ("中秋前最后一个工作日", date(2027, 9, 14)),
        ("五一前", date(2027, 5, 1)),
        ("六一八当天", date(2027, 6, 18)),
        ("十一长假前", date(2027, 10, 1)),
        ("4月上旬", date(2027, 4, 10)),
        ("本月下旬", date(2027, 3, 31)),
        ("上半年结束前", date(2027, 6, 30)),
        ("下个月初五号", date(2027, 4, 5)),
        ("end of h1", date(2027, 6, 30)),
        ("first week of april", date(2027, 4, 1)),
        ("third week of june, on friday", date(2027, 6, 18)),
        ("monday first thing", date(2027, 3, 15)),
        ("the first working day after easter", date(2027, 3, 29)),
    ],
)
def test_what_was_mended_stays_so(typed: str, day: date) -> None:
    """Each of another kind."""
    assert read(typed, NOW) == Due(day, None)


def test_the_working_saturday_before_a_holiday_counts() -> None:
    """China works on 14 February 2026, the day before its new year's days off."""
    assert lunar.last_working(date(2026, 2, 15)) == date(2026, 2, 14)
    assert lunar.first_working(date(2026, 2, 17)) == date(2026, 2, 24)


@pytest.mark.parametrize("typed", ["初五", "下个月初五", "国庆后", "腊月里"])
def test_what_is_half_said_is_asked_for(typed: str) -> None:
    """Nobody knows which month, or how long after."""
    with pytest.raises(NotADate):
        read(typed, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Sunday Ltd wants a quote",
        "Monday.com export is broken",
        "五一广场店缺货",
        "618号海报",
        "明天系列茶杯",
        "周五金店铺",
        "小明天天迟到",
        "后天性缺陷",
    ],
)
def test_names_are_no_days(text: str) -> None:
    """Companies, products and people."""
    assert find(text, NOW) == ()
