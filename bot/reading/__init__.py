"""Reads what customers say: where it hurts, how much, and about which order.

What is read is a proposal: people see it as one, and correct it. Rules only, from the
words in `bot.reading.lexicon`; nothing leaves the house.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from bot.model.feedback import Facts, Kind, Outlet, Sentiment, Severity, Step
from bot.reading import lexicon

ORDER = re.compile(
    r"(?:order(?:\s+(?:no|number|nr|id))?\.?|订单号?|单号|#)\s*[:：#]?\s*"
    r"((?=[\w-]*\d{3})[A-Za-z0-9][\w-]{2,39})",
    re.IGNORECASE | re.ASCII,
)
BARE_ORDER = re.compile(r"(?<![\w-])(\d{12,20}|\d{3}-\d{7}-\d{7})(?![\w-])", re.ASCII)
SKU = re.compile(
    r"(?:sku|article|item(?:\s+(?:no|number))?\.?|货号|商品编码|款号)\s*[:：#]?\s*"
    r"((?=[\w./-]*\d)[A-Za-z0-9][\w./-]{1,39})",
    re.IGNORECASE | re.ASCII,
)
BARE_SKU = re.compile(r"(?<![\w-])([A-Z]{2,8}-\d{1,6}(?:-[A-Z0-9]{1,6})?)(?![\w-])")
CHINESE = re.compile(r"[\u3400-\u9fff]")
LETTERS = re.compile(r"[A-Za-z]+")
OURS = re.compile(r"[TFBR]-\d+")  # tasks, feedback, blockers and risks are no products

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `language` is the customer's: "zh", "en", or "" where nobody can
    say.
    """

    facts: Facts
    order: str = ""
    outlet: Outlet | None = None
    language: str = ""


def read(text: str) -> Reading:
    """What the words propose. A text of any length and any letters is read."""
    said = text.casefold()
    step = _most(said, lexicon.STEPS) or Step.OTHER
    kind = _kind(said)
    feels = _sentiment(said, kind)
    facts = Facts(step, _severity(said, kind, feels), feels, kind, _sku(text))
    outlet = _most(said, lexicon.OUTLETS)
    return Reading(facts, _order(text), outlet, language_of(text))


def language_of(text: str) -> str:
    """Chinese, where it has as many Chinese characters as other words."""
    chinese, words = len(CHINESE.findall(text)), len(LETTERS.findall(text))
    if not chinese and not words:
        return ""
    return "zh" if chinese >= words else "en"


def _severity(said: str, kind: Kind, feels: Sentiment) -> Severity:
    """BLOCKING where something before the payment does not work: never less."""
    stuck = _weight(said, lexicon.STUCK)
    if stuck and any(_weight(said, lexicon.STEPS[each]) for each in TRANSACTS):
        return Severity.BLOCKING
    if kind is Kind.PRAISE:
        return Severity.LOW
    if _weight(said, lexicon.SEVERE):
        return Severity.HIGH
    if _weight(said, lexicon.MILD) or kind is Kind.WISH:
        return Severity.LOW
    angry = feels is Sentiment.NEGATIVE and _weight(said, lexicon.ANGRY) > 1
    return Severity.HIGH if angry else Severity.NORMAL


TRANSACTS = tuple(step for step in Step if step.transacts)


def _kind(said: str) -> Kind:
    wish, praise = _weight(said, lexicon.WISHES), _weight(said, lexicon.PRAISE)
    trouble = _weight(said, lexicon.STUCK) + _weight(said, lexicon.ANGRY)
    trouble += _weight(said, lexicon.SEVERE)
    if wish > trouble and wish >= praise:
        return Kind.WISH
    return Kind.PRAISE if praise > trouble + _hurt(said) else Kind.PROBLEM


def _sentiment(said: str, kind: Kind) -> Sentiment:
    bad = _weight(said, lexicon.ANGRY)
    if kind is Kind.PRAISE and not bad:
        return Sentiment.POSITIVE
    trouble = bad or _weight(said, lexicon.STUCK) or _hurt(said)
    return Sentiment.NEGATIVE if kind is Kind.PROBLEM and trouble else Sentiment.NEUTRAL


def _hurt(said: str) -> int:
    """What went wrong with the goods themselves."""
    return _weight(said, lexicon.STEPS[Step.QUALITY])


def _sku(text: str) -> str:
    if named := SKU.search(text):
        return named[1].rstrip(".,;").upper()
    found = (each[1] for each in BARE_SKU.finditer(text))
    return next((each for each in found if not OURS.fullmatch(each)), "")


def _order(text: str) -> str:
    named = ORDER.search(text) or BARE_ORDER.search(text)
    return named[1] if named else ""


def _most(said: str, words: Mapping[T, str]) -> T | None:
    """What most of the words speak of; of equals the first."""
    weights = {each: _weight(said, known) for each, known in words.items()}
    best = max(weights, key=lambda each: weights[each], default=None)
    return best if best is not None and weights[best] else None


def _weight(said: str, known: str) -> int:
    """How much the words speak of it: each phrase once, as long as it is."""
    found = {match.group() for match in _pattern(known).finditer(said)}
    return sum(len(each.split()) for each in found)


@cache
def _pattern(known: str) -> re.Pattern[str]:
    longest = sorted(known.split("|"), key=len, reverse=True)
    return re.compile("|".join(_form(each) for each in longest))


def _form(word: str) -> str:
    """English words begin where a word begins; Chinese has no such place."""
    escaped = re.escape(word)
    return rf"(?<![a-z]){escaped}" if word.isascii() else escaped
