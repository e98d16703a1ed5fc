"""What HR says above the messages of a cycle, in their own words (PEERS K05): pure."""

import re
from collections.abc import Mapping

from bot.model.review.plan import Rung

LIMIT = 500
SPOKEN = ("en", "zh")  # the languages that a text can be in
OWN = (Rung.LIST, Rung.THREE, Rung.ONE, Rung.DUE, Rung.SELF)  # those that HR words
# What stands for a fact, in either language.
FACTS = {
    "cycle": "cycle", "周期": "cycle",
    "due": "due", "截止": "due",
    "count": "count", "人数": "count",
}  # fmt: skip
_FACT = re.compile(r"\{\s*([^{}\s]{0,40})\s*\}")

Texts = Mapping[tuple[Rung, str], str]  # by message and language


def unknown(text: str) -> str:
    """What stands between braces and is no fact; empty where there is none."""
    named = (found[1] for found in _FACT.finditer(text))
    return next((name or "{}" for name in named if name.casefold() not in FACTS), "")


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with the facts in their places."""
    return _FACT.sub(lambda found: facts[FACTS[found[1].casefold()]], text)


def chosen(texts: Texts, rung: Rung, language: str) -> str:
    """What is said above that message, to who reads this language; empty for ours."""
    return texts.get((rung, language), "")
