"""How fast, how long, how often: pure decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.dingtalk.limits import Pace, pause, wait_before
from bot.errors import ChatError, RateLimited, Rejected, Unreachable

BUSY, FULL = RateLimited("90018", 1), RateLimited("Qpm", 60)
BROKEN, NOT_SENT = Unreachable("http_500"), Unreachable("not_connected")


@given(st.lists(st.floats(0, 0.5), max_size=80))
def test_nobody_gets_more_than_the_pace(pauses: list[float]) -> None:
    """In no second more than the twenty that DingTalk allows."""
    pace, now, starts = Pace(), 0.0, []
    for gap in pauses:
        now += gap
        starts.append(now + pace.turn("a", now))
    for start in starts:
        assert len([at for at in starts if start <= at < start + 0.999]) <= 20


def test_apis_have_a_pace_of_their_own() -> None:
    """DingTalk counts each API by itself."""
    pace = Pace(per_second=1, at_once=1)
    assert [pace.turn("a", 0), pace.turn("a", 0), pace.turn("b", 0)] == [0, 1, 0]


@pytest.mark.parametrize(
    ("failed", "tries", "once", "wait"),
    [
        (BUSY, 1, True, 1.0),
        (BUSY, 2, True, 2.0),
        (BUSY, 3, True, None),
        (FULL, 1, False, None),
        (BROKEN, 1, False, 1.0),
        (BROKEN, 1, True, None),
        (NOT_SENT, 1, True, 1.0),
        (NOT_SENT, 3, True, None),
        (Rejected("60121"), 1, False, None),
    ],
)
def test_the_next_try(
    failed: ChatError, tries: int, once: bool, wait: float | None
) -> None:
    """Where it is safe, and where it can help."""
    assert pause(failed, tries, 0.5, once=once) == wait


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_the_wait_for_a_line_grows_to_a_minute(tries: int, dice: float) -> None:
    """A quarter more or less, so that many do not come back together."""
    wait = wait_before(tries, dice)
    assert 0.75 * min(60, 2**tries) <= wait <= 1.25 * 60
