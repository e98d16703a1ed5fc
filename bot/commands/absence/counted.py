"""Days away that are counted, and halves of days: "3 days", 请假三天, 明天下午."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.arguments import Arguments
from bot.dates.view import view
from bot.errors import UsageError
from bot.model.absence import Days, last_of
from bot.model.expression import expression
from bot.model.people import DayHalf

Works = Callable[[date], bool]
Said = tuple[Days, str]
FROM = expression(r"^(?:from|since|starting|beginning|从|自)\s*", re.IGNORECASE)
BEGINS = expression(r"(?:起|开始|onwards?)$", re.IGNORECASE)
COUNT = expression(
    r"(?<!\bin )(?<!\bwithin )(?<![周期拜第.\-/\d])(?:\b(?:for|the|next|last)\s+)*"
    r"(?P<count>\d{1,3}|\ba(?:\s+couple(?:\s+of)?)?)\s*"
    r"(?P<unit>(?:work(?:ing)?\s+|business\s+)?days?\b|weeks?\b|fortnights?\b"
    r"|个?工作日|天|个?(?:星期|礼拜)|周)"
    r"(?!\s*(?:后|之后|以后|later\b|from\s+(?:now|today)\b|ago\b|前|之?内|气|猫|半"
    r"|[一二三四五六日末\d]))假?"
)
FILLERS = expression(
    r"(?:from|since|on|for|starting|从|自|起|开始|请|休|[\s,，、])*", re.I
)
MORNING = (
    r"\bmorning\b|\bforenoon\b|\ba\.?m\b\.?|上午|早上|早晨|(?<=[天日一二三四五六])早"
)
AFTERNOON = r"\bafternoon\b|\bp\.?m\b\.?|下午|午后"
SOME_HALF = r"\b(?:a\s+)?half(?:\s+an?|-)?\s*day\b|半天|半日"
HALF = expression(f"{MORNING}|{AFTERNOON}|{SOME_HALF}", re.IGNORECASE)
HALVES = {DayHalf.MORNING: MORNING, DayHalf.AFTERNOON: AFTERNOON}
EDGES = " ,，、。."


def counted(args: Arguments, today: date, works: Works) -> Said | None:
    """So many working days, or weeks, from a day on: today where none is named. None
    where no days are counted before the reason begins.
    """
    seen = view(args.typed)
    found = COUNT.search(seen.text)
    if found is None:
        return None
    start, end = seen.original(*found.span())
    ahead = BEGINS.sub("", FROM.sub("", args.typed[:start].strip()))
    before = Arguments(ahead.strip(), args.now)
    named = before.dates()
    if len(named) > 1 or not FILLERS.fullmatch(before.rest()):
        return None
    rest = args.typed[end:].strip(EDGES)
    behind = Arguments(FROM.sub("", rest), args.now)
    dates = behind.dates()
    if dates and not named and dates[0].start == 0:
        named, rest = (dates[0],), _without_filler(behind.rest())
    first = named[0].due.day if named else today
    days = Days(first, _last(first, found["count"], found["unit"], works))
    return (days, rest) if days.in_order else None


def _without_filler(rest: str) -> str:
    return re.sub(r"^(?:起|开始|on(?:wards?)?\b)\s*", "", rest).strip(EDGES)


def _last(first: date, typed: str, unit: str, works: Works) -> date:
    count = int(typed) if typed.isdigit() else (2 if "couple" in typed else 1)
    if "day" in unit or "天" in unit or "工作日" in unit:
        return last_of(first, count, works) if count else first - timedelta(days=1)
    weeks = 2 * count if unit.startswith("fortnight") else count
    return first + timedelta(days=7 * weeks - 1)


def half_said(text: str, reason: str) -> tuple[DayHalf | None, str]:
    """The half in the words of a date, or right behind them, and what is left as the
    reason. Raises UsageError where it is a half that nobody knows.
    """
    behind = HALF.match(reason)
    said = HALF.search(text) or behind
    if said is None:
        return None, reason
    if behind:
        reason = reason[behind.end() :].strip(EDGES)
    for half, pattern in HALVES.items():
        if re.search(pattern, said.group(), re.IGNORECASE) or re.search(
            pattern, text, re.IGNORECASE
        ):
            return half, reason
    raise UsageError("away-half-which")
