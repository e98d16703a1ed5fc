"""What it learns from: other texts than those it is measured with."""

import csv

import pytest
from rapidfuzz import fuzz, process

from bot.model.feedback import Kind, Severity
from bot.reading import known
from bot.reading.__main__ import EXAMPLES, examples, learned, taught_by
from bot.reading.model import COLUMNS, stored
from bot.reading.signs import plain, signs
from tests.benchmarks.reading import DATA, labelled

ALIKE = 85  # percent; above it is the same text with another comma
SHARED, FEW = 0.5, 4


def test_nothing_that_measures_teaches() -> None:
    """Neither the same words nor nearly the same."""
    measuring = [_bare(text) for text in _measuring()]
    for text, _ in examples():
        found = process.extractOne(_bare(text), measuring, scorer=fuzz.ratio)
        assert found[1] < ALIKE, (text, found)


def test_nothing_that_teaches_says_the_same_in_another_order() -> None:
    """Fewer than half of their words are shared, but for the shortest."""
    measuring = [_words(each.text) for each in labelled()]
    for text, _ in examples():
        words = _words(text)
        shares = (len(words & other) / len(words | other) for other in measuring)
        assert len(words) < FEW or max(shares) < SHARED, text


def test_no_example_is_there_twice() -> None:
    """Twice would count twice."""
    texts = [_bare(text) for text, _ in examples()]
    assert len(set(texts)) == len(texts)


def test_what_keeps_customers_from_buying_is_a_problem() -> None:
    """No example says otherwise."""
    for text, (_, severity, _, kind) in examples():
        assert severity is not Severity.BLOCKING or kind is Kind.PROBLEM, text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_example_is_whole(language: str) -> None:
    """Four answers and a text, on one line."""
    with (EXAMPLES / f"{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 500
    assert all(len(row) == 5 and all(row) for row in rows)


def test_the_weights_are_what_the_examples_teach() -> None:
    """Who changes examples or words runs `python -m bot.reading`."""
    assert stored()["taught_by"] == taught_by()
    assert all(len(row) == len(COLUMNS) for row in known().weights.values())


def test_the_same_examples_teach_the_same() -> None:
    """Learning has no chance in it, and no order of lines."""
    some = list(examples())[:40]
    assert learned(some) == learned(reversed(some))


def _measuring() -> list[str]:
    """What measures, and what was kept back to measure with."""
    files = set(DATA.glob("feedback*.jsonl")) - {DATA / "feedback_numbers.jsonl"}
    return [each.text for path in sorted(files) for each in labelled(path)]


def _bare(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())


def _words(text: str) -> frozenset[str]:
    return frozenset(sign for sign in signs(text) if not sign.startswith("@"))
