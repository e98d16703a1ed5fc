"""What can be told about a play while it goes on: facts, for the page to word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from adapters.simulator.wire import Json


class What(StrEnum):
    """The kinds of things to see."""

    ASKED = "asked"
    OPENS = "opens"
    FILLS = "fills"
    LATE = "late"
    PRESSES = "presses"
    TYPES = "types"
    FAILS = "fails"
    POSTED = "posted"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing: `who` are accounts, `place` is where it can be seen.

    `title` is what it is about, in its own words; `words` what somebody typed.
    """

    at: datetime
    what: What
    platform: str = ""
    who: tuple[str, ...] = ()
    place: str = ""
    title: str = ""
    words: str = ""
    tz: str = ""

    def shown(self, number: int) -> Json:
        """As the control interface lists it."""
        return {
            "n": number,
            "at": self.at.isoformat(),
            "what": self.what.value,
            "platform": self.platform,
            "who": list(self.who),
            "place": self.place,
            "title": self.title,
            "words": self.words,
            "tz": self.tz,
        }
