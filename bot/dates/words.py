"""The words of English dates as pieces of patterns, and what they stand for."""

import re
from datetime import date

from bot.dates import days

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
WEEKDAY_STEM = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|ns?|s)?"
    r"|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
WEEKDAY = rf"{WEEKDAY_STEM}(?![a-z])(?:(?<!day)\.)?"
ORDINAL = r"(?P<ordinal>st|nd|rd|th)"
DAY = rf"(?P<day>\d{{1,2}}){ORDINAL}?"
# Not the beginning of 10:30, 10.30, 10h or 10 am.
NOT_TIME = r"(?!\d|[:.]\d| ?h(?:\d|\b)| ?[ap]\.? ?m?\b)"
YEAR = r"(?P<year>(?:19[7-9]|20\d)\d)(?![\d:h]|\.\d)"
NEXT = r"(?:next|following|the (?:next|following))"
THIS = r"(?:(?:this|the) (?:coming|upcoming)|this|coming|upcoming|current|the current)"
SENTENCE_END = r"(?= ?(?:$|[\0;:!?)\]。，；]|\.(?: |$)|[@#!](?! )))"

SAID_MONTH = (
    r"(?:(?P<next>(?:the )?(?:next|following)) month"
    rf"|(?:(?:this|the|the current) )?month|{MONTH}\.?(?:,? {YEAR})?)"
)

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEKDAYS = "montuewedthufrisatsun"

# Words that are mostly something else; with a bare number they prove nothing.
_HOMONYMS = ("may", "mar", "march", "jan")


def month(match: re.Match[str]) -> int:
    """1 for January."""
    return _MONTHS.index(match["month"][:3]) // 3 + 1


def weekday(match: re.Match[str]) -> int:
    """0 for Monday."""
    return _WEEKDAYS.index(match["weekday"][:3]) // 3


def optional(match: re.Match[str], name: str) -> int | None:
    """The number of that name, if it was said."""
    return int(match[name]) if match[name] else None


def homonym(match: re.Match[str]) -> bool:
    """Whether "may 5" could be the verb: no ordinal and no year beside it."""
    said = match.groupdict()
    return match["month"] in _HOMONYMS and not (said.get("ordinal") or said.get("year"))


def month_said(match: re.Match[str], today: date) -> date:
    """The first day of "next month", "this month" or a named month."""
    if match["month"] is None:
        return days.add_months(today, 1 if match["next"] else 0)
    found = days.dated(today.replace(day=1), optional(match, "year"), month(match), 1)
    return found[0]
