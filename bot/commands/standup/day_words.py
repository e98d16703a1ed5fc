"""Days that no keyword announces: "at 9:30 daily", "close 11:00 Monday to Thursday"."""

import re
from collections.abc import Sequence

from bot.model.repetition import parse

LONGEST = 10  # words
TWO = 2
ORDINAL = re.compile(  # of a month, though nobody says so
    r"the\s|\d+(?:st|nd|rd|th)\b|first\b|second\b|third\b|fourth\b|fifth\b|last\b",
    re.IGNORECASE,
)
ADVERBS = frozenset(  # a name may end with one: "Sales weekly"
    ("daily", "everyday", "weekly", "fortnightly", "biweekly", "bi-weekly", "monthly",
     "quarterly", "yearly", "annually")
)  # fmt: skip


def days_in(words: Sequence[str]) -> int:
    """How many of the words, from the first on, are days; zero where none are."""
    for length in range(len(words), 0, -1):
        said = " ".join(words[:length])
        if parse(said) or (ORDINAL.match(said) and parse(f"monthly on {said}")):
            return length
    return 0


def sure(first: str, length: int) -> bool:
    """Whether they are surely no name of a person, as Sun and Wed may be."""
    word = first.lower().rstrip(",")
    return length >= TWO or word in ADVERBS or word.endswith(("days", "ends"))
