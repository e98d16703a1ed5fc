"""Phrases of three kinds of people, and what is no date (`tests/data/README.md`)."""

from collections import Counter
from datetime import date, datetime, time
from pathlib import Path

import pytest

from bot.dates import Due, find, read
from tests.benchmarks.due_dates import _judge, _rows, _understood

DATA = Path(__file__).parents[2] / "data"


def _outcomes(hand: str, language: str) -> Counter[str]:
    rows = _rows(DATA / f"due_dates_{hand}.jsonl")
    return Counter(
        _judge(row, verbose=False) for row in rows if row["lang"] == language
    )


@pytest.mark.parametrize("hand", ["second", "third"])
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_nine_of_ten_are_right_and_hardly_any_wrong(hand: str, language: str) -> None:
    """Who is not understood is asked; who is misread waits on the wrong day."""
    found = _outcomes(hand, language)
    assert found["right"] >= 0.9 * found.total()
    assert found["wrong"] <= 0.02 * found.total()


@pytest.mark.parametrize("hand", ["second", "third"])
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_no_date_is_made_of_what_holds_none(hand: str, language: str) -> None:
    """Order numbers, sizes, brands, campaigns."""
    every = _rows(DATA / f"not_dates_{hand}.jsonl")
    rows = [row for row in every if row["lang"] == language]
    invented = [row["text"] for row in rows if _understood(row)]
    assert len(invented) <= 0.03 * len(rows), invented


NOW = datetime(2026, 11, 18, 10, 0)  # noqa: DTZ001 - a Wednesday, on the speaker's clock


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("26.11.2026, 16.30 Uhr", date(2026, 11, 26), time(16, 30)),
        ("tomorrow 14 Uhr", date(2026, 11, 19), time(14)),
        ("until KW 49", date(2026, 11, 30), None),
        ("Friday calendar week 49", date(2026, 12, 4), None),
        ("KW 2", date(2027, 1, 11), None),
        ("CW 53 2026", date(2026, 12, 28), None),
        ("11/25 (三) 14:00", date(2026, 11, 25), time(14)),
        ("12月3號(四)下午三點", date(2026, 12, 3), time(15)),
        ("11月20日（周五）", date(2026, 11, 20), None),
        ("等等五點", date(2026, 11, 18), time(17)),
        ("等会儿11点", date(2026, 11, 18), time(11)),
        ("過年前", date(2027, 2, 6), None),
        ("跨年夜", date(2026, 12, 31), None),
        ("小年夜", date(2027, 2, 4), None),
        ("月中", date(2026, 12, 15), None),
        ("11.25号", date(2026, 11, 25), None),
        ("周三晚上七点", date(2026, 11, 18), time(19)),
        ("wednesday 7pm", date(2026, 11, 18), time(19)),
        ("wednesday 9am", date(2026, 11, 25), time(9)),
        ("wednesday", date(2026, 11, 25), None),
    ],
)
def test_what_was_mended_stays_so(typed: str, day: date, at: time | None) -> None:
    """Each of another kind."""
    assert read(typed, NOW) == Due(day, at)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("两天内给客户回复", ["两天内"]),
        ("7天内发货", []),
        ("下午两点到三点开会", []),
        ("今日特價", []),
        ("周六福金店", []),
        ("The Friday meeting notes are missing", []),
        ("KW 99 report", []),
        ("week 2 of the campaign", []),
        ("过年礼盒", []),
    ],
)
def test_what_is_found_in_a_sentence(typed: str, found: list[str]) -> None:
    """A policy, a range, a brand, notes of a meeting hold no due date."""
    assert [each.text for each in find(typed, NOW)] == found
