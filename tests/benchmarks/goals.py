"""What is to be reached, and how a measured figure stands against it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

WIDTH = 62


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one goal (facts/performance.md §8).

    `reached` is None where there is nothing to measure yet; the `note` may say why.
    Most figures are to be at most the `limit`; some are to be `at_least` that.
    """

    goal: str
    what: str
    reached: float | None
    limit: float
    unit: str = "x"
    at_least: bool = False
    note: str = ""

    @property
    def held(self) -> bool | None:
        """Whether the goal is reached; None where nothing was measured."""
        if self.reached is None:
            return None
        if self.at_least:
            return self.reached >= self.limit
        return self.reached <= self.limit

    @property
    def verdict(self) -> str:
        """The same in words."""
        if self.reached is None:
            return self.note or "not measured"
        if self.held:
            return "held"
        return f"short by {_factor(self.reached, self.limit, self.at_least)}"


def noted(rows: Iterable[Row], more: str) -> Iterator[Row]:
    """The rows with one more note on each, if there is any."""
    for row in rows:
        note = "; ".join(each for each in (row.note, more) if each)
        yield replace(row, note=note)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """The median of the ratios, round by round: both suffered the same noise. None
    where theirs was too little to be measured.
    """
    found = [a / b for a, b in zip(ours, theirs, strict=True) if b]
    return median(found) if found else None


def table(rows: Sequence[Row]) -> str:
    """One line for each figure."""
    head = f"{'goal':5}{'what':{WIDTH}}{'reached':>12}{'goal':>12}  verdict"
    return "\n".join([head, "-" * len(head), *map(_line, rows)])


def foot(rows: Sequence[Row], seconds: Mapping[str, float]) -> str:
    """How many figures hold, and how long each group took to be measured."""
    held = sum(row.held is True for row in rows)
    short = sum(row.held is False for row in rows)
    rest = len(rows) - held - short
    took = ", ".join(f"{group} {spent:.0f}" for group, spent in seconds.items())
    counts = f"{held} held, {short} short, {rest} not measured"
    return f"{counts}\n{sum(seconds.values()):.0f} seconds: {took}"


def _line(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    reached = "–" if row.reached is None else f"{_number(row.reached)} {row.unit}"
    limit = f"{sign} {_number(row.limit)} {row.unit}"
    note = f" ({row.note})" if row.note and row.held is not None else ""
    verdict = row.verdict + note
    return f"{row.goal:5}{row.what:{WIDTH}}{reached:>12}{limit:>12}  {verdict}"


def _number(figure: float) -> str:
    if figure == int(figure) and abs(figure) < 1e6:
        return str(int(figure))
    return f"{figure:.3f}" if abs(figure) < 1 else f"{figure:.4g}"


def _factor(reached: float, limit: float, at_least: bool) -> str:
    """How far it is from the goal; where that is nothing, by how much."""
    if min(reached, limit) <= 0:
        return _number(abs(reached - limit))
    times = limit / reached if at_least else reached / limit
    return f"{times:.2f} x"
