"""What the words of either language mean, put together."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.model.repetition.rule import (
    QUARTER_ENDS,
    QUARTERS,
    WEEK,
    WORKING_WEEK,
    Every,
    Repetition,
)

Patterns = tuple[tuple[str, Repetition | Every], ...]
Said = Mapping[str, str]  # the named groups of a pattern; "" for what was not said
QUARTER = 3  # months


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one language says numbers, weekdays, ordinals, days of a month, months."""

    count: Callable[[Said], int]
    days: Callable[[str], Iterable[tuple[int, int]]]
    nth: Callable[[str], Iterable[int]]
    month_days: Callable[[Said], Iterable[int]]
    month: Callable[[Said], int]


def read(words: str, patterns: Patterns, tongue: Tongue) -> Repetition | None:
    """The meaning of the first pattern that is all of the words."""
    for pattern, meaning in patterns:
        if match := re.fullmatch(pattern, words):
            found = meaning
            if isinstance(found, Every):
                said = {name: part or "" for name, part in match.groupdict().items()}
                found = _build(found, said, tongue)
            return found if found.possible else None
    return None


def _build(every: Every, said: Said, tongue: Tongue) -> Repetition:
    nth = _in_order(tongue.nth(said.get("nth", "")))
    month_days = _in_order(tongue.month_days(said))
    picked = nth or month_days
    bare = said.get("quarter") and not picked
    month = tongue.month(said)
    months: tuple[int, ...] = (month,) if month else ()
    if said.get("quarter") and picked:  # its end is in its last month
        months = QUARTERS if picked[-1] > 0 else QUARTER_ENDS
    interval = QUARTER if bare else 2 if said.get("two") else tongue.count(said)
    return Repetition(every, interval, _days(said, tongue), nth, month_days, months)


def _days(said: Said, tongue: Tongue) -> tuple[str, ...]:
    if said.get("work"):
        return WORKING_WEEK
    if left_out := said.get("but"):
        usual = WEEK if said.get("all") else WORKING_WEEK
        never = _named(tongue.days(left_out))
        return tuple(day for day in usual if day not in never)
    named = _named(tongue.days(said.get("days", "")))
    return tuple(day for day in WEEK if day in named)


def _named(spans: Iterable[tuple[int, int]]) -> set[str]:
    """The weekdays from one to another, over a weekend, too."""
    return {
        WEEK[(first + n) % len(WEEK)]
        for first, last in spans
        for n in range((last - first) % len(WEEK) + 1)
    }


def _in_order(numbers: Iterable[int]) -> tuple[int, ...]:
    """Each once, the first of a month first and its last at the end."""
    return tuple(sorted(set(numbers), key=lambda number: (number < 0, number)))
