"""When each person is reminded: before the close, on their own clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.people import Hours, ReminderStyle
from bot.model.standup import Occurrence, Participant, ParticipantState
from bot.model.standup.policy import Policy
from bot.model.standup.reminders import (
    CALM,
    Reminders,
    remind_time,
    reminders,
    reminders_of,
)
from tests.bot.model.standups import OWN_DAYS, person, standup, walls, zones

BERLIN, SHANGHAI, NEW_YORK = "Europe/Berlin", "Asia/Shanghai", "America/New_York"


def utc(hour: int, minute: int = 0, day: int = 10) -> datetime:
    """On Wednesday, 10 June 2026: Berlin is at +2, Shanghai at +8, New York at -4."""
    return datetime(2026, 6, day, hour, minute, tzinfo=UTC)


def closing(at: datetime) -> Occurrence:
    """The day, closing then."""
    return Occurrence(
        id=1,
        standup_id=1,
        day=date(2026, 6, 10),
        opens_at=utc(1, 30),
        closes_at=at,
    )


@pytest.mark.parametrize(
    ("zone", "asked", "closes", "expected"),
    [
        (BERLIN, utc(7, 30), utc(9), utc(8, 30)),
        (NEW_YORK, utc(13, 30), utc(15), utc(14, 30)),
        # 14:30 in UTC is half past ten at night: half an hour before they go home
        (SHANGHAI, utc(1, 30), utc(15), utc(9, 30)),
        # half past midnight of the next day is not that day's morning
        (SHANGHAI, utc(1, 30), utc(17), utc(9, 30)),
        (BERLIN, utc(7, 30), utc(15, 30), utc(15)),
        # asked before their usual hours: their day has begun
        (BERLIN, utc(5, 30), utc(7), utc(6, 30)),
        # never at once after the prompt
        (BERLIN, utc(7, 30), utc(8, 15), utc(8)),
        (BERLIN, utc(7, 30), utc(8, 4), None),
        # asked when they are about to go: they are gone by then
        (BERLIN, utc(15, 45), utc(18), None),
        # asked in the evening, by hand: they are at work
        (SHANGHAI, utc(12), utc(13, 30), utc(13)),
        # Friday's day closes on their Saturday
        (SHANGHAI, utc(1, 30, 12), utc(18, 0, 12), utc(9, 30, 12)),
        # a long day goes on into the next morning of theirs
        (SHANGHAI, utc(1, 30), utc(3, 0, 11), utc(2, 30, 11)),
    ],
)
def test_it_comes_before_the_close_or_before_they_go_home(
    zone: str, asked: datetime, closes: datetime, expected: datetime | None
) -> None:
    """In working hours of nine to six, and only if there is time for it."""
    at = remind_time(standup(), closing(closes), person(1, zone), asked, OWN_DAYS.works)
    assert at == expected


def test_a_day_of_minutes_has_its_reminder_too() -> None:
    """A minute before the close, where the day is open for three."""
    short = standup(remind_minutes=1)
    at = remind_time(short, closing(utc(7, 33)), person(1), utc(7, 30), OWN_DAYS.works)
    assert at == utc(7, 32)


def test_hours_and_days_of_their_own_count() -> None:
    """Who works until two is reminded before two; a night shift is one day."""
    early = person(1, hours=Hours(time(6), time(14)))
    assert remind_time(
        standup(), closing(utc(15)), early, utc(7, 30), OWN_DAYS.works
    ) == utc(11, 30)
    night = person(1, hours=Hours(time(22), time(6)))
    asked = utc(20, 30)
    assert remind_time(
        standup(), closing(utc(2, 0, 11)), night, asked, OWN_DAYS.works
    ) == utc(1, 30, 11)


def test_a_day_on_which_they_were_asked_is_one_of_theirs() -> None:
    """A Saturday that is worked instead, or a day begun by hand."""
    saturday = remind_time(
        standup(), closing(utc(9, 0, 13)), person(1), utc(7, 30, 13), OWN_DAYS.works
    )
    assert saturday == utc(8, 30, 13)


def test_nobody_is_reminded_against_their_wish_or_the_stand_ups() -> None:
    """Muted, or no reminder at all; who is never asked is never reminded."""
    muted = person(2, reminders=ReminderStyle.MUTED)
    people = {1: person(1), 2: muted, 3: person(3)}
    asked = Participant(
        id=11,
        occurrence_id=1,
        person_id=1,
        state=ParticipantState.ASKED,
        ask_at=utc(7, 30),
    )
    team = [
        asked,
        replace(asked, id=12, person_id=2),
        replace(asked, id=13, person_id=3, ask_at=None),
    ]
    day = closing(utc(9))
    assert reminders(standup(), day, team, people, OWN_DAYS.works) == {
        11: Reminders(before=utc(8, 30))
    }
    assert reminders(standup(remind_minutes=0), day, team, people, OWN_DAYS.works) == {}


@pytest.mark.parametrize(
    ("style", "after", "expected"),
    [
        (ReminderStyle.ACTIVE, 60, Reminders(utc(8, 30), utc(10, 30))),
        (ReminderStyle.ACTIVE, 0, Reminders(None, utc(10, 30))),
        # ten minutes before the other: both are one
        (ReminderStyle.ACTIVE, 171, Reminders(None, utc(10, 30))),
        (ReminderStyle.ACTIVE, 170, Reminders(utc(10, 20), utc(10, 30))),
        # never in the last minutes, nor after the close
        (ReminderStyle.ACTIVE, 206, Reminders(None, utc(10, 30))),
        (ReminderStyle.LIGHT, 60, Reminders(None, utc(10, 30))),
        (ReminderStyle.LIGHT, 190, Reminders(utc(10, 40), None)),
        (ReminderStyle.MUTED, 60, Reminders()),
    ],
)
def test_each_has_both_reminders_in_their_own_style(
    style: ReminderStyle, after: int, expected: Reminders
) -> None:
    """Asked at half past seven, closed at eleven, in UTC; light is the last one."""
    made = standup(policy=Policy(remind_after=after))
    who = person(1, reminders=style)
    assert (
        reminders_of(made, closing(utc(11)), who, utc(7, 30), OWN_DAYS.works)
        == expected
    )


def test_light_without_a_last_reminder_gets_the_one_after_the_prompt() -> None:
    """There is none before the close: it is the last."""
    made = standup(policy=Policy(remind_after=60), remind_minutes=0)
    who = person(1, reminders=ReminderStyle.LIGHT)
    told = reminders_of(made, closing(utc(11)), who, utc(7, 30), OWN_DAYS.works)
    assert told == Reminders(after=utc(8, 30))


def test_nobody_is_reminded_at_night_of_what_was_asked_in_the_evening() -> None:
    """Asked at 18:00 for tomorrow: in the morning, and not in the evening."""
    made = standup(policy=Policy(remind_after=60), remind_minutes=30, eve=True)
    asked, tomorrow = utc(16), closing(utc(8, 0, 11))
    assert reminders_of(made, tomorrow, person(1), asked, OWN_DAYS.works) == Reminders(
        before=utc(7, 30, 11)
    )
    early = closing(utc(6, 30, 11))  # half past eight, before they begin
    assert reminders_of(made, early, person(1), asked, OWN_DAYS.works) == Reminders()


@given(
    zones,
    st.integers(0, 365 * 24 * 60).map(lambda n: utc(0) + timedelta(minutes=n)),
    st.integers(0, 2 * 24 * 60),
    st.integers(1, 24 * 60),
    walls,
    walls,
)
def test_never_too_soon_too_late_or_out_of_hours(
    zone: str, asked: datetime, span: int, before: int, start: time, end: time
) -> None:
    """Whatever the hours, the zone and the clock change."""
    who = person(1, zone, hours=Hours(start, end))
    closes = asked + timedelta(minutes=span)
    at = remind_time(
        standup(remind_minutes=before), closing(closes), who, asked, OWN_DAYS.works
    )
    if at is None:
        return
    assert asked + min(CALM, (closes - asked) / 2) <= at < closes
    assert at <= max(closes - timedelta(minutes=before), asked + CALM)
    wall, day = who.local(at).time(), who.local(at).date()
    if start < end and who.local(asked).time() < end:
        assert wall <= end or who.local(asked).date() != day
        assert wall >= start or who.local(asked).date() == day
