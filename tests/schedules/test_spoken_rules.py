"""The tables of RFC 5545 §3.8.5.3, and days that other calendars get wrong, as people
would type them in either language.
"""

from datetime import date, timedelta

import pytest

from bot.model.repetition import parse
from schedules.recurrence import next_day

AUTUMN = "1997-09-02"  # a Tuesday, where most tables of the RFC begin


def days(words: str, start: str, count: int) -> str:
    """The first days that the words mean."""
    rule, begin = parse(words), date.fromisoformat(start)
    assert rule, words
    found: list[str] = []
    after = begin - timedelta(days=1)
    while len(found) < count and (day := next_day(rule, begin, after)):
        found.append(f"{day:%m-%d}")
        after = day
    return " ".join(found)


@pytest.mark.parametrize(
    ("english", "chinese", "start", "wanted"),
    [
        ("every other day", "隔天", AUTUMN, "09-02 09-04 09-06 09-08"),
        ("every 10 days", "每10天", AUTUMN, "09-02 09-12 09-22 10-02"),
        ("weekly on tue and thu", "每周二和周四", AUTUMN, "09-02 09-04 09-09 09-11"),
        ("every other week on mon, wed and fri", "隔周的周一、周三、周五", "1997-09-01",
         "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01"),
        ("every 2 weeks on tue and thu", "每两周的周二、周四", AUTUMN,
         "09-02 09-04 09-16 09-18 09-30"),
        ("every 2 weeks on tue and sun", "每两周的周二和周日", "1997-08-05",
         "08-05 08-10 08-19 08-24"),
        ("first friday of the month", "每月第一个周五", AUTUMN,
         "09-05 10-03 11-07 12-05 01-02 02-06"),
        ("every 2 months on the first and last sunday",
         "每两个月的第一个和最后一个周日", AUTUMN,
         "09-07 09-28 11-02 11-30 01-04 01-25"),
        ("second last monday of the month", "每月倒数第二个周一", AUTUMN,
         "09-22 10-20 11-17 12-22 01-19 02-16"),
        ("the 2nd and 15th of every month", "每月2号和15号", AUTUMN,
         "09-02 09-15 10-02 10-15"),
        ("the first and last day of the month", "每月1号和最后一天", AUTUMN,
         "09-30 10-01 10-31 11-01 11-30"),
        ("second last working day of the month", "每月倒数第二个工作日", "1997-09-29",
         "09-29 10-30 11-27 12-30 01-29 02-26"),
        ("the 15th and 30th of the month", "每月15号和30号", "2007-01-15",
         "01-15 01-30 02-15 03-15 03-30"),
        ("monthly on the 31st", "每月31号", "2026-01-01", "01-31 03-31 05-31 07-31"),
        ("last day of the month", "每月最后一天", "2026-01-01",
         "01-31 02-28 03-31 04-30"),
        ("fifth friday of the month", "每月第五个周五", "2026-01-01",
         "01-30 05-29 07-31 10-30"),
        ("every year on 29 feb", "每年2月29日", "2024-01-01", "02-29 02-29"),
        ("last sunday of october", "每年10月最后一个周日", "2025-01-01",
         "10-26 10-25 10-31"),
        ("every 2 weeks on fri", "隔周周五", "2026-12-07", "12-11 12-25 01-08 01-22"),
        ("every 2 weeks on mon", "隔周周一", "2020-12-21", "12-21 01-04 01-18"),
        ("first monday of the quarter", "每季度第一个周一", "2026-02-01",
         "04-06 07-06 10-05 01-04"),
        ("last day of the quarter", "每季度末", "2026-02-01",
         "03-31 06-30 09-30 12-31"),
        ("sun-thu", "周日到周四", "2026-06-10", "06-10 06-11 06-14 06-15"),
    ],
)  # fmt: skip
def test_words_mean_the_days_of_the_tables(
    english: str, chinese: str, start: str, wanted: str
) -> None:
    """Counted by hand; both languages say the same."""
    count = len(wanted.split())
    assert days(english, start, count) == wanted
    assert days(chinese, start, count) == wanted
