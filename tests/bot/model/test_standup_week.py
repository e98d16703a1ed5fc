"""When the week of a stand-up is over."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.model.standup import Occurrence, OccurrenceState, StandupState
from bot.model.standup.policy import Policy, Weekly
from bot.model.standup.week import ended_week, said_at
from tests.bot.model.standups import standup

MONDAY = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAILY = standup(next_day=MONDAY + timedelta(days=7))
CLOSED, OPEN = OccurrenceState.CLOSED, OccurrenceState.OPEN
PLANNED, CANCELLED = OccurrenceState.PLANNED, OccurrenceState.CANCELLED


def days(*states: OccurrenceState) -> list[Occurrence]:
    """From Monday on."""
    return [
        Occurrence(
            id=number,
            standup_id=1,
            day=MONDAY + timedelta(days=number),
            opens_at=NINE,
            closes_at=NINE + timedelta(hours=2),
            state=state,
        )
        for number, state in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("states", "over"),
    [
        ((CLOSED, CLOSED, CLOSED, CLOSED, CLOSED), True),
        ((CLOSED, CLOSED), True),
        ((CLOSED, CLOSED, CANCELLED), True),
        ((CLOSED,), False),
        ((CLOSED, CANCELLED), False),
        ((CLOSED, CLOSED, OPEN), False),
        ((CLOSED, CLOSED, PLANNED), False),
        ((), False),
    ],
)
def test_a_week_ends_with_its_last_day_if_it_had_several(
    states: tuple[OccurrenceState, ...], over: bool
) -> None:
    """One day alone has its own wrap-up; one that still runs is waited for."""
    friday = MONDAY + timedelta(days=4)
    assert ended_week(DAILY, friday, days(*states)) == (MONDAY if over else None)


def test_nothing_is_said_while_a_day_is_to_come_or_nobody_wants_to_hear() -> None:
    """A day on Sunday is one of the week; so is none after the last one ever."""
    two = days(CLOSED, CLOSED)
    sunday = replace(DAILY, next_day=MONDAY + timedelta(days=6))
    assert ended_week(sunday, MONDAY, two) is None
    assert ended_week(replace(DAILY, next_day=None), MONDAY, two) == MONDAY
    silent = replace(DAILY, policy=Policy(weekly=Weekly.OFF))
    assert ended_week(silent, MONDAY, two) is None
    paused = replace(DAILY, state=StandupState.PAUSED, next_day=None)
    assert ended_week(paused, MONDAY, two) is None
    other = [replace(each, day=each.day - timedelta(days=7)) for each in two]
    assert ended_week(DAILY, MONDAY, other) is None


@pytest.mark.parametrize(
    ("zone", "now", "heard"),
    [
        ("Europe/Berlin", "2026-03-06T16:00", "2026-03-06T16:00"),
        ("Asia/Shanghai", "2026-03-06T16:00", "2026-03-09T01:00"),  # midnight there
        ("America/New_York", "2026-03-06T16:00", "2026-03-06T16:00"),
        ("America/New_York", "2026-03-06T10:00", "2026-03-06T14:00"),
        ("Europe/Berlin", "2026-03-07T12:00", "2026-03-09T08:00"),  # a Saturday
    ],
)
def test_a_place_hears_of_it_by_day(zone: str, now: str, heard: str) -> None:
    """A group at the other end of the world is not woken."""
    at, wanted = (
        datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (now, heard)
    )
    assert said_at(at, ZoneInfo(zone), lambda day: day.weekday() < 5) == wanted
