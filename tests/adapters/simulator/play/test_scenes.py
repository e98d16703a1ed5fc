"""The scenes are what they say: checked with the calendars of the world."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays

from adapters.simulator.play.pace import Pace, working_days
from adapters.simulator.play.scenes import Scene, scene_called

COUNTRIES = {
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "IT": "Europe/Rome",
    "US": "America/New_York",
}


def scene(name: str) -> Scene:
    """The scene that must be there."""
    found = scene_called(name)
    assert found is not None
    return found


def working(country: str, day: date) -> bool:
    """Whether people of the country work on that day."""
    return holidays.country_holidays(country, years=day.year).is_working_day(day)


def days_of(which: Scene) -> list[date]:
    """Its days from the first evening on."""
    length = (which.ends - which.begins).days
    return [which.begins.date() + timedelta(days=n) for n in range(1, length + 1)]


def offsets(which: Scene, zone: str) -> set[timedelta | None]:
    """How far the zone's clocks are from Greenwich, at its two ends."""
    moments = (which.begins, which.ends)
    return {moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in moments}


def test_the_usual_week_is_one_everywhere() -> None:
    """No holiday from Monday to Friday, no clock that changes."""
    usual = scene("usual")
    weekdays = [day for day in days_of(usual) if day.weekday() < 5]
    assert len(weekdays) == 5
    for country, zone in COUNTRIES.items():
        assert all(working(country, day) for day in weekdays)
        assert len(offsets(usual, zone)) == 1


def test_china_alone_is_off_and_makes_up_for_it() -> None:
    """National Day until Wednesday, and a Saturday that is worked instead."""
    golden = scene("golden")
    off = [day for day, what in golden.days.items() if what.key == "chinaOff"]
    (saturday,) = (d for d, what in golden.days.items() if what.key == "chinaWorks")
    assert [day.weekday() for day in off] == [0, 1, 2]
    assert not any(working("CN", day) for day in off)
    assert all(working(c, day) for day in off for c in ("DE", "IT", "US"))
    assert saturday.weekday() == 5
    assert working("CN", saturday)
    assert not any(working(c, saturday) for c in ("DE", "IT", "US"))


def test_europe_alone_changes_its_clocks() -> None:
    """On the Sunday that the scene names."""
    winter = scene("winter")
    assert len(offsets(winter, "Europe/Berlin")) == 2
    assert len(offsets(winter, "Asia/Shanghai")) == 1
    assert len(offsets(winter, "America/New_York")) == 1
    (sunday,) = winter.days
    berlin = ZoneInfo("Europe/Berlin")
    before, after = (
        datetime.combine(sunday, datetime.min.time(), berlin) + timedelta(days=n)
        for n in (0, 1)
    )
    assert before.utcoffset() != after.utcoffset()


def test_the_pace_learns_how_much_there_is_to_see() -> None:
    """Weekends count little, and what is left is shared by what is still to come."""
    usual = scene("usual")
    whole = working_days(usual.begins, usual.ends)
    assert 5 <= whole < 6
    slow = Pace(2.0, 2.0, 20, 20.0).wait()
    assert slow == 20.0 * 0.97 / 20
    assert Pace(2.0, 2.0, 20, 20.0, work=0.5).wait() == slow - 0.5
    assert Pace(2.0, 2.0, 40, 20.0).wait() < slow
    assert Pace(2.0, 2.0, 40, 0.0).wait() == 0
