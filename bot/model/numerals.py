"""Numbers as people type them: 1,200, ３.5, 三十二, 1.2 万."""

import re
import unicodedata
from decimal import Decimal

FIGURES = {word: value for value, word in enumerate("零一二三四五六七八九")}
FIGURES |= {"〇": 0, "两": 2, "兩": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "萬": 10_000}
SPELLED = re.compile(f"[{''.join((*FIGURES, *UNITS))}]+")
WRITTEN = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?:[, ]\d{3})+|\d+)(?:[.,](?P<part>\d+))?"
    r" ?(?P<unit>[千万萬]?)"
)
DIGITS = 15  # more are an order number, not a count


def number(typed: str) -> Decimal | None:
    """The number, or None for what is none."""
    text = unicodedata.normalize("NFKC", typed).strip().replace("−", "-")
    if SPELLED.fullmatch(text):
        return _spelled(text)
    match = WRITTEN.fullmatch(text)
    if match is None:
        return None
    whole = re.sub("[, ]", "", match["whole"])
    written = f"{match['sign']}{whole}.{match['part'] or '0'}"
    if len(written) > DIGITS + 2:
        return None
    return Decimal(written) * UNITS.get(match["unit"], 1)


def plain(value: Decimal) -> str:
    """The number in figures, without zeros that say nothing."""
    return str(int(value)) if value == value.to_integral() else f"{value.normalize():f}"


def _spelled(text: str) -> Decimal:
    """二百五十 is 250, and so is 二百五; 二〇二六 is 2026."""
    if not any(unit in text for unit in UNITS):
        return Decimal("".join(str(FIGURES[word]) for word in text)[:DIGITS])
    if text[-1] in FIGURES and UNITS.get(text[-2], 0) > 10:
        text += next(word for word in UNITS if UNITS[word] * 10 == UNITS[text[-2]])
    total = part = figure = 0
    for word in text:
        if word in FIGURES:
            figure = FIGURES[word]
        elif UNITS[word] == 10_000:
            total, part, figure = (total + part + figure) * 10_000, 0, 0
        else:
            part, figure = part + (figure or 1) * UNITS[word], 0
    return Decimal(total + part + figure)
