"""Which days somebody is away, who is meant, and why, read from what was typed."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from bot.arguments import Arguments
from bot.commands.absence.counted import FROM, HALF, Said, Works, counted, half_said
from bot.commands.absence.hours import Hours, hours
from bot.dates import Found
from bot.errors import FieldError, UsageError
from bot.model.absence import LONGEST, Days, Wish
from bot.model.expression import expression

UNTIL = expression(
    r"^(?:(?:until|till?|to|through)\b|-|–|到|至|直到)\s*", re.IGNORECASE
)
NO_DAY = expression(  # an end that was said, and is no day
    r"(?:\s(?:until|till?|through)\s+|直到\s*)(?P<end>.+)"
    r"|(?:\s(?:to|-|–|—)\s+|[到至~]\s*)(?P<number>(?:the\s+)?\d.*)",
    re.IGNORECASE | re.DOTALL,
)
SPAN = expression(
    r"\s+(?:to|until|till?|through|-|–|—)\s+|\s*(?:直?到|至|~)\s*"
    r"|(?<=[日号號])\s*[-–—]+\s*"
    r"|(?<=\d)[-–—](?=\d{1,2}\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?<=[a-z])\s?[-–—]\s?(?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)",
    re.IGNORECASE,
)
BARE = expression(
    r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE
)  # 12 to 20 March, August 3 to 7
DAY = expression(r"^(\d{1,2})\s*[日号號]")  # 3月25日至27日
AND = expression(r"^(?:and|和|与|、|&)\s*", re.IGNORECASE)
HALF_ALONE = expression(
    rf"(?:(?:this|the|in\s+the|for\s+the)\s+)?(?P<half>{HALF.pattern})", re.IGNORECASE
)
LEAD = expression(
    r"(?:for\s+|给|帮|替)?\s*"
    r"(?P<who>(?:(?:<@[^>]+>|[@＠][^\s,，、<]+)(?:[\s,，、&和]|and\s)*)+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
NO_SLIP = timedelta(days=300)  # "12 june to 10 june" is no year without a year in it
YEAR = expression(r"\d{4}|year|年|\d[./]\d{1,2}[./]\d\d", re.IGNORECASE)
WEEK = expression(
    r"(?:(?:all|the whole)\s+(?:of\s+)?)?next week\b(?!\s+(?:on\s+)?[a-z]+day)"
    r"|下(?:个)?(?:周|星期|礼拜|週)(?:整周|一整周)?(?![一二三四五六七八九十日天末\d])",
    re.IGNORECASE,
)
PAIRS = {"今明": "今天到明天", "明后": "明天到后天", "明後": "明天到后天"}
PAIR = expression(f"({'|'.join(PAIRS)})(?:[两兩2二]?[天日])")
FIRST_DAYS = expression(r"(?<![月年])(?=初[一二三四五六七八九十]{1,2}(?![日号號\d]))")
ONLY = ("standup", "站会")


def led_by_people(text: str) -> tuple[str, str]:
    """The mentions that the words begin with, and the rest: `@Bo friday`."""
    match = LEAD.fullmatch(text.strip())
    return (match["who"].strip(), match["rest"].strip()) if match else ("", text)


def read(args: Arguments, today: date, works: Works) -> Wish:
    """The days meant, and the rest as the reason; "3 days" are days they work. Raises
    UsageError where they cannot be meant.
    """
    only = args.option(*ONLY)
    args = Arguments(in_full(args.rest() if only else args.typed), args.now)
    if found := hours(args):
        days, reason = _hours_of(*found, today)
    else:
        days, reason = (
            counted(args, today, works)
            or _half_today(args, today)
            or _days(args, today)
        )
    if wrong := problem(days, today):
        raise UsageError(wrong.key)
    said = found[0].said if found else _time_said(args, days)
    return Wish(days, reason[:200], only, said)


def _time_said(args: Arguments, days: Days) -> str:
    """The time beside a day that is kept whole: "friday 14:00"."""
    if days.half:
        return ""
    dates = Arguments(args.typed, args.now).dates()
    times = (each.due.time for each in dates if not HALF.search(each.text))
    return next((f"{time:%H:%M}" for time in times if time), "")


def _hours_of(said: Hours, rest: Arguments, today: date) -> Said:
    """The half of the day that hours lie in, or the day where they cross noon; of
    today where no day is said.
    """
    try:
        days, reason = _days(rest, today)
    except UsageError as wrong:
        if wrong.key != "away-no-date":
            raise
        days, reason = Days(today, today), rest.rest()
    if not days.one:
        raise UsageError("away-hours-one", hours=said.said)
    return Days(days.first, days.last, said.half), reason


def in_full(typed: str) -> str:
    """今明两天 as 今天到明天, and 初五, on which people are off, as 正月初五."""
    plain = PAIR.sub(lambda match: PAIRS[match[1]], typed)
    return FIRST_DAYS.sub("正月", plain)


def problem(days: Days, today: date) -> FieldError | None:
    """What is wrong with these days, if anything is."""
    if not days.in_order:
        return FieldError("away-wrong-order")
    if days.last < today:
        return FieldError("away-past")
    too_far = days.last - today > 2 * LONGEST
    return FieldError("away-too-long") if days.too_long or too_far else None


def _days(args: Arguments, today: date) -> Said:
    """The days meant, and the rest as the reason. Only "until" given: from today."""
    args = Arguments(FROM.sub("", args.typed.strip()), args.now)
    if (week := WEEK.match(args.typed)) and not _halves(args)[1]:
        monday = today + timedelta(days=7 - today.weekday())
        rest = args.typed[week.end() :].strip(" ,，、。.")
        return Days(monday, monday + timedelta(days=6)), rest
    since, after = _halves(args)
    since = _dated(since.typed, since.now)
    first = since.dates()
    until, last = _end(after, first, args.now)
    if not first and not last:
        raise UsageError("away-no-date")
    start = first[0].due.day if first else today
    if last and not first and (bare := BARE.fullmatch(since.rest())):
        start = _in_month(last[-1].due.day, int(bare[1]))
        since = Arguments("", args.now)
    reason = " ".join(part.rest() for part in (since, until) if part)
    reason = AND.sub("", FROM.sub("", reason)).strip(" ,，、。.")
    if last:
        _no_half(*first, *last)
        return Days(start, last[-1].due.day), reason
    bare = BARE.fullmatch(until.rest()) if until and first else None
    if bare and int(bare[1]) in range(1, monthrange(start.year, start.month)[1] + 1):
        return Days(start, start.replace(day=int(bare[1]))), since.rest()
    if no_day := NO_DAY.search(args.typed):
        raise UsageError("away-no-end", typed=no_day["end"] or no_day["number"])
    if UNTIL.match(first[-1].text):
        _no_half(*first)
        return Days(today, first[-1].due.day), reason
    if len(first) == 1:
        half, reason = half_said(first[0].text, reason)
        return Days(start, start, half), reason
    _no_half(*first)
    return _listed([one.due.day for one in first]), reason


def _half_today(args: Arguments, today: date) -> Said | None:
    """A half that is said without a day is today's."""
    found = HALF_ALONE.match(args.typed.strip())
    if found is None or args.dates():
        return None
    half, reason = half_said("", found["half"] + args.typed.strip()[found.end() :])
    return Days(today, today, half), reason


