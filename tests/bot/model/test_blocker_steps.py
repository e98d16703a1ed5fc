"""When the bot speaks of a blocker by itself: whose days count, who hears, once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.blocker import Blocker, BlockerState, Tag, acknowledge
from bot.model.blocker.steps import (
    Actor,
    age,
    asks_reporter,
    escalates_at,
    next_in_line,
    next_nudge,
    nudges,
)
from bot.model.moments import instant
from bot.model.people import Absence, Hours, Organization, Person
from bot.model.standup import Participant, ParticipantState
from bot.rituals.workdays import working_days
from schedules.calendars import WorkCalendar

COMPANY = Organization(1, "Tea", "Europe/Berlin", "en", "DE")
ZONES = ("Europe/Berlin", "Asia/Shanghai", "America/New_York", "Pacific/Apia")


def person(id: int = 1, zone: str = "Europe/Berlin", **facts: Any) -> Person:
    """Somebody who works from nine to six on weekdays."""
    return replace(Person(id, 1, f"P{id}", zone, "en"), **facts)


def actor(who: Person, *away: tuple[date, date]) -> Actor:
    """With the real calendar of where they live."""
    absences = [Absence(n, who.id, *span) for n, span in enumerate(away)]
    return Actor(who, working_days(WorkCalendar(), COMPANY, who, absences))


def at(who: Person, day: date, hour: int, minute: int = 0) -> datetime:
    """A time on somebody's own clock."""
    return instant(day, time(hour, minute), who.tz)


def blocker(opened: datetime, *tags: Tag, **facts: Any) -> Blocker:
    """One of person 1."""
    made = Blocker(id=1, number=1, reporter_id=1, text="t", opened_at=opened, tags=tags)
    return replace(made, **facts)


ANNA, LI = person(1), person(2, "Asia/Shanghai")


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        ((date(2026, 3, 2), 10), (date(2026, 3, 4), 10)),  # Monday: Wednesday
        ((date(2026, 3, 5), 10), (date(2026, 3, 9), 10)),  # over a weekend
        ((date(2026, 3, 7), 12), (date(2026, 3, 11), 9)),  # on one: from Monday's nine
        ((date(2026, 3, 2), 22), (date(2026, 3, 5), 9)),  # at night: from Tuesday's
        ((date(2026, 3, 2), 6), (date(2026, 3, 4), 9)),  # early: from that morning
        ((date(2026, 4, 2), 10), (date(2026, 4, 8), 10)),  # Easter
        ((date(2026, 3, 27), 10), (date(2026, 3, 31), 10)),  # the clocks change
        ((date(2026, 12, 23), 10), (date(2026, 12, 28), 10)),  # Christmas
    ],
)
def test_in_berlin_it_grows_old_after_two_working_days(
    opened: tuple[date, int], due: tuple[date, int]
) -> None:
    """At the same time of day."""
    found = escalates_at(blocker(at(ANNA, *opened)), actor(ANNA))
    assert found == at(ANNA, *due)


@pytest.mark.parametrize(
    ("tagged", "due"),
    [
        ((date(2026, 6, 9), 15), (date(2026, 6, 11), 15)),
        ((date(2026, 5, 8), 10), (date(2026, 5, 11), 10)),  # 9 May is worked (调休)
        ((date(2026, 9, 30), 10), (date(2026, 10, 9), 10)),  # the golden week
        ((date(2026, 6, 18), 10), (date(2026, 6, 23), 10)),  # dragon boats on Friday
    ],
)
def test_who_was_asked_for_help_has_their_own_calendar(
    tagged: tuple[date, int], due: tuple[date, int]
) -> None:
    """Berlin reports, Hangzhou must act."""
    moment = at(LI, *tagged)
    one = blocker(moment - timedelta(days=9), Tag(LI.id, moment))
    assert escalates_at(one, actor(LI)) == at(LI, *due)


