"""The question of the day: one of the pool in turn, the same for everybody; pure.

PEERS A19: none comes again before all have been asked, and a day that nobody has seen
uses none up.
"""

from dataclasses import replace

from bot.model.question import Question
from bot.model.standup import Occurrence, OccurrenceState, Standup

UNSEEN = (OccurrenceState.PLANNED, OccurrenceState.CANCELLED)


def asked_next(standup: Standup) -> tuple[Question, ...]:
    """The questions of its next day."""
    if not standup.pool:
        return standup.questions
    turn = standup.pool_turn % len(standup.pool)
    return (*standup.questions, standup.pool[turn])


def used(standup: Standup) -> Standup:
    """The stand-up once a day has its questions."""
    if not standup.pool:
        return standup
    return replace(standup, pool_turn=standup.pool_turn + 1)


def given_back(standup: Standup, last: Occurrence | None) -> Standup:
    """The stand-up with the question of its latest day, if nobody has seen that."""
    if last is None or last.state not in UNSEEN:
        return standup
    if not standup.pool or not standup.pool_turn:
        return standup
    before = replace(standup, pool_turn=standup.pool_turn - 1)
    return before if asked_next(before)[-1:] == last.questions[-1:] else standup
