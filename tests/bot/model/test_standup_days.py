"""When people are asked, and when a day closes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.people import Hours, Person
from bot.model.standup import WHENEVER
from bot.model.standup.days import Happening, next_happening, plan_day
from bot.model.standup.times import Days, ask_time
from tests.bot.model.standups import (
    CHANGES,
    EVERY_DAY,
    OWN_DAYS,
    days,
    person,
    standup,
    teams,
    walls,
    zones,
)

WEDNESDAY = date(2026, 6, 10)


@given(zones, walls, days)
def test_everybody_is_asked_at_their_own_wall_time(
    zone: str, at: time, day: date
) -> None:
    """09:30 is 09:30 on each clock; only a time that a clock change skips moves."""
    asked = ask_time(standup(at=at), person(1, zone), day, EVERY_DAY).astimezone(
        ZoneInfo(zone)
    )
    assert asked.date() == day
    skipped = asked.time() != at
    assert not skipped or timedelta() < asked - asked.replace(
        hour=at.hour, minute=at.minute
    ) <= timedelta(hours=1)
    assert not skipped or day in _change_days(zone, day)


def _change_days(zone: str, day: date) -> set[date]:
    """The day itself, if the zone's offset changes on it."""
    tz = ZoneInfo(zone)
    begin = datetime.combine(day, time(), tz).utcoffset()
    end = datetime.combine(day + timedelta(days=1), time(), tz).utcoffset()
    return {day} if begin != end else set()


def test_a_time_in_the_gap_moves_to_just_after_it() -> None:
    """Berlin has no 02:30 on 29 March 2026: people are asked at 03:00."""
    asked = ask_time(standup(at=time(2, 30)), person(1), CHANGES[0], EVERY_DAY)
    assert asked == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_that_happens_twice_is_the_first() -> None:
    """New York has 01:30 twice on 1 November 2026: people are asked at the first."""
    asked = ask_time(
        standup(at=time(1, 30)), person(1, "America/New_York"), CHANGES[3], EVERY_DAY
    )
    assert asked == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_named_zone_asks_everybody_at_one_instant() -> None:
    """With a zone of its own the stand-up has one instant for all who are at work."""
    fixed = standup(zone="Europe/Berlin")
    asked = {
        ask_time(fixed, person(1, zone), WEDNESDAY, EVERY_DAY)
        for zone in ("Asia/Shanghai", "Africa/Cairo", "Europe/Berlin")
    }
    assert asked == {datetime(2026, 6, 10, 7, 30, tzinfo=UTC)}


def test_nobody_is_asked_before_the_start_of_work_they_chose() -> None:
    """Who begins at 11:00 is asked at 11:00."""
    late = person(1, hours=Hours(start=time(11)))
    assert late.local(ask_time(standup(), late, WEDNESDAY, EVERY_DAY)).time() == time(
        11
    )


def test_hours_that_nobody_chose_do_not_move_an_early_stand_up() -> None:
    """09:00 is only what everybody has at first: 08:30 stays 08:30."""
    asked = ask_time(standup(at=time(8, 30)), person(1), WEDNESDAY, EVERY_DAY)
    assert person(1).local(asked).time() == time(8, 30)


@given(teams(), days, walls)
def test_nobody_is_asked_on_a_day_off(team: list[Person], day: date, at: time) -> None:
    """Each has working days of their own; on others they are away, never missing."""
    plan = plan_day(standup(at=at), day, team, (), OWN_DAYS)
    for who, invitation in zip(team, plan.invitations, strict=True):
        works = day.weekday() in who.hours.days
        assert (invitation.at is not None) == works
        assert invitation.away == (not works)


@given(teams(), days, walls, st.none() | walls)
def test_a_day_closes_after_the_last_person_was_asked(
    team: list[Person], day: date, at: time, close: time | None
) -> None:
    """Nobody is asked at or after the close, whatever the zones and wishes."""
    plan = plan_day(standup(at=at, close_at=close), day, team, (), EVERY_DAY)
    asked = [each.at for each in plan.invitations if each.at]
    assert plan.opens_at == min(asked)
    assert max(asked) < plan.closes_at


def test_a_close_that_is_late_enough_for_all_is_kept() -> None:
    """11:00 in Berlin is 11:00 in Berlin."""
    plan = plan_day(standup(close_at=time(11)), WEDNESDAY, [person(1)], (), EVERY_DAY)
    assert plan.closes_at == datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


def test_a_close_before_somebodys_time_moves_to_an_hour_after_them() -> None:
    """New York is asked at 15:30 of Berlin, so the day closes at 16:30 there."""
    team = [person(1), person(2, "America/New_York")]
    plan = plan_day(standup(close_at=time(11)), WEDNESDAY, team, (), EVERY_DAY)
    assert plan.closes_at == datetime(2026, 6, 10, 14, 30, tzinfo=UTC)


def test_who_is_absent_does_not_hold_up_the_close() -> None:
    """The person in New York is away: the day closes for Berlin's sake."""
    team = [person(1), person(2, "America/New_York")]
    plan = plan_day(standup(close_at=time(11)), WEDNESDAY, team, {2}, EVERY_DAY)
    assert plan.closes_at == datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