def test_days_away_do_not_count() -> None:
    """Asked on Monday, away from Tuesday to Thursday."""
    moment = at(LI, date(2026, 6, 8), 10)
    away = (date(2026, 6, 9), date(2026, 6, 11))
    found = escalates_at(blocker(moment, Tag(LI.id, moment)), actor(LI, away))
    assert found == at(LI, date(2026, 6, 15), 10)


@given(
    zone=st.sampled_from(ZONES),
    opened=st.timedeltas(timedelta(), timedelta(days=300)),
    away=st.none() | st.tuples(st.dates(date(2026, 1, 1), date(2026, 11, 1)),
                               st.integers(0, 15)),
)  # fmt: skip
def test_two_of_their_working_days_always_lie_between(
    zone: str, opened: timedelta, away: tuple[date, int] | None
) -> None:
    """Never at night, never on a day off, never sooner, never a day later."""
    who = person(2, zone)
    spans = [(away[0], away[0] + timedelta(days=away[1]))] if away else []
    acting, moment = actor(who, *spans), datetime(2026, 1, 1, tzinfo=UTC) + opened
    found = escalates_at(blocker(moment), acting)
    assert found is not None
    there, begun = who.local(found), who.local(moment)
    assert acting.works(there.date())
    gap = timedelta(hours=2)  # a clock change can move a wall time
    assert (
        who.hours.start
        <= there.time()
        < (datetime.combine(there.date(), who.hours.end) + gap).time()
    )
    at_work = acting.works(begun.date()) and begun.time() < who.hours.end
    days = [begun.date() + timedelta(n) for n in range(not at_work, 60)]
    worked = [day for day in days if acting.works(day)]
    assert there.date() == worked[2]


def test_a_blocker_counts_the_working_days_of_who_must_act() -> None:
    """The first is the one it was reported on; the weekend is none."""
    friday = at(ANNA, date(2026, 3, 6), 10)
    one = blocker(friday)
    days = [age(one, ANNA, actor(ANNA), friday + timedelta(days=n)) for n in range(6)]
    assert days == [1, 1, 1, 2, 3, 4]


def test_it_is_no_older_on_the_evening_on_which_it_was_said() -> None:
    """In Hangzhou, where somebody must act, it is the next day by then."""
    monday = at(ANNA, date(2026, 3, 2), 10)
    evening = at(ANNA, date(2026, 3, 2), 19)
    assert age(blocker(monday), ANNA, actor(LI), evening) == 1
    assert age(blocker(monday), ANNA, actor(LI), evening + timedelta(days=1)) == 2
    assert age(blocker(monday), LI, actor(ANNA), evening) == 2


def test_a_swapped_saturday_is_a_day() -> None:
    """In Hangzhou, and not in Berlin."""
    friday = at(LI, date(2026, 5, 8), 10)
    saturday = friday + timedelta(days=1)
    assert age(blocker(friday), LI, actor(LI), saturday) == 2
    assert age(blocker(friday), LI, actor(ANNA), saturday) == 1


def test_what_is_resolved_grows_no_older() -> None:
    """Its day stays what it was."""
    monday = at(ANNA, date(2026, 3, 2), 10)
    done = blocker(
        monday, state=BlockerState.RESOLVED, resolved_at=monday + timedelta(days=1)
    )
    assert age(done, ANNA, actor(ANNA), monday + timedelta(days=9)) == 2


def test_the_line_goes_on_to_who_is_there() -> None:
    """Never to who reported it, who is asked already, is away or has left."""
    one = blocker(at(ANNA, date(2026, 3, 2), 10), Tag(2, datetime.now(UTC)))
    gone, boss, owner = person(5, active=False), person(3), person(4)
    line = (None, ANNA, LI, gone, boss, owner)
    assert next_in_line(line, one, frozenset()) == boss
    assert next_in_line(line, one, frozenset({3})) == owner
    assert next_in_line(line, one, frozenset({3, 4})) is None


# --- reminders of who was asked for help ---------------------------------------

CLOSE = at(ANNA, date(2026, 3, 3), 11)  # six in the evening in Hangzhou
ASKED = Tag(LI.id, CLOSE - timedelta(hours=20))


