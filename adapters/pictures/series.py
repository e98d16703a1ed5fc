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
    PAPER,
    SOFT,
    TOP,
    WIDTH,
    nothing,
    sheet,
    whole_panel,
)
from adapters.pictures.shapes import column, dashed, text
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
    most = max(*(bar.height for bar in image.bars), *image.aims, 1)
    for number, bar in enumerate(image.bars):
        middle = LEFT + step * (number + 0.5)
        newest = number == len(image.bars) - 1
        yield from _bar(bar, middle, min(step * 0.7, WIDEST), most, newest=newest)
    for aim in image.aims:  # above the columns: one that goes beyond shows by how much
        at = FOOT - (FOOT - CEILING) * aim / most
        yield dashed((LEFT, at), (RIGHT, at), SOFT)
    if image.aims:
        yield dashed((LEFT, TOP + 58), (LEFT + 72, TOP + 58), SOFT)
        yield text((LEFT + 92, TOP + 70), image.aimed, 34, SOFT)
    # Last, so that no line goes through a number.
    for number, bar in enumerate(image.bars):
        middle = LEFT + step * (number + 0.5)
        yield from _words(bar, middle, most, newest=number == len(image.bars) - 1)


def _bar(
    bar: Bar, middle: float, wide: float, most: int, *, newest: bool
) -> Iterator[str]:
    """Its column, pale where there is nothing."""
    height = max((FOOT - CEILING) * bar.height / most, LOW)
    look = (BLUE if newest else LIGHT_BLUE) if bar.height else PALE
    top = FOOT - height
    yield column((middle - wide / 2, top), (wide, height), look)


def _words(bar: Bar, middle: float, most: int, *, newest: bool) -> Iterator[str]:
    """Its value above it and its period below."""
    top = FOOT - max((FOOT - CEILING) * bar.height / most, LOW)
    colour = INK if newest else SOFT
    yield text(
        (middle, top - 24), bar.value, 34, colour, strong=newest, anchor="middle",
        halo=PAPER,
    )  # fmt: skip
    yield text((middle, FOOT + 56), bar.name, 30, colour, anchor="middle")
