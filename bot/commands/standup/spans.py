"""Days gone by, as people name them: last month, since 3 March, 上个月, 最近两周.

What is not said is meant as the last one that was: "3 March" is this year's, or the
year's before where that is still to come.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import dates
from bot.commands.standup.named_spans import RULES
from bot.errors import UsageError
from bot.model.absence import Days
from bot.model.expression import expression

WEEK = timedelta(weeks=1)
SINCE = expression(
    r"(?:\b(?:since|from|starting|between|on|of)|自从|从|自)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
OPENS = expression(r"\b(?:since|from|starting)\s+|自从|从|自", re.IGNORECASE)
OPENED = expression(r"(?:\b(?:since|from|starting)\s+|自从|从|自)$", re.IGNORECASE)
SINCE_THEN = expression(r"以来|至今|起|开始")
ONWARDS = expression(r"\s*(?:以来|至今|起|开始)(?:的|$|\s)?")
BETWEEN = expression(
    r"\s+(?:to|until|till|through|and)\s+|\s*[-–—~～]\s*|\s*[到至]\s*", re.IGNORECASE
)
BARE = expression(r"(?:^|(?<=\s))(\d{1,2})(?:st|nd|rd|th)?$", re.IGNORECASE)
BARE_DAY = expression(r"^(\d{1,2})\s*[日号號]")
LAST = expression(r"\b(?:last|past)\s+(?=(?:mon|tue|wed|thu|fri|sat|sun))", re.I)
NAMED_DAY = expression(r"mon|tue|wed|thu|fri|sat|sun|周|週|星期|礼拜", re.IGNORECASE)
YEAR = expression(r"20\d\d")
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust"
    r"|ember|ober|tember)?\.?"
)
WRITTEN = expression(  # in a sentence, too
    rf"(?<![\w.])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+20\d\d)?(?![\w.])",
    re.IGNORECASE,
)
APART = timedelta(days=200)  # at most, where a span runs over a new year


@dataclass(frozen=True, slots=True)
class Named:
    """A span with a name where it stands in the words."""

    days: Days
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """A day gone by where it stands in the words."""

    day: date
    start: int
    end: int


def take_span(text: str, now: datetime) -> tuple[Days | None, str]:
    """The days that the words name, none where they name none, and the other words.

    Raises UsageError for a day that does not exist, and for days in no order.
    """
    if named := _named(text, now.date()):
        return _widened(text, named, now)
    text = LAST.sub("", text)
    for between in BETWEEN.finditer(text):
        if found := _between(text, between, now):
            return found
    return _since(text, now) or _single(text, now)


def _named(text: str, today: date, *, led: bool = False) -> Named | None:
    """A span with a name; `led` only where the words begin with it."""
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            days = rule.read(match, today)
            if days and not (led and text[: match.start()].strip()):
                return Named(days, *match.span())
    return None


def _widened(text: str, named: Named, now: datetime) -> tuple[Days, str]:
    """The span with a name, or all from it on, until now or until another one."""
    start, end, today = named.start, named.end, now.date()
    opens = OPENED.search(text[:start])
    onwards = ONWARDS.match(text, end)
    between = BETWEEN.match(text, end)
    rest = text[between.end() :] if between else ""
    start = opens.start() if opens else start
    if between and (until := _named(rest, today, led=True)):
        days = _ordered(named.days.first, until.days.last)
        return days, _without(text, start, between.end() + until.end)
    if between and (last := _at_start(rest, now)):
        days = _ordered(named.days.first, last.day)
        return days, _without(text, start, between.end() + last.end)
    if opens or onwards:
        end = onwards.end() if onwards else end
        return Days(named.days.first, today), _without(text, start, end)
    return named.days, _without(text, start, end)


def _between(
    text: str, between: re.Match[str], now: datetime
) -> tuple[Days, str] | None:
    """3 March to 10 March, 3–10 March, 3月25日至27日."""
    left, right = text[: between.start()], text[between.end() :]
    first = _at_end(left, now)
    last = _end(right, first.day if first else None, now)
    if last is None:
        return None
    first = first or _bare(left, last.day)
    if first is None:
        return None
    start = _led(text, first.start)
    days = _ordered(first.day, last.day)
    return days, _without(text, start, between.end() + last.end)


def _since(text: str, now: datetime) -> tuple[Days, str] | None:
    """All days since one."""
    for opens in OPENS.finditer(text):
        if first := _at_start(text[opens.end() :], now):
            end = opens.end() + first.end
            after = ONWARDS.match(text, end)
            days = _ordered(first.day, now.date())
            return days, _without(text, opens.start(), after.end() if after else end)
    return None


def _single(text: str, now: datetime) -> tuple[Days | None, str]:
    """One day, or all days since then: 3月1日以来."""
    found = next(iter(_all(text, now)), None)
    if found is None:
        return None, text
    start = _led(text, found.start)
    if after := ONWARDS.match(text, found.end):
        days = _ordered(found.day, now.date())
        return days, _without(text, start, after.end())
    return Days(found.day, found.day), _without(text, start, found.end)


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()


def _led(text: str, start: int) -> int:
    """Where the word begins that leads to the day."""
    led = SINCE.search(text[:start])
    return led.start() if led else start


def _ordered(first: date, last: date) -> Days:
    """The days between; 20 December to 5 January began the year before."""
    if first <= last:
        return Days(first, last)
    before = _year_before(first)
    if last - before > APART:
        raise UsageError("standup-span-order")
    return Days(before, last)


def _at_start(text: str, now: datetime) -> Said | None:
    found = next(iter(_all(text, now)), None)
    return found if found and not text[: found.start].strip() else None


def _at_end(text: str, now: datetime) -> Said | None:
    found = _all(text, now)
    return found[-1] if found and not text[found[-1].end :].strip() else None


def _end(text: str, first: date | None, now: datetime) -> Said | None:
    """The last day; a bare 27日 is one of the first one's month."""
    bare = BARE_DAY.match(text)
    if bare is None or first is None:
        return _at_start(text, now)
    try:
        return Said(first.replace(day=int(bare[1])), 0, bare.end())
    except ValueError:
        raise UsageError("date-impossible", typed=bare[0]) from None


def _bare(text: str, last: date) -> Said | None:
    """The day of the same month: 3 to 10 March."""
    bare = BARE.search(text)
    if bare is None or not 0 < int(bare[1]) <= last.day:
        return None
    return Said(last.replace(day=int(bare[1])), bare.start(), bare.end())


def _all(text: str, now: datetime) -> list[Said]:
    """The days that the words name, all of them gone by."""
    said: list[Said] = []
    try:
        for match in WRITTEN.finditer(text):
            day = past(dates.read(match[0], now).day, match[0], now.date())
            said.append(Said(day, *match.span()))
        # What is read is hidden: "3 March 10 boxes" is no date of ten.
        # So is what makes it the first of many: such a day is no due date.
        hidden = WRITTEN.sub(lambda match: "\0" * len(match[0]), text)
        hidden = SINCE_THEN.sub(lambda word: "\0" * len(word[0]), hidden)
        for one in dates.find(hidden, now):
            day = past(one.due.day, one.text, now.date())
            said.append(Said(day, one.start, one.end))
    except dates.NotADate as wrong:
        raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong
    return sorted(said, key=lambda each: each.start)


def past(day: date, said: str, today: date) -> date:
    """The day that was: of a week the last such day, of a year the last such date."""
    if day <= today or YEAR.search(said):
        return day
    if NAMED_DAY.search(said):
        return day - WEEK
    return _year_before(day)


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day - timedelta(days=366) if leap else day.replace(year=day.year - 1)
