"""English days: "next friday", "12 March", "the 20th of next month", "tomorrow"."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.dates import days, words
from bot.dates.parts import Clock, Part, Strength
from bot.dates.rules import Head, Place, Rules
from bot.dates.words import (
    DAY,
    MONTH,
    NEXT,
    NOT_TIME,
    SENTENCE_END,
    THIS,
    WEEKDAY,
    WEEKDAY_STEM,
    YEAR,
)

rules = Rules()

_NEAR = {
    "today": 0,
    "tod": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "next day": 1,
    "day after tomorrow": 2,
    "overmorrow": 2,
    "yesterday": -1,
    "day before yesterday": -2,
    "this day": 0,
    "the day": 0,
    "the day after": 1,
}
_VAGUE_NEAR = ("next day", "this day", "the day", "the day after")
_LONG = {"week": timedelta(weeks=1), "fortnight": timedelta(weeks=2)}
_SAFE_SHORT = ("tue", "tues", "thu", "thur", "thurs", "fri")


@rules.add(
    Head.LETTER,
    rf"{MONTH}[ ,./-]{{0,3}}(?:the )?{DAY}{NOT_TIME}(?:[ ,/-]{{0,2}}{YEAR})?",
)
@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:the )?{DAY}(?: day)?[ ,./-]{{0,2}}(?:of )?{MONTH}\.?(?:[ ,/-]{{0,2}}{YEAR})?",
)
@rules.add(Head.FIGURE, rf"{YEAR}[ /-]{MONTH}[ /-]{DAY}{NOT_TIME}")
@rules.add(Head.FIGURE, rf"(?P<day>\d{{1,2}})-{MONTH}-(?P<year>\d\d)(?!\d)")
@rules.add(Head.FIGURE, rf"{DAY} {MONTH} '(?P<year>\d\d)(?!\d)")
@rules.add(Head.FIGURE, rf"{YEAR}/{DAY}/{MONTH}")
@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:the )?{DAY[:-1]} (?:of )?{MONTH},? '?(?P<year>\d\d)(?=$| ?[,.;!?])",
)
def named_month(match: re.Match[str], now: datetime) -> Part:
    """ "12 March", "March 12th, 2026", "2026-mar-12"."""
    year = words.optional(match, "year")
    day = int(match["day"])
    found = days.dated(now.date(), year, words.month(match), day)
    if not found and day > 31 and year is None:
        return Part(Strength.LED, dates=found)
    return Part(_named(match), dates=found)


def _named(match: re.Match[str]) -> Strength:
    return Strength.TRAILING if words.homonym(match) else Strength.CERTAIN


@rules.add(Head.LETTER, rf"{WEEKDAY}")
def weekday(match: re.Match[str], _now: datetime) -> Part:
    """ "friday", "fri." """
    word = match["weekday"]
    safe = word.endswith("day") or word in _SAFE_SHORT
    strength = Strength.CERTAIN if safe else Strength.TRAILING
    return Part(strength, weekday=words.weekday(match))


@rules.add(Head.LETTER, r"(?P<weekday>mo|tu|th|fr|sa|su)")
def two_letters(match: re.Match[str], _now: datetime) -> Part:
    """ "fr" as a whole."""
    short = ("mo", "tu", "we", "th", "fr", "sa", "su")
    return Part(Strength.WHOLE, weekday=short.index(match["weekday"]))


@rules.add(Head.LETTER, rf"{NEXT} {WEEKDAY}")
def next_weekday(match: re.Match[str], now: datetime) -> Part:
    """ "next friday" is the one of the following week."""
    return Part(week=days.monday(now.date(), 1), weekday=words.weekday(match))


@rules.add(Head.LETTER, rf"{THIS} {WEEKDAY}")
def this_weekday(match: re.Match[str], now: datetime) -> Part:
    """ "this friday" may be today."""
    return Part(dates=(days.coming(words.weekday(match), now.date()),))


@rules.add(Head.LETTER, rf"(?:last|past|previous) {WEEKDAY}")
def last_weekday(match: re.Match[str], now: datetime) -> Part:
    """ "last friday" is the latest before today."""
    start = now.date() - timedelta(days=7)
    return Part(Strength.WHOLE, dates=(days.coming(words.weekday(match), start),))


@rules.add(Head.LETTER, rf"(?:the )?{WEEKDAY} after next")
def weekday_after_next(match: re.Match[str], now: datetime) -> Part:
    """ "friday after next" is the second from now."""
    start = now.date() + timedelta(days=8)
    return Part(dates=(days.coming(words.weekday(match), start),))


@rules.add(Head.LETTER, rf"{WEEKDAY} (?P<long>week|fortnight)(?! (?:after|of))")
def weekday_week(match: re.Match[str], now: datetime) -> Part:
    """British "friday week" is a week after friday."""
    start = now.date() + timedelta(days=1)
    day = days.coming(words.weekday(match), start) + _LONG[match["long"]]
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(Head.LETTER, r"(?P<near>today|tomorrow) (?P<long>week|fortnight)")
def near_week(match: re.Match[str], now: datetime) -> Part:
    """British "tomorrow week"."""
    day = _after(now, _NEAR[match["near"]]) + _LONG[match["long"]]
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(Head.FIGURE, rf"(?P<n>\d{{1,2}}) {WEEKDAY_STEM}s? (?:from now|later|hence)")
def weekdays_from_now(match: re.Match[str], now: datetime) -> Part:
    """ "2 sundays from now"."""
    start = now.date() + timedelta(days=1)
    first = days.coming(words.weekday(match), start)
    return Part(dates=(first + timedelta(weeks=int(match["n"]) - 1),))


@rules.add(Head.LETTER, rf"{WEEKDAY},? (?:the )?{DAY}{NOT_TIME}(?!/)")
def weekday_and_day(match: re.Match[str], now: datetime) -> Part | None:
    """ "friday 13th": the next day that is both; "friday 5" may be a time."""
    number = int(match["day"])
    wanted = words.weekday(match)
    found = days.days_of_month(now.date(), number)
    both = tuple(day for day in found if day.weekday() == wanted)
    if match["ordinal"]:
        return Part(dates=both)
    soon = both and both[0] - now.date() <= timedelta(days=31)
    return Part(Strength.WHOLE, dates=both) if soon or number > 12 else None


@rules.add(
    Head.LETTER | Head.FIGURE,
    r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)" + SENTENCE_END,
)
def day_of_month(match: re.Match[str], now: datetime) -> Part:
    """ "the 27th" counts after "on" or "by" when nothing follows to be counted."""
    found = days.days_of_month(now.date(), int(match["day"]))
    return Part(Strength.LED, dates=found)


@rules.add(
    Head.LETTER | Head.FIGURE,
    r"(?:the (?P<bare>\d{1,2})(?![\da-z])|(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th))"
    rf"(?! {WEEKDAY_STEM})",
)
def loose_day_of_month(match: re.Match[str], now: datetime) -> Part:
    """ "the 27th" with other words behind it: they may be what it counts."""
    found = days.days_of_month(now.date(), int(match["day"] or match["bare"]))
    return Part(Strength.WHOLE, dates=found)


@rules.add(Head.FIGURE, r"(?P<day>\d{1,2})(?=,? (?:at )?\d{1,2}(?::\d\d|[ap]m))")
@rules.add(Head.LETTER, r"on (?P<day>\d{1,2})(?! ?\w)", place=Place.FOLLOWING)
def bare_day_of_month(match: re.Match[str], now: datetime) -> Part:
    """The day of "15 at 8:00" and "8pm on 15"."""
    found = days.days_of_month(now.date(), int(match["day"]))
    return Part(Strength.WHOLE, dates=found)


@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:the )?{DAY}(?: day)? of (?:(?P<next>(?:the )?(?:next|following))"
    r"|(?:the )?current|this|the) month",
)
@rules.add(Head.LETTER, rf"(?P<next>next) month,? (?:on )?(?:the )?{DAY}{NOT_TIME}")
def day_of_said_month(match: re.Match[str], now: datetime) -> Part:
    """ "the 20th of next month"."""
    number = int(match["day"])
    passed = match[0].endswith("of the month") and number < now.day
    first = days.add_months(now.date(), 1 if match["next"] or passed else 0)
    return Part(dates=days.on(first.year, first.month, number))


@rules.add(
    Head.LETTER, rf"{MONTH}\.? {DAY},? (?P<time>\d{{1,2}}:\d\d(?::\d\d)?) {YEAR}"
)
def log_stamp(match: re.Match[str], now: datetime) -> Part:
    """ "Oct 26 11:00:09 2023", as programs print it."""
    hour, minute, *second = map(int, match["time"].split(":"))
    clock = Clock(hour, minute, sum(second))
    return replace(named_month(match, now), clock=clock)


@rules.add(
    Head.LETTER,
    r"(?:the )?(?P<near>day after tomorrow|overmorrow|day before yesterday|to ?day|tod"
    r"|tomorrow|tomm?orr?ow|tmrw?|yesterday|next day|this day|the day after|the day)",
)
def near(match: re.Match[str], now: datetime) -> Part:
    """ "today", "tomorrow", "the day after tomorrow"."""
    word = match["near"].replace("to day", "today")
    ahead = _NEAR[word]
    strength = Strength.TRAILING if ahead < 0 else Strength.CERTAIN
    if word in _VAGUE_NEAR:
        strength = Strength.WHOLE
    return Part(strength, near=_after(now, ahead))


def _after(now: datetime, count: int) -> date:
    return now.date() + timedelta(days=count)
