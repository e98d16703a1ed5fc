"""The time a report is of: so many weeks that end now, or the days that are named."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.arguments import fold
from bot.commands.standup.named_spans import SPELLED as WORDS
from bot.commands.standup.spans import take_span
from bot.context import Context
from bot.errors import UsageError
from bot.model.absence import Days
from bot.model.feedback.figures import Period, last_weeks
from bot.model.moments import instant
from bot.model.numerals import SPELLED, number

USUAL, MOST = 1, 26  # weeks
LONGEST = timedelta(days=366)
QUARTER, YEAR = 3, 12  # months
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
INSTANT = timedelta(microseconds=1)  # what was said just now is in it
WEEKS = re.compile(
    r"(?<!\S)(?:(?:in|over|of|for|from|during) )?(?:the )?"
    r"(?:(?:last|past|of|过去|最近|近)\s*)?(?P<count>\d{1,2})"
    r"\s*(?:weeks?(?!\S)|个?星期|[周週])"
)
BARE = re.compile(r"(?:(?:last|past|of|过去|最近|近)\s*)?(?P<count>\d{1,2})")
SPELT = re.compile(rf"\b(?:{'|'.join(WORDS)})\b(?= weeks?\b)")
AHEAD = re.compile(
    r"\b(?:next|coming) (?:day|week|month|quarter|year|mon|tue|wed|thu|fri|sat|sun)"
    r"|\btomorrow\b|下下?个?(?:周|星期|礼拜|月|季度)|明年|明天|后天"
)
# Every report says what changed since the time before: who names both asks for one.
BESIDE = re.compile(
    r"\s*,?\s*(?:\b(?:vs\b\.?|versus|against|(?:as )?compared (?:to|with))|对比|相比"
    r"|比较|[和与跟同](?=.{1,8}比))\s*(?:the |与|和)?(?:(?:last|previous|prior|same)\b"
    r"|yesterday|(?:day|week|month|quarter|year)s? before|上|去年|昨天|前)"
    r"\s*(?:days?|weeks?|months?|quarters?|years?|time|one|个?(?:周|星期|月|季度)|期|年)?"
    r"\s*(?:before|的?(?:对比|相比|比较|比))?"
)
CALLED = {  # no calendar has these: they end now
    "week": 1, "a week": 1, "weekly": 1, "one week": 1, "最近一周": 1, "一周": 1,
    "month": 4, "a month": 4, "monthly": 4, "最近一个月": 4, "一个月": 4,
    "quarter": 13, "a quarter": 13, "quarterly": 13, "最近一个季度": 13, "一个季度": 13,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The period, the `days` of it where they were named, and the words beside it."""

    period: Period
    days: Days | None
    rest: str

    @property
    def again(self) -> str:
        """The same in words that mean it tomorrow, too."""
        days = self.days
        return f"{days.first} to {days.last}" if days else f"{self.period.weeks} weeks"


def read_time(ctx: Context, typed: str) -> Asked:
    """What the words name; a week that ends now where they name no time. Raises
    UsageError for days that do not exist or are still to come.
    """
    typed = BESIDE.sub("", fold(typed), count=1)
    said = SPELT.sub(lambda match: str(WORDS[match[0]]), typed)
    said = SPELLED.sub(lambda match: str(number(match[0])), said)
    if found := _weeks(said) or _weeks(typed):
        count, rest = found
        return Asked(last_weeks(ctx.now + INSTANT, count), None, rest)
    days, rest = take_span(typed, ctx.local)
    if AHEAD.search(said):
        raise _ahead(ctx)
    if days is None:
        return Asked(last_weeks(ctx.now + INSTANT, USUAL), None, rest)
    if days.first > ctx.today:
        raise _ahead(ctx)
    return Asked(_period(ctx, days), days, rest)


def _ahead(ctx: Context) -> UsageError:
    again = ctx.t("feedback-try-report")
    return UsageError("feedback-report-ahead", try_this=again)


def _weeks(said: str) -> tuple[int, str] | None:
    """How many weeks that end now, and the other words."""
    if said in CALLED:
        return CALLED[said], ""
    found = WEEKS.search(said) or BARE.fullmatch(said)
    if found is None or not 1 <= int(found["count"]) <= MOST:
        return None
    left, right = said[: found.start()], said[found.end() :]
    return int(found["count"]), f"{left.strip()} {right.strip()}".strip()


def _period(ctx: Context, days: Days) -> Period:
    """The days where the reader is, beside those that people compare them with."""
    return _between(ctx, days, _between(ctx, before(days, ctx.today)))


def _between(ctx: Context, days: Days, past: Period | None = None) -> Period:
    since, until = (
        instant(day, time(), ctx.person.tz) for day in (days.first, days.last + DAY)
    )
    return Period(since, until, past)


def before(days: Days, today: date) -> Days:
    """The months before whole months, the same days of the week or the month before
    for one that is not over, and else as many days as there are.
    """
    length = days.last - days.first + DAY
    over, begun = days.last + DAY, days.last == today
    if days.first.day == 1 and (begun or over.day == 1):
        months = (over.year - days.first.year) * 12 + over.month - days.first.month
        if over.day == 1:
            return Days(_first_of(days.first, -months), days.first - DAY)
        back = _apart(days.first.month, months + 1)
        first, last = (_first_of(day, -back) for day in (days.first, days.last))
        end = _first_of(last, 1) - DAY
        return Days(first, min(last + DAY * (days.last.day - 1), end))
    if begun and days.first.weekday() == 0 and length < WEEK:
        length = WEEK
    return Days(days.first - length, days.last - length)


def _apart(first: int, months: int) -> int:
    """How many months lie between a time that is not over and the same of before: of a
    quarter those of one, of a year those of one.
    """
    if 1 < months <= QUARTER and first % QUARTER == 1:
        return QUARTER
    return YEAR if 1 < months <= YEAR and first == 1 else months


def _first_of(day: date, months: int) -> date:
    """The first day of the month so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def is_long(days: Days | None) -> bool:
    """Whether no picture is made of so many days."""
    return days is not None and days.last - days.first >= LONGEST
