"""Which of a sentence's dates says when it is due, and which is a part of what it says.

"the monday call", 周一例会 and "move the launch to friday" name days that stay where
they are: a title without them would be about something else.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.dates import days
from bot.dates.due import Found, NotADate
from bot.dates.sentence import read, says_due
from bot.model.expression import expression

_OF_A_NAME = expression(
    r"(?<![\w'])(?:the|our|my|your|their|his|her|a|an|that|those|these|last)\s+$",
    re.IGNORECASE,
)
_NAMED = expression(r"(?:the|our)\s", re.IGNORECASE)
# A word behind a day that the day may belong to: "monday call", not "monday at".
_GOES_ON = expression(
    r"\s+(?!(?:and|or|at|on|by|in|to|for|with|from|before|after|until|till|then|if|but"
    r"|so|please|pls|thanks?|via|is|are|was|as|because|when|while|the|a|an)\b)[^\W\d_]",
    re.IGNORECASE,
)
_WEEKDAY = expression(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
    r"|[本这下]?个?(?:周|星期|礼拜)[一二三四五六日天]",
    re.IGNORECASE,
)
_MOVES = (
    r"(?:move|postpone|push|shift|reschedule|delay|bring|change|switch|extend|set"
    r"|put|rearrange)"
)
_TO = expression(rf"\b{_MOVES}\b.*\sto\s+(?P<when>[^\0]+)$", re.IGNORECASE | re.DOTALL)
_MOVED = expression(
    r"(?:改签?|挪|推迟|推后|延期|延后|延|调整?|移|提前|顺延|换|定|约|安排|排|拖)(?:到|至|在|于|为|成)?$"
)
_SLASHED = expression(
    r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{2,4}))?(?!\d)"
)
_SLASHED_END = expression(r"(?<!\S)(\d{1,2}/\d{2})(?=\s*[.!?]?\s*$)")
_HAN = expression("[\u4e00-\u9fff]")
_MONTHS = 12
_MOVED_LEAD = ("到", "至", "在", "于", "为", "成")


def due_among(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The dates that may say when the thing is due; more than one is one too many."""
    apart = [one for one in found if not _in_a_name(text, one)]
    apart = [one for one in apart if not _is_moved_to(text, one)]
    if len(apart) < 2:
        return tuple(apart)
    said = [one for one in apart if says_due(one.text)]
    if len(said) == 1:
        return tuple(said)
    free = [one for one in apart if not _describes(text, one)]
    return tuple(free if len(free) == 1 else apart)


def moved_to(text: str, now: datetime) -> str:
    """The date at the end of "move the launch to friday", which is no due date."""
    match = _TO.search(text)
    if match is None:
        return ""
    when = re.split(r"[,;#!@]", match["when"])[0].strip()
    try:
        read(when, now)
    except NotADate:
        return ""
    return when


def left_over(text: str, found: Sequence[Found], now: datetime) -> str:
    """A date that stays in the title, although it might be meant: worth a word."""
    if found:
        return found[-1].text
    slashed = _SLASHED_END.search(text)
    return slashed[1] if slashed else moved_to(text, now)


def two_ways(text: str, one: Found, now: datetime) -> tuple[date, date] | None:
    """Both days that "12/03" can be, the month first and the day first; in Chinese the
    month is always first.
    """
    match = _SLASHED.search(one.text)
    if match is None or _HAN.search(text):
        return None
    month, day = int(match["one"]), int(match["two"])
    if month == day or max(month, day) > _MONTHS:
        return None
    year = int(match["year"]) if match["year"] else None
    first = days.dated(now.date(), year, month, day)
    return first[0], days.dated(now.date(), year, day, month)[0]


def _in_a_name(text: str, one: Found) -> bool:
    """ "the monday call": an article before, and what it is the article of behind."""
    led = _OF_A_NAME.search(text, 0, one.start) or _NAMED.match(one.text)
    return bool(led and _GOES_ON.match(text, one.end))


def _is_moved_to(text: str, one: Found) -> bool:
    """把周一例会改到周二: where something is moved to."""
    before = text[: one.start]
    moved = one.text.startswith(_MOVED_LEAD) or before.endswith(_MOVED_LEAD)
    return bool(moved and _MOVED.search(before.rstrip()))


def _describes(text: str, one: Found) -> bool:
    """A weekday with more words behind it: "Monday standup notes"."""
    return bool(_WEEKDAY.fullmatch(one.text) and _GOES_ON.match(text, one.end))
