"""What kudos are for: a reason that others can follow; pure."""

import re

from bot.model.text import shows, tidy_lines

SHORTEST = 8  # letters; a Chinese one says as much as two
OPENS = re.compile(
    r"^(?:[,，:：;；。.!！-]|\b(?:for|because|as|since)\b|因为|為了|为了|感谢|，|\s)+",
    re.IGNORECASE,
)


def reason_of(typed: str) -> str:
    """The reason as it is kept: without the word that leads to it."""
    text = tidy_lines(typed)
    text = OPENS.sub("", text).strip()
    return text if shows(text) else ""


def enough(reason: str) -> bool:
    """Whether it says more than a word does."""
    return sum(1 + (letter > "\u2e7f") for letter in reason if letter.isalnum()) >= (
        SHORTEST
    )
