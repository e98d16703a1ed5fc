"""What a receipt says about the attempts on it, and what doubt does to a message."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.model.doubt import AGAIN, DIGESTS, Rule, rule_of, wait_before
from bot.model.receipt import (
    IN_DOUBT,
    Attempt,
    Outcome,
    doubts,
    maybe_twice,
    refused_by,
    this_round,
)
from bot.rituals import FLOW

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
SENT, FOUND, ABSENT = Outcome.SENT, Outcome.FOUND, Outcome.ABSENT
REROUTED, DOUBT, FAILED = Outcome.REROUTED, Outcome.IN_DOUBT, Outcome.FAILED
AWAY = Outcome.UNREACHABLE


def tried(*outcomes: Outcome, error: str = "") -> tuple[Attempt, ...]:
    """Attempts on Slack, one a minute."""
    return tuple(
        Attempt(NOW + number * timedelta(minutes=1), "slack", "T1", True, one, error)
        for number, one in enumerate(outcomes)
    )


@pytest.mark.parametrize(
    ("outcomes", "count"),
    [
        ((), 0),
        ((AWAY, DOUBT), 2),
        ((REROUTED, FAILED), 0),
        ((REROUTED, FAILED, AWAY), 1),
        ((SENT, AWAY), 1),
        ((FOUND, AWAY, AWAY), 2),
    ],
)
def test_an_end_begins_a_new_round(outcomes: tuple[Outcome, ...], count: int) -> None:
    """Who refused before the retry is asked again after it."""
    assert len(this_round(tried(*outcomes))) == count


def test_a_refusal_counts_until_the_end_of_its_round() -> None:
    """By workspace."""
    assert refused_by(tried(REROUTED, AWAY)) == {("slack", "T1")}
    assert refused_by(tried(REROUTED, FAILED)) == frozenset()
    assert len(doubts(tried(DOUBT, AWAY, DOUBT))) == 2
    assert doubts(tried(DOUBT, FAILED)) == ()


@pytest.mark.parametrize(
    ("outcomes", "twice"),
    [
        ((SENT,), False),
        ((DOUBT,), False),
        ((DOUBT, SENT), True),
        ((DOUBT, AWAY, SENT), True),
        ((DOUBT, ABSENT, SENT), False),
        ((DOUBT, FOUND, SENT), False),
        ((AWAY, SENT), False),
    ],
)
def test_who_was_written_to_in_doubt_may_have_it_twice(
    outcomes: tuple[Outcome, ...], twice: bool
) -> None:
    """Unless the chat has said in between whether it was there."""
    assert maybe_twice(tried(*outcomes)) is twice


def test_what_was_flagged_and_sent_again_may_be_there_twice() -> None:
    """An admin tried it again."""
    flagged = tried(FAILED, error=IN_DOUBT)
    assert maybe_twice((*flagged, *tried(SENT)))
    assert not maybe_twice((*tried(FAILED, error="is_archived"), *tried(SENT)))


def test_every_digest_is_a_kind_of_message() -> None:
    """A rule for a name that no message has would be a slip."""
    assert set(FLOW.notices) >= DIGESTS


@pytest.mark.parametrize("kind", ["standup.prompt", "task.assigned", "standup.thread"])
def test_what_asks_somebody_is_said_again_but_not_for_ever(kind: str) -> None:
    """A few times, further and further apart."""
    assert rule_of(kind) is Rule.REPEAT
    waits = [wait_before(kind, number) for number in range(1, len(AGAIN) + 2)]
    assert waits == [*AGAIN, None]


def test_a_digest_is_never_said_again_in_doubt() -> None:
    """Admins are told instead."""
    assert rule_of("standup.wrapup") is Rule.FLAG
    assert wait_before("standup.wrapup", 1) is None
