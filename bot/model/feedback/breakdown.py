"""How much customers said of each channel, market, product: what splits a report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SHOWN = 15  # values; what is left of them is told together


class By(StrEnum):
    """What voices are told apart by."""

    CHANNEL = "channel"
    MARKET = "market"
    SKU = "sku"
    STEP = "step"
    SEVERITY = "severity"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Part:
    """How many spoke of one value now, and before; "" is what nobody named."""

    value: str
    now: int
    before: int

    @property
    def change(self) -> int:
        """How many more than before."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The values one by one, the most first; the rest of them together (`others`, of
    `more` values), what nobody named, and all of it.
    """

    parts: tuple[Part, ...]
    more: int
    others: Part
    unnamed: Part
    total: Part


def breakdown(now: Mapping[str, int], before: Mapping[str, int]) -> Breakdown:
    """Both times side by side."""
    past = Counter(before)
    named = [Part(each, now.get(each, 0), past[each]) for each in {*now, *past} - {""}]
    named.sort(key=lambda each: (-each.now, -each.before, each.value))
    rest = named[SHOWN:] if len(named) > SHOWN + 1 else []
    return Breakdown(
        tuple(named[: len(named) - len(rest)]),
        len(rest),
        _together(rest),
        Part("", now.get("", 0), past[""]),
        Part("", sum(now.values()), past.total()),
    )


def _together(parts: list[Part]) -> Part:
    return Part("", sum(each.now for each in parts), sum(each.before for each in parts))
