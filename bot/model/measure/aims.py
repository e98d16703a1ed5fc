"""A target as people type it: <2.5%, at least 5000, 20–40 days, 不超过 3 小时; pure."""

import re
import unicodedata
from decimal import Decimal

from bot.model.measure import Direction, Target, Unit
from bot.model.measure.reading import NotAValue, read
from bot.model.text import simplified, tidy

MOST = re.compile(
    r"^(?:<=?|≤|under|below|less than|at most|up to|max(?:imum)?\.?|no more than"
    r"|低于|不超过|不高于|小于|少于|至多|最多|不到)\s*",
    re.IGNORECASE,
)
LEAST = re.compile(
    r"^(?:>=?|≥|over|above|more than|at least|min(?:imum)?\.?|no less than"
    r"|高于|不低于|超过|大于|多于|至少|最少|不少于)\s*",
    re.IGNORECASE,
)
WITHIN, BEYOND = re.compile(r"(?:以内|以下|之内|内)$"), re.compile(r"(?:以上|起)$")
BAND = re.compile(
    r"^(?:between\s+|介于\s*|保持在?\s*)?(?P<low>.*?\d[^-–—~～]*?)"
    r"\s*(?:[-–—~～]|\bto\b|\band\b|至|到|和)\s*(?P<high>\S.*?)(?:之间)?$",
    re.IGNORECASE,
)
WORDS = {
    Direction.UP: (
        "up", "higher", "increase", "grow", "more", "higher is better", "升", "上升",
        "提高", "增长", "越高越好", "高",
    ),
    Direction.DOWN: (
        "down", "lower", "decrease", "reduce", "less", "lower is better", "降", "下降",
        "降低", "减少", "越低越好", "低",
    ),
    Direction.BAND: ("band", "range", "keep", "within", "区间", "保持", "范围"),
}  # fmt: skip
BY_WORD = {word: direction for direction, each in WORDS.items() for word in each}


def read_direction(typed: str) -> Direction | None:
    """Where it should go; None for what is no such word."""
    folded = tidy(unicodedata.normalize("NFKC", simplified(typed))).casefold()
    return BY_WORD.get(folded)


def read_target(
    typed: str, unit: Unit, currency: str, direction: Direction | None = None
) -> Target | None:
    """What is to be reached. Raises NotAValue for what cannot be read, and for a number
    of which nobody can tell whether more or less of it is better.
    """
    text = tidy(unicodedata.normalize("NFKC", simplified(typed)))
    if not text:
        return Target(direction) if direction else None
    if aim := _one_end(text, unit, currency):
        return _agreed(aim, direction)
    if (band := BAND.match(text)) and not text.startswith("-"):
        low, high = (_value(band[end], unit, currency) for end in ("low", "high"))
        if low is None or high is None or low > high:
            raise NotAValue("measure-target-order")
        return _agreed(Target(Direction.BAND, low, high), direction)
    value = _value(text, unit, currency)
    match direction:
        case Direction.UP:
            return Target(direction, low=value)
        case Direction.DOWN:
            return Target(direction, high=value)
        case Direction.BAND:
            raise NotAValue("measure-band-ends")
        case None:
            raise NotAValue("measure-direction-which")


def _one_end(text: str, unit: Unit, currency: str) -> Target | None:
    for direction, leads, ends in (
        (Direction.DOWN, MOST, WITHIN),
        (Direction.UP, LEAST, BEYOND),
    ):
        bare = ends.sub("", leads.sub("", text)).strip()
        if bare != text:
            value = _value(bare, unit, currency)
            if direction is Direction.UP:
                return Target(direction, low=value)
            return Target(direction, high=value)
    return None


def _agreed(aim: Target, direction: Direction | None) -> Target:
    """The same. Raises NotAValue where the number says one thing, the word another."""
    if direction not in (None, aim.direction):
        raise NotAValue("measure-target-against")
    return aim


def _value(text: str, unit: Unit, currency: str) -> Decimal | None:
    return read(text, unit, currency).value
