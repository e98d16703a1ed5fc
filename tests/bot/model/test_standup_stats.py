"""A stand-up's weeks in numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.question import AnswerKind, Question, QuestionKind
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
)
from bot.model.standup.stats import (
    Attendance,
    Day,
    Week,
    attended,
    by_person,
    mondays,
    percent,
    weeks_of,
)

MONDAY = date(2026, 3, 2)
BERLIN = ZoneInfo("Europe/Berlin")
MOOD = Question(kind=QuestionKind.MOOD, answer=AnswerKind.SCALE)
S = ParticipantState
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def part(person: int, state: ParticipantState, **facts: object) -> Participant:
    """Somebody's part in a day; who answered has said something."""
    made = Participant(id=person, occurrence_id=1, person_id=person, state=state)
    if state is S.ANSWERED:
        made = replace(made, version=1, answered_at=AT)
    return replace(made, **facts)  # type: ignore[arg-type]


def day(
    on: date,
    *people: Participant,
    moods: dict[int, str] | None = None,
    sealed: tuple[str, ...] = (),
    state: OccurrenceState = OccurrenceState.CLOSED,
) -> Day:
    """A day with one question, about the mood."""
    occurrence = Occurrence(
        id=on.toordinal(),
        standup_id=1,
        day=on,
        opens_at=AT,
        closes_at=AT + timedelta(hours=1),
        state=state,
        questions=(MOOD,),
    )
    named = {who: (text,) for who, text in (moods or {}).items()}
    return Day(occurrence, people, named, {0: sealed} if sealed else {})


@pytest.mark.parametrize(
    ("who", "counts"),
    [
        (part(1, S.ANSWERED), Attendance(1, 1, 0)),
        (part(1, S.MISSED), Attendance(1, 0, 0)),
        (part(1, S.MISSED, version=1, answered_at=AT, late=True), Attendance(1, 1, 1)),
        (part(1, S.AWAY), Attendance()),
        (part(1, S.AWAY, version=1, answered_at=AT, late=True), Attendance()),
        (part(1, S.SKIPPED), Attendance()),
        (part(1, S.WAITING), Attendance()),
        (part(1, S.ANSWERED, optional=True), Attendance()),
        (part(1, S.MISSED, optional=True), Attendance()),
    ],
)
def test_who_counts(who: Participant, counts: Attendance) -> None:
    """Away, skipped, never asked and optional are not expected; late is answered."""
    assert attended(who) == counts


def week(*found: Day) -> Week:
    """The week of Monday, 2 March."""
    (one,) = weeks_of((MONDAY,), found, [], [], BERLIN)
    return one


def test_a_week_goes_from_monday_to_sunday() -> None:
    """Days before and after belong to other weeks."""
    every = [
        day(MONDAY + timedelta(days=n), part(1, S.ANSWERED), part(2, S.MISSED))
        for n in range(-1, 8)
    ]
    assert (week(*every).expected, week(*every).answered) == (14, 7)


@pytest.mark.parametrize(
    "state",
    [OccurrenceState.OPEN, OccurrenceState.PLANNED, OccurrenceState.CANCELLED],
)
def test_a_day_counts_once_it_is_closed(state: OccurrenceState) -> None:
    """Before, nobody is missing."""
    one = day(MONDAY, part(1, S.ANSWERED), part(2, S.ASKED), state=state)
    assert week(one).expected == 0
    assert by_person([one]) == {}


def test_blockers_count_on_the_day_they_were_at_home() -> None:
    """Late on Sunday in UTC is Monday in Berlin."""
    sunday = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    before = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    (one,) = weeks_of((MONDAY,), [], [sunday, before], [sunday], BERLIN)
    assert (one.opened, one.resolved) == (1, 1)


ANSWERED = tuple(part(n, S.ANSWERED) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("found", "mood"),
    [
        ([day(MONDAY, *ANSWERED, moods={1: "3", 2: "4", 3: "5"})], 4.0),
        ([day(MONDAY, *ANSWERED, moods={1: "3", 2: "4"})], None),
        ([day(MONDAY, *ANSWERED, moods={1: "3", 2: "4"}, sealed=("5",))], 4.0),
        ([day(MONDAY, *ANSWERED, moods={1: "3", 2: "", 3: "x"})], None),
        ([], None),
    ],
)
def test_a_mood_of_few_is_hidden(found: list[Day], mood: float | None) -> None:
    """Fewer than three answers would tell whose they are."""
    assert week(*found).mood == mood


def test_one_person_every_day_stays_hidden() -> None:
    """Five answers of one person are still that person's; a full day shows."""
    alone = [
        day(MONDAY + timedelta(days=n), part(1, S.ANSWERED), moods={1: "1"})
        for n in range(5)
    ]
    assert week(*alone).mood is None
    full = day(MONDAY, *ANSWERED, moods={1: "5", 2: "5", 3: "5"})
    assert week(full, *alone[1:]).mood == 5.0


def test_a_late_mood_does_not_count() -> None:
    """It came after the others' average was told."""
    late = part(3, S.MISSED, version=1, answered_at=AT, late=True)
    one = day(MONDAY, *ANSWERED[:2], late, moods={1: "1", 2: "1", 3: "5"})
    assert week(one).mood is None


def test_each_persons_own() -> None:
    """Over all closed days; who never was expected is not there."""
    found = [
        day(MONDAY, part(1, S.ANSWERED), part(2, S.MISSED), part(3, S.AWAY)),
        day(MONDAY + timedelta(days=1), part(1, S.ANSWERED), part(2, S.ANSWERED)),
    ]
    assert by_person(found) == {1: Attendance(2, 2), 2: Attendance(2, 1)}


@given(days, st.integers(1, 30))
def test_weeks_follow_each_other(today: date, count: int) -> None:
    """All of them Mondays, this week's the last."""
    found = mondays(today, count)
    assert len(found) == count
    assert {each.weekday() for each in found} == {0}
    assert found[-1] <= today < found[-1] + timedelta(weeks=1)
    assert all(b - a == timedelta(weeks=1) for a, b in pairwise(found))


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_only_all_is_all(part: int, rest: int) -> None:
    """100% is everybody, 0% is nobody."""
    found = percent(part, part + rest)
    assert 0 <= found <= 100
    assert (found == 100) == (part > 0 and rest == 0)
    assert (found == 0) == (part == 0)


states = st.sampled_from(list(S))
people = st.lists(
    st.tuples(st.integers(1, 6), states, st.booleans()),
    max_size=6,
    unique_by=lambda one: one[0],
)


@given(st.lists(st.tuples(st.integers(0, 27), people), max_size=12))
def test_weeks_and_people_add_up(
    rows: list[tuple[int, list[tuple[int, S, bool]]]],
) -> None:
    """What is counted by week is what is counted by person."""
    found = [
        day(
            MONDAY + timedelta(days=offset),
            *(part(id, state, optional=free) for id, state, free in who),
        )
        for offset, who in rows
    ]
    firsts = tuple(MONDAY + timedelta(weeks=n) for n in range(4))
    weeks = weeks_of(firsts, found, [], [], BERLIN)
    total = sum(by_person(found).values(), Attendance())
    assert sum(each.expected for each in weeks) == total.expected
    assert sum(each.answered for each in weeks) == total.answered
    assert all(each.late <= each.answered <= each.expected for each in weeks)
