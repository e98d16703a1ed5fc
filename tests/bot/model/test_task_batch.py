"""Pasted lines: which may be tasks, and what lists put before them."""

import pytest

from bot.model.task.batch import bare, lines_of


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- a", "a"), ("* a", "a"), ("• a", "a"), ("1. a", "a"), ("12) a", "a"),
        ("3、a", "a"), ("（4）a", "a"), ("[ ] a", "a"), ("- [ ] a", "a"), ("☐ a", "a"),
        ("-20% sticker", "-20% sticker"), ("3-for-2 promo", "3-for-2 promo"),
        ("1.5 kg box", "1.5 kg box"), ("*now* a", "*now* a"), ("  ", ""),
    ],
)  # fmt: skip
def test_the_marks_of_lists_are_taken_off(line: str, text: str) -> None:
    """Nothing else is."""
    assert bare(line) == text


def test_headings_rules_and_ticked_lines_are_left_out() -> None:
    """They are named, but for what says nothing."""
    lines = lines_of("# Minutes\nTo do:\n- a\n- [x] b\n✅ c\n---\n\n待办：\n1. d: e\n")
    assert lines.wanted == ("- a", "1. d: e")
    assert lines.left_out == ("# Minutes", "To do:", "- [x] b", "✅ c", "待办：")
