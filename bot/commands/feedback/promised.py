"""What is promised, as people type it: how bad, how soon, in which hours."""

import re

from bot.errors import UsageError
from bot.model.feedback import Runs, ServiceLevel, Severity
from bot.model.feedback.levels import DAYS, LONGEST
from bot.model.numerals import SPELLED, number
from bot.reading import lexicon

TRY = "feedback-try-promise"
SHOWN = 80
ANSWER = ("answered", "answer", "response", "respond", "reply", "答复", "响应", "回复")
SOLVE = ("solved", "solve", "resolved", "resolve", "fixed", "fix", "解决", "修复")
BEFORE = re.compile(r"^\s*(?:within|in|:|：)?\s*", re.IGNORECASE)
ALWAYS = re.compile(
    r"\b(?:always|24\s*/\s*7|24x7|(?:a)?round the clock|day and night|nights too)\b"
    r"|全天候|全天计时|全天|7[x×*]24(?:小时)?|不分昼夜|昼夜"
)
WORKING = re.compile(
    r"\b(?:(?:in|during)\s+)?(?:work|working|office|business)\s+(?:hours|time)\b"
    r"|(?:按|在)?工作时间内?"
)
UNITS = {
    "m|min|mins|minutes?|分钟?": 1,
    "h|hrs?|hours?|个?小时|钟头": 60,
    "d|days?|working days?|个?工作日|天": 0,  # as long as days are there
}
LENGTH = re.compile(
    rf"(?P<count>\d{{1,5}})\s*(?:{'|'.join(f'({unit})' for unit in UNITS)})"
    r"(?![a-z])\s*(?:内|之内|以内)?",
    re.IGNORECASE,
)


def read_runs(words: str) -> tuple[Runs, str]:
    """When its time runs, and the other words."""
    runs = Runs.ALWAYS if ALWAYS.search(words) else Runs.WORK
    return runs, WORKING.sub(" ", ALWAYS.sub(" ", words)).strip()


def read_severity(words: str, again: str) -> tuple[Severity, str]:
    """How bad, and the words behind it. Raises UsageError."""
    words = words.lstrip("!")
    for name in sorted(lexicon.SEVERITIES, key=len, reverse=True):
        after = words.removeprefix(name)
        ends = not name.isascii() or not after[:1].isalnum()
        if after != words and ends:
            return lexicon.SEVERITIES[name], after.lstrip("!:： ")
    raise UsageError("feedback-promise-severity", try_this=again)


def read_level(severity: Severity, words: str, again: str) -> ServiceLevel:
    """The promise in the words behind how bad it is. Raises UsageError."""
    runs, words = read_runs(words)
    answer, words = _within(words, ANSWER, runs, again)
    solve, words = _within(words, SOLVE, runs, again)
    if rest := words.strip(" ,，、;；。."):
        raise UsageError("feedback-promise-rest", try_this=again, typed=rest[:SHOWN])
    if answer is None and solve is None:
        raise UsageError("feedback-promise-missing", try_this=again)
    if answer and solve and answer > solve:
        raise UsageError("feedback-promise-order", try_this=again)
    return ServiceLevel(severity, answer, solve, hours=runs)


def read_length(typed: str, runs: Runs, again: str = "") -> tuple[int, str]:
    """The minutes that the words begin with, and what is behind. Raises UsageError."""
    spelled = SPELLED.sub(lambda match: str(number(match[0])), typed)
    length = LENGTH.match(spelled.replace("半小时", "30分"))
    minutes = _minutes(length, runs) if length else 0
    if length is None or not 0 < minutes <= LONGEST[runs]:
        raise UsageError("feedback-promise-length", try_this=again, typed=typed[:SHOWN])
    return minutes, spelled.replace("半小时", "30分")[length.end() :]


def _within(
    words: str, names: tuple[str, ...], runs: Runs, again: str
) -> tuple[int | None, str]:
    """The minutes behind one of the names, and the other words."""
    found = re.search("|".join(names), words)
    if found is None:
        return None, words
    after = BEFORE.sub("", words[found.end() :])
    minutes, rest = read_length(after, runs, again)
    return minutes, f"{words[: found.start()]} {rest}".strip()


def _minutes(length: re.Match[str], runs: Runs) -> int:
    sizes = zip(length.groups()[1:], UNITS.values(), strict=True)
    size = next(size for unit, size in sizes if unit)
    return int(length["count"]) * (size or DAYS[runs])
