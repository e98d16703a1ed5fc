"""Holidays that people name as a day: "christmas", "black friday", 国庆节."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from dateutil.easter import easter

from bot.dates import days, lunar
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules

rules = Rules()

Feast = Callable[[int], date | None]


def _fixed(month: int, day: int) -> Feast:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, plus: int = 0) -> Feast:
    def on(year: int) -> date:
        return days.nth_weekday(year, month, weekday, nth)[0] + timedelta(days=plus)

    return on


def _easter(plus: int, year: int) -> date:
    return easter(year) + timedelta(days=plus)


_ENGLISH: dict[str, Feast] = {
    r"new year'?s? eve": _fixed(12, 31),
    r"new year'?s?(?: day)?": _fixed(1, 1),
    r"(?:martin luther king|mlk)(?:'s|,? jr\.?)? day": _nth(1, 0, 3),
    r"valentine'?s?(?: day)?": _fixed(2, 14),
    r"president'?s'? day": _nth(2, 0, 3),
    r"international women'?s day|women'?s day": _fixed(3, 8),
    r"(?:saint|st\.?) patrick'?s?(?: day)?": _fixed(3, 17),
    r"april fool'?s'?(?: day)?": _fixed(4, 1),
    r"good friday": partial(_easter, -2),
    r"easter monday": partial(_easter, 1),
    r"easter(?: sunday)?": partial(_easter, 0),
    r"ash wednesday": partial(_easter, -46),
    r"palm sunday": partial(_easter, -7),
    r"earth day": _fixed(4, 22),
    r"mother'?s'? day": _nth(5, 6, 2),
    r"memorial day": _nth(5, 0, -1),
    r"father'?s'? day": _nth(6, 6, 3),
    r"juneteenth": _fixed(6, 19),
    r"independence day": _fixed(7, 4),
    r"labou?r day": _nth(9, 0, 1),
    r"columbus day": _nth(10, 0, 2),
    r"halloween": _fixed(10, 31),
    r"veteran'?s'? day": _fixed(11, 11),
    r"(?:singles?'?s?|double 11) day": _fixed(11, 11),
    r"thanksgiving(?: day)?": _nth(11, 3, 4),
    r"black friday": _nth(11, 3, 4, 1),
    r"cyber monday": _nth(11, 3, 4, 4),
    r"(?:christmas|xmas) eve": _fixed(12, 24),
    r"(?:christmas|xmas)(?: day)?": _fixed(12, 25),
    r"boxing day": _fixed(12, 26),
}
_CHINESE: dict[str, Feast] = {
    r"元旦": _fixed(1, 1),
    r"情人节": _fixed(2, 14),
    r"(?:三8|3[8·])?妇女节": _fixed(3, 8),
    r"愚人节": _fixed(4, 1),
    r"(?:51)?劳动节": _fixed(5, 1),
    r"(?:61)?儿童节": _fixed(6, 1),
    r"(?:11)?国庆节?": _fixed(10, 1),
    r"万圣节": _fixed(10, 31),
    r"平安夜": _fixed(12, 24),
    r"圣诞节?": _fixed(12, 25),
    r"除夕夜?|大年30": lunar.new_years_eve,
    r"春节": partial(lunar.festival, lunar.NEW_YEAR),
    r"清明节?": partial(lunar.festival, lunar.TOMB_SWEEPING),
    r"端午节?": partial(lunar.festival, lunar.DRAGON_BOAT),
    r"中秋节?": partial(lunar.festival, lunar.MID_AUTUMN),
}
_YEAR = r"(?:,? (?P<year>20\d\d))?"


def _register(head: Head, pattern: str, feast: Feast) -> None:
    @rules.add(head, pattern)
    def named(match: re.Match[str], now: datetime) -> Part | None:
        day = _celebrated(feast, match["year"] or None, now.date())
        return Part(Strength.LED, dates=(day,)) if day else None


def _celebrated(feast: Feast, year: str | None, today: date) -> date | None:
    """The day in the year that was said, or the next time it comes."""
    if year is not None:
        return feast(int(year))
    known = (feast(each) for each in (today.year, today.year + 1))
    return next((day for day in known if day is not None and day >= today), None)


for _names, _feast in _ENGLISH.items():
    _register(
        Head.LETTER,
        rf"(?:(?:next|this|the|following|coming) )?(?:{_names}){_YEAR}",
        _feast,
    )
for _names, _feast in _CHINESE.items():
    _register(Head.HAN, rf"(?:{_names})(?P<year>)?", _feast)
