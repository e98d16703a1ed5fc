"""Wall times and instants around clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.moments import instant


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        ("Europe/Berlin", date(2026, 3, 2), time(9, 30), "2026-03-02T08:30"),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T01:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),
        ("America/New_York", date(2026, 3, 8), time(2, 0), "2026-03-08T07:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30"),
        ("Asia/Shanghai", date(2026, 3, 29), time(2, 30), "2026-03-28T18:30"),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04T14:45"),
        ("Asia/Kathmandu", date(2026, 3, 29), time(9, 30), "2026-03-29T03:45"),
        ("Pacific/Chatham", date(2026, 9, 27), time(3, 0), "2026-09-26T14:00"),
        ("Pacific/Chatham", date(2026, 4, 5), time(3, 0), "2026-04-04T13:15"),
        ("Africa/Casablanca", date(2026, 2, 15), time(2, 30), "2026-02-15T01:30"),
        ("Africa/Casablanca", date(2026, 3, 22), time(2, 30), "2026-03-22T02:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(9, 0), "2011-12-30T10:00"),
    ],
)
def test_a_skipped_time_moves_to_just_after_the_gap(
    zone: str, day: date, wall: time, expected: str
) -> None:
    """A repeated time is its first happening; a day that never was, its end."""
    assert instant(day, wall, ZoneInfo(zone)) == datetime.fromisoformat(
        expected
    ).replace(tzinfo=UTC)


@given(
    st.dates(date(2000, 1, 1), date(2037, 12, 31)),
    st.times(),
    st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Asia/Tehran"]
    ),
)
def test_an_instant_is_never_before_its_wall_time(
    day: date, wall: time, zone: str
) -> None:
    """On the zone's own clocks the instant shows the wall time, or up to two hours
    later.
    """
    wall = wall.replace(microsecond=0)
    shown = (
        instant(day, wall, ZoneInfo(zone))
        .astimezone(ZoneInfo(zone))
        .replace(tzinfo=None)
    )
    assert timedelta() <= shown - datetime.combine(day, wall) <= timedelta(hours=2)
