"""Counting in memory, until it is written down."""

from datetime import UTC, datetime, timedelta

from bot.ports.usage import Counter
from bot.rituals.delivery.tally import Tally
from tests.fakes.clock import FakeClock

NEW_YEARS_EVE = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)  # a minute left in Shanghai


def test_calls_are_counted_by_name_and_pushes_together() -> None:
    """An adapter says what it called; what came in is a push."""
    tally = Tally(FakeClock(NEW_YEARS_EVE))
    meter = tally.meter("dingtalk", "D1")
    for name in ("/send", "/send", "pushes", "pushes:card", "calls"):
        meter(name)
    counts = {counter.kind: count for counter, count in tally.take().items()}
    assert counts == {"calls:/send": 2, "pushes": 1, "pushes:card": 1, "calls": 1}


def test_a_count_belongs_to_the_month_in_which_it_happened() -> None:
    """Even where it is written down in the next one."""
    clock = FakeClock(NEW_YEARS_EVE)
    tally = Tally(clock)
    meter = tally.meter("dingtalk", "D1")
    meter("pushes")
    clock.set(NEW_YEARS_EVE + timedelta(minutes=1))
    meter("pushes")
    assert set(tally.take()) == {
        Counter("dingtalk", "D1", "2026-12", "pushes"),
        Counter("dingtalk", "D1", "2027-01", "pushes"),
    }


def test_what_is_taken_is_not_taken_again() -> None:
    """Until it is put back."""
    clock = FakeClock(NEW_YEARS_EVE)
    tally = Tally(clock)
    assert tally.due is None
    tally.meter("dingtalk", "D1")("pushes")
    taken = tally.take()
    assert tally.take() == {}
    tally.put_back(taken)
    assert tally.due == NEW_YEARS_EVE + timedelta(minutes=1)
    assert tally.take() == taken
