"""A picture is read on a phone, by all eyes: nothing overlaps, nothing is faint."""

import re
from datetime import date, timedelta
from math import dist
from operator import mul

import pytest
import resvg_py

from adapters.pictures.frame import (
    BLUE,
    GREEN,
    GROUND,
    INK,
    LIGHT_BLUE,
    ORANGE,
    PAPER,
    SOFT,
)
from adapters.pictures.press import FONTS
from adapters.pictures.trend import GRID, STEP
from bot.i18n import LANGUAGES
from bot.model.standup.stats import Trend, Week
from tests.adapters.pictures.weeks import ALL, svg_of


def inked(texts: list[str], left: float, right: float) -> bool:
    """Whether anything of the texts stands between two edges of the picture."""
    view = f'viewBox="{left:g} 0 {right - left:g} 1350" width="{right - left:g}"'
    space = '<svg xmlns="http://www.w3.org/2000/svg" height="1350" {}>{}</svg>'
    drawn, blank = (
        resvg_py.svg_to_bytes(
            svg_string=space.format(view, "".join(each)),
            skip_system_fonts=True,
            font_files=[str(path) for path in FONTS.glob("*.[ot]tf")],
        )
        for each in (texts, [])
    )
    return drawn != blank


def texts_of(svg: str, anchor: str) -> list[str]:
    """The texts that begin, end or have their middle where they are put."""
    texts = re.findall(r"<text.*?</text>", svg)
    return [each for each in texts if f'text-anchor="{anchor}"' in each]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["full", "sparse", "extreme"])
def test_no_words_run_into_the_columns(name: str, language: str) -> None:
    """What explains a number stays left of the weeks, below its title."""
    svg = svg_of(ALL[name], language)
    explaining = [each for each in texts_of(svg, "start") if 'y="102"' not in each]
    assert inked(explaining, 92, GRID - 14)
    assert not inked(explaining, GRID - 14, 1080)
    title, span = texts_of(svg, "start")[0], texts_of(svg, "end")[0]
    assert not inked([title], 560, 1080)
    assert not inked([span], 0, 600)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_week_touches_the_next(language: str) -> None:
    """Also in December, when a Chinese date is longest."""
    first = date(2026, 12, 7)
    weeks = (Week(first + timedelta(weeks=n), 3, 3, 0, None, 0, 0) for n in range(4))
    svg = svg_of(Trend(tuple(weeks), ()), language)
    names = [each for each in texts_of(svg, "middle") if "Dec" in each or "月" in each]
    assert len(names) == 12
    for name in names:
        middle = float(re.findall(r'x="([\d.]+)"', name)[0])
        assert not inked([name], 0, middle - STEP / 2 + 1)
        assert not inked([name], middle + STEP / 2 - 1, 1080)


# Machado, Oliveira and Fernandes 2009: what is left of linear red, green and blue.
SEEN = {
    "red-blind": (
        (0.152, 1.053, -0.205),
        (0.115, 0.786, 0.099),
        (-0.004, -0.048, 1.052),
    ),
    "green-blind": (
        (0.367, 0.861, -0.228),
        (0.280, 0.673, 0.047),
        (-0.012, 0.043, 0.969),
    ),
    "blue-blind": (
        (1.256, -0.077, -0.179),
        (-0.078, 0.931, 0.148),
        (0.005, 0.691, 0.304),
    ),
}


def linear(colour: str) -> list[float]:
    """Red, green and blue as light, from "#rrggbb"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def brightness(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("pair", [(ORANGE, GREEN), (BLUE, LIGHT_BLUE)])
def test_colours_stay_apart_for_all_eyes(pair: tuple[str, str], eyes: str) -> None:
    """Who confuses red and green, or blue and yellow, sees two colours too."""
    one, other = (
        [sum(map(mul, row, linear(colour))) for row in SEEN[eyes]] for colour in pair
    )
    assert dist(one, other) > 0.2


@pytest.mark.parametrize("ground", [PAPER, GROUND])
@pytest.mark.parametrize("colour", [INK, SOFT])
def test_words_are_dark_enough(colour: str, ground: str) -> None:
    """At least 4.5 to 1, as WCAG asks for text of any size."""
    assert (brightness(ground) + 0.05) / (brightness(colour) + 0.05) > 4.5
