"""Days and instants of stand-ups against tables, ordered as people do in either tongue.

The days follow the examples of RFC 5545 and of schedulers with "third Friday" and "last
weekday"; the instants are where clocks change. Both were counted without the product.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.commands.standup.values import known_days
from bot.model.standup.times import ask_time, close_time
from schedules.recurrence import next_day
from tests.bot.model.standups import EVERY_DAY, person, standup
from tests.sources import ROOT

TABLE = ROOT / "tests/data/repetitions.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]


def days(words: str, start: date, count: int) -> str:
    """The first days of a stand-up that is ordered with these words."""
    rule = known_days(words)
    assert rule, words
    found: list[date] = []
    while len(found) < count:
        after = found[-1] if found else start - timedelta(days=1)
        day = next_day(rule, start, after)
        assert day
        found.append(day)
    return " ".join(map(str, found))


@pytest.mark.parametrize(("english", "chinese", "start", "wanted"), ROWS)
def test_a_stand_up_happens_on_the_days_of_the_table(
    english: str, chinese: str, start: str, wanted: str
) -> None:
    """Over ends of years, 29 February, months without a 31st."""
    begin, count = date.fromisoformat(start), len(wanted.split())
    assert days(english, begin, count) == wanted
    assert days(chinese, begin, count) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "every other weekday",
        "every 3 working days",
        "every second working day except friday",
        "friday the 13th",
        "twice a week",
        "每隔一个工作日",
        "每三个工作日",
        "每周两次",
    ],
)
def test_days_that_no_rule_can_say_are_refused(words: str) -> None:
    """Something like them would be a stand-up that nobody ordered."""
    assert known_days(words) is None


# Where, its day and time there, and when that is in UTC.
ASKED = """\
Europe/Berlin       2026-03-28 02:30  03-28 01:30
Europe/Berlin       2026-03-29 02:30  03-29 01:00
Europe/Berlin       2026-03-29 09:30  03-29 07:30
Europe/Berlin       2026-10-25 02:30  10-25 00:30
Europe/Berlin       2026-10-25 09:30  10-25 08:30
America/New_York    2026-03-08 02:30  03-08 07:00
America/New_York    2026-11-01 01:30  11-01 05:30
America/New_York    2026-11-01 09:30  11-01 14:30
Australia/Lord_Howe 2026-04-05 01:45  04-04 14:45
Australia/Lord_Howe 2026-04-05 09:30  04-04 23:00
Australia/Lord_Howe 2026-10-04 02:15  10-03 15:30
Australia/Lord_Howe 2026-10-04 09:30  10-03 22:30
Asia/Kathmandu      2026-03-29 09:30  03-29 03:45
Pacific/Apia        2026-09-27 09:30  09-26 20:30
Pacific/Apia        2021-04-04 03:30  04-03 13:30
Africa/Casablanca   2026-02-14 09:30  02-14 08:30
Africa/Casablanca   2026-02-16 09:30  02-16 09:30
Africa/Casablanca   2026-03-22 02:30  03-22 02:00
Africa/Casablanca   2026-03-23 09:30  03-23 08:30
Pacific/Chatham     2026-04-05 03:00  04-04 13:15
Pacific/Chatham     2026-04-06 09:30  04-05 20:45
Pacific/Chatham     2026-09-27 03:00  09-26 14:00
Pacific/Chatham     2026-09-28 09:30  09-27 19:45
""".splitlines()


@pytest.mark.parametrize("row", ASKED)
def test_people_are_asked_at_the_instant_of_the_table(row: str) -> None:
    """After a gap, and the first time of two."""
    zone, day, wall, *wanted = row.split()
    made = standup(at=time.fromisoformat(wall))
    at = ask_time(made, person(1, zone), date.fromisoformat(day), EVERY_DAY)
    assert f"{at.astimezone(UTC):%m-%d %H:%M}".split() == wanted


# A window over midnight: where, on which day, from when until when, and its hours.
OPEN = """\
Europe/Berlin       2026-03-27 16:00 08:00  16
Europe/Berlin       2026-03-28 16:00 08:00  15
Europe/Berlin       2026-10-24 16:00 08:00  17
Europe/Berlin       2026-10-24 23:00 02:30  3.5
America/New_York    2026-03-07 22:00 02:30  4
America/New_York    2026-10-31 22:00 02:30  5.5
Australia/Lord_Howe 2026-04-04 22:00 06:00  8.5
Australia/Lord_Howe 2026-10-03 22:00 06:00  7.5
Africa/Casablanca   2026-03-21 22:00 06:00  7
Pacific/Chatham     2026-04-04 22:00 03:00  5
Pacific/Chatham     2026-04-04 22:00 06:00  9
Asia/Kathmandu      2026-10-24 22:00 06:00  8
""".splitlines()


@pytest.mark.parametrize("row", OPEN)
def test_a_window_over_midnight_closes_by_the_clock(row: str) -> None:
    """It is an hour longer or shorter where clocks change in it."""
    zone, on, begins, ends, hours = row.split()
    wall, end = time.fromisoformat(begins), time.fromisoformat(ends)
    made = standup(at=wall, home_zone=zone, close_at=end, closes_next=True)
    day = date.fromisoformat(on)
    asked: datetime = ask_time(made, person(1, zone), day, EVERY_DAY)
    assert close_time(made, day, asked) - asked == timedelta(hours=float(hours))
