"""Several names, each with a small chart of its own, made for a phone; pure.

All charts have one scale: what is higher is more. The newest columns, which the numbers
are about, stand out.
"""

from collections.abc import Iterator

from adapters.pictures.frame import (
    BLUE,
    EDGE,
    GREEN,
    HEIGHT,
    INK,
    INSIDE,
    LEFT,
    LIGHT_BLUE,
    ORANGE,
    PALE,
    SOFT,
    TOP,
    WIDTH,
    nothing,
    sheet,
    whole_panel,
)
from adapters.pictures.shapes import column, text
from bot.model.drawing import Row, RowsImage

FIRST, LAST = TOP + 24, HEIGHT - 44 - 24  # between which the rows stand
TALLEST = 180
GRID, STEP, WIDE = 436, 42, 30  # where the columns begin, how far apart, how wide
VALUE, CHANGE = 864, WIDTH - EDGE - INSIDE  # where the numbers end
AIR = 26  # above and below a row's columns, together
LOW = 8.0  # of a column that is not nothing


def drawing(image: RowsImage) -> str:
    """The SVG."""
    parts = _rows(image) if image.rows else nothing(image.nothing)
    return sheet(image.title, image.span, parts)


def _rows(image: RowsImage) -> Iterator[str]:
    yield whole_panel()
    tall = min((LAST - FIRST) / len(image.rows), TALLEST)
    most = max(max(row.columns) for row in image.rows)
    for number, row in enumerate(image.rows):
        foot = FIRST + tall * (number + 1) - AIR / 2
        yield from _row(row, foot, tall - AIR, most, image.current)


def _row(row: Row, foot: float, tall: float, most: int, current: int) -> Iterator[str]:
    """A name, its columns, its number, and how much more that is than before."""
    line = foot - tall / 2 + 12
    yield text((LEFT, line), row.name, 32, INK)
    for number, count in enumerate(row.columns):
        newest = number >= len(row.columns) - current
        height = max(tall * count / most, LOW) if count else LOW / 2
        look = (BLUE if newest else LIGHT_BLUE) if count else PALE
        yield column((GRID + number * STEP, foot - height), (WIDE, height), look)
    yield text((VALUE, line + 4), row.value, 44, INK, strong=True, anchor="end")
    look = (ORANGE if row.more else GREEN) if row.change else SOFT
    yield text((CHANGE, line), row.change or "=", 32, look, strong=True, anchor="end")
