"""Clauses of a sentence that begin with an option's word and no colon: "dept customer
service", 部门 市场部; what a word may bring along decides where the clause ends.
"""

import re
from collections.abc import Callable

from bot.model.text import tidy

LONGEST = 8  # words behind the word that leads
_EDGES = " ,，、;；。"


def take(
    text: str, leads: tuple[str, ...], known: Callable[[str], bool]
) -> tuple[str, str]:
    """The text without the clause, and what the clause says; "" where there is none.

    The longest that is `known` counts.
    """
    for match in _led(leads).finditer(text):
        after = text[match.end() :]
        ends = [word.end() for word in re.finditer(r"\S+", after)][:LONGEST]
        for end in reversed(ends):
            said = after[:end].strip(_EDGES)
            if said and known(said):
                return tidy(f"{text[: match.start()]} {after[end:]}"), said
    return text, ""


def leads_in(text: str, leads: tuple[str, ...]) -> bool:
    """Whether one of the words stands there at all."""
    return bool(_led(leads).search(text))


def _led(leads: tuple[str, ...]) -> re.Pattern[str]:
    """Latin words stand alone, a Chinese one may touch what it leads."""
    latin = "|".join(re.escape(each) for each in leads if each.isascii())
    han = "|".join(re.escape(each) for each in leads if not each.isascii())
    return re.compile(
        rf"(?:^|(?<=[\s,，;；]))(?:(?:{latin})(?:\s*[:：]\s*|\s+)|(?:{han})\s*[:：]?\s*)",
        re.IGNORECASE,
    )
