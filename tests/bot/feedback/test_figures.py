"""What the numbers of a report say, and when a room hears of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.model.feedback import Facts, Feedback, Severity, Step, Voice
from bot.model.feedback.figures import (
    Closing,
    Heard,
    figures,
    last_weeks,
    roadmap,
)
from bot.model.feedback.rhythm import (
    monday,
    morning_before,
    next_morning,
    opens_week,
)

NOW = datetime(2026, 3, 9, 8, tzinfo=UTC)
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
EASTER = date(2026, 4, 6)


def works(day: date) -> bool:
    """Monday to Friday, but Easter Monday."""
    return day.weekday() < 5 and day != EASTER


def heard(step: Step, *days: float, sku: str = "") -> list[Heard]:
    """Voices of so many days ago."""
    return [Heard(NOW - DAY * each, step, sku) for each in days]


def test_a_period_is_compared_with_the_one_before() -> None:
    """Of the same length, to the instant."""
    voices = heard(Step.RETURNS, 1, 6.9, 7, 7.1, 14) + heard(Step.CART, 8, 9)
    found = figures(last_weeks(NOW, 1), voices)
    returns, cart = found.steps
    assert (returns.now, returns.before, returns.change) == (3, 2, 1)
    assert (cart.now, cart.before) == (0, 2)
    assert [each.step for each in found.movers] == [Step.CART, Step.RETURNS]
    assert (found.heard, found.before) == (3, 4)


def test_the_columns_are_of_the_last_weeks() -> None:
    """The newest last; of a long period each column is longer."""
    voices = heard(Step.CART, 1, 8, 8, 55, 57)
    (cart,) = figures(last_weeks(NOW, 1), voices).steps
    assert cart.columns == (1, 0, 0, 0, 0, 0, 2, 1)
    (cart,) = figures(last_weeks(NOW, 12), voices).steps
    assert cart.columns == (0, 0, 0, 0, 0, 2, 0, 3)
    assert sum(cart.columns[4:]) == cart.now


@pytest.mark.parametrize("weeks", [1, 3, 4, 5, 12, 26])
def test_voices_may_be_counted_together(weeks: int) -> None:
    """Between the cuts of a period nothing is lost, and nothing moves."""
    period = last_weeks(NOW, weeks)
    voices = [
        Heard(NOW - DAY * day - DAY / 3, step, sku)
        for day in range(366)
        for step, sku in ((Step.CART, ""), (Step.RETURNS, f"S{day % 3}"))
    ]
    cuts = period.cuts
    together = [
        Heard(since, step, sku, len(those))
        for since, until in pairwise(cuts)
        for step, sku in ((Step.CART, ""), *((Step.RETURNS, f"S{n}") for n in range(3)))
        if (
            those := [
                each
                for each in voices
                if since <= each.at < until and (each.step, each.sku) == (step, sku)
            ]
        )
    ]
    assert figures(period, together) == figures(period, voices)


def test_products_come_with_what_is_wrong_with_them() -> None:
    """The most first, and those that nobody named not at all."""
    voices = heard(Step.RETURNS, 1, 2, 9, sku="CUP") + heard(Step.CART, 3, sku="CUP")
    voices += heard(Step.CART, 1, sku="POT") + heard(Step.CART, 1, 2, 3)
    cup, pot = figures(last_weeks(NOW, 1), voices).skus
    assert (cup.sku, cup.now, cup.change) == ("CUP", 3, 2)
    assert (cup.step, cup.of_step) == (Step.RETURNS, 2)
    assert pot.sku == "POT"


def test_the_closing_rate_is_of_what_came_in() -> None:
    """In whole percent, and the days with one digit behind the point (H26)."""
    found = figures(last_weeks(NOW, 1), (), Closing(3, 1, 6 * DAY))
    assert (found.looped, found.opened, found.rate) == (1, 3, 33)
    assert found.days == 6.0
    nothing = figures(last_weeks(NOW, 1), ())
    assert (nothing.rate, nothing.days, nothing.steps) == (None, None, ())


def test_what_keeps_from_buying_is_mended_first() -> None:
    """Then what most customers say, what hurts most, what waits longest."""

    def one(number: int, step: Step, voices: int = 1, **more: object) -> Feedback:
        said = Voice(sender_id=1, text="x", said_at=NOW)
        facts = Facts(step, Severity.LOW)
        made = Feedback(number=number, opened_at=NOW, facts=facts)
        return replace(made, voices=(said,) * voices, **more)  # type: ignore[arg-type]

    high = Facts(Step.SEARCH, Severity.HIGH)
    found = roadmap(
        [
            one(1, Step.RETURNS, 9),
            one(2, Step.SEARCH),
            one(3, Step.SEARCH, facts=high),
            one(4, Step.PAYMENT),
            one(5, Step.CART, 2),
            one(6, Step.SEARCH, opened_at=NOW - DAY),
        ]
    )
    assert [each.number for each in found] == [5, 4, 1, 3, 6]


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("2026-03-09T07:59+00:00", "2026-03-09T08:00+00:00"),
        ("2026-03-09T08:00+00:00", "2026-03-10T08:00+00:00"),
        ("2026-03-27T09:00+00:00", "2026-03-30T07:00+00:00"),  # the clock changes
        ("2026-04-03T09:00+00:00", "2026-04-07T07:00+00:00"),  # Easter
    ],
)
def test_a_room_is_told_on_working_mornings(now: str, wanted: str) -> None:
    """Nine on the wall, whatever the clocks do."""
    at = next_morning(datetime.fromisoformat(now), BERLIN, works)
    assert at == datetime.fromisoformat(wanted)


def test_what_happened_on_days_off_is_in_the_next_digest() -> None:
    """Since the working day before."""
    before = morning_before(date(2026, 4, 7), BERLIN, works)
    assert before == datetime(2026, 4, 3, 7, tzinfo=UTC)
    assert opens_week(date(2026, 4, 7), works)
    assert not opens_week(date(2026, 4, 8), works)
    assert monday(date(2026, 4, 7), BERLIN) == datetime(2026, 4, 5, 22, tzinfo=UTC)
