"""What a customer wants and how they feel, where that is said beside their words:
"kind:wish", 情绪：满意. What is none of these stays in the words.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from bot.arguments import fold
from bot.model.expression import expression
from bot.model.feedback import Kind, Sentiment

E = TypeVar("E", bound=StrEnum)


def _each(words: Mapping[E, str]) -> dict[str, E]:
    return {word: one for one, said in words.items() for word in said.split("|")}


KINDS = _each(
    {
        Kind.PROBLEM: "problem|complaint|bug|问题|投诉|故障",
        Kind.WISH: "wish|request|idea|suggestion|愿望|建议|需求",
        Kind.PRAISE: "praise|compliment|表扬|好评",
    }
)
SENTIMENTS = _each(
    {
        Sentiment.NEGATIVE: "negative|angry|unhappy|bad|负面|不满|不满意|生气|愤怒",
        Sentiment.NEUTRAL: "neutral|中性|一般|平静",
        Sentiment.POSITIVE: "positive|happy|good|正面|满意|高兴",
    }
)


def _after(keys: str, known: Mapping[str, E]) -> re.Pattern[str]:
    values = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return expression(
        rf"(?<![A-Za-z0-9_])(?:{keys})\s?[:：]\s*[\"“「]?(?P<value>{values})[\"”」]?"
        r"(?=\s|$|[,，;；。.])",
        re.IGNORECASE,
    )


_KIND = _after("kind|type|类型|类别", KINDS)
_SENTIMENT = _after("sentiment|mood|情绪|态度", SENTIMENTS)


def with_feeling(typed: str) -> tuple[str, Kind | None, Sentiment | None]:
    """The words without them, and what they say."""
    typed, kind = _taken(typed, _KIND, KINDS)
    typed, sentiment = _taken(typed, _SENTIMENT, SENTIMENTS)
    return typed, kind, sentiment


def _taken(
    typed: str, said: re.Pattern[str], known: Mapping[str, E]
) -> tuple[str, E | None]:
    found = said.search(typed)
    if found is None:
        return typed, None
    left = f"{typed[: found.start()].rstrip()} {typed[found.end() :].lstrip()}"
    return left.strip(" ,，;；"), known[fold(found["value"])]
