"""Words in the reader's language."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.messages import Line, Moment, MomentStyle


class Translate(Protocol):
    """The catalogue in one language and one time zone: the reader's.

    Values may be text, numbers, spans or whole lines; a `str` is never read as markup.
    Raises KeyError for a key that no catalogue has.
    """

    language: str
    zone: ZoneInfo

    @property
    def robot(self) -> str:
        """What people call the bot where they have to call it by name."""
        ...

    def __call__(self, key: str, /, **values: object) -> str:
        """The text, with spans as plain words."""
        ...

    def line(self, key: str, /, **values: object) -> Line:
        """The text with its spans alive: mentions, moments, bold."""
        ...

    def on(self, now: datetime) -> "Translate":
        """The same words, spoken at this instant: days that are near need no year."""
        ...

    def beside(self, zones: Iterable[str]) -> "Translate":
        """The same words for readers in several zones: times name each of them."""
        ...

    def moment(
        self, at: datetime, style: MomentStyle = MomentStyle.DATE_TIME
    ) -> Moment:
        """The instant with a fallback in this language and zone, the zone named."""
        ...

    def day(self, day: date) -> str:
        """A calendar day in words: "Fri 27 Nov", "11月27日周五"; with the year if
        far.
        """
        ...

    def clock(self, at: time) -> str:
        """A wall time in words: "17:00"."""
        ...

    def items(self, words: tuple[str, ...]) -> str:
        """A list in words: "Ann, Bo and Cy", "安、博和赛"."""
        ...

    def either(self, words: tuple[str, ...]) -> str:
        """A choice in words: "Ann, Bo or Cy", "安、博或赛"."""
        ...
