"""Numbers as people type them in two languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.numerals import number, plain


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4", "4"), ("007", "7"), ("-2", "-2"), ("−2", "-2"), ("+3", "3"),
        ("1,200", "1200"), ("1 200 000", "1200000"), ("1,20", "1.2"),
        ("2.50", "2.5"),
        ("３.５", "3.5"), ("四", "4"), ("十", "10"),
        ("三十二", "32"), ("两百五", "250"),
        ("一百零五", "105"),
        ("1.2万", "12000"), ("三萬五千", "35000"),
        ("二〇二六", "2026"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(typed: str, said: str) -> None:
    """Thousands, decimals, full width, Chinese numerals."""
    found = number(typed)
    assert found is not None
    assert plain(found) == said


@pytest.mark.parametrize(
    "typed", ["", "many", "1e5", "nan", "inf", "12 parcels", "1.2.3", "9" * 40, "--1"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    """Nor is an order number of forty digits."""
    assert number(typed) is None


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    """Nothing that is typed breaks it."""
    found = number(text)
    assert found is None or plain(found)


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_plain_number_reads_back_as_itself(value: Decimal) -> None:
    """What is kept can be put into the form again."""
    assert number(plain(value)) == value
