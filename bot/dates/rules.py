"""Tables of rules: a pattern and what its match says, chosen by first character."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Flag, auto
from typing import TypeVar

from bot.dates.parts import Part
from bot.model.expression import expression

Build = Callable[[re.Match[str], datetime], Part | None]
Built = TypeVar("Built", bound=Build)


class Head(Flag):
    """What kind of character a rule's words begin with."""

    LETTER = auto()
    FIGURE = auto()
    HAN = auto()


class Place(Flag):
    """Where in a phrase a rule's words may stand."""

    OPENING = auto()
    FOLLOWING = auto()
    ANY = OPENING | FOLLOWING


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what its match says, and where in a phrase it may."""

    pattern: re.Pattern[str]
    build: Build
    place: Place


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one language or notation, by the first character of their words."""

    table: dict[Head, list[Rule]] = field(
        default_factory=lambda: {head: [] for head in Head}
    )

    def add(
        self, heads: Head, pattern: str, *, place: Place = Place.ANY
    ) -> Callable[[Built], Built]:
        """Register what a pattern says."""

        def register(build: Built) -> Built:
            rule = Rule(expression(pattern), build, place)
            for head in heads:
                self.table[head].append(rule)
            return build

        return register


def head_of(character: str) -> Head:
    """Which rules may begin with this character."""
    if character.isascii() and character.isalpha():
        return Head.LETTER
    return Head.HAN if character > "\u2e7f" else Head.FIGURE
