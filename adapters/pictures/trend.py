"""Four weeks of a stand-up on one card, made for a phone; pure.

Three panels stand on one grid of four weeks: who answered, the mood, the blockers.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from adapters.pictures.frame import (
    BLUE,
    EDGE,
    FAINT,
    GREEN,
    INK,
    LEFT,
    LIGHT_BLUE,
    LIGHT_VIOLET,
    ORANGE,
    PALE,
    PAPER,
    SOFT,
    TOP,
    VIOLET,
    WIDTH,
    nothing,
    sheet,
)
from adapters.pictures.shapes import (
    Point,
    column,
    curve,
    cut_column,
    dot,
    face,
    ghost,
    panel,
    rule,
    shade,
    swatch,
    text,
)
from bot.model.drawing import PanelWords, TrendWords, newest, share
from bot.model.standup.stats import Trend, Week

TOPS = (TOP, 544, 940)
TALL = 366
GRID, STEP = 440, 133  # where the weeks begin, and how far apart they are
LONG = 7  # letters of a week's name that would touch the next one
HEAD, FOOT = 108, 300  # of the columns, from the top of their panel
LOW, HIGH = 1.0, 5.0  # of the mood
STEEP = 20  # pixels from which a line runs into the number above its lower end


def drawing(trend: Trend, words: TrendWords) -> str:
    """The SVG."""
    asked = any(week.expected for week in trend.weeks)
    parts = _panels(trend, words) if asked else nothing(words.nothing)
    return sheet(words.title, words.span, parts)


def _panels(trend: Trend, words: TrendWords) -> Iterator[str]:
    weeks = trend.weeks
    first, second, third = TOPS
    for top in TOPS:
        yield panel((EDGE, top), (WIDTH - 2 * EDGE, TALL), PAPER)
        yield from _weeks(top, words.weeks, newest(weeks))
    yield from _panel(first, words.participation, BLUE, (LIGHT_BLUE,))
    for number, week in enumerate(weeks):
        yield from _answered(_middle(number), first, week)
    yield from _panel(second, words.mood, VIOLET, ())
    yield from _mood(second, weeks)
    yield from _panel(third, words.blockers, INK, (ORANGE, GREEN))
    most = max(max(week.opened, week.resolved) for week in weeks)
    for number, week in enumerate(weeks):
        yield from _blockers(_middle(number), third, week, most)


def _weeks(top: int, weeks: Sequence[str], current: int) -> Iterator[str]:
    """Below the columns; the week stands out that the large number is about."""
    size = 30 if max(map(len, weeks)) < LONG else 27
    for number, week in enumerate(weeks):
        place, strong = (_middle(number), top + 342), number == current
        look = INK if strong else SOFT
        yield text(place, week, size, look, strong=strong, anchor="middle")


def _panel(
    top: int, words: PanelWords, colour: str, keys: Sequence[str]
) -> Iterator[str]:
    """What stands left of the weeks: a name, a number, and what explains it."""
    yield text((LEFT, top + 72), words.title, 38, SOFT, strong=True)
    large, look = (108, colour) if words.value[-1:] != "–" else (64, FAINT)
    yield text((LEFT - 4, top + 186), words.value, large, look, strong=True)
    line = top + 250
    for note in words.notes:
        yield text((LEFT, line), note, 32, SOFT)
        line += 46
    for name, key in zip(words.keys, keys, strict=False):
        yield swatch((LEFT, line - 24), key)
        yield text((LEFT + 38, line), name, 32, SOFT)
        line += 46


def _answered(middle: float, top: int, week: Week) -> Iterator[str]:
    """One week's column: what came in time below what came late."""
    size = (84.0, FOOT - HEAD - 0.0)
    at = (middle - 42, top + HEAD + 0.0)
    if not week.expected:
        yield ghost(at, size, FAINT)
        return
    yield column(at, size, PALE)
    part = share(week) / 100
    height = max(size[1] * part, 10.0) if week.answered else 0.0
    if height:
        late = height * week.late / week.answered
        bar = (at[0], top + FOOT - height)
        yield cut_column(bar, (84, height), [(height - late, BLUE), (late, LIGHT_BLUE)])
    place = (middle, top + HEAD - 22)
    yield text(place, f"{share(week)}%", 34, INK, strong=True, anchor="middle")


def _mood(top: int, weeks: Sequence[Week]) -> Iterator[str]:
    """A line with a gap where a week has no mood to show."""
    head, foot = top + 96, top + 240
    start, end = _middle(0) - 42, _middle(len(weeks) - 1) + 42
    for level, glad in ((head, True), (foot, False)):
        yield rule((start, level), (end, level), PALE)
        yield face((start - 42, level), FAINT, glad=glad)
    places = [
        (_middle(number), _level(week.mood, head, foot))
        for number, week in enumerate(weeks)
    ]
    both = zip(places, weeks, strict=True)
    for shown, run in groupby(both, lambda each: each[1].mood is not None):
        points, those = zip(*run, strict=True)
        if shown:
            yield from _line(points, [week.mood or LOW for week in those], foot)
            continue
        for x, _ in points:
            middle = (x, (head + foot) / 2 + 12)
            yield text(middle, "–", 34, FAINT, strong=True, anchor="middle")


def _line(points: Sequence[Point], moods: Sequence[float], foot: int) -> Iterator[str]:
    """Weeks in a row; a number stands under its point where the line is above it."""
    yield shade(points, foot, LIGHT_VIOLET)
    yield curve(points, VIOLET)
    for place in points:
        yield dot(place, VIOLET, PAPER)
    for number, ((x, y), mood) in enumerate(zip(points, moods, strict=True)):
        beside = [
            *points[max(number - 1, 0) : number],
            *points[number + 1 : number + 2],
        ]
        valley = bool(beside) and all(y - other > STEEP for _, other in beside)
        place = (x, y + 52 if valley else y - 30)
        said = f"{mood:.1f}"
        yield text(place, said, 34, INK, strong=True, anchor="middle", halo=PAPER)


def _level(mood: float | None, head: int, foot: int) -> float:
    part = ((LOW if mood is None else mood) - LOW) / (HIGH - LOW)
    return foot - (foot - head) * min(max(part, 0.0), 1.0)


def _blockers(middle: float, top: int, week: Week, most: int) -> Iterator[str]:
    """What came up beside what was solved."""
    room = FOOT - HEAD - 12
    for count, left, colour in (
        (week.opened, middle - 50, ORANGE),
        (week.resolved, middle + 4, GREEN),
    ):
        height = max(room * count / most, 14.0) if count else 8.0
        at = (left, top + FOOT - height)
        yield column(at, (46, height), colour if count else PALE)
        if week.expected or count:
            look = INK if count else SOFT
            place = (left + 23, at[1] - 14)
            yield text(place, f"{count}", 30, look, strong=True, anchor="middle")


def _middle(number: int) -> float:
    return GRID + 62 + number * STEP
