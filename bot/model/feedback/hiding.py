"""Words about one feedback without what tells its customers apart: also the names and
orders that were recorded beside the words (PEERS H27).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.model.feedback import Feedback, Update, Voice
from bot.model.feedback.masking import TYPED, masked, masked_name, masked_number

LEAST = 2  # letters of a name in Chinese, and of one that is whole
PART = 3  # letters of a part of a name, that people use alone
DIGITS = 4  # of an order: shorter numbers are of anything
_CALLED = re.compile(r"(?:先生|女士|小姐|太太)$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SMALL = frozenset({"von", "van", "der", "den", "the", "and", "del"})


def hidden(feedback: Feedback, text: str) -> str:
    """The text as those may read it who are not in triage."""
    return _hidden(feedback.voices, text)


def hidden_words(voice: Voice) -> str:
    """What one customer said, for the same."""
    return _hidden((voice,), voice.text)


def hidden_story(feedback: Feedback, story: Iterable[Update]) -> list[Update]:
    """What happened, without what tells customers apart."""
    return [
        replace(each, text=hidden(feedback, each.text)) if each.kind in TYPED else each
        for each in story
    ]


def _hidden(voices: Iterable[Voice], text: str) -> str:
    """Names before all else: what hides an address leaves no letter of one."""
    for voice in voices:
        for name in _names(voice.customer):
            text = _pattern(name).sub(lambda found: masked_name(found[0]), text)
        if len(voice.order) >= DIGITS:
            text = _pattern(voice.order).sub(masked_number(voice.order), text)
    return masked(text)


def _names(customer: str) -> list[str]:
    """The name as it was recorded, without its title, and each part of it that people
    may use alone; the longest first. What has no letters is no name.
    """
    whole = _CALLED.sub("", customer).strip()
    if len(whole) < LEAST or not re.search(r"[^\W\d_]", whole):
        return []
    if _HAN.search(whole):
        return [whole]
    parts = [each for each in whole.split() if len(each) >= PART]
    named = [each for each in parts if each.casefold() not in _SMALL]
    return [whole, *(each for each in named if each != whole)]


def _pattern(known: str) -> re.Pattern[str]:
    """What was recorded, standing by itself; Chinese has no spaces."""
    if _HAN.search(known):
        return re.compile(re.escape(known))
    first = known[0]
    either = rf"[{re.escape(first.upper())}{re.escape(first.lower())}]"
    capital = re.escape(first.upper()) if known.isalpha() else either
    return re.compile(rf"(?<![\w@.-]){capital}{re.escape(known[1:])}(?![\w@])")
