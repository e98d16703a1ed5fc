"""The question of the day: in turn, none twice before all were."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.model.question import DEFAULT_QUESTIONS, Question
from bot.model.standup import Occurrence, OccurrenceState
from bot.model.standup.pool import asked_next, given_back, used
from tests.bot.model.standups import standup

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
SEEN, UNSEEN = OccurrenceState.CLOSED, OccurrenceState.CANCELLED


def test_without_a_pool_its_questions_are_the_same_every_day() -> None:
    """Nothing is counted."""
    plain = standup()
    assert asked_next(plain) == DEFAULT_QUESTIONS
    assert used(plain) == plain


@given(st.integers(1, 5), st.lists(st.booleans(), max_size=20))
def test_no_question_comes_again_before_all_were_seen(
    size: int, seen: list[bool]
) -> None:
    """Days that nobody saw, in whatever order, use none up."""
    pool = tuple(Question(f"Question {number}?") for number in range(size))
    made, last = standup(pool=pool), None
    shown = []
    for each in seen:
        made = given_back(made, last)
        asking = asked_next(made)
        made = used(made)
        last = replace(DAY, questions=asking, state=SEEN if each else UNSEEN)
        shown += [asking[-1]] if each else []
    assert shown == [pool[number % size] for number in range(len(shown))]


DAY = Occurrence(
    id=1, standup_id=1, day=date(2026, 6, 10), opens_at=NOON, closes_at=NOON
)
