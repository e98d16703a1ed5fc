"""Which days a platform's leave means, and what a reading tells that is new."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.model.absence import Days
from bot.model.leave import News, ToldLeave, away_days, compare, soon
from bot.model.people import Person

CHINA = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 3, 2)


def who(zone: str = "Asia/Shanghai") -> Person:
    """Works from nine to six."""
    return Person(1, 1, "陈雅", zone, "zh")


def at(day: int, hour: int = 0) -> datetime:
    """A moment of March in Hangzhou."""
    return datetime(2026, 3, day, hour, tzinfo=CHINA)


def days(first: int, last: int) -> Days:
    """Days of March."""
    return Days(date(2026, 3, first), date(2026, 3, last))


@pytest.mark.parametrize(
    ("spans", "meant"),
    [
        ([(at(3), at(6))], [(3, 5)]),
        ([(at(3, 9), at(3, 18))], [(3, 3)]),
        ([(at(3, 10), at(3, 17))], [(3, 3)]),
        ([(at(3, 9), at(3, 12))], []),
        ([(at(3, 12), at(5))], [(4, 4)]),
        ([(at(3), at(3, 12)), (at(3, 12), at(4))], [(3, 3)]),
        ([(at(3), at(4)), (at(4), at(5))], [(3, 4)]),
        ([(at(3, 9), at(3, 18)), (at(4, 9), at(4, 18))], [(3, 4)]),
        ([(at(6), at(7)), (at(3), at(4))], [(3, 3), (6, 6)]),
        ([], []),
    ],
)
def test_a_day_counts_when_its_working_hours_are_leave(
    spans: list[tuple[datetime, datetime]], meant: list[tuple[int, int]]
) -> None:
    """Half days and hours are none; two halves are one."""
    assert away_days(spans, who()) == tuple(days(*each) for each in meant)


def test_a_day_of_the_company_is_a_day_where_the_person_lives() -> None:
    """The company's midnight is five in the afternoon in Berlin."""
    assert away_days([(at(3), at(4))], who("Europe/Berlin")) == (days(3, 3),)


def told(first: int, last: int, id: int = 1) -> ToldLeave:
    """Leave that is known."""
    return ToldLeave(id, 7, 1, "dingtalk", days(first, last))


@pytest.mark.parametrize(
    ("known", "now", "news"),
    [
        ([], [days(3, 5)], News(fresh=(days(3, 5),))),
        ([told(3, 5)], [days(3, 5)], News()),
        ([told(3, 5)], [], News(gone=(told(3, 5),))),
        ([told(3, 5)], [days(4, 6)], News(moved=((told(3, 5), days(4, 6)),))),
        ([told(1, 3)], [days(2, 3)], News()),
        ([told(1, 3)], [days(2, 4)], News(moved=((told(1, 3), days(1, 4)),))),
        (
            [told(3, 4), told(6, 7, 2)],
            [days(3, 7)],
            News(moved=((told(3, 4), days(3, 7)),), gone=(told(6, 7, 2),)),
        ),
        ([], [days(1, 1)], News()),
    ],
)
def test_what_is_new(known: list[ToldLeave], now: list[Days], news: News) -> None:
    """Days that are told again are no news, nor are days that are over."""
    assert compare(known, now, TODAY) == news


def test_leave_that_goes_on_beyond_what_is_read_is_told_once() -> None:
    """Each day shows one more day of it: it is longer, not another one."""
    assert compare([told(10, 16)], [days(10, 17)], TODAY).fresh == ()


def test_what_changes_in_a_quarter_of_an_hour_is_read_once() -> None:
    """And never at once: more may follow."""
    nine = datetime(2026, 3, 2, 9, tzinfo=UTC)
    quarter = timedelta(minutes=15)
    assert soon(nine) == soon(nine + quarter - timedelta(seconds=1)) == nine + quarter
    assert soon(nine + quarter) == nine + 2 * quarter
