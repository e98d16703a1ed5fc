"""Phrases: parts side by side, in any order, until one says the same thing twice."""

import re
from collections.abc import Iterator
from datetime import datetime

from bot.dates import (
    chinese_days,
    chinese_times,
    english_days,
    english_spans,
    english_times,
    english_weeks,
    feasts,
    figures,
    spans,
)
from bot.dates.due import Due
from bot.dates.parts import Part, merge
from bot.dates.resolve import resolve
from bot.dates.rules import Head, Place, Rule, head_of

Reading = tuple[int, Part]

_TABLES = (
    figures.rules,
    english_spans.rules,
    english_days.rules,
    english_weeks.rules,
    english_times.rules,
    feasts.rules,
    chinese_days.rules,
    chinese_times.rules,
)
_RULES: dict[tuple[Head, Place], tuple[Rule, ...]] = {
    (head, place): tuple(
        rule for table in _TABLES for rule in table.table[head] if place in rule.place
    )
    for head in Head
    for place in (Place.OPENING, Place.FOLLOWING)
}
_SPACE = re.compile(r"\)? ?(?:, ?|\. |、|的|t(?=\d\d:))?")
_JOINER = re.compile(
    r" ?,? ?(?:(?:at|on|@|around|about|approximately|approx\.?|by|for|of|in|the"
    r"|after(?= (?:\d|noon)))"
    r"(?: (?:around|about|the))? |@|的|\()"
)
_PARTS = 6
_ANCHOR = re.compile(rf"{english_spans.CHUNK} (?P<side>after|from|before) ")
_PLUS = re.compile(rf" ?(?P<sign>[+-]) ?{english_spans.CHUNK}")


class Phrases:
    """The date phrases of one plain text; what rules say of a place is kept."""

    def __init__(self, text: str, now: datetime) -> None:
        self.text = text
        self.now = now
        self._opening: dict[int, list[Reading]] = {}
        self._following: dict[int, list[Reading]] = {}

    def at(self, start: int) -> list[Reading]:
        """Every phrase that begins here, the longest first."""
        found = self._counted(start)
        for end, part in self._parts(start, follows=False):
            found += self._extended(end, part, _PARTS)
        found += [more for each in found for more in self._added(*each)]
        return sorted(found, key=lambda reading: -reading[0])

    def _extended(self, end: int, part: Part, left: int) -> list[Reading]:
        """This phrase and all that go on with more parts."""
        found = [(end, part)]
        if left == 0:
            return found
        for start in self._continues(end):
            for stop, more in self._parts(start, follows=True):
                both = merge(part, more)
                if both is not None:
                    found += self._extended(stop, both, left - 1)
        return found

    def _continues(self, end: int) -> set[int]:
        gaps = (gap.match(self.text, end) for gap in (_SPACE, _JOINER))
        return {gap.end() for gap in gaps if gap is not None}

    def _parts(self, start: int, *, follows: bool) -> list[Reading]:
        kept = self._following if follows else self._opening
        if start not in kept:
            kept[start] = list(self._read(start, follows=follows))
        return kept[start]

    def _read(self, start: int, *, follows: bool) -> Iterator[Reading]:
        if start >= len(self.text):
            return
        place = Place.FOLLOWING if follows else Place.OPENING
        for rule in _RULES[head_of(self.text[start]), place]:
            match = rule.pattern.match(self.text, start)
            if match is None or not ends_word(self.text, match.end()):
                continue
            part = rule.build(match, self.now)
            if part is not None:
                yield match.end(), part

    def _counted(self, start: int) -> list[Reading]:
        """ "3 days after friday", "a week from monday"."""
        match = _ANCHOR.match(self.text, start)
        if match is None:
            return []
        span = english_spans.length(match["chunk"])
        if match["side"] == "before":
            span = span * -1
        return [
            (end, spans.shift(due, span)) for end, due in self._anchors(match.end())
        ]

    def _anchors(self, start: int) -> Iterator[tuple[int, Due]]:
        for end, part in self._parts(start, follows=False):
            for stop, whole in self._extended(end, part, 2):
                due = resolve(whole, self.now)
                if isinstance(due, Due):
                    yield stop, due

    def _added(self, end: int, part: Part) -> list[Reading]:
        """ "4pm +3 days", "now + 1 day"."""
        match = _PLUS.match(self.text, end)
        due = resolve(part, self.now) if match else None
        if match is None or not isinstance(due, Due):
            return []
        if not ends_word(self.text, match.end()):
            return []
        span = english_spans.length(match["chunk"])
        if match["sign"] == "-":
            span = span * -1
        return [(match.end(), spans.shift(due, span))]


_WORD_GOES_ON = re.compile(
    r"(?!t\d\d:)[a-z0-9_%°]|[-./:,]\d|-[a-z]|'s\b|[/\\][a-z]|@\w"
)


def ends_word(text: str, end: int) -> bool:
    """Whether a word may end here: not inside "mondays", "10.30", "3.5%"."""
    last = text[end - 1]
    if not last.isascii() or not last.isalnum():
        return True
    return _WORD_GOES_ON.match(text, end) is None
