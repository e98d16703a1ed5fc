"""How well it reads what it never learned from: the figures reached stay."""

import pytest

from bot.reading import read
from tests.benchmarks import reading
from tests.benchmarks.reading import LANGUAGES, Read, labelled

SLACK = 0.03  # what a change of words may cost before somebody has to look

REACHED = {
    ("step", "en"): 0.842,
    ("step", "zh"): 0.900,
    ("severity", "en"): 0.822,
    ("severity", "zh"): 0.880,
    ("kind", "en"): 0.945,
    ("kind", "zh"): 0.956,
    ("sentiment", "en"): 0.921,
    ("sentiment", "zh"): 0.948,
    ("order", "en"): 1.0,
    ("order", "zh"): 1.0,
    ("sku", "en"): 1.0,
    ("sku", "zh"): 0.996,
    ("language", "en"): 1.0,
    ("language", "zh"): 1.0,
}
TOO_LOW, FALSE_ALARMS = 0.019, 0.043


@pytest.fixture(scope="module")
def ones() -> list[Read]:
    return [(each, read(each.text)) for each in labelled()]


@pytest.mark.parametrize(("question", "language"), REACHED)
def test_what_was_reached_is_kept(
    ones: list[Read], question: str, language: str
) -> None:
    """Every question, in both languages."""
    some = [each for each in ones if each[0].language == language]
    reached = reading.accuracy(some, question)
    assert reached >= REACHED[question, language] - SLACK


def test_what_keeps_customers_from_buying_is_never_proposed_as_low(
    ones: list[Read],
) -> None:
    """Not one of them."""
    assert not reading.lowest(ones)


def test_what_keeps_customers_from_buying_is_seldom_proposed_as_less(
    ones: list[Read],
) -> None:
    """The goal is none."""
    assert reading.too_low(ones) <= TOO_LOW + SLACK


def test_few_alarms_are_false(ones: list[Read]) -> None:
    """Who is called for nothing does not come any more."""
    assert reading.false_alarms(ones) <= FALSE_ALARMS + SLACK


def test_there_is_enough_to_measure_with() -> None:
    """At least 400 texts, half of them Chinese, every step as often as another."""
    texts = labelled()
    steps = [each.step for each in texts]
    shares = [sum(each.language == one for each in texts) for one in LANGUAGES]
    assert len(texts) >= 400
    assert abs(shares[0] - shares[1]) < len(texts) / 20
    assert min(map(steps.count, set(steps))) >= 40
    assert sum(each.blocks for each in texts) >= 90


def test_the_bench_prints_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """Shares and times, and none of the texts."""
    reading.main([])
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("step", "too low", "false alarm", "ms"))
    assert not any(each.text in printed for each in labelled())
