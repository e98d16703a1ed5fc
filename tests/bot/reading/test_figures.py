"""How well it reads what it never learned from: the figures reached stay."""

from pathlib import Path

import pytest

from bot.reading import read
from tests.benchmarks import reading
from tests.benchmarks.reading import (
    FIFTH,
    FOURTH,
    LANGUAGES,
    SECOND,
    SETS,
    SIXTH,
    THIRD,
    Read,
    labelled,
)

SLACK = 0.03  # what a change of words may cost before somebody has to look

# By question and language: of the first texts, the second, and so on to the sixth.
# Rules were tuned while the totals of the first two were seen; the third was measured
# once, after; the later ones were looked at after their first measure
# (tests/data/README.md).
REACHED = {
    ("step", "en"): (0.822, 0.85, 0.825, 0.75, 0.792, 0.783),
    ("step", "zh"): (0.896, 0.82, 0.837, 0.8, 0.847, 0.85),
    ("severity", "en"): (0.814, 0.76, 0.887, 0.86, 0.866, 0.833),
    ("severity", "zh"): (0.831, 0.83, 0.862, 0.85, 0.832, 0.85),
    ("kind", "en"): (0.933, 0.94, 0.975, 0.95, 0.975, 0.983),
    ("kind", "zh"): (0.940, 0.98, 0.975, 0.96, 0.97, 0.916),
    ("sentiment", "en"): (0.901, 0.90, 0.925, 0.92, 0.94, 0.966),
    ("sentiment", "zh"): (0.948, 0.96, 0.925, 0.92, 0.955, 0.883),
    ("order", "en"): (1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    ("order", "zh"): (1.0, 1.0, 1.0, 1.0, 0.995, 1.0),
    ("sku", "en"): (1.0, 1.0, 1.0, 0.99, 1.0, 1.0),
    ("sku", "zh"): (0.996, 1.0, 1.0, 1.0, 1.0, 1.0),
    ("language", "en"): (1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    ("language", "zh"): (1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
}
TOO_LOW = (0.01, 0.0, 0.029, 0.017, 0.007, 0.017)
FALSE_ALARMS = (0.084, 0.075, 0.089, 0.026, 0.024, 0.05)

Sets = tuple[list[Read], ...]


@pytest.fixture(scope="module")
def sets() -> Sets:
    return tuple([(each, read(each.text)) for each in labelled(path)] for path in SETS)


@pytest.mark.parametrize("which", range(6))
@pytest.mark.parametrize(("question", "language"), REACHED)
def test_what_was_reached_is_kept(
    sets: Sets, which: int, question: str, language: str
) -> None:
    """Every question, in both languages."""
    some = [each for each in sets[which] if each[0].language == language]
    reached = reading.accuracy(some, question)
    assert reached >= REACHED[question, language][which] - SLACK


@pytest.mark.parametrize("which", range(6))
def test_what_keeps_customers_from_buying_is_never_proposed_as_low(
    sets: Sets, which: int
) -> None:
    """Not one of any set; of the third one was, when it was measured first."""
    assert reading.lowest(sets[which]) == 0


@pytest.mark.parametrize("which", range(6))
def test_what_keeps_customers_from_buying_is_seldom_proposed_as_less(
    sets: Sets, which: int
) -> None:
    """The goal is none."""
    assert reading.too_low(sets[which]) <= TOO_LOW[which] + SLACK / 2


@pytest.mark.parametrize("which", range(6))
def test_few_alarms_are_false(sets: Sets, which: int) -> None:
    """Who is called for nothing does not come any more; of the second texts most are
    written to sound like alarms.
    """
    assert reading.false_alarms(sets[which]) <= FALSE_ALARMS[which] + SLACK / 2


def test_the_second_texts_are_as_many_as_was_said() -> None:
    """Two hundred, half of them Chinese, eighty that block."""
    texts = labelled(SECOND)
    assert len(texts) == 200
    assert sum(each.language == "zh" for each in texts) == 100
    assert sum(each.blocks for each in texts) == 80
    assert all(each.blocks == (each.severity == "blocking") for each in texts)


def test_the_third_texts_are_as_many_as_was_said() -> None:
    """A hundred and sixty, half of them Chinese, seventy that block."""
    texts = labelled(THIRD)
    assert len(texts) == 160
    assert sum(each.language == "zh" for each in texts) == 80
    assert sum(each.blocks for each in texts) == 70
    assert all(each.blocks == (each.severity == "blocking") for each in texts)


def test_the_fourth_texts_are_as_many_as_was_said() -> None:
    """A hundred and twenty that block, and eighty that only sound like it."""
    texts = labelled(FOURTH)
    assert len(texts) == 200
    assert sum(each.language == "zh" for each in texts) == 100
    assert sum(each.blocks for each in texts) == 120
    assert all(each.blocks == (each.severity == "blocking") for each in texts)


@pytest.mark.parametrize(
    ("path", "block", "others"), [(FIFTH, 150, 252), (SIXTH, 60, 60)]
)
def test_the_last_texts_are_as_many_as_was_said(
    path: Path, block: int, others: int
) -> None:
    """About half of either kind is Chinese."""
    texts = labelled(path)
    for some, count in ((True, block), (False, others)):
        chinese = [t.language == "zh" for t in texts if t.blocks is some]
        assert len(chinese) == count
        assert abs(2 * sum(chinese) - count) <= 4
    assert all(each.blocks == (each.severity == "blocking") for each in texts)
    assert len({each.text for each in texts}) == len(texts)


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
