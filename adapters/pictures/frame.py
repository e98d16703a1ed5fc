"""What every picture has: its size, its colours, a title, and words for nothing; pure.

The colours are told apart by who sees few of them (Okabe and Ito: blue, orange and
bluish green), and none says anything alone: each has its name or number beside it.
"""

from collections.abc import Iterable, Iterator, Sequence

from adapters.pictures.shapes import ghost, panel, text

WIDTH, HEIGHT = 1080, 1350
EDGE, INSIDE = 48, 44
TOP = 148
LEFT = EDGE + INSIDE
GROUND, PAPER = "#EEF1F6", "#FFFFFF"
INK, SOFT, FAINT, PALE = "#10182B", "#5C6780", "#C3CBDA", "#EDF0F6"
BLUE, LIGHT_BLUE = "#1F6FEB", "#A9CBFF"
VIOLET, LIGHT_VIOLET = "#7250D8", "#EFEAFC"
ORANGE, GREEN = "#E0670B", "#0C8F7F"


def sheet(title: str, span: str, parts: Iterable[str]) -> str:
    """The SVG: its title and what time it is of, above everything else."""
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>'
    head = text((EDGE + 4, 102), title, 50, INK, strong=True)
    of = text((WIDTH - EDGE - 4, 102), span, 36, SOFT, anchor="end")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}">{ground}{head}{of}{"".join(parts)}</svg>'
    )


def whole_panel() -> str:
    """One surface below the title."""
    return panel((EDGE, TOP), (WIDTH - 2 * EDGE, HEIGHT - TOP - 44), PAPER)


def nothing(lines: Sequence[str]) -> Iterator[str]:
    """Empty columns and a kind word, where there is nothing to show yet."""
    yield whole_panel()
    foot = TOP + 640
    for number, height in enumerate((150, 250, 200, 320)):
        at = (WIDTH / 2 - 300 + number * 160, foot - height)
        yield ghost(at, (120, height), FAINT)
    for number, line in enumerate(lines):
        place, first = (WIDTH / 2, foot + 120 + number * 64), number == 0
        look = INK if first else SOFT
        yield text(place, line, 42, look, strong=first, anchor="middle")