def _no_half(*found: Found) -> None:
    """Of several days each half one is said alone."""
    if any(HALF.search(each.text) for each in found):
        raise UsageError("away-half-one")


def _dated(typed: str, now: datetime) -> Arguments:
    """The words, where a bare 22/6 and "good friday" are days: what else could be."""
    plain = typed.strip()
    if not plain or Arguments(plain, now).dates():
        return Arguments(plain, now)
    try:
        found = Arguments(f"on {plain}", now).dates()
    except UsageError:
        return Arguments(plain, now)
    first = found and found[0].start == 0
    return Arguments(f"on {plain}" if first else plain, now)


def _listed(named: list[date]) -> Days:
    """Days that follow each other; those apart are no span, and nobody guesses."""
    named = sorted(set(named))
    if named[-1] - named[0] > timedelta(days=len(named) - 1):
        raise UsageError("away-apart")
    return Days(named[0], named[-1])


def _halves(args: Arguments) -> tuple[Arguments, str]:
    """What stands before and after the word between two days."""
    parts = SPAN.split(args.typed, maxsplit=1)
    if len(parts) == 1:
        return args, ""
    return Arguments(parts[0], args.now), parts[1]


def _end(
    words: str, first: tuple[Found, ...], now: datetime
) -> tuple[Arguments, tuple[Found, ...]]:
    """The words as said today: next monday to next friday. Where that is before the
    first day, as said on it: friday to monday is the monday after it.
    """
    if not words or not first:
        until = _dated(words, now)
        return until, until.dates()
    day = first[0].due.day
    words = DAY.sub(lambda match: _in_full(day, int(match[1])), words)
    until = _dated(words, now)
    last = until.dates()
    if not last or last[-1].due.day < day:
        day_itself = now.replace(year=day.year, month=day.month, day=day.day)
        until = _dated(words, day_itself)
        last = until.dates()
    if last and last[-1].due.day - day > NO_SLIP and not YEAR.search(words):
        raise UsageError("away-wrong-order-year")
    return until, last


def _in_full(after: date, day: int) -> str:
    """The day of that month, or of the next where it has passed."""
    month = after.month if day >= after.day else after.month % 12 + 1
    return f"{month}月{day}日"


def _in_month(of: date, day: int) -> date:
    try:
        return of.replace(day=day)
    except ValueError:
        raise UsageError("away-no-date") from None
