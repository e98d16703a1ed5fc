"""Recurrence on local dates, against dates counted by hand and against the calendar."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.recurrence import next_day

ABUSE = ["", " ", ";", "FREQ=", "\0", "RRULE:", "FREQ=WEEKLY;BYDAY=XX", "每天"]
STARTS = st.dates(date(2018, 1, 1), date(2026, 12, 31))
RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=2;BYMONTH=3,11",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE,SU;WKST=SU",
        "FREQ=WEEKLY;BYDAY=FR;COUNT=5",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    ]
)


def _first(rule: str, start: date, count: int) -> list[date]:
    found: list[date] = []
    after = start - timedelta(1)
    while len(found) < count and (day := next_day(rule, start, after)):
        found.append(day)
        after = day
    return found


@pytest.mark.parametrize(
    ("rule", "start", "days"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-03-02", "03-02 03-16 03-30 04-13"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-03-04", "03-16 03-30 04-13"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", "01-30 02-27 03-27 04-24"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", "01-31 03-31 05-31 07-31"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "2026-03-03", "03-04 03-09 03-11"),
        ("RRULE:freq=daily;count=2", "2026-03-28", "03-28 03-29"),
        ("FREQ=DAILY;UNTIL=20260330", "2026-03-28", "03-28 03-29 03-30"),
        ("FREQ=DAILY;UNTIL=20260330T220000Z", "2026-03-28", "03-28 03-29 03-30"),
    ],
)
def test_rule_happens_on_its_days(rule: str, start: str, days: str) -> None:
    """Counted by hand on a calendar; clock changes in between change nothing."""
    wanted = [date.fromisoformat(f"2026-{day}") for day in days.split()]
    assert _first(rule, date.fromisoformat(start), len(wanted)) == wanted


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=2", "FREQ=DAILY;UNTIL=20260329"])
def test_rule_that_ended_has_no_next_day(rule: str) -> None:
    """None, not an error: the ritual is over."""
    assert next_day(rule, date(2026, 3, 28), date(2026, 3, 29)) is None


def test_day_that_never_comes_is_none() -> None:
    """There is no 30 February, and asking costs a moment, once."""
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    assert next_day(rule, date(2026, 1, 1), date(2026, 1, 1)) is None


def test_start_is_a_happening_only_if_the_rule_says_so() -> None:
    """A Wednesday start of a Monday rule waits for Monday."""
    wednesday = date(2026, 3, 4)
    assert next_day("FREQ=WEEKLY;BYDAY=MO", wednesday, date(2020, 1, 1)) == date(
        2026, 3, 9
    )


@given(rule=RULES, start=STARTS, ahead=st.integers(-400, 800))
def test_looking_far_ahead_finds_the_same_days(
    rule: str, start: date, ahead: int
) -> None:
    """The jump towards `after` lands on the days that walking from the start finds."""
    after = start + timedelta(ahead)
    walked = next_day(rule, start, start - timedelta(1))
    while walked is not None and walked <= after:
        walked = next_day(rule, start, walked)
    assert next_day(rule, start, after) == walked


@given(start=STARTS, weeks=st.integers(1, 8))
def test_days_of_a_weekly_rule_are_whole_weeks_apart(start: date, weeks: int) -> None:
    """Twelve happenings, always the same number of days between them."""
    days = _first(f"FREQ=WEEKLY;INTERVAL={weeks}", start, 12)
    assert days[0] == start
    assert {later - day for day, later in pairwise(days)} == {timedelta(weeks=weeks)}


@pytest.mark.parametrize(
    "rule",
    [
        *ABUSE,
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;FREQ=WEEKLY",
        "INTERVAL=2",
        "FREQ=DAILY;UNTIL=20261399",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=DAILY;BYMONTH=00",
        "FREQ=DAILY;BYMONTHDAY=,,",
        "DTSTART:20260101\nRRULE:FREQ=DAILY",
        "FREQ=DAILY\nFREQ=DAILY",
        "RDATE:20260101",
    ],
)
def test_what_is_no_rule_of_days_is_refused(rule: str) -> None:
    """A ValueError that names it, never another error and never a hang."""
    with pytest.raises(ValueError, match="recurrence rule"):
        next_day(rule, date(2026, 1, 1), date(2026, 1, 1))


PARTS = st.lists(
    st.one_of(
        st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
        st.from_regex(r"BYDAY=[-+0-9MOTUWEHFRSA,]{0,6}", fullmatch=True),
        st.from_regex(
            r"BY(MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS)=[-+0-9,]{0,5}", fullmatch=True
        ),
        st.from_regex(r"(INTERVAL|COUNT|WKST|UNTIL)=[0-9A-Z]{0,8}", fullmatch=True),
    ),
    max_size=3,
).map(";".join)


@given(rule=st.one_of(st.text(max_size=40), PARTS))
def test_any_text_is_answered_or_refused(rule: str) -> None:
    """Whatever is typed, nothing but a ValueError comes of it."""
    with suppress(ValueError):
        next_day(rule, date(2026, 1, 1), date(2026, 1, 1))


def test_ten_years_of_stand_ups_are_looked_up_at_once() -> None:
    """A rule that began long ago costs no more than one that began today."""
    begun = perf_counter()
    for day in range(250):
        next_day("FREQ=DAILY", date(2010, 1, day % 28 + 1), date(2026, 6, 1))
    assert perf_counter() - begun < 2
