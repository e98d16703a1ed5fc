"""The period that a value is about, as people say it: last week, 10月, Q3, 2026-W45."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.commands.standup.spans import take_span
from bot.context import Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.measure import Measure
from bot.model.measure.periods import Period
from bot.model.measure.standing import day_of
from bot.model.measure.written import LONGEST, checked, written

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"20\d\d"
SOON = expression(
    r"(?:tomorrow|next\s+(?:week|month|quarter|year)|明天|后天|下周|下个?月|下个?季度"
    r"|明年)",
    re.IGNORECASE,
)
_SPAN = expression(
    r"today|yesterday|(?:this|last)\s+(?:week|month|quarter)"
    r"|(?:last\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+{_YEAR})?"
    rf"|{_MONTH}(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+{_YEAR})?(?![a-z])"
    r"|今天|昨天|前天|上上周|上个?周|本周|这个?周|上个?星期|上个?月|本月|这个?月"
    r"|上个?季度|本季度|这个?季度|(?:20\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?",
    re.IGNORECASE,
)
LEAD = expression(r"\s*(?:(?:for|in|of|on)\s+(?:the\s+)?)?", re.IGNORECASE)


def take_period(text: str, measure: Measure, ctx: Context) -> tuple[Period, int] | None:
    """The period that the words begin with, and where it ends; None if with none.

    Raises UsageError for one that has not begun, and for days of several.
    """
    lead = LEAD.match(text)
    start = lead.end() if lead else 0
    if soon := SOON.match(text, start):
        raise UsageError("measure-period-future", typed=soon[0])
    today = day_of(measure, ctx.now)
    if found := written(text, start, today):
        end = found[1]
        return checked(measure, found[0], today, text[start:end]), end
    match = _SPAN.match(text, start)
    if match is None:
        return None
    days, rest = take_span(match[0], _noon(today, measure))
    if days is None or rest.strip():
        return None
    return checked(measure, days, today, match[0]), match.end()


def read_period(typed: str, measure: Measure, ctx: Context) -> Period:
    """The period that all of the words name. Raises UsageError."""
    found = take_period(typed, measure, ctx)
    if found is None or typed[found[1] :].strip():
        raise UsageError("measure-period-unknown", typed=typed[:LONGEST])
    return found[0]


def _noon(today: date, measure: Measure) -> datetime:
    return datetime(
        today.year, today.month, today.day, 12, tzinfo=ZoneInfo(measure.zone)
    )
