"""Holidays that people name as a day: "christmas", "black friday", 国庆节."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from dateutil.easter import easter

from bot.dates import days, lunar
from bot.dates.chinese_days import YEARS
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


def _lunar(name: str, plus: int = 0) -> Feast:
    def on(year: int) -> date | None:
        day = lunar.festival(name, year)
        return day + timedelta(days=plus) if day else None

    return on


def _lunar_day(month: int, number: int) -> Feast:
    def on(year: int) -> date | None:
        years = (year - 1, year)  # the twelfth month falls into the next January
        found = (lunar.day(each, month, number) for each in years)
        return next((day for day in found if day and day.year == year), None)

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
    r"thanksgiving eve": _nth(11, 3, 4, -1),
    r"easter eve": partial(_easter, -1),
    r"ascension(?: day)?": partial(_easter, 39),
    r"pentecost|whit ?sun(?:day)?": partial(_easter, 49),
    r"(?:whit|pentecost) monday": partial(_easter, 50),
    r"corpus christi": partial(_easter, 60),
    r"maundy thursday": partial(_easter, -3),
    r"epiphany": _fixed(1, 6),
    r"all saints'? day": _fixed(11, 1),
    r"st\.? nicholas'?s?(?: day)?": _fixed(12, 6),
    r"may day": _fixed(5, 1),
    r"canada day": _fixed(7, 1),
    r"bastille day": _fixed(7, 14),
    r"(?:day of )?german unity(?: day)?": _fixed(10, 3),
    r"double 11": _fixed(11, 11),
    r"double 12": _fixed(12, 12),
    r"(?:chinese|lunar) new year|spring festival": _lunar(lunar.NEW_YEAR),
    r"lantern festival": _lunar(lunar.NEW_YEAR, 14),
    r"dragon boat festival": _lunar(lunar.DRAGON_BOAT),
    r"mid[- ]autumn(?: festival)?": _lunar(lunar.MID_AUTUMN),
}
# Numbers are days only where something says so: 五一前, 618当天.
_BESIDE = r"(?=(?:之|以)?前(?![台端面往后])|(?:之|以)?后(?:的?第1个|首个)|当[天日])"
_REST = r"(?:小?长假|假期|黄金周)"
_CHINESE: dict[str, Feast] = {
    r"元旦": _fixed(1, 1),
    r"情人节": _fixed(2, 14),
    r"(?:三8|3[8·])?妇女节": _fixed(3, 8),
    r"愚人节": _fixed(4, 1),
    rf"51(?:劳动节|节|{_REST}|{_BESIDE})|劳动节{_REST}?": _fixed(5, 1),
    rf"61(?:儿童节|节|{_BESIDE})|儿童节": _fixed(6, 1),
    rf"(?:11)?国庆节?{_REST}?|11{_REST}": _fixed(10, 1),
    rf"618(?:大促|年中大促|购物节|{_BESIDE})": _fixed(6, 18),
    rf"818(?:大促|购物节|{_BESIDE})": _fixed(8, 18),
    rf"38(?:大促|女王节|女神节|{_BESIDE})": _fixed(3, 8),
    r"万圣节": _fixed(10, 31),
    r"平安夜": _fixed(12, 24),
    r"圣诞节?": _fixed(12, 25),
    r"圣诞夜": _fixed(12, 24),
    r"(?:3[8·]|38)节": _fixed(3, 8),
    r"植树节": _fixed(3, 12),
    r"母亲节": _nth(5, 6, 2),
    r"父亲节": _nth(6, 6, 3),
    r"教师节": _fixed(9, 10),
    r"双10节": _fixed(10, 10),
    r"双11节?|光棍节": _fixed(11, 11),
    r"双12": _fixed(12, 12),
    r"跨年夜?(?![度界])": _fixed(12, 31),
    r"感恩节": _nth(11, 3, 4),
    r"黑(?:色星期|色周)?[5五]": _nth(11, 3, 4, 1),
    r"网络星期一": _nth(11, 3, 4, 4),
    rf"(?:农历)?春节{_REST}?|农历新?年|(?:大年|正月)初1": _lunar(lunar.NEW_YEAR),
    r"过年(?!货|礼|好|了|过节)": _lunar(lunar.NEW_YEAR),
    r"元宵节?|正月15": _lunar(lunar.NEW_YEAR, 14),
    rf"清明节?{_REST}?": _lunar(lunar.TOMB_SWEEPING),
    rf"端午节?{_REST}?": _lunar(lunar.DRAGON_BOAT),
    rf"(?:8月15)?中秋节?{_REST}?": _lunar(lunar.MID_AUTUMN),
    r"腊8节?": _lunar_day(12, 8),
    r"7夕节?": _lunar_day(7, 7),
    r"(?:99)?重阳节?": _lunar_day(9, 9),
}
# 2027年除夕 may be the eve that ends that year or that begins it: no year with it.
_EVES: dict[str, Feast] = {
    r"除夕夜?|大年30": _lunar(lunar.NEW_YEAR, -1),
    r"小年夜": _lunar(lunar.NEW_YEAR, -2),
}
_YEAR = r"(?:,? (?P<year>20\d\d))?"


def _register(heads: Head, before: str, feasts: dict[str, Feast], behind: str) -> None:
    """All of them as one pattern: most words are the name of none. "christmas eve"
    comes before "christmas" that may go on with "day".
    """
    ordered = sorted(feasts, key=lambda name: name.endswith("?"))
    names = "|".join(f"(?P<f{number}>{name})" for number, name in enumerate(ordered))

    @rules.add(heads, rf"{before}(?:{names}){behind}")
    def named(match: re.Match[str], now: datetime) -> Part | None:
        found = next(n for n in range(len(ordered)) if match[f"f{n}"])
        feast = feasts[ordered[found]]
        day = _celebrated(feast, _year(match, now.year), now.date())
        return Part(Strength.LED, dates=(day,)) if day else None


def _year(match: re.Match[str], this: int) -> int | None:
    said = match.groupdict()
    if said.get("said"):
        return this + YEARS[said["said"]]
    return int(said["year"]) if said.get("year") else None


def _celebrated(feast: Feast, year: int | None, today: date) -> date | None:
    """The day in the year that was said, or the next time it comes."""
    if year is not None:
        return feast(year)
    known = (feast(each) for each in (today.year, today.year + 1))
    return next((day for day in known if day is not None and day >= today), None)


_NEXT = r"(?:(?:next|this|the|following|coming) )?"
_IN_YEAR = r"(?:(?:(?P<said>[今本明后])年|(?P<year>20\d\d)年)的?)?"
_THAT_DAY = r"(?:当[天日])?"
_register(Head.LETTER, _NEXT, _ENGLISH, _YEAR)
_register(Head.HAN | Head.FIGURE, _IN_YEAR, _CHINESE, _THAT_DAY)
_register(Head.HAN, r"(?<!年)", _EVES, _THAT_DAY)


@rules.add(Head.FIGURE, r"(?P<month>6|8)18")
def shopping_day(match: re.Match[str], now: datetime) -> Part:
    """618 alone is a number of anything, but after "due" the shops' day in June."""
    return Part(Strength.WHOLE, dates=days.next_on(now.date(), int(match["month"]), 18))
