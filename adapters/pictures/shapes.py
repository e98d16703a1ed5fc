"""Pieces of an SVG: text, bars, a curve; pure.

Inter and Noto Sans have no letter in common, so every run of text names its font.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

Point = tuple[float, float]
LATIN = re.compile("[\x20-\x7e\xa0-\u024f\u2010-\u2027\u2212]+")
ROUND = 14.0  # a bar's corners


def text(
    at: Point,
    words: str,
    size: int,
    colour: str,
    *,
    strong: bool = False,
    anchor: str = "start",
    halo: str = "",
) -> str:
    """Words on one line; with a halo they stay readable above a line."""
    outline = (
        f' stroke="{halo}" stroke-width="10" stroke-linejoin="round"'
        ' paint-order="stroke"'
        if halo
        else ""
    )
    runs = "".join(_runs(words, strong=strong))
    return (
        f'<text x="{at[0]:g}" y="{at[1]:g}" font-size="{size}" fill="{colour}"'
        f' text-anchor="{anchor}"{outline}>{runs}</text>'
    )


def _runs(words: str, *, strong: bool) -> Iterable[str]:
    latin = ("Inter SemiBold", 600) if strong else ("Inter Medium", 500)
    chinese = ("Noto Sans CJK SC", 700 if strong else 400)
    done = 0
    for found in LATIN.finditer(words):
        yield _run(words[done : found.start()], *chinese)
        yield _run(found[0], *latin)
        done = found.end()
    yield _run(words[done:], *chinese)


def _run(words: str, family: str, weight: int) -> str:
    if not words:
        return ""
    return (
        f'<tspan font-family="{family}" font-weight="{weight}" xml:space="preserve">'
        f"{escape(words)}</tspan>"
    )


def panel(at: Point, size: Point, colour: str) -> str:
    """A surface with round corners."""
    return _rect(at, size, 36, f'fill="{colour}"')


def column(at: Point, size: Point, colour: str) -> str:
    """A bar that stands on its foot; never smaller than its round corners."""
    return _rect(at, size, min(ROUND, size[1] / 2), f'fill="{colour}"')


def cut_column(at: Point, size: Point, parts: Sequence[tuple[float, str]]) -> str:
    """One bar of several parts, from its foot up: heights and colours."""
    name = f"cut-{at[0]:g}-{at[1]:g}"
    clip = f'<clipPath id="{name}">{column(at, size, "#000")}</clipPath>'
    foot, drawn = at[1] + size[1], []
    for height, colour in parts:
        foot -= height
        drawn.append(_rect((at[0], foot), (size[0], height), 0, f'fill="{colour}"'))
    return f'{clip}<g clip-path="url(#{name})">{"".join(drawn)}</g>'


def ghost(at: Point, size: Point, colour: str) -> str:
    """The place of a bar that is not there."""
    look = f'fill="none" stroke="{colour}" stroke-width="3" stroke-dasharray="4 10"'
    return _rect(at, size, ROUND, f'{look} stroke-linecap="round"')


def swatch(at: Point, colour: str) -> str:
    """A small patch of a colour, before the words that name it."""
    return _rect(at, (24, 24), 8, f'fill="{colour}"')


def dashed(start: Point, end: Point, colour: str) -> str:
    """A line to be reached."""
    return (
        f'<path d="M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}" fill="none"'
        f' stroke="{colour}" stroke-width="3" stroke-dasharray="4 12"'
        ' stroke-linecap="round"/>'
    )


def rule(start: Point, end: Point, colour: str) -> str:
    """A thin line behind everything."""
    return (
        f'<path d="M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}" fill="none"'
        f' stroke="{colour}" stroke-width="3" stroke-linecap="round"/>'
    )


def curve(points: Sequence[Point], colour: str) -> str:
    """A line through the points."""
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="8"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def shade(points: Sequence[Point], foot: float, colour: str) -> str:
    """The area below a line."""
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    first, last = points[0][0], points[-1][0]
    return (
        f'<polygon points="{first:g},{foot:g} {path} {last:g},{foot:g}"'
        f' fill="{colour}"/>'
    )


def dot(at: Point, colour: str, ring: str) -> str:
    """A point of a line."""
    return (
        f'<circle cx="{at[0]:g}" cy="{at[1]:g}" r="13" fill="{colour}"'
        f' stroke="{ring}" stroke-width="6"/>'
    )


def face(at: Point, colour: str, *, glad: bool) -> str:
    """A face: glad or not."""
    x, y = at
    bend = 12 if glad else -8
    mouth = f"M{x - 9:g} {y + 7 - bend / 4:g}q9 {bend} 18 0"
    return (
        f'<g fill="none" stroke="{colour}" stroke-width="3.5" stroke-linecap="round">'
        f'<circle cx="{x:g}" cy="{y:g}" r="21"/><path d="{mouth}"/></g>'
        f'<g fill="{colour}"><circle cx="{x - 7:g}" cy="{y - 5:g}" r="3"/>'
        f'<circle cx="{x + 7:g}" cy="{y - 5:g}" r="3"/></g>'
    )


def _rect(at: Point, size: Point, radius: float, look: str) -> str:
    return (
        f'<rect x="{at[0]:g}" y="{at[1]:g}" width="{size[0]:g}" height="{size[1]:g}"'
        f' rx="{radius:g}" {look}/>'
    )
