"""One name over several periods: a column each, with its value above, made for a phone;
pure.
"""

from collections.abc import Iterator

from adapters.pictures.frame import (
    BLUE,
    EDGE,
    HEIGHT,
    INK,
    INSIDE,
    LEFT,
    LIGHT_BLUE,
    PALE,
    SOFT,
    TOP,
    WIDTH,
    nothing,
    sheet,
    whole_panel,
)
from adapters.pictures.shapes import column, text
from bot.model.drawing import Bar, SeriesImage

RIGHT = WIDTH - EDGE - INSIDE
FOOT, CEILING = HEIGHT - 44 - 120, TOP + 150  # between which the columns stand
WIDEST = 110
LOW = 10.0  # of a column that is not nothing


def drawing(image: SeriesImage) -> str:
    """The SVG."""
    parts = _bars(image) if image.bars else nothing(image.nothing)
    return sheet(image.title, image.span, parts)


def _bars(image: SeriesImage) -> Iterator[str]:
    yield whole_panel()
    step = (RIGHT - LEFT) / len(image.bars)
    most = max(bar.height for bar in image.bars) or 1
    for number, bar in enumerate(image.bars):
        middle = LEFT + step * (number + 0.5)
        newest = number == len(image.bars) - 1
        yield from _bar(bar, middle, min(step * 0.7, WIDEST), most, newest=newest)


def _bar(
    bar: Bar, middle: float, wide: float, most: int, *, newest: bool
) -> Iterator[str]:
    """A column between its value and the name of its period."""
    height = max((FOOT - CEILING) * bar.height / most, LOW)
    look = (BLUE if newest else LIGHT_BLUE) if bar.height else PALE
    top = FOOT - height
    yield column((middle - wide / 2, top), (wide, height), look)
    colour = INK if newest else SOFT
    said, strong = (middle, top - 24), newest
    yield text(said, bar.value, 34, colour, strong=strong, anchor="middle")
    yield text((middle, FOOT + 56), bar.name, 30, colour, anchor="middle")
