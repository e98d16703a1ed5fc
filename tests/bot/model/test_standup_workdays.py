"""The working days of a rule are those of a calendar."""

from datetime import date, timedelta

import pytest

from bot.model.standup import WEEKDAYS
from bot.model.standup.workdays import day_after
from schedules.calendars import WorkCalendar
from schedules.recurrence import next_day

NTH = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS="
OFFICE = frozenset(range(5))
CALENDAR = WorkCalendar()


def happens(rule: str, start: str, country: str, count: int) -> str:
    """Its first days."""
    begin = date.fromisoformat(start)
    day: date | None = begin - timedelta(days=1)
    found: list[str] = []

    def works(each: date) -> bool:
        return CALENDAR.is_working_day(each, country, OFFICE)

    while day and len(found) < count:
        day = day_after(rule, begin, day, works, next_day)
        found += [f"{day:%m-%d}"] if day else []
    return " ".join(found)


@pytest.mark.parametrize(
    ("rule", "start", "country", "days"),
    [
        # 1 May is a holiday in Germany, and 1 to 5 May in China; 9 May is worked.
        (f"{NTH}1", "2026-04-10", "DE", "05-04 06-01 07-01"),
        (f"{NTH}1", "2026-04-10", "CN", "05-06 06-01 07-01"),
        (f"{NTH}3", "2026-05-01", "CN", "05-08 06-03"),
        (f"{NTH}4", "2026-05-01", "CN", "05-09 06-04"),
        # Christmas and the day after are holidays; 31 December is a Thursday.
        (f"{NTH}-1", "2026-11-01", "DE", "11-30 12-31 01-29"),
        (f"{NTH}1,-1", "2026-04-01", "DE", "04-01 04-30 05-04 05-29"),
        (f"{NTH}-2", "2026-04-01", "DE", "04-29 05-28"),
        (f"{NTH}1".replace(";BYDAY", ";INTERVAL=2;BYDAY"), "2026-03-01", "DE",
         "03-02 05-04 07-01"),
        ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "2026-04-01", "DE", "06-30 09-30 12-31 03-31"),
        (WEEKDAYS, "2026-12-23", "DE", "12-23 12-24 12-28"),
        (f"{WEEKDAYS};UNTIL=20261228", "2026-12-23", "DE", "12-23 12-24 12-28"),
        (f"{WEEKDAYS};UNTIL=20261227", "2026-12-23", "DE", "12-23 12-24"),
        (f"{NTH}1;UNTIL=20260504", "2026-04-10", "DE", "05-04"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260504", "2026-04-20", "DE",
         "04-20 04-27 05-04"),
    ],
)  # fmt: skip
def test_a_rule_of_working_days_knows_holidays(
    rule: str, start: str, country: str, days: str
) -> None:
    """Counted by hand; a rule that ended has no next day."""
    count = len(days.split()) + (1 if "UNTIL" in rule else 0)
    assert happens(rule, start, country, count) == days
