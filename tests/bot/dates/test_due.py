"""Due.at: from a person's calendar and clock to the instant."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Due
from tests.bot.dates.moments import BERLIN


def test_wall_time_becomes_an_instant() -> None:
    due = Due(date(2026, 3, 12), time(17, 0))
    assert due.at(BERLIN) == datetime(2026, 3, 12, 16, 0, tzinfo=UTC)


def test_instant_is_in_utc() -> None:
    assert Due(date(2026, 3, 12), None).at(BERLIN).tzinfo is UTC


def test_day_alone_ends_at_six_in_the_evening() -> None:
    assert Due(date(2026, 3, 12), None).at(UTC).time() == time(18, 0)


def test_team_may_end_its_day_elsewhere() -> None:
    due = Due(date(2026, 3, 12), None)
    assert due.at(UTC, end_of_day=time(16, 30)).time() == time(16, 30)


def test_midnight_is_a_time_not_the_end_of_the_day() -> None:
    due = Due(date(2026, 3, 12), time(0, 0))
    assert due.at(UTC) == datetime(2026, 3, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("skipped", [time(2, 0), time(2, 30), time(2, 59, 59)])
def test_skipped_wall_time_moves_just_behind_the_gap(skipped: time) -> None:
    due = Due(date(2026, 3, 29), skipped)
    assert due.at(BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_time_right_after_the_gap_is_itself() -> None:
    due = Due(date(2026, 3, 29), time(3, 0))
    assert due.at(BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_half_hour_gap_of_lord_howe() -> None:
    due = Due(date(2026, 10, 4), time(2, 15))
    zone = ZoneInfo("Australia/Lord_Howe")
    assert due.at(zone).astimezone(zone).time() == time(2, 30)


def test_repeated_wall_time_happens_the_first_time() -> None:
    due = Due(date(2026, 10, 25), time(2, 30))
    assert due.at(BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
