"""Spans of days that have a name: last month, 12 weeks, March, 上个月, 最近两周."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.numerals import number

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
EARLIEST = date(2000, 1, 1)
MOST = {"day": 3660, "week": 520, "month": 120, "year": 10}
UNITS = {
    "天": "day", "日": "day", "周": "week", "週": "week", "星期": "week",
    "礼拜": "week", "禮拜": "week", "月": "month", "季度": "quarter", "季": "quarter",
    "年": "year",
}  # fmt: skip
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
SPELLED = {word: count for count, word in enumerate(NUMBERS, 1)}
MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
WEEKDAYS = "一二三四五六日"
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
_ZH_UNIT = r"(?P<unit>天|日|周|週|星期|礼拜|禮拜|月|季度|季|年)"
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(SPELLED)})"
_ZH_COUNT = r"(?P<count>\d{1,4}|[一二两兩三四五六七八九十百半]+)"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_LEAD = r"(?:(?:in|over|during|of|from|for)\s+)?(?:the\s+)?"
Read = Callable[[re.Match[str], date], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to name days, and which days those are."""

    pattern: re.Pattern[str]
    read: Read


def _last(unit: str, today: date, back: int = 1) -> Days:
    """The whole week, month … before this one."""
    first = start_of(unit, today)
    for _ in range(back):
        last = first - DAY
        first = start_of(unit, last)
    return Days(first, last)


def start_of(unit: str, day: date) -> date:
    """The first day of the week, month … that the day is in."""
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _counted(count: int, unit: str, today: date) -> Days | None:
    """So many weeks, months … this one among them; so many days, today among them."""
    if not 0 < count <= MOST.get(unit, 40):
        return None
    first = start_of(unit, today)
    for _ in range(count - 1):
        first = start_of(unit, first - DAY)
    return Days(max(first, EARLIEST), today)


def _english_last(match: re.Match[str], today: date) -> Days | None:
    unit, count = match["unit"].lower(), (match["count"] or "").lower()
    if count:
        return _counted(SPELLED.get(count) or int(count), unit, today)
    return _last(unit, today)


def _english_counted(match: re.Match[str], today: date) -> Days | None:
    count = match["count"].lower()
    return _counted(SPELLED.get(count) or int(count), match["unit"].lower(), today)


def _chinese_last(match: re.Match[str], today: date) -> Days:
    return _last(UNITS[match["unit"]], today, len(match["back"]))


def _chinese_counted(match: re.Match[str], today: date) -> Days | None:
    unit, said = UNITS[match["unit"]], match["count"]
    if said == "半":
        return _counted(15, "day", today) if unit == "month" else None
    count = number(said)
    return _counted(int(count), unit, today) if count is not None else None


def _month(match: re.Match[str], today: date) -> Days | None:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    return _whole_month(match["year"], month, today)


def _chinese_month(match: re.Match[str], today: date) -> Days | None:
    month = number(match["month"])
    return _whole_month(match["year"], int(month or 0), today)


def _iso_month(match: re.Match[str], today: date) -> Days | None:
    return _whole_month(match["year"], int(match["month"]), today)


def _whole_month(year: str | None, month: int, today: date) -> Days | None:
    if month not in range(1, 13):
        return None
    first = date(int(year) if year else today.year, month, 1)
    if not year and first > today:
        first = first.replace(year=first.year - 1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Days(first, after - DAY)


def _weekday(match: re.Match[str], today: date) -> Days:
    """上周五 is the Friday of the week before."""
    day = WEEKDAYS.index(match["day"].replace("天", "日"))
    monday = start_of("week", today) - len(match["back"]) * WEEK
    return Days(monday + day * DAY, monday + day * DAY)


def _back(days: int) -> Read:
    return lambda _, today: Days(today - days * DAY, today - days * DAY)


def _this(match: re.Match[str], today: date) -> Days:
    unit = match["unit"].lower()
    return Days(start_of(UNITS.get(unit, unit), today), today)


def _rule(pattern: str, read: Read) -> Rule:
    return Rule(expression(pattern, re.IGNORECASE), read)


RULES = (
    _rule(rf"\b{_LEAD}(?:last|past|previous)\s+(?:{_COUNT}\s+)?{_UNIT}s?\b(?:'s)?",
          _english_last),
    _rule(rf"\b{_LEAD}this\s+{_UNIT}\b(?:'s)?", _this),
    _rule(rf"(?<![\w./-]){_COUNT}\s+(?P<unit>day|week|month|year)s?\b",
          _english_counted),
    _rule(r"\byesterday\b(?:'s)?|昨天|昨日", _back(1)),
    _rule(r"\btoday\b(?:'s)?|今天|今日", _back(0)),
    _rule(r"前天|前日", _back(2)),
    _rule(r"(?P<back>上+)个?(?:周|週|星期|礼拜)(?P<day>[一二三四五六日天])的?",
          _weekday),
    _rule(rf"(?P<back>[上前]+)(?:一)?个?{_ZH_UNIT}(?![一二三四五六日天末\d])的?",
          _chinese_last),
    _rule(r"(?P<back>去)(?P<unit>年)的?(?!\s*\d)", _chinese_last),
    _rule(r"[本这這今]个?(?P<unit>周|週|星期|礼拜|月|季度|季|年)"
          r"(?![一二三四五六日天末\d])的?", _this),
    _rule(rf"(?:最近|近|过去|過去|前)\s*{_ZH_COUNT}\s*个?\s*{_ZH_UNIT}(?:以?[来内])?的?",
          _chinese_counted),
    _rule(rf"(?<![\d.,/第]){_ZH_COUNT}\s*(?:个\s*(?P<unit>月|季度|星期|礼拜)"
          r"(?!\d))的?", _chinese_counted),
    _rule(r"(?<![\d.,/第周期])(?P<count>\d{1,3}|[一二两兩三四五六七八九十]+)\s*"
          r"(?P<unit>周|天)(?![一二三四五六日天末年\d])的?", _chinese_counted),
    _rule(rf"(?<![\w/.-])(?<!\d )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )(?:in\s+)?"
          rf"{_MONTH}(?:,?\s+(?P<year>20\d\d))?(?![\w/.-]|\s+\d{{1,2}}(?!\d))",
          _month),
    _rule(r"(?:(?P<year>20\d\d)\s*年\s*)?(?<![\d个])(?P<month>1[0-2]|0?[1-9]"
          r"|十[一二]?|[一二三四五六七八九])\s*月份?"
          r"(?!\s*[\d初一二三四五六七八九十廿底中])的?", _chinese_month),
    _rule(r"(?<![\d-])(?P<year>20\d\d)-(?P<month>\d\d)(?![\d-])", _iso_month),
)  # fmt: skip
