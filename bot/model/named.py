"""Which thing is meant by a few words, of those that have names; pure."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from rapidfuzz import fuzz, process

from bot.model.market import by_code
from bot.model.project import fold_name
from bot.model.text import simplified

CLOSE = 82
HINTED = 55
MOST = 3
EMPTY = re.compile(
    r"^(?:the|our|all|area|topic|kpi|measure)-+|^(?:关于|这个|我们的)|的?(?:事情|工作|方面)$"
)


class Named(Protocol):
    """A thing with a name, and with others."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...


N = TypeVar("N", bound=Named)


def find(things: Sequence[N], typed: str) -> list[N]:
    """Those meant: those of exactly that name, else those whose name has it or is in
    it, else those that are written much like it.
    """
    wanted = _folded(typed)
    if not wanted:
        return []
    named = [(thing, _folded(name)) for thing in things for name in thing.names]
    for fits in (
        lambda name: name == wanted,
        lambda name: sorted(name.split("-")) == sorted(wanted.split("-")),
        lambda name: _within(wanted, name),
        lambda name: _within(name, wanted),
        lambda name: fuzz.ratio(name, wanted) >= CLOSE,
    ):
        found = {thing.id: thing for thing, name in named if fits(name)}
        if found:
            return list(found.values())
    return []


def close(things: Sequence[N], typed: str) -> tuple[str, ...]:
    """The names that are most like what was typed."""
    by_name = {thing.name: _folded(thing.name) for thing in things}
    found = process.extract(
        _folded(typed), by_name, scorer=fuzz.WRatio, limit=MOST, score_cutoff=HINTED
    )
    return tuple(key for _, _, key in found)


def _within(part: str, whole: str) -> bool:
    """Whether all words of the one are in the other: "returns" in "returns-de"."""
    words, others = part.split("-"), whole.split("-")
    return len(part) > 1 and all(
        word in others if word.isascii() else word in whole for word in words
    )


def _folded(text: str) -> str:
    return by_code(EMPTY.sub("", fold_name(simplified(text))))
