"""Answers, counts, and what carries over to the next day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.model.question import DEFAULT_QUESTIONS, Question, QuestionKind, carried_over
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    same_name,
)
from bot.model.standup.tally import Door, Tally, door, tally
from tests.bot.model.standups import person

TEN = datetime(2026, 6, 10, 8, 0, tzinfo=UTC)
NOON = TEN + timedelta(hours=2)
OPEN = Occurrence(
    id=1,
    standup_id=1,
    day=date(2026, 6, 10),
    opens_at=TEN,
    closes_at=NOON,
    state=OccurrenceState.OPEN,
)
CLOSED = replace(OPEN, state=OccurrenceState.CLOSED)
CANCELLED = replace(OPEN, state=OccurrenceState.CANCELLED)
ASKED = Participant(
    id=1, occurrence_id=1, person_id=1, state=ParticipantState.ASKED, ask_at=TEN
)


def test_an_answer_in_time_counts() -> None:
    """Asked, then answered."""
    kept = ASKED.answer(OPEN, TEN)
    assert kept.state is ParticipantState.ANSWERED
    assert (kept.version, kept.late, kept.edited) == (1, False, False)


def test_a_second_answer_is_an_edit_and_keeps_the_first_time() -> None:
    """The moment of the first answer stays."""
    kept = ASKED.answer(OPEN, TEN).answer(OPEN, TEN + timedelta(minutes=5))
    assert kept.edited
    assert kept.answered_at == TEN


@pytest.mark.parametrize("day", [OPEN, CLOSED])
def test_a_late_answer_is_kept_but_stays_missed(day: Occurrence) -> None:
    """Even in the moment between the close and the job that closes."""
    kept = ASKED.answer(day, NOON)
    assert kept.state is ParticipantState.MISSED
    assert kept.late
    assert kept.said


def test_late_answers_do_not_change_the_wrap_up() -> None:
    """Counts stay what they were at the close."""
    missed = replace(ASKED, state=ParticipantState.MISSED)
    before = tally(CLOSED, [missed])
    assert tally(CLOSED, [missed.answer(CLOSED, NOON)]) == before


def test_counts_keep_the_away_apart_from_the_missing() -> None:
    """Skipped is away; who could not be asked is only named."""
    states = [
        ParticipantState.ANSWERED,
        ParticipantState.MISSED,
        ParticipantState.AWAY,
        ParticipantState.SKIPPED,
        ParticipantState.WAITING,
    ]
    people = [
        replace(ASKED, id=number, person_id=number, state=state)
        for number, state in enumerate(states, 1)
    ]
    count = tally(CLOSED, people)
    assert count == Tally((1,), (2,), (3, 4), (5,))
    assert count.all == 2


def test_a_day_off_is_counted_apart_from_who_is_away() -> None:
    """Nobody set a time to ask them."""
    off = replace(ASKED, state=ParticipantState.AWAY, ask_at=None)
    away = replace(ASKED, id=2, person_id=2, state=ParticipantState.AWAY)
    count = tally(CLOSED, [off, away])
    assert (count.off, count.away, count.all) == ((1,), (2,), 0)


def test_an_answer_is_taken_until_the_persons_day_ends() -> None:
    """In time, late the same evening, shut the next day."""
    berlin = person(1)
    evening = datetime(2026, 6, 10, 21, 59, tzinfo=UTC)
    assert door(OPEN, ASKED, berlin, TEN) is Door.OPEN
    assert door(CLOSED, ASKED, berlin, evening) is Door.LATE
    assert door(CLOSED, ASKED, berlin, evening + timedelta(minutes=1)) is Door.SHUT


def test_an_answer_that_exists_cannot_be_changed_after_the_close() -> None:
    """It stays as it is."""
    said = ASKED.answer(OPEN, TEN)
    assert door(CLOSED, said, person(1), NOON) is Door.KEPT


def test_a_day_that_was_not_held_takes_no_answer() -> None:
    """There is nowhere to post it."""
    assert door(CANCELLED, ASKED, person(1), TEN) is Door.CANCELLED


def test_yesterday_is_what_was_planned_the_last_time() -> None:
    """Today's answer moves; blockers start empty."""
    said = ("sold tea", "ship cups", "no boxes")
    assert carried_over(DEFAULT_QUESTIONS, DEFAULT_QUESTIONS, said) == (
        "ship cups",
        "",
        "",
    )


def test_other_questions_carry_nothing_over() -> None:
    """Only a question about yesterday is filled in."""
    own = (Question("How are you?"), Question("Plan", QuestionKind.TODAY))
    assert carried_over(own, DEFAULT_QUESTIONS, ("a", "b", "c")) == ("", "")


def test_names_are_the_same_whatever_their_case_and_width() -> None:
    """Nobody can tell them apart when they say them."""
    assert same_name("Ｄaily  Stand-Up") == same_name("daily stand-up ")
