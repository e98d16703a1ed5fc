"""Words in the reader's language, from Project Fluent catalogues in `bot/locales`."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list

from bot.catalogue import Catalogue
from bot.messages import (
    Bold,
    Code,
    Line,
    Link,
    Mention,
    Moment,
    MomentStyle,
    Span,
    plain,
)
from bot.model.zone import zone_name

LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", "zh")
BABEL = {"en": "en_GB", "zh": "zh_Hans_CN"}
NEAR = timedelta(days=180)
DAYS = {  # far from now, near to it
    "en": ("EEE d MMM yyyy", "EEE d MMM"),
    "zh": ("y年M月d日EEE", "M月d日EEE"),
}
SLOT = re.compile("\ue010(\\d+)\ue011")
WORD = re.compile("[a-z0-9_-]{0,99}")
EDGES = re.compile("[\ue012\ue013]")  # of what is listed
APART = re.compile("(?<=[!-~])\ue013(?=[一-鿿])|(?<=[一-鿿])\ue012(?=[!-~])")


class Words:
    """The catalogue in one language and one zone; satisfies `bot.ports.Translate`."""

    def __init__(
        self,
        language: str,
        zone: ZoneInfo,
        today: date | None = None,
        others: tuple[ZoneInfo, ...] = (),
        named: Callable[[], str] = str,
    ) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self.zone = zone
        self._today = today
        self._others = others
        self._named = named

    @property
    def robot(self) -> str:
        """See `bot.ports.Translate`."""
        return self._named() or self("robot-name")

    def __call__(self, key: str, /, **values: object) -> str:
        """The text, with spans as plain words."""
        return plain(self.line(key, **values))

    def line(self, key: str, /, **values: object) -> Line:
        """The text with its spans alive.

        Texts and spans travel through the catalogue as numbered slots, so nothing a
        person typed is ever read as markup or as one of our slots.
        """
        slots: list[Line] = []
        filled = {name: _slot(value, slots) for name, value in values.items()}
        return _join(_catalogue(self.language).say(key, filled), slots)

    def moment(
        self, at: datetime, style: MomentStyle = MomentStyle.DATE_TIME
    ) -> Moment:
        """The instant with a fallback in this language and zone, the zone named; the
        same in every zone it is read in beside.
        """
        local = at.astimezone(self.zone)
        if style is MomentStyle.DATE:
            return Moment(at, self.day(local.date()), style)
        clocks = [self._placed(local)]
        for zone in self._others:
            there = at.astimezone(zone)
            day = f"{self.day(there.date())} " if there.date() != local.date() else ""
            clocks.append(day + self._placed(there))
        said = " · ".join(clocks)
        if style is MomentStyle.DATE_TIME:
            said = f"{self.day(local.date())} {said}"
        return Moment(at, said, style)

    def _placed(self, local: datetime) -> str:
        """The wall time with its place: 15:00 (Berlin), 22:00（上海）."""
        where = local.tzinfo if isinstance(local.tzinfo, ZoneInfo) else self.zone
        place = zone_name(where.key, BABEL[self.language])
        clock = self.clock(local.time())
        return f"{clock}（{place}）" if self.language == "zh" else f"{clock} ({place})"

    def beside(self, zones: Iterable[str]) -> "Words":
        """The same words for readers in several zones: times name each of them."""
        others = {zone: ZoneInfo(zone) for zone in zones if zone != self.zone.key}
        more = tuple(others.values())
        return Words(self.language, self.zone, self._today, more, self._named)

    def on(self, now: datetime) -> "Words":
        """The same words, spoken at this instant: days that are near need no year."""
        today = now.astimezone(self.zone).date()
        return Words(self.language, self.zone, today, self._others, self._named)

    def day(self, day: date) -> str:
        """A calendar day in words; without its year where nobody could mistake it."""
        near = self._today is not None and abs(day - self._today) <= NEAR
        pattern = DAYS[self.language][near]
        return str(format_date(day, pattern, locale=BABEL[self.language]))

    def clock(self, at: time) -> str:
        """A wall time in words: "17:00"."""
        return str(format_time(at, "HH:mm", locale=BABEL[self.language]))

    def items(self, words: Sequence[str]) -> str:
        """A list in words; in Chinese its "and" keeps a space to Latin names."""
        return self._listed(words, "standard")

    def either(self, words: Sequence[str]) -> str:
        """A choice in words."""
        return self._listed(words, "or")

    def _listed(self, words: Sequence[str], style: Literal["standard", "or"]) -> str:
        marked = [f"\ue012{word}\ue013" for word in words]
        locale = BABEL[self.language]
        said = str(format_list(marked, style, locale=locale)) if words else ""
        return EDGES.sub("", APART.sub(" ", said))


def _slot(value: object, slots: list[Line]) -> object:
    match value:
        case int() | float():
            return value
        case str() if WORD.fullmatch(value):
            return value  # nothing in it can be markup, and a selector may look at it
        case tuple():
            slots.append(value)
        case str() | Bold() | Code() | Link() | Mention() | Moment():
            slots.append((value,))
        case _:
            raise TypeError(f"a catalogue cannot say {type(value).__name__}")
    return f"\ue010{len(slots) - 1}\ue011"


def _join(text: str, slots: list[Line]) -> Line:
    spans: list[Span] = []
    for index, part in enumerate(SLOT.split(text)):
        if index % 2:
            spans.extend(slots[int(part)])
        elif part:
            spans.append(part)
    return tuple(spans)


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue(LOCALES / language, BABEL[language])


@cache
def words(language: str, zone: str) -> Words:
    """The catalogue for a language and an IANA zone; an unknown language reads
    English.
    """
    return Words(language, ZoneInfo(zone))


def naming(named: Callable[[], str]) -> Callable[[str, str], Words]:
    """The same, for a bot that people call by this name in groups; "" is the usual."""

    @cache
    def words(language: str, zone: str) -> Words:
        return Words(language, ZoneInfo(zone), named=named)

    return words
