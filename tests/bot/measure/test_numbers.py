"""Values and targets are read as people type them, in the measure's own unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.measure import Direction, Target, Unit
from bot.model.measure.aims import read_target
from bot.model.measure.reading import LARGEST, NotAValue, over, read

C, P, M = Unit.COUNT, Unit.PERCENT, Unit.MONEY
H, MIN, D, S = Unit.HOURS, Unit.MINUTES, Unit.DAYS, Unit.SCORE


@pytest.mark.parametrize(
    ("typed", "unit", "currency", "value"),
    [
        ("1,234.5", C, "", "1234.5"),
        ("1.234,5", M, "EUR", "1234.5"),
        ("1.234", C, "", "1234"),
        ("1.234", P, "", "1.234"),
        ("2,4", P, "", "2.4"),
        ("12 345", C, "", "12345"),
        ("1'234'567", C, "", "1234567"),
        ("12万", C, "", "120000"),
        ("３．５万", M, "CNY", "35000"),
        ("1.2亿", M, "CNY", "120000000"),
        ("三百二十", C, "", "320"),
        ("3.5k", C, "", "3500"),
        ("$1.2bn", M, "USD", "1200000000"),
        ("2.4%", P, "", "2.4"),
        ("百分之2.4", P, "", "2.4"),
        ("百分之三", P, "", "3"),
        ("￥99", M, "CNY", "99"),
        ("-€5", M, "EUR", "-5"),
        ("3h 20m", MIN, "", "200"),
        ("3h20", H, "", "3.333333"),
        ("3小时20分钟", MIN, "", "200"),
        ("3 days", H, "", "72"),
        ("15 m", MIN, "", "15"),
        ("12", D, "", "12"),
        ("4.8/5", S, "", "4.8"),
        ("120单", C, "", "120"),
    ],
)
def test_a_value_is_read(typed: str, unit: Unit, currency: str, value: str) -> None:
    """A mark that may stand for two things means what such a measure counts."""
    assert read(typed, unit, currency).value == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "unit", "currency", "why"),
    [
        ("NaN", C, "", "unknown"),
        ("inf", C, "", "unknown"),
        ("10^400", C, "", "unknown"),
        ("1e400", C, "", "unknown"),
        ("9" * 400, C, "", "large"),
        ("9" * 20, C, "", "large"),
        ("1,23,4", C, "", "unknown"),
        ("bananas", M, "EUR", "unknown"),
        ("3h", P, "", "unit"),
        ("2.4%", C, "", "unit"),
        ("百分之三", C, "", "unit"),
        ("2.4%", MIN, "", "unit"),
        ("¥5", P, "", "unit"),
        ("$5", M, "EUR", "currency"),
        ("6", S, "", "score"),
        ("0.5", S, "", "score"),
        ("-3h", H, "", "negative"),
        ("", C, "", "missing"),
    ],
)
def test_what_is_no_value_is_refused(
    typed: str, unit: Unit, currency: str, why: str
) -> None:
    """Each with the reason, never with a number that was not meant."""
    with pytest.raises(NotAValue) as refused:
        read(typed, unit, currency)
    assert refused.value.key == f"measure-value-{why}"


def test_a_ratio_keeps_what_it_was_divided_from() -> None:
    """And dividing by zero gives no value, and no error."""
    assert read("24 of 1,000", P, ratio=True).value == Decimal("2.4")
    found = read("€12,500 / 310", M, "EUR", ratio=True)
    assert found.numerator == Decimal(12500)
    assert found.denominator == Decimal(310)
    assert found.value == Decimal("40.322581")
    nothing = read("5/0", P, ratio=True)
    assert nothing.value is None
    assert nothing.denominator == Decimal(0)
    with pytest.raises(NotAValue):
        over(Decimal(1), Decimal(-1), P)
    with pytest.raises(NotAValue):
        read("24/1000", C)


@given(st.text(max_size=60), st.sampled_from(Unit))
def test_no_text_breaks_the_reader(typed: str, unit: Unit) -> None:
    """It is a value that can be kept, or it is refused."""
    try:
        found = read(typed, unit, "EUR" if unit is M else "", ratio=unit is P)
    except NotAValue:
        return
    assert found.value is None or abs(found.value) < LARGEST * 100


@pytest.mark.parametrize(
    ("typed", "unit", "aim"),
    [
        ("<2.5%", P, Target(Direction.DOWN, None, Decimal("2.5"))),
        ("不超过 3 小时", MIN, Target(Direction.DOWN, None, Decimal(180))),
        ("3 小时以内", MIN, Target(Direction.DOWN, None, Decimal(180))),
        ("at least 5,000", C, Target(Direction.UP, Decimal(5000))),
        ("20–40", D, Target(Direction.BAND, Decimal(20), Decimal(40))),
        ("20 到 40 天", D, Target(Direction.BAND, Decimal(20), Decimal(40))),
    ],
)
def test_a_target_says_its_direction(typed: str, unit: Unit, aim: Target) -> None:
    """By a sign or a word, in both languages."""
    assert read_target(typed, unit, "") == aim


@pytest.mark.parametrize(
    ("typed", "direction", "why"),
    [
        ("2.5%", None, "measure-direction-which"),
        ("<2%", Direction.UP, "measure-target-against"),
        ("40-20", None, "measure-target-order"),
        ("2%", Direction.BAND, "measure-band-ends"),
    ],
)
def test_a_target_that_says_nothing_is_refused(
    typed: str, direction: Direction | None, why: str
) -> None:
    """Nobody guesses whether more is better."""
    with pytest.raises(NotAValue) as refused:
        read_target(typed, P, "", direction)
    assert refused.value.key == why