def test_who_had_their_time_before_the_stand_up_was_made_is_not_asked() -> None:
    """Made at 08:00 in Berlin, when 09:30 in Shanghai was long ago."""
    made = datetime(2026, 6, 10, 6, 0, tzinfo=UTC)
    team = [person(1), person(2, "Asia/Shanghai")]
    plan = plan_day(standup(since=made), WEDNESDAY, team, (), EVERY_DAY)
    assert [each.at is None for each in plan.invitations] == [False, True]
    assert not any(each.away for each in plan.invitations)


@given(teams(), days, walls, st.integers(0, 47))
def test_the_next_day_comes_in_time_for_its_first_person(
    team: list[Person], day: date, at: time, hours: int
) -> None:
    """It is never in the past, and it is somebody's own time on that very day."""
    now = datetime.combine(day, time(), UTC) + timedelta(hours=hours)
    found = next_happening(standup(at=at), team, EVERY_DAY, after=None, now=now)
    assert found is not None
    assert now <= found.at <= now + timedelta(days=3)
    assert found.at in {
        ask_time(standup(at=at), who, found.day, EVERY_DAY) for who in team
    }


def test_the_day_after_one_that_is_planned_is_another_one() -> None:
    """A day is never found twice."""
    now = datetime(2026, 6, 10, 6, 0, tzinfo=UTC)
    found = next_happening(standup(), [person(1)], EVERY_DAY, after=WEDNESDAY, now=now)
    assert found is not None
    assert found.day == date(2026, 6, 11)


def test_a_named_zone_asks_who_is_elsewhere_in_their_own_hours() -> None:
    """09:30 in Berlin is night in New York and evening in Auckland: nine o'clock."""
    fixed = standup(zone="Europe/Berlin")
    for zone in ("America/New_York", "Pacific/Auckland"):
        who = person(1, zone)
        asked = who.local(ask_time(fixed, who, WEDNESDAY, EVERY_DAY))
        assert (asked.date(), asked.time()) == (WEDNESDAY, time(9))


def test_hours_of_ones_own_decide_whether_it_is_night() -> None:
    """Who works in New York's night is asked at the very instant."""
    night = person(1, "America/New_York", hours=Hours(time(22), time(6)))
    fixed = standup(zone="Europe/Berlin")
    asked = ask_time(fixed, night, WEDNESDAY, EVERY_DAY)
    assert asked == datetime(2026, 6, 10, 7, 30, tzinfo=UTC)


def _off(*holidays: tuple[str, date]) -> Days:
    """Weekdays, but for these days off by zone."""
    return Days(
        OWN_DAYS.after,
        lambda day, who: OWN_DAYS.works(day, who) and (who.zone, day) not in holidays,
    )


def test_an_eve_is_each_persons_working_day_before() -> None:
    """Monday is a holiday in Berlin: Tuesday is asked on Friday, in New York on Monday.

    So Monday and Tuesday are planned by Friday evening of Berlin.
    """
    monday, tuesday = date(2026, 6, 15), date(2026, 6, 16)
    days = _off(("Europe/Berlin", monday))
    eve = standup(eve=True, at=time(18))
    berlin, york = person(1), person(2, "America/New_York")
    friday = datetime(2026, 6, 12, 16, 0, tzinfo=UTC)
    assert ask_time(eve, berlin, tuesday, days) == friday
    assert york.local(ask_time(eve, york, tuesday, days)).date() == monday
    now = friday - timedelta(hours=1)
    team = [berlin, york]
    first = next_happening(eve, team, days, after=date(2026, 6, 12), now=now)
    assert first == Happening(monday, friday)
    second = next_happening(eve, team, days, after=monday, now=friday)
    assert second == Happening(tuesday, friday)
    plan = plan_day(eve, monday, team, (), days)
    assert [each.away for each in plan.invitations] == [True, False]


def test_an_evening_that_was_too_soon_is_made_up_for_in_the_morning() -> None:
    """Who works on Wednesdays only had their evening before a week ago."""
    part_time = person(1, hours=Hours(days=frozenset({2})))
    eve = standup(eve=True, at=time(18))
    now = datetime(2026, 6, 9, 16, 0, tzinfo=UTC)
    plan = plan_day(eve, WEDNESDAY, [part_time], (), OWN_DAYS, now)
    (invitation,) = plan.invitations
    assert invitation.at == datetime(2026, 6, 10, 7, 0, tzinfo=UTC)
    assert plan.closes_at == datetime(2026, 6, 10, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "closes"),
    [
        ({"eve": True, "at": time(18)}, "2026-06-10 08:00"),
        (
            {"eve": True, "at": time(18), "close_at": time(9)},
            "2026-06-10 07:00",
        ),
        (
            {"at": time(17), "close_at": time(8), "closes_next": True},
            "2026-06-11 06:00",
        ),
        ({"at": time(17), "closes_next": True}, "2026-06-10 16:30"),
        ({"rule": WHENEVER}, "2026-06-10 22:00"),
    ],
)
def test_when_a_day_closes(facts: dict[str, object], closes: str) -> None:
    """In the morning, at its hour, on the day after, or at midnight."""
    plan = plan_day(standup(**facts), WEDNESDAY, [person(1)], (), OWN_DAYS)
    assert plan.closes_at == datetime.fromisoformat(f"{closes}Z")
