"""What people see of a country's public holidays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.cards.standup.words import country
from bot.messages import Audience, Block, Bullets, Card, Heading, Line, Note, Reply
from bot.ports import Translate

DAY = timedelta(days=1)
OBSERVED = " (observed)"
PARTS = re.compile(r", |、|; ")
WORDS = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Holidays:
    """A country's year, or what is left of it: days off with their names, and the days
    that are worked instead.
    """

    country: str
    year: int
    off: tuple[tuple[date, str], ...]
    worked: tuple[date, ...]
    announced: bool


def holidays(t: Translate, view: Holidays, following: Holidays | None = None) -> Reply:
    """Days off, those that follow each other in one line; then the worked ones. The
    beginning of the `following` year stands below.
    """
    name = country(t, view.country)
    blocks = _listed(t, view)
    if following:
        blocks += [Heading(str(following.year)), *_listed(t, following)]
    key = "holidays-title" if view.off else "holidays-none"
    title = t.line(key, country=name, year=str(view.year))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def holiday_name(t: Translate, name: str) -> str:
    """A holiday in the reader's language, where its country has no name in it: most
    have one in English, few in Chinese.
    """
    said = tuple(_translated(t, part) for part in PARTS.split(name) if part)
    return t.items(said) if len(said) > 1 else "".join(said)


def _translated(t: Translate, name: str) -> str:
    bare = name.removesuffix(OBSERVED)
    key = "-".join(WORDS.findall(bare.casefold().replace("'", "")))
    said = t("holiday-name", key=key or "other", name=bare)
    return said if bare == name else t("holiday-observed", name=said)


def _listed(t: Translate, view: Holidays) -> list[Block]:
    blocks: list[Block] = []
    if view.off:
        blocks.append(Bullets(tuple(_line(t, span) for span in _spans(view.off))))
    if view.worked:
        blocks.append(Heading(t("holidays-worked")))
        blocks.append(Bullets(tuple((_day(t, day),) for day in view.worked)))
    if not view.announced:
        blocks.append(Note(t.line("holidays-not-announced", year=str(view.year))))
    return blocks


def _line(t: Translate, span: Sequence[tuple[date, str]]) -> Line:
    (first, named), (last, _) = span[0], span[-1]
    name = holiday_name(t, named)
    if first == last:
        return t.line("holidays-day", day=_day(t, first), name=name)
    return t.line("holidays-days", first=_day(t, first), last=_day(t, last), name=name)


def _day(t: Translate, day: date) -> str:
    """Without its year: the title says it."""
    return t.on(datetime.combine(day, time(12), UTC)).day(day)


def _spans(off: Sequence[tuple[date, str]]) -> list[list[tuple[date, str]]]:
    """Days of one feast that follow each other."""
    spans: list[list[tuple[date, str]]] = []
    for day, name in off:
        before = spans[-1][-1] if spans else None
        if before and before[1] == name and day - before[0] == DAY:
            spans[-1].append((day, name))
        else:
            spans.append([(day, name)])
    return spans