def test_who_is_at_work_is_reminded_at_the_close() -> None:
    """And who is not, on their next morning."""
    helper = person(2)
    one = blocker(CLOSE, replace(ASKED, person_id=2))
    (now,) = nudges(one, [actor(helper)], CLOSE)
    assert (now.at, now.day) == (CLOSE, date(2026, 3, 3))
    (later,) = nudges(blocker(CLOSE, ASKED), [actor(LI)], CLOSE)
    assert (later.at, later.day) == (at(LI, date(2026, 3, 4), 9), date(2026, 3, 4))


def test_nobody_is_reminded_twice_a_day_or_after_they_said_so() -> None:
    """An acknowledgement ends it for good; so does the end of the blocker."""
    one = blocker(CLOSE, ASKED)
    told = replace(one, tags=(replace(ASKED, nudged_on=date(2026, 3, 4)),))
    assert nudges(told, [actor(LI)], CLOSE) == ()
    assert nudges(told, [actor(LI)], CLOSE + timedelta(days=1)) != ()
    seen = acknowledge(one, LI.id, CLOSE)
    assert nudges(seen, [actor(LI)], CLOSE + timedelta(days=5)) == ()
    assert next_nudge(seen, [actor(LI)], CLOSE) is None
    over = replace(one, state=BlockerState.RESOLVED)
    assert nudges(over, [actor(LI)], CLOSE) == ()


def test_who_was_asked_this_very_hour_has_heard_of_it() -> None:
    """The close is not the moment to ask again."""
    just = blocker(CLOSE, Tag(LI.id, CLOSE - timedelta(minutes=20)))
    assert nudges(just, [actor(LI)], CLOSE) == ()


def test_without_a_stand_up_their_mornings_count() -> None:
    """Friday evening: Monday at nine."""
    friday = at(LI, date(2026, 3, 6), 19)
    one = blocker(friday, Tag(LI.id, friday))
    assert next_nudge(one, [actor(LI)], friday) == at(LI, date(2026, 3, 9), 9)


# --- the question to a silent reporter -----------------------------------------

TODAY = date(2026, 3, 3)


def part(state: ParticipantState, version: int = 0) -> Participant:
    """Anna's part in today."""
    return Participant(id=1, occurrence_id=8, person_id=1, state=state, version=version)


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (ParticipantState.MISSED, True), (ParticipantState.SKIPPED, True),
        (ParticipantState.ASKED, True), (ParticipantState.AWAY, False),
        (ParticipantState.WAITING, False),
    ],
)  # fmt: skip
def test_who_was_silent_is_asked(state: ParticipantState, asked: bool) -> None:
    """Who was away, or was never asked, is not."""
    one = blocker(CLOSE, occurrence_id=7)
    assert asks_reporter(one, part(state), TODAY) is asked


def test_it_is_asked_once_a_day_and_never_of_who_answered() -> None:
    """Nor on the day on which it was reported, nor once it is resolved."""
    one, silent = blocker(CLOSE, occurrence_id=7), part(ParticipantState.MISSED)
    assert not asks_reporter(one, part(ParticipantState.ANSWERED, 1), TODAY)
    assert not asks_reporter(replace(one, asked_on=TODAY), silent, TODAY)
    assert not asks_reporter(replace(one, occurrence_id=8), silent, TODAY)
    assert not asks_reporter(replace(one, state=BlockerState.RESOLVED), silent, TODAY)
    assert not asks_reporter(one, None, TODAY)
    assert asks_reporter(one, silent, TODAY)


def test_hours_of_ones_own_count() -> None:
    """Who starts at noon hears at noon."""
    late = person(2, hours=Hours(start=time(12), end=time(20)))
    one = blocker(CLOSE, Tag(2, CLOSE - timedelta(days=1)))
    (found,) = nudges(one, [actor(late)], CLOSE)
    assert found.at == at(late, date(2026, 3, 3), 12)
