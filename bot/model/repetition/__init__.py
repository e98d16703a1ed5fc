"""How often a thing comes again: words in English or Chinese, and RFC 5545 rules."""

import unicodedata

from bot.model.repetition import chinese, english
from bot.model.repetition.rule import (
    WORKING_WEEK,
    Every,
    Repetition,
    ended,
    read_rule,
    without_end,
)
from bot.model.repetition.spoken import Spoken, find

__all__ = [
    "WORKING_WEEK",
    "Every",
    "Repetition",
    "Spoken",
    "ended",
    "find",
    "parse",
    "read_rule",
    "without_end",
]


def parse(text: str) -> str | None:
    """The rule the words mean, or None when they mean none.

    "weekdays", "every 2 weeks on mon", "last fri of month", 每个工作日, 每月5号.
    """
    words = unicodedata.normalize("NFKC", text).casefold()
    found = english.read(words) or chinese.read(words)
    return found.rule if found else None
