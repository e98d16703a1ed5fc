"""English weeks, ends and counted days: "next week", "eom", "last friday of july"."""

import re
from datetime import datetime, timedelta

from bot.dates import days, words
from bot.dates.parts import Clock, Part, Strength
from bot.dates.rules import Head, Rules
from bot.dates.words import NEXT, SAID_MONTH, WEEKDAY, YEAR

rules = Rules()

_FRIDAY = 4
_MIDDLE = 15
_OFFICE_CLOSES = Clock(17)


@rules.add(Head.LETTER, rf"(?:of |in )?(?P<next>{NEXT}) week")
@rules.add(Head.LETTER, r"(?:of |in )?(?:this|(?:the )?current) week")
def week(match: re.Match[str], now: datetime) -> Part:
    """ "next week" is its Monday, "this week" its Friday, if no weekday is said."""
    ahead = 1 if "next" in match.re.groupindex else 0
    strength = Strength.TRAILING if ahead else Strength.LED
    return Part(strength, week=days.monday(now.date(), ahead))


@rules.add(Head.LETTER, r"(?:the )?week after next")
def week_after_next(_match: re.Match[str], now: datetime) -> Part:
    """The week after the next one."""
    return Part(Strength.LED, week=days.monday(now.date(), 2))


@rules.add(
    Head.LETTER,
    rf"(?:in )?(?P<word>kw|cw|wk|(?:calendar )?week) ?(?P<n>[1-4]\d|5[0-3]|[1-9])"
    rf"(?![\d.]| ?%)(?:(?:,? |/){YEAR})?",
)
def numbered_week(match: re.Match[str], now: datetime) -> Part | None:
    """ "KW 49" and "calendar week 49" are its Monday, as ISO 8601 counts weeks."""
    said = words.optional(match, "year")
    years = (said,) if said else (now.year, now.year + 1)
    found = (days.iso_week(year, int(match["n"])) for year in years)
    today = days.monday(now.date())
    coming = [day for day in found if day and (said or day >= today)]
    strength = Strength.TRAILING if match["word"] in ("kw", "cw") else Strength.LED
    return Part(strength, week=coming[0]) if coming else None


@rules.add(
    Head.LETTER,
    r"(?:(?:(?P<next>next)|this|the|this coming) )?"
    r"(?<!day )(?<!july )(?<!easter )weekend",
)
def weekend(match: re.Match[str], now: datetime) -> Part:
    """A weekend begins on its Saturday."""
    start = days.monday(now.date(), 1 if match["next"] else 0)
    return Part(Strength.TRAILING, dates=(start + timedelta(days=5),))


@rules.add(Head.LETTER, r"(?:the )?next (?:week|business |working |work )day")
def next_working_day(_match: re.Match[str], now: datetime) -> Part:
    """The next day from Monday to Friday."""
    weekday = now.weekday()
    ahead = 7 - weekday if weekday >= _FRIDAY else 1
    return Part(Strength.TRAILING, dates=(now.date() + timedelta(days=ahead),))


@rules.add(
    Head.LETTER,
    r"eod|cob|eob|(?:close|end) of (?:business|play)"
    r"|(?:the )?end of (?:the )?(?:business |work(?:ing)? )?day",
)
def end_of_day(_match: re.Match[str], now: datetime) -> Part:
    """When the office closes, today if no other day is said."""
    return Part(otherwise=now.date(), clock=_OFFICE_CLOSES)


@rules.add(Head.LETTER, r"(?:the )?end of (?P<day>today|tomorrow)")
def last_minute(match: re.Match[str], now: datetime) -> Part:
    """The last second of a day said to its end."""
    ahead = 1 if match["day"] == "tomorrow" else 0
    return Part(near=now.date() + timedelta(days=ahead), clock=Clock(23, 59, 59))


@rules.add(Head.LETTER, r"eow|(?:the )?end of (?:(?:the|this) )?week")
@rules.add(Head.LETTER, r"(?:the )?end of (?P<next>next) week")
def end_of_week(match: re.Match[str], now: datetime) -> Part:
    """The working week ends on Friday."""
    if "next" in match.re.groupindex:
        return Part(dates=(days.monday(now.date(), 1) + timedelta(days=_FRIDAY),))
    return Part(_short(match), dates=(days.coming(_FRIDAY, now.date()),))


@rules.add(
    Head.LETTER, rf"eom|(?:the )?(?:end|(?:last|final) day) (?:of|in) {SAID_MONTH}"
)
def end_of_month(match: re.Match[str], now: datetime) -> Part:
    """The last day of this month, the next, or a named one."""
    first = words.month_said(match, now.date())
    return Part(_short(match), dates=(days.month_end(first),))


@rules.add(Head.LETTER, r"eoy|(?:the )?end of (?:(?:the|this) )?year")
def end_of_year(match: re.Match[str], now: datetime) -> Part:
    """The last day of this year."""
    return Part(_short(match), dates=days.on(now.year, 12, 31))


@rules.add(Head.LETTER, r"eoq|(?:the )?end of (?:(?:the|this) )?quarter")
def end_of_quarter(match: re.Match[str], now: datetime) -> Part:
    """The last day of this quarter."""
    last = days.add_months(now.date(), 2 - (now.month - 1) % 3)
    return Part(_short(match), dates=(days.month_end(last),))


def _short(match: re.Match[str]) -> Strength:
    """ "eom" is always a date; "end of month" may belong to a title."""
    return Strength.CERTAIN if match[0].startswith("eo") else Strength.TRAILING


@rules.add(
    Head.LETTER, rf"(?:the )?(?:start|beginning|first day) (?:of|in) {SAID_MONTH}"
)
def start_of_month(match: re.Match[str], now: datetime) -> Part:
    """The first day of this month, the next, or a named one."""
    return Part(Strength.TRAILING, dates=(words.month_said(match, now.date()),))


@rules.add(Head.LETTER, rf"(?:the )?mid(?:dle of (?:the )?|[- ]?){SAID_MONTH}")
def middle_of_month(match: re.Match[str], now: datetime) -> Part:
    """ "mid-March" is about its 15th."""
    day = words.month_said(match, now.date()).replace(day=_MIDDLE)
    if day < now.date() and _floating(match):
        day = day.replace(year=day.year + 1)
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:the )?(?:(?P<nth>[1-5])(?:st|nd|rd|th)|last|final) {WEEKDAY} (?:of|in) "
    rf"{SAID_MONTH}",
)
def nth_weekday(match: re.Match[str], now: datetime) -> Part:
    """ "the first friday of july", "last sunday of next month"."""
    first = words.month_said(match, now.date())
    nth = int(match["nth"] or -1)
    weekday = words.weekday(match)
    found = days.nth_weekday(first.year, first.month, weekday, nth)
    if found and found[0] < now.date() and _floating(match):
        found = days.nth_weekday(first.year + 1, first.month, weekday, nth)
    return Part(dates=found)


def _floating(match: re.Match[str]) -> bool:
    return match["month"] is not None and match["year"] is None
