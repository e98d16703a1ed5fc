"""Lanes: a burst and a pace, turns that meet, and plans nobody comes for."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.model.lane import Lane, Limit, Stand, Stands, admit, spend, turn

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PACE = Lane("slack", "T1", "post", Limit(rate=2, burst=3))
PLACE = Lane("slack", "T1", "post", Limit(rate=1, burst=1), place="C1")
BATCH = Lane("dingtalk", "D1", "people", Limit(rate=15, burst=40, together=20))


def seconds(moments: list[datetime]) -> list[float]:
    return [round((moment - NOW).total_seconds(), 3) for moment in moments]


def test_a_burst_goes_at_once_and_the_rest_one_by_one() -> None:
    """Three at once, then two a second."""
    stands: Stands = {PACE: Stand()}
    turns = [turn(stands, [PACE], NOW) for _ in range(6)]
    assert seconds(turns) == [0, 0, 0, 0.5, 1, 1.5]


def test_a_message_waits_for_the_narrowest_of_its_lanes() -> None:
    """A second message to a place waits although the workspace has room."""
    stands: Stands = {PACE: Stand(), PLACE: Stand()}
    turns = [turn(stands, [PACE, PLACE], NOW) for _ in range(3)]
    assert seconds(turns) == [0, 1, 2]


def test_turns_of_those_that_go_together_meet() -> None:
    """One call tells twenty people: they come at the same instant."""
    stands: Stands = {BATCH: Stand()}
    turns = [turn(stands, [BATCH], NOW) for _ in range(100)]
    later = [when for when in turns if when > NOW]
    assert len(later) == 60
    assert len(set(later)) <= 4
    assert max(later.count(when) for when in later) == 20


def test_the_law_takes_from_all_lanes_or_from_none() -> None:
    """Where one lane has no room, the other is not charged for nothing."""
    stands: Stands = {PACE: Stand(), PLACE: Stand()}
    assert admit(stands, [PACE, PLACE], NOW)
    before = stands[PACE]
    assert not admit(stands, [PACE, PLACE], NOW)
    assert stands[PACE] == before
    assert admit(stands, [PACE, PLACE], NOW + SECOND)


def test_an_answer_counts_and_the_others_wait_for_it() -> None:
    """What was said without asking is taken from what may be said next."""
    stands: Stands = {PACE: Stand()}
    spend(stands, [PACE], NOW, times=4)
    assert not admit(stands, [PACE], NOW)
    assert not admit(stands, [PACE], NOW + SECOND / 2)
    assert admit(stands, [PACE], NOW + SECOND)


def test_what_is_urgent_waits_for_the_platform_only() -> None:
    """It goes before others; but not while the platform wants to hear nothing."""
    stands: Stands = {PACE: Stand(at=NOW + 60 * SECOND)}
    assert not admit(stands, [PACE], NOW)
    assert admit(stands, [PACE], NOW, urgent=True)
    shut: Stands = {PACE: Stand(blocked=NOW + SECOND)}
    assert not admit(shut, [PACE], NOW, urgent=True)


def test_no_turn_is_given_while_the_lane_is_shut() -> None:
    """The first of them is when it opens."""
    stands: Stands = {PACE: Stand(blocked=NOW + 30 * SECOND)}
    assert seconds([turn(stands, [PACE], NOW)]) == [30]


def test_a_plan_knows_of_the_calls_that_were_made() -> None:
    """No turn is given that the law would refuse."""
    stands: Stands = {PACE: Stand(made=NOW + 10 * SECOND, called=NOW)}
    assert seconds([turn(stands, [PACE], NOW)]) == [9]


def test_a_clock_that_was_set_back_holds_up_nobody() -> None:
    """What was taken in the time to come was taken on another clock."""
    later = NOW + 5400 * SECOND
    taken = Stand(at=later, since=later, made=later, called=later)
    assert admit({PACE: taken}, [PACE], NOW)
    assert turn({PACE: taken}, [PACE], NOW) == NOW


def test_nobody_waits_behind_turns_that_nobody_takes() -> None:
    """Turns were given for a minute, and withdrawn: the next one goes at once."""
    ahead = NOW + 60 * SECOND
    taken = Stand(at=ahead, since=NOW - 10 * SECOND, called=NOW - SECOND)
    hollow = Stand(at=ahead, since=NOW - 10 * SECOND, called=NOW - 5 * SECOND)
    assert turn({PACE: taken}, [PACE], NOW) > NOW
    assert turn({PACE: hollow}, [PACE], NOW) == NOW


@given(
    st.lists(st.floats(0, 2, allow_nan=False), min_size=1, max_size=60),
    st.integers(1, 8),
)
def test_no_window_has_more_than_the_burst_and_its_share(
    waits: list[float], burst: int
) -> None:
    """Whenever calls are asked for, what passes in any span is bounded."""
    lane = Lane("slack", "T1", "post", Limit(rate=2, burst=burst))
    stands: Stands = {lane: Stand()}
    now, passed = NOW, []
    for wait in waits:
        now += timedelta(seconds=wait)
        while admit(stands, [lane], now):
            passed.append(now)
    for number, start in enumerate(passed):
        for count, end in enumerate(passed[number:], start=1):
            span = (end - start).total_seconds()
            assert count <= burst + span * 2 + 1e-6
