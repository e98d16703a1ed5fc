"""A cycle out of one sentence: its name, how often, until when, and who begins."""

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.arguments import QUOTED, Arguments
from bot.context import Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.numerals import number
from bot.model.people import Person
from bot.model.review import NAME_LIMIT, Cadence
from bot.model.review.rhythm import (
    FARTHEST,
    MOST_WEEKS,
    Span,
    first,
    last_working,
    next_working,
    once,
)
from bot.model.text import shows, tidy
from bot.rituals.workdays import country_of, working_days

WORDS = {"one": 1, "other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "six": 6}
CADENCES = {
    Cadence.YEARLY: r"yearly|annual(?:ly)?|every year|once a year|每年度?|年度",
    Cadence.HALF_YEARLY: r"half[ -]?yearly|twice a year|"
    r"every (?:half[ -]?year|six months|6 months)|每半年|半年度|半年",
    Cadence.QUARTERLY: r"quarterly|every (?:quarter|three months|3 months)"
    r"|每个?季度|季度|每季",
    Cadence.MONTHLY: r"monthly|every month|每个?月|月度",
    Cadence.WEEKS: r"(?:bi-?weekly|fortnightly|双周|隔周)(?P<two>)|weekly|every week"
    r"|every (?P<n>\d{1,4}|one|two|three|four|six|other|second) weeks?"
    r"|每\s*个?(?P<zh>[\d一二两三四五六七八九十]{1,4})?\s*个?(?:周|星期)",
}
ROLLED = 300  # days; without a year, a day that was lately is read as next year's
SELF = expression(
    r"(?:[,，、]\s*)?(?:\b(?:with|and)\s+)?(?:\ba\s+)?\bself[ -]?(?:reviews?|assess"
    r"ments?)?(?:\s+first)?\b|(?:[,，、]\s*)?(?:先|含|包含|带)?自评(?:在先|优先)?",
    re.IGNORECASE,
)
STOP = expression(
    r"^(?:stop|end|停止|结束)\s+|\s+(?:stop|end|停止|结束)[.。]?$|(?<=[”」\"])\s*停止$",
    re.IGNORECASE,
)
FILLING = expression(
    r"\b(?:due|until|by|on|for|called|named|cycle)\b|截止|到期|之前|名为|叫做",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was said; without a cadence and a day it only names a cycle."""

    name: str
    cadence: Cadence | None = None
    weeks: int = 0
    due: date | None = None
    self_first: bool = False
    stop: bool = False

    @property
    def names_only(self) -> bool:
        """Whether nothing but a name was said."""
        return self.cadence is None and self.due is None


def read(ctx: Context, args: Arguments) -> Sentence:
    """Raises UsageError for a day that is none, and for too many weeks."""
    quoted = QUOTED.search(args.typed)
    name = next((each for each in quoted.groups() if each), "") if quoted else ""
    text = QUOTED.sub(" ", args.typed, count=1) if quoted else args.typed
    stop = STOP.search(f" {text}" if quoted else text) is not None
    text = STOP.sub("", f" {text}" if quoted else text)
    self_first = SELF.search(text) is not None
    cadence, weeks, text = _cadence(SELF.sub(" ", text))
    left = Arguments(text, ctx.local)
    due = _due(left, text)
    if cadence and due:
        raise UsageError("review-both", try_this=ctx.t("review-try-cycle"))
    said = tidy(name) or tidy(FILLING.sub(" ", left.rest())).strip(" ,，。.")
    return Sentence(
        name=said,
        cadence=cadence or (Cadence.ONCE if due else None),
        weeks=weeks,
        due=due,
        self_first=self_first,
        stop=stop,
    )


def _due(left: Arguments, typed: str) -> date | None:
    """The day that was said. Raises UsageError for two of them."""
    if marked := left.due("due", "until", "截止", "到期"):
        found = marked.day
    else:
        days = left.dates()
        if len(days) > 1:
            first_, second = days[0].text, days[1].text
            raise UsageError("date-two", first=first_, second=second)
        if not days:
            return None
        found = days[0].due.day
    today = left.now.date()
    rolled = str(found.year) not in typed and (found - today).days > ROLLED
    return found - relativedelta(years=1) if rolled else found


def check_name(ctx: Context, name: str) -> str:
    """Raises UsageError for a name that nobody can read, or that is too long."""
    if not shows(name) or len(name) > NAME_LIMIT:
        again = ctx.t("review-try-cycle")
        raise UsageError("review-name", try_this=again, limit=NAME_LIMIT)
    return name


def span_of(ctx: Context, cadence: Cadence, weeks: int, due: date | None) -> Span:
    """The first round. Raises UsageError for a day on which it cannot end."""
    works = working_days(ctx.calendar, ctx.organization, ctx.person, ())
    if cadence is not Cadence.ONCE:
        return first(cadence, weeks, ctx.today, works)
    again = ctx.t("review-try-cycle")
    if due is None:
        raise UsageError("review-when", try_this=again)
    day = ctx.t.day(due)
    if due <= ctx.today:
        raise UsageError("review-due-past", day=day)
    if (due - ctx.today).days > FARTHEST:
        raise UsageError("review-due-far", day=day, limit=FARTHEST)
    if not works(due):
        before, later = last_working(due, works), next_working(due, works)
        days = [each for each in (before, later) if each > ctx.today]
        said = ctx.t.either(tuple(ctx.t.day(each) for each in days))
        raise UsageError(
            "review-due-off", day=day, why=_why(ctx, ctx.person, due), days=said
        )
    return once(due, ctx.today)


def _cadence(text: str) -> tuple[Cadence | None, int, str]:
    """How often, and the text without it: what stands last counts."""
    for cadence, words in CADENCES.items():
        pattern = rf"(?<![A-Za-z]),?\s*(?:{words})(?![A-Za-z])"
        found = list(re.finditer(pattern, text, re.IGNORECASE))
        if found:
            match = found[-1]
            weeks = _weeks(match) if cadence is Cadence.WEEKS else 0
            return cadence, weeks, f"{text[: match.start()]} {text[match.end() :]}"
    return None, 0, text


def _weeks(match: re.Match[str]) -> int:
    if match["two"] is not None:
        return 2
    said = (match["n"] or match["zh"] or "1").casefold()
    count = WORDS.get(said) or int(number(said) or 0)
    if not 1 <= count <= MOST_WEEKS:
        raise UsageError("review-weeks", count=count, limit=MOST_WEEKS)
    return count


def _why(ctx: Context, person: Person, day: date) -> str:
    """The holiday's name, or that it is a day off."""
    country = country_of(ctx.calendar, ctx.organization, person)
    name = ctx.calendar.holiday(day, country, ctx.t.language)
    return name or ctx.t("review-day-off")
