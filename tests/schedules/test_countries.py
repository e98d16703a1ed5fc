"""Whose holidays count for somebody, by the clock they live by."""

import pytest

from bot.model.people import Organization
from schedules import WorkCalendar

CALENDAR = WorkCalendar()
BERLIN = Organization(1, "Tea", "Europe/Berlin", "en", "DE")


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/Amsterdam", "DE"),  # what Slack tells of many who live in Berlin
        ("Asia/Shanghai", "CN"),
        ("Asia/Chongqing", "CN"),
        ("America/New_York", "US"),
        ("Europe/London", "GB"),
        ("Africa/Lagos", "NG"),  # Berlin's time in winter only
        ("UTC", "DE"),
        ("Etc/GMT+8", "DE"),
    ],
)
def test_who_lives_by_another_clock_has_their_own_holidays(
    zone: str, country: str
) -> None:
    """Everybody else has the organization's."""
    assert CALENDAR.country(zone, BERLIN) == country


def test_where_the_organization_has_no_holidays_nobody_has() -> None:
    """Its owner did not say where it is."""
    nowhere = Organization(1, "Tea", "UTC", "en")
    assert CALENDAR.country("Asia/Shanghai", nowhere) is None
