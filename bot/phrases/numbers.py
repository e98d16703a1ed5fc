"""Short numbers as people write them in a sentence: T-12, t3, B-4."""

import re

_ID = re.compile(
    r"(?<![A-Za-z0-9_-])T\s?[-－–]?\s?(\d{1,9})(?![A-Za-z0-9_-])", re.IGNORECASE
)
SHORT = re.compile(r"([A-Za-z])\s?[-－–]?\s?\d+")  # the number of one thing: "B-4"
_IDS = re.compile(
    rf"{_ID.pattern}(?:[\s,，、;；&和及]|and|{_ID.pattern})*", re.IGNORECASE
)


def ids(text: str) -> tuple[str, ...]:
    """Every task a text names by its short number, each once: T-12, t3."""
    return tuple(dict.fromkeys(match[1] for match in _ID.finditer(text)))


def is_ids(text: str) -> bool:
    """Whether a text is nothing but short numbers: "T-3 T-7"."""
    return bool(_IDS.fullmatch(text.strip()))
