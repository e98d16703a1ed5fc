"""How alike two texts are, and how often the first proposal is right."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.model.feedback.alike import (
    ASKED,
    POSTINGS,
    Told,
    asked,
    grams,
    likeness,
    most_alike,
    words,
)

PAIRS = Path(__file__).parents[2] / "data" / "alike.jsonl"


@given(st.text(), st.text())
def test_likeness_is_a_share(one: str, other: str) -> None:
    """Of whatever letters, in either order."""
    found = likeness(one, other)
    assert 0 <= found <= 1
    assert likeness(other, one) == found
    assert likeness(one, one) in (0, 1)


@given(st.text())
def test_grams_fit_a_column(text: str) -> None:
    """Of every text, as numbers that both databases keep."""
    assert all(-(2**31) <= gram < 2**31 for gram in grams(text))


@given(st.dictionaries(st.integers(0, 99), st.integers(0, 2 * POSTINGS)))
def test_a_search_is_never_long(counts: dict[int, int]) -> None:
    """Grams that nobody has are not asked for; the rest is bounded."""
    found = asked([*counts, 100], counts)
    assert len(found) <= ASKED
    assert all(counts[gram] for gram in found)
    assert len(found) < 2 or sum(counts[gram] for gram in found) <= POSTINGS


def test_numbers_names_of_letters_and_fillers_say_nothing() -> None:
    """An order number makes nothing another thing."""
    assert words("Ｔhe ORDER 10023 isn't HERE") == "order isnt here"
    assert likeness("order 1001 never came", "Order 2002 never came") == 1


def test_the_first_proposal_is_nearly_always_right() -> None:
    """Of our pairs among words that mean something else (make bench: among 100,000);
    what nobody said before is proposed with nothing.
    """
    rows = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    said = [
        text for row in rows if "text" in row for text in (row["text"], *row["near"])
    ]
    told = [Told(number, text) for number, text in enumerate(said, 1)]
    right, wrong = 0, 0
    for row in rows:
        got = most_alike(Told(0, row["again"]), told)
        if got is not None:
            hit = said[got - 1] == row.get("text")
            right, wrong = right + hit, wrong + (not hit)
    pairs = [row for row in rows if "text" in row]
    assert len(pairs) >= 60
    assert sum(row["lang"] == "zh" for row in pairs) * 2 >= len(pairs)
    assert right / (right + wrong) >= 0.95
    assert right / len(pairs) >= 0.87
