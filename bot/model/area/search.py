"""Which area is meant by a few words; pure."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.model.area import Area
from bot.model.project import fold_name
from bot.model.text import simplified

CLOSE = 82
HINTED = 55
MOST = 3
EMPTY = re.compile(
    r"^(?:the|our|all|area|topic)-+|^(?:关于|这个|我们的)|的?(?:事情|工作|方面)$"
)


def find(areas: Sequence[Area], typed: str) -> list[Area]:
    """The areas meant: those of exactly that name, else those whose name has it or is
    in it, else those that are written much like it.
    """
    wanted = _folded(typed)
    if not wanted:
        return []
    named = [(area, _folded(name)) for area in areas for name in area.names]
    for fits in (
        lambda name: name == wanted,
        lambda name: _within(wanted, name),
        lambda name: _within(name, wanted),
        lambda name: fuzz.ratio(name, wanted) >= CLOSE,
    ):
        found = {area.id: area for area, name in named if fits(name)}
        if found:
            return list(found.values())
    return []


def close(areas: Sequence[Area], typed: str) -> tuple[str, ...]:
    """The names that are most like what was typed."""
    by_name = {area.name: _folded(area.name) for area in areas}
    found = process.extract(
        _folded(typed), by_name, scorer=fuzz.WRatio, limit=MOST, score_cutoff=HINTED
    )
    return tuple(key for _, _, key in found)


def _within(part: str, whole: str) -> bool:
    """Whether all words of the one are in the other: "returns" in "returns-de"."""
    if part.isascii():
        return set(part.split("-")) <= set(whole.split("-"))
    return len(part) > 1 and part in whole


def _folded(text: str) -> str:
    return EMPTY.sub("", fold_name(simplified(text)))
