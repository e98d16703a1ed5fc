"""How long a stand-up goes on, as people type it: until 31 May, for 6 weeks, 5 times.

It is kept as the last day on which it may ask, so that everybody sees which one it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import assert_never

from dateutil.relativedelta import relativedelta

from bot import dates
from bot.arguments import fold
from bot.commands.standup import values as read
from bot.commands.standup.keywords import HOW_LONG, TIMES, UNTIL
from bot.context import Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.repetition import Every, ended, read_rule, without_end
from bot.model.repetition.chinese import number
from bot.model.repetition.english import SMALL

MOST = 366  # times
NUMBERS = {word: count for count, word in enumerate(SMALL, 1)}
ONE_DAY = timedelta(days=1)
_SPAN = expression(rf"(?:.*?\s)??(?:for\s+|持续|为期)?{HOW_LONG}", re.IGNORECASE)
_END = expression(
    rf"(?:\s+|[,，;；]\s*|^)(?P<said>(?:{UNTIL})\s*(?P<day>.+?)"
    rf"|for\s+{HOW_LONG}|(?:持续|为期)\s*{HOW_LONG.replace('?P<', '?P<zh_')}"
    rf"|(?:for\s+)?{TIMES})\s*$",
    re.IGNORECASE,
)
_GLUED = expression(
    rf"(?P<said>(?:直到|直至|持续|为期)\s*.+|[共总]+(?:计)?\s*{TIMES})\s*$"
)


@dataclass(frozen=True, slots=True)
class Times:
    """So often, then never again."""

    count: int


@dataclass(frozen=True, slots=True)
class Lasting:
    """From its first day on, so long."""

    length: relativedelta


End = date | Times | Lasting


def apart(typed: str, knows: Callable[[str], object]) -> tuple[str, str]:
    """The words for the days, and those for the end, "" where there are none. `knows`
    says whether words are days: 周一到周五 has no end in it.
    """
    if knows(typed):
        return typed, ""
    for pattern in (_END, _GLUED):
        if match := pattern.search(typed):
            days = typed[: match.start()].strip(" ,，;；")
            if days and knows(days):
                return days, match["said"]
    return typed, ""


def read_end(typed: str, now: datetime) -> End:
    """What the words for the end mean. Raises UsageError for a day gone by."""
    said = re.sub(r"(?:为止|止)$", "", typed.strip())
    bare = re.sub(rf"^(?:{UNTIL})\s*", "", said, flags=re.IGNORECASE)
    if match := re.fullmatch(rf"(?:for\s+)?[共总计一]*\s*{TIMES}", fold(bare)):
        return Times(_number(match["times"], typed))
    if match := _SPAN.fullmatch(fold(bare)):
        return Lasting(read_length(match, typed))
    try:
        found = dates.read(bare, now)
    except dates.NotADate as wrong:
        raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong
    if found.day < now.date():
        raise UsageError("standup-until-past", typed=read.brief(typed))
    return found.day


def _number(word: str, typed: str) -> int:
    count = NUMBERS.get(word) or number(word)
    if not 1 <= count <= MOST:
        raise UsageError("standup-until-unknown", typed=read.brief(typed))
    return count


def read_length(match: re.Match[str], typed: str) -> relativedelta:
    """How long the words of HOW_LONG mean."""
    count = _number(match["long"], typed)
    match match["unit"][0]:
        case "d" | "天" | "日":
            return relativedelta(days=count)
        case "w" | "周" | "週" | "星" | "礼":
            return relativedelta(weeks=count)
        case "m" | "月":
            return relativedelta(months=count)
        case _:
            return relativedelta(years=count)


def until_then(ctx: Context, rule: str, typed: str, start: date, at: time) -> str:
    """The rule until the end that the words name; today counts if `at` is to come."""
    end = read_end(typed, ctx.local)
    over = ctx.local.time() > at
    first = max(start, ctx.today + ONE_DAY if over else ctx.today)
    if isinstance(end, date) and end < start:
        raise UsageError("standup-until-past", typed=read.brief(typed))
    return _with_end(ctx, rule, start, first, end)


def _with_end(ctx: Context, rule: str, start: date, first: date, end: End) -> str:
    """The rule until its last day; nobody can be asked before `first`."""
    cycle = read_rule(without_end(rule)[0])
    if isinstance(end, date) or cycle is None:
        return ended(rule, end if isinstance(end, date) else None)
    soonest = replace(cycle, interval=1).rule
    begins = ctx.calendar.next_day(soonest, start, first - ONE_DAY)
    if begins is None:
        return rule
    match end:
        case Lasting(length):
            return ended(rule, begins + length - ONE_DAY)
        case Times(count):
            start = max(start, cycle_start(cycle.every, begins))
            return ended(rule, _last_of(ctx, rule, start, begins, count))
        case _:
            assert_never(end)


def _last_of(ctx: Context, rule: str, start: date, begins: date, count: int) -> date:
    day = begins
    for _ in range(count - 1):
        day = ctx.calendar.next_day(rule, start, day) or day
    return day


def cycle_start(every: Every, day: date) -> date:
    """The first day of the week or month that counts as the first of the cycle."""
    match every:
        case Every.WEEK:
            return day - timedelta(days=day.weekday())
        case Every.MONTH:
            return day.replace(day=1)
        case _:
            return day
