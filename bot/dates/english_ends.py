"""English edges: "end of q2", "end of 2027", "last working day of april"."""

import re
from datetime import date, datetime, timedelta

from bot.dates import days, spans, words
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules
from bot.dates.words import MONTH, NEXT, SAID_MONTH, THIS, WEEKDAY

rules = Rules()

_END = (
    r"(?:the )?(?:(?P<end>end|(?:last|final) day|close)|start|beginning|first day)"
    r" (?:of|in) "
)
_QUARTER = (
    r"(?:(?P<next>(?:the )?next) quarter|(?:(?:this|the|the current) )?quarter"
    r"|(?:the )?(?:q(?P<q>[1-4])|(?P<nth>[1-4])(?:st|nd|rd|th) quarter)"
    r"(?:,? (?:of )?(?P<year>20\d\d))?)"
)
_YEAR = r"(?:(?:the )?(?P<next>next|following) year|(?P<year>20\d\d))"
_HALF = (
    r"(?:(?:h(?P<h>[12])|(?:the )?(?P<nth>[12])(?:st|nd|th) half)"
    r"(?: (?:of )?(?:the |this )?(?:year|(?P<year>20\d\d)))?)"
)
_WEDNESDAY, _THURSDAY, _FRIDAY = 2, 3, 4


@rules.add(Head.LETTER, rf"{_END}{_QUARTER}")
def quarter(match: re.Match[str], now: datetime) -> Part:
    """ "end of q2", "beginning of next quarter"."""
    first = _quarter(match, now.date())
    end = days.month_end(days.add_months(first, 2))
    return Part(Strength.TRAILING, dates=(end if match["end"] else first,))


def _quarter(match: re.Match[str], today: date) -> date:
    """The first day of the quarter; of its next turn when no year is said."""
    number = match["q"] or match["nth"]
    if number is None:
        months = (3 if match["next"] else 0) - (today.month - 1) % 3
        return days.add_months(today, months)
    year = words.optional(match, "year") or today.year
    first = date(year, int(number) * 3 - 2, 1)
    passed = days.add_months(first, 3) <= today or (first < today and not match["end"])
    return first.replace(year=year + (passed and not match["year"]))


@rules.add(Head.LETTER, rf"(?:the )?(?:end|close) of {_HALF}")
def half_year(match: re.Match[str], now: datetime) -> Part:
    """ "end of h1": June's last day, or December's."""
    number, year = match["h"] or match["nth"], words.optional(match, "year")
    day = date(year or now.year, *((6, 30) if number == "1" else (12, 31)))
    if year is None and day < now.date():
        day = day.replace(year=day.year + 1)
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:in )?(?:the )?(?:(?P<nth>[1-4])(?:st|nd|rd|th)|last) week (?:of|in) "
    rf"{SAID_MONTH}(?:,? (?:on )?{WEEKDAY})?",
)
def week_of_month(match: re.Match[str], now: datetime) -> Part:
    """ "the first week of april", the one that most of whose working days are in it;
    without a weekday, its first day of that month.
    """
    first = words.month_said(match, now.date())
    last = days.month_end(first)
    nth = int(match["nth"] or -1)
    middle = days.nth_weekday(first.year, first.month, _THURSDAY, nth)[0]
    monday = days.monday(middle)
    if match["weekday"]:
        return Part(dates=(monday + timedelta(days=words.weekday(match)),))
    return Part(Strength.TRAILING, dates=(min(max(monday, first), last),))


@rules.add(Head.LETTER, rf"{_END}{_YEAR}")
def year(match: re.Match[str], now: datetime) -> Part:
    """ "end of 2027", "start of next year"."""
    said = words.optional(match, "year") or now.year + 1
    day = date(said, 12, 31) if match["end"] else date(said, 1, 1)
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(Head.LETTER, r"(?:the )?(?:last|final) day of (?:the|this) year")
def last_of_year(_match: re.Match[str], now: datetime) -> Part:
    """The last day of this year."""
    return Part(Strength.TRAILING, dates=days.on(now.year, 12, 31))


@rules.add(Head.LETTER, r"(?P<unit>month|quarter|year)[ -]end")
def end(match: re.Match[str], now: datetime) -> Part:
    """ "year-end"; in a title it is rather the name of a report."""
    today = now.date()
    ahead = {"month": 0, "quarter": 2 - (today.month - 1) % 3, "year": 12 - today.month}
    last = days.month_end(days.add_months(today, ahead[match["unit"]]))
    return Part(Strength.LED, dates=(last,))


@rules.add(Head.LETTER, rf"eom (?:of )?{MONTH}")
def end_of_named_month(match: re.Match[str], now: datetime) -> Part:
    """ "eom april"."""
    found = days.next_on(now.date().replace(day=1), words.month(match), 1)
    return Part(dates=tuple(days.month_end(day) for day in found))


@rules.add(
    Head.LETTER | Head.FIGURE,
    r"(?:the )?(?:(?P<nth>[1-9])(?:st|nd|rd|th)|(?P<last>last)) "
    rf"(?:business|working|work|week)[ -]?day (?:of|in) {SAID_MONTH}",
)
def working_day(match: re.Match[str], now: datetime) -> Part:
    """ "the last working day of the month", "first business day of april"."""
    first = words.month_said(match, now.date())
    if match["last"]:
        return Part(dates=(spans.work_days(days.add_months(first, 1), -1),))
    day = spans.work_days(first - timedelta(days=1), int(match["nth"]))
    return Part(dates=(day,))


@rules.add(
    Head.LETTER,
    rf"(?P<part>mid|middle of|later?)[ -](?:(?P<next>{NEXT})|{THIS}|the) week",
)
def part_of_week(match: re.Match[str], now: datetime) -> Part:
    """ "mid next week" is its Wednesday, "late next week" its Friday."""
    weekday = _FRIDAY if match["part"].startswith("late") else _WEDNESDAY
    monday = days.monday(now.date(), 1 if match["next"] else 0)
    day = max(monday + timedelta(days=weekday), now.date())
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:the )?(?P<nth>[1-5])(?:st|nd|rd|th) {WEEKDAY}"
    r"(?! (?:of|in|after|before|from)\b)",
)
def nth_weekday(match: re.Match[str], now: datetime) -> Part:
    """ "the third friday" of this month, or of the next when it has passed."""
    weekday, nth = words.weekday(match), int(match["nth"])
    months = (days.add_months(now.date(), ahead) for ahead in range(4))
    found = [days.nth_weekday(m.year, m.month, weekday, nth) for m in months]
    coming = [day for each in found for day in each if day >= now.date()]
    return Part(Strength.WHOLE, dates=tuple(coming[:1]))
