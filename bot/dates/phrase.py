"""Phrases: parts side by side, in any order, until one says the same thing twice."""

from collections.abc import Iterator
from datetime import datetime

from bot.dates import (
    beside,
    chinese_days,
    chinese_ends,
    chinese_times,
    english_days,
    english_ends,
    english_spans,
    english_times,
    english_weeks,
    feasts,
    figures,
    lunar_days,
    zones,
)
from bot.dates.due import Due
from bot.dates.parts import Part, has_day, merge
from bot.dates.resolve import resolve
from bot.dates.rules import Head, Place, Rule, head_of
from bot.model.expression import expression

Reading = tuple[int, Part]

_TABLES = (
    figures.rules,
    zones.rules,
    english_spans.rules,
    english_days.rules,
    english_weeks.rules,
    english_ends.rules,
    english_times.rules,
    feasts.rules,
    lunar_days.rules,
    chinese_days.rules,
    chinese_ends.rules,
    chinese_times.rules,
)
_RULES: dict[tuple[Head, Place], tuple[Rule, ...]] = {
    (head, place): tuple(
        rule for table in _TABLES for rule in table.table[head] if place in rule.place
    )
    for head in Head
    for place in (Place.OPENING, Place.FOLLOWING)
}
_SPACE = expression(r"\)? ?(?:, ?|\. |、|的|t(?=\d\d:))?")
_JOINER = expression(
    r" ?,? ?(?:(?:at|on|@|around|about|approximately|approx\.?|by|for|of|in|the"
    r"|after(?= (?:\d|noon))|before(?= (?:\d|noon|midday|lunch|end|close|eod)))"
    r"(?: (?:around|about|the))? |@|的|\()"
)
_PARTS = 6


class Phrases:
    """The date phrases of one plain text; what rules say of a place is kept."""

    def __init__(self, text: str, now: datetime) -> None:
        self.text = text
        self.now = now
        self._opening: dict[int, list[Reading]] = {}
        self._following: dict[int, list[Reading]] = {}

    def at(self, start: int) -> list[Reading]:
        """Every phrase that begins here, the longest first."""
        counted = self._counted(start)
        found = [more for each in counted for more in self._extended(*each, 2)]
        for end, part in self._parts(start, follows=False):
            found += self._extended(end, part, _PARTS)
        found += [more for each in found for more in self._added(*each)]
        return sorted([*counted, *found], key=lambda reading: -reading[0])

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

    def _counted(self, start: int, left: int = 3) -> list[Reading]:
        """ "3 days after friday", "the friday before christmas"."""
        match = beside.BEFORE.match(self.text, start)
        if match is None or left == 0:
            return []
        loose = match["chunk"] is not None  # hours from noon, not the friday before it
        told = (
            (end, beside.led(match, due))
            for end, due, dated in self._anchors(match.end(), left - 1)
            if dated or loose
        )
        return [(end, part) for end, part in told if part is not None]

    def _anchors(self, start: int, left: int) -> Iterator[tuple[int, Due, bool]]:
        """Days and times that others may be told by, and whether they name a day."""
        whole = self._counted(start, left)
        for end, part in self._parts(start, follows=False):
            whole += self._extended(end, part, 2)
        for stop, part in whole:
            due = resolve(part, self.now)
            if isinstance(due, Due):
                yield stop, due, has_day(part)

    def _added(self, end: int, part: Part) -> list[Reading]:
        """ "4pm +3 days", 春节前3天; a time may still follow."""
        match = beside.BEHIND.match(self.text, end)
        if match is None or not ends_word(self.text, match.end()):
            return []
        due = resolve(part, self.now)
        if not isinstance(due, Due) or not (match["sign"] or has_day(part)):
            return []
        return self._extended(match.end(), beside.behind(match, due, self.now), 2)


_WORD_GOES_ON = expression(
    r"(?!t\d\d:)[a-z0-9_%°]|[-./:,]\d|-[a-z]|'s\b|[/\\][a-z]|@\w"
)


def ends_word(text: str, end: int) -> bool:
    """Whether a word may end here: not inside "mondays", "10.30", "3.5%"."""
    last = text[end - 1]
    if not last.isascii() or not last.isalnum():
        return True
    return _WORD_GOES_ON.match(text, end) is None
