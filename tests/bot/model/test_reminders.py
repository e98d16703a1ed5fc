"""When the bot reminds of a task: the ladder, day by day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.moments import instant
from bot.model.people import Hours, Person, ReminderStyle
from bot.model.reminders import Works, belongs_in_bundle, next_working_day, reminders
from bot.model.task import Deadline, Priority, Task, TaskState

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ("Europe/Berlin", "Asia/Shanghai", "America/New_York", "Pacific/Apia")
MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)


def _owner(zone: str = "Europe/Berlin", **facts: Any) -> Person:
    return replace(Person(1, 1, "Anna", zone, "en"), **facts)


def _task(day: date, wall: time | None = None, zone: ZoneInfo = BERLIN) -> Task:
    at = instant(day, wall or time(18), zone)
    made = datetime(2026, 1, 1, tzinfo=UTC)
    due = Deadline(day, at, timed=wall is not None)
    return Task(
        id=1, title="t", owner_id=1, creator_id=2, created_at=made, deadline=due
    )


def weekdays(day: date) -> bool:
    """Works from Monday to Friday."""
    return day.weekday() < 5


def at(day: date, hour: int = 9, zone: ZoneInfo = BERLIN) -> datetime:
    """A local wall time."""
    return instant(day, time(hour), zone)


def ladder(task: Task, owner: Person, works: Works, now: datetime) -> list[date]:
    """The local days of the next eight mornings."""
    found: list[date] = []
    while len(found) < 8 and (nxt := reminders(task, owner, works, now).morning):
        found.append(owner.local(nxt).date())
        now = nxt
    return found


def test_the_ladder_is_the_day_before_the_due_day_the_next_then_weekly() -> None:
    """Due on Friday the 6th: Thursday, Friday, Monday, then every week."""
    days = ladder(_task(FRIDAY), _owner(), weekdays, at(MONDAY))
    expected = [5, 6, 9, 16, 23, 30]
    assert [day.day for day in days[:6]] == expected


def test_a_morning_that_is_over_is_not_reminded_of() -> None:
    """Made after nine on the day before: the next word comes on the due morning."""
    made = at(FRIDAY - timedelta(days=1), 10)
    assert reminders(_task(FRIDAY), _owner(), weekdays, made).morning == at(FRIDAY)


def test_due_on_a_day_off_is_announced_on_the_last_working_day() -> None:
    """Sunday: Friday before, then the Monday after."""
    sunday = date(2026, 3, 8)
    days = ladder(_task(sunday), _owner(), weekdays, at(MONDAY))
    assert days[:2] == [FRIDAY, date(2026, 3, 9)]


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.DROPPED])
def test_what_is_closed_is_never_reminded_of(state: TaskState) -> None:
    """Done or dropped ends the ladder."""
    closed = replace(_task(FRIDAY, time(17)), state=state)
    found = reminders(closed, _owner(), weekdays, at(MONDAY))
    assert (found.morning, found.soon, found.wake, found.late) == (None,) * 4


def test_a_snooze_silences_everything_before_its_end() -> None:
    """Snoozed until Saturday: nothing before Monday."""
    until = at(date(2026, 3, 7))
    task = replace(_task(FRIDAY, time(17)), snoozed_until=until)
    found = reminders(task, _owner(), weekdays, at(MONDAY))
    assert found.wake == until
    assert found.morning == at(date(2026, 3, 9))
    assert found.soon is None


def test_muted_people_find_nothing_in_a_bundle() -> None:
    """Not even what is overdue."""
    owner = _owner(reminders=ReminderStyle.MUTED)
    assert not belongs_in_bundle(_task(MONDAY), owner, FRIDAY, FRIDAY)


def test_a_time_is_announced_an_hour_before() -> None:
    """Due at 17:00: a word at 16:00."""
    found = reminders(_task(FRIDAY, time(17)), _owner(), weekdays, at(MONDAY))
    assert found.soon == at(FRIDAY, 16)


def test_a_time_the_bundle_just_said_is_not_announced_again() -> None:
    """Due at 10:00: the bundle at nine said so."""
    found = reminders(_task(FRIDAY, time(10)), _owner(), weekdays, at(MONDAY))
    assert found.soon is None


def test_on_a_day_off_only_what_is_urgent_is_announced() -> None:
    """Saturday at 17:00."""
    task = _task(date(2026, 3, 7), time(17))
    assert reminders(task, _owner(), weekdays, at(MONDAY)).soon is None
    urgent = replace(task, priority=Priority.URGENT)
    found = reminders(urgent, _owner(), weekdays, at(MONDAY))
    assert found.soon == at(date(2026, 3, 7), 16)


def test_who_gave_it_hears_on_the_third_working_day_after() -> None:
    """Friday the 6th: Wednesday the 11th."""
    found = reminders(_task(FRIDAY), _owner(), weekdays, at(MONDAY))
    assert found.late == at(date(2026, 3, 11))


def test_somebody_who_never_works_is_not_reminded() -> None:
    """No working day within two months: silence, not an endless search."""
    found = reminders(_task(FRIDAY), _owner(), lambda day: False, at(MONDAY))
    assert (found.morning, found.late) == (None, None)


def test_the_bundle_holds_what_is_due_by_the_next_working_day() -> None:
    """On Friday, Monday's tasks belong in it, Tuesday's do not."""
    monday = date(2026, 3, 9)
    inside = belongs_in_bundle(_task(monday), _owner(), FRIDAY, monday)
    outside = belongs_in_bundle(
        _task(monday + timedelta(days=1)), _owner(), FRIDAY, monday
    )
    assert (inside, outside) == (True, False)
    light = _owner(reminders=ReminderStyle.LIGHT)
    assert not belongs_in_bundle(_task(monday), light, FRIDAY, monday)


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    wall=st.none() | st.times(),
    start=st.integers(6, 11).map(time),
    off=st.sets(st.dates(date(2026, 1, 1), date(2028, 3, 1)), max_size=30),
    ahead=st.timedeltas(timedelta(days=-40), timedelta(days=40)),
)
def test_every_morning_is_a_working_morning_in_the_owners_zone(
    zone: str,
    day: date,
    wall: time | None,
    start: time,
    off: set[date],
    ahead: timedelta,
) -> None:
    """Always later than now, on a day they work, when their day starts; in order."""

    def works(each: date) -> bool:
        return each.weekday() < 5 and each not in off

    owner = _owner(zone, hours=Hours(start=start))
    task = _task(day, wall, ZoneInfo(zone))
    assert task.deadline is not None
    now = task.deadline.at + ahead
    for _ in range(6):
        morning = reminders(task, owner, works, now).morning
        if morning is None:
            break
        local = owner.local(morning)
        assert morning > now
        assert works(local.date())
        assert morning == instant(local.date(), start, ZoneInfo(zone))
        now = morning


def test_the_next_working_day_leaves_out_days_off() -> None:
    """After Friday comes Monday."""
    assert next_working_day(FRIDAY, weekdays) == date(2026, 3, 9)
