"""Weeks of a stand-up to be drawn: usual ones, few, extreme, none."""

import re
from datetime import date, timedelta

from adapters.pictures.trend import drawing as svg_drawing
from bot.cards.standup.trend import trend_drawing, trend_image
from bot.i18n import words
from bot.model.drawing import Drawing, TrendImage
from bot.model.standup.stats import Trend, Week

MONDAY = date(2026, 3, 2)
Row = tuple[int, int, int, float | None, int, int]


def trend(*rows: Row, ages: tuple[int, ...] = ()) -> Trend:
    """Weeks from expected, answered, late, mood, opened and resolved."""
    mondays = [MONDAY + timedelta(weeks=number) for number in range(len(rows))]
    weeks = (Week(day, *row) for day, row in zip(mondays, rows, strict=True))
    return Trend(tuple(weeks), ages)


NOTHING: Row = (0, 0, 0, None, 0, 0)
FULL = trend(
    (40, 33, 5, 3.4, 2, 1),
    (40, 36, 3, 3.9, 4, 2),
    (32, 31, 2, None, 1, 3),
    (40, 38, 1, 4.3, 2, 4),
    ages=(9, 3, 1),
)
SPARSE = trend(NOTHING, NOTHING, (3, 1, 1, None, 0, 0), NOTHING)
EXTREME = trend(
    (1200, 1199, 600, 1.0, 120, 3),
    (1200, 1200, 0, 5.0, 0, 99),
    (1200, 4, 4, 1.0, 87, 140),
    (1200, 1001, 1000, 5.0, 1, 0),
    ages=(260,) * 138,
)
EMPTY = trend(NOTHING, NOTHING, NOTHING, NOTHING)
ALL = {"full": FULL, "sparse": SPARSE, "extreme": EXTREME, "empty": EMPTY}


def drawing(shown: Trend, language: str = "en") -> Drawing:
    """The picture as a card holds it."""
    return trend_drawing(shown, words(language, "UTC"))


def image(shown: Trend, language: str = "en") -> TrendImage:
    """What is drawn."""
    return trend_image(shown, words(language, "UTC"))


def svg_of(shown: Trend, language: str) -> str:
    """The SVG with its words."""
    return svg_drawing(shown, image(shown, language).words)


def said(svg: str) -> list[str]:
    """The texts of an SVG."""
    found = re.findall(r"<text.*?</text>", svg)
    return [re.sub("<[^>]*>", "", each) for each in found]
