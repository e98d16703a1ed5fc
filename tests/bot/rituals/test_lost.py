"""Who died while sending is known by looking on, whatever the clocks say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.delivery import LOST, Delivery, DeliveryState, Draft
from bot.rituals.delivery.lost import Lost
from tests.driver import MONDAY

LONG = LOST.total_seconds()
SENDING = Delivery(
    1, 1, Draft("k", "news"), DeliveryState.SENDING, attempts=1, tried_at=MONDAY
)


def test_another_replicas_clock_makes_nobody_dead() -> None:
    """It is nine minutes behind ours; what it began a second ago goes on."""
    ours, lost = MONDAY + timedelta(minutes=9), Lost()
    assert lost.among([], ours, 0.0) == []
    for second in range(1, int(LONG)):
        assert lost.among([SENDING], ours, float(second)) == []
    assert lost.among([SENDING], ours, LONG) == [SENDING]


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=1)])
def test_who_stays_at_it_too_long_is_dead(ahead: timedelta) -> None:
    """Also where its clock was ahead, or ours was set back."""
    sending, lost = replace(SENDING, tried_at=MONDAY + ahead), Lost()
    assert lost.among([sending], MONDAY, 0.0) == []
    assert lost.among([sending], MONDAY, LONG - 1) == []
    assert lost.among([sending], MONDAY, LONG) == [sending]


def test_each_try_has_its_own_time() -> None:
    """Who tries again begins anew."""
    lost, again = Lost(), replace(SENDING, attempts=2)
    lost.among([SENDING], MONDAY, 0.0)
    assert lost.among([again], MONDAY, LONG) == []


def test_who_just_came_believes_what_is_written() -> None:
    """Nobody else looked on for them."""
    assert Lost().among([SENDING], MONDAY + LOST, 0.0) == [SENDING]
    assert Lost().among([SENDING], MONDAY, 0.0) == []
