"""Chinese edges: 下个月第一个周一, 本月最后一天, 第二季度末, 年底, 月内."""

import re
from datetime import date, datetime, timedelta

from bot.dates import days, spans
from bot.dates.chinese_days import DAY, WEEK, YEARS, steps, weekday_of
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules

rules = Rules()

_MONTH = r"(?:(?P<ahead>下{1,3}|本|这|当)1?个?月|(?P<month>\d{1,2})月)(?:份)?(?:月?底)?"
_WHICH = r"(?:第(?P<nth>\d{1,2})个?|(?P<last>最后)1?个?)"
_EDGE = r"的?(?P<edge>[底末尾初]|结束)"
_YEAR = r"(?:(?:(?P<said>[今本明后])年|(?P<year>20\d\d)年)的?)"
_MIDDLE = 15


def _month(match: re.Match[str], today: date) -> date:
    """The first day of the month said; a named one is the next such, this included."""
    if not match["month"]:
        return days.add_months(today, steps(match["ahead"]))
    found = days.next_on(today.replace(day=1), int(match["month"]), 1)
    return found[0] if found else date.min


@rules.add(Head.HAN | Head.FIGURE, rf"{_MONTH}的?{_WHICH}(?:{WEEK}(?P<day>{DAY}))")
def nth_weekday(match: re.Match[str], now: datetime) -> Part:
    """10月的第一个星期一, 本月最后一个周五."""
    first = _month(match, now.date())
    return Part(dates=_nth(match, first) if first > date.min else ())


def _nth(match: re.Match[str], first: date) -> tuple[date, ...]:
    nth = -1 if match["last"] else int(match["nth"])
    if nth == 0:
        return ()
    return days.nth_weekday(first.year, first.month, weekday_of(match), nth)


@rules.add(Head.HAN, rf"第(?P<nth>[1-5])个{WEEK}(?P<day>{DAY})(?P<last>)?")
def bare_nth_weekday(match: re.Match[str], now: datetime) -> Part:
    """第三个星期五 of this month, or of the next when it has passed."""
    months = (days.add_months(now.date(), ahead) for ahead in range(4))
    found = [day for first in months for day in _nth(match, first)]
    return Part(Strength.WHOLE, dates=tuple(d for d in found if d >= now.date())[:1])


@rules.add(
    Head.HAN | Head.FIGURE, rf"{_MONTH}的?{_WHICH}(?:(?P<work>工作[日天])|[天日])"
)
@rules.add(
    Head.HAN,
    rf"(?P<ahead>本?)(?P<month>)?月底的?{_WHICH}(?:(?P<work>工作[日天])|[天日])",
)
def nth_day(match: re.Match[str], now: datetime) -> Part:
    """本月最后一天, 下个月第一个工作日."""
    first = _month(match, now.date())
    if first == date.min:
        return Part(dates=())
    after, before = days.add_months(first, 1), first - timedelta(days=1)
    start, count = (after, -1) if match["last"] else (before, int(match["nth"]))
    if match["work"]:
        return Part(dates=(spans.work_days(start, count),))
    return Part(dates=(start + timedelta(days=count),))


@rules.add(
    Head.HAN, r"(?P<ahead>下{1,3}|本|这|当)个?月(?P<month>)?(?:份)?中(?:旬|(?!\w))"
)
def middle_of_month(match: re.Match[str], now: datetime) -> Part:
    """下月中旬 is about its 15th."""
    day = _month(match, now.date()).replace(day=_MIDDLE)
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(
    Head.LETTER | Head.HAN | Head.FIGURE,
    rf"{_YEAR}?(?:第?(?P<n>[1-4])季度?|q(?P<q>[1-4]) ?(?:季度)?|(?P<next>下)1?个?季度?"
    rf"|(?:[本当]|这1?个?)?季度?){_EDGE}",
)
def quarter(match: re.Match[str], now: datetime) -> Part:
    """第二季度末, 下季度初, Q3底."""
    today, initial = now.date(), match["edge"] == "初"
    first = _quarter(match, today)
    if initial and first < today and _number(match) and not _year(match, now.year):
        first = first.replace(year=first.year + 1)
    last = days.month_end(days.add_months(first, 2))
    return Part(Strength.TRAILING, dates=(first if initial else last,))


def _quarter(match: re.Match[str], today: date) -> date:
    number, said = _number(match), _year(match, today.year)
    if number is None:
        ahead = 3 if match["next"] else 0
        return days.add_months(today, ahead - (today.month - 1) % 3)
    first = date(said or today.year, number * 3 - 2, 1)
    if said:
        return first
    passed = days.add_months(first, 3) <= today
    return first.replace(year=today.year + passed)


def _year(match: re.Match[str], this: int) -> int | None:
    if match["said"]:
        return this + YEARS[match["said"]]
    return int(match["year"]) if match["year"] else None


def _number(match: re.Match[str]) -> int | None:
    said = match["n"] or match["q"]
    return int(said) if said else None


@rules.add(
    Head.HAN | Head.FIGURE,
    r"(?:(?P<said>[今本明后])年?|(?P<year>20\d\d))?(?<!半)年(?P<edge>[底末尾初])",
)
def year(match: re.Match[str], now: datetime) -> Part | None:
    """年底, 明年底, 2027年初; 年初 is the next one."""
    initial, said = match["edge"] == "初", _year(match, now.year)
    if initial and said == now.year:
        return None
    day = (1, 1) if initial else (12, 31)
    number = said or now.year + int(initial)
    return Part(Strength.TRAILING, dates=days.on(number, *day))


@rules.add(
    Head.HAN | Head.FIGURE,
    rf"{_YEAR}?(?P<half>[上下])半年(?:度)?(?:的?(?:[底末尾]|结束))",
)
def half_year(match: re.Match[str], now: datetime) -> Part:
    """上半年结束, 明年下半年末: June's last day, or December's."""
    day = (6, 30) if match["half"] == "上" else (12, 31)
    said = _year(match, now.year)
    found = days.on(said or now.year, *day)
    if said is None and found[0] < now.date():
        found = days.on(now.year + 1, *day)
    return Part(Strength.TRAILING, dates=found)


@rules.add(Head.HAN | Head.FIGURE, rf"{_YEAR}(?P<month>\d{{1,2}})月份?[底末尾]")
def month_of_year(match: re.Match[str], now: datetime) -> Part:
    """明年4月底."""
    found = days.on(_year(match, now.year) or now.year, int(match["month"]), 1)
    return Part(dates=tuple(days.month_end(day) for day in found))


@rules.add(Head.HAN, r"(?:[本当]|这个?)(?P<unit>月)[之以]?内")
@rules.add(Head.HAN, r"[今本](?P<unit>年)[之以]?内")
def within(match: re.Match[str], now: datetime) -> Part:
    """本月内, 今年内: until the last day."""
    last = days.month_end(now.date())
    if match["unit"] == "年":
        last = date(now.year, 12, 31)
    return Part(dates=(last,))


@rules.add(Head.HAN, rf"(?P<ahead>下{{1,3}})个?{WEEK}初")
def start_of_week(match: re.Match[str], now: datetime) -> Part:
    """下周初 is its Monday."""
    monday = days.monday(now.date(), steps(match["ahead"]))
    return Part(Strength.TRAILING, dates=(monday,))


@rules.add(Head.HAN, r"下1?个工作[日天]")
def next_working_day(_match: re.Match[str], now: datetime) -> Part:
    """The next day from Monday to Friday."""
    return Part(Strength.TRAILING, dates=(spans.work_days(now.date(), 1),))
