"""Cells that a spreadsheet shows and never runs; pure.

A program that opens a CSV takes a cell for a formula by its first letter (OWASP, "CSV
Injection"); some read full-width ones as the others, and skip what cannot be seen.
"""

import re

FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060]*[=+\-@\t\r\n＝＋－＠﹢﹣−﹦﹫]")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
DEFUSED = "'"


def clean(text: str) -> str:
    """The text without what no file can hold; line breaks are one letter each."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def runs(text: str) -> bool:
    """Whether some program would take it for a formula."""
    return FORMULA.match(text) is not None


def defused(text: str) -> str:
    """The text behind an apostrophe where it would be run."""
    return f"{DEFUSED}{text}" if runs(text) else text
