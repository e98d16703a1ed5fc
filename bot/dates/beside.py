"""Days told by another day: "the friday before christmas", 春节前3天, "4pm +3 days"."""

import re
from datetime import date, datetime, timedelta

from bot.dates import days, lunar, spans, words
from bot.dates.chinese_days import DAY, WEEK, weekday_of
from bot.dates.due import Due
from bot.dates.english_spans import CHUNK, length
from bot.dates.parts import Part, Period
from bot.dates.spans import Span
from bot.dates.words import WEEKDAY
from bot.model.expression import expression

_A_WEEKDAY = WEEKDAY.replace("?P<weekday>", "?:")
# What comes before the other day.
BEFORE = expression(
    rf"(?:(?P<work>\d{{1,3}}) (?:business|working|work) days?"
    r"|(?:the )?(?P<first>1st|1th|last|next) (?:business|working|work) day"
    rf"|{CHUNK}"
    r"|(?:the )?(?:(?P<unit>day|week|month)|(?P<period>morning|afternoon|evening|night)"
    rf"|(?:last |(?P<nth>\d)(?:st|nd|rd|th) )?{WEEKDAY}))"
    rf" (?P<side>after|from(?! the end)|before|on(?= {_A_WEEKDAY})) (?:the (?=\d))?"
    r"|(?P<weeks>(?:an?|\d) (?:week|fortnight)s?) (?=today|tomorrow)"
    rf"|(?P<week>(?:an?|1) (?:week|fortnight)) (?={_A_WEEKDAY})"
)
# What comes after it.
BEHIND = expression(
    rf" ?(?P<sign>[+-]) ?{CHUNK}"
    r"|的?(?P<side>[前后])的?(?P<n>\d{1,3}) ?"
    r"(?:(?P<days>[天日])|个?(?P<week>周|星期|礼拜)"
    r"|个?(?P<month>月)|个?(?P<work>工作[日天]))(?![内里之以])"
    r"|的?(?P<eve>前夕)"
    r"|[之以]?(?P<rest>[前后])的?(?:第1个|首个|最后1个)工作[日天]"
    rf"|[之以]?(?P<which>[前后])的(?:第1个)?{WEEK}(?P<day>{DAY})"
    r"| (?:of )?(?P<year>next year)"
)
_UNITS = {"day": Span(seconds=86_400), "week": Span(seconds=7 * 86_400)} | {
    "month": Span(months=1)
}
_BEHIND = {"days": _UNITS["day"], "week": _UNITS["week"], "month": _UNITS["month"]}
_PERIODS = {period.value: period for period in Period}
_ONE_DAY = timedelta(days=1)


def led(match: re.Match[str], other: Due) -> Part | None:
    """ "the day before" and what else stands before that other day."""
    if weeks := match["weeks"] or match["week"]:
        return spans.shift(other, length(weeks))
    back = match["side"] == "before"
    if match["weekday"]:
        return _weekday(match, other.day, back=back)
    if match["side"] == "on":
        return spans.shift(other, length(match["chunk"]))
    if match["period"]:
        day = other.day + (-_ONE_DAY if back else _ONE_DAY)
        return Part(dates=(day,), period=_PERIODS[match["period"]])
    if match["work"] or match["first"]:
        return _working(int(match["work"] or 1), other, back=back)
    span = _UNITS[match["unit"]] if match["unit"] else length(match["chunk"])
    return spans.shift(other, span * -1 if back else span)


def _weekday(match: re.Match[str], other: date, *, back: bool) -> Part | None:
    if match["side"] in ("from", "on"):
        return None
    weekday = words.weekday(match)
    more = timedelta(weeks=int(match["nth"] or 1) - 1)
    first = _near(weekday, other, back=back)
    return Part(dates=(first - more if back else first + more,))


def _near(weekday: int, other: date, *, back: bool) -> date:
    """The last such weekday before a day, or the first one after it."""
    return days.coming(weekday, other - 7 * _ONE_DAY if back else other + _ONE_DAY)


def _working(count: int, other: Due, *, back: bool) -> Part:
    return Part(dates=(spans.work_days(other.day, -count if back else count),))


def behind(match: re.Match[str], other: Due, now: datetime) -> Part:
    """前一天 and what else stands behind that other day."""
    if match["eve"]:
        return Part(dates=(other.day - _ONE_DAY,))
    if match["year"]:
        return Part(dates=days.on(now.year + 1, other.day.month, other.day.day))
    if match["rest"]:
        near = lunar.last_working if match["rest"] == "前" else lunar.first_working
        return Part(dates=(near(other.day),))
    if match["which"]:
        weekday = weekday_of(match)
        return Part(dates=(_near(weekday, other.day, back=match["which"] == "前"),))
    if match["sign"]:
        span = length(match["chunk"])
        return spans.shift(other, span * -1 if match["sign"] == "-" else span)
    back, count = match["side"] == "前", int(match["n"])
    if match["work"]:
        return _working(count, other, back=back)
    span = spans.named(match, _BEHIND) * count
    day = Due(other.day, None)
    return spans.shift(day, span * -1 if back else span)
