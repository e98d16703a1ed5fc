"""What a team chooses beside time and people, as people type it in either language."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from bot import dates
from bot.arguments import fold
from bot.commands.standup import values as read
from bot.commands.standup.countries import find_country
from bot.commands.standup.ends import apart
from bot.commands.standup.keywords import EVE, NEXT_DAY
from bot.commands.standup.questions import read_questions
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.question import Question
from bot.model.standup import WHENEVER
from bot.model.standup.policy import AwayNews, MissingStyle, Readers, Weekly
from bot.model.text import shows, tidy

T = TypeVar("T")
AFTER_LEAST = 10  # minutes after the prompt; sooner is no reminder (PEERS A11)
POOL = 60  # questions that come in turn
EVENING = expression(
    rf"(?:{EVE})|(?:\bon\b\s*)?(?:\bthe\b\s*)?\b(?:evening|night|day)\s+before\b"
    r"|\b(?:the\s+)?eve\b",
    re.IGNORECASE,
)
LATER = expression(
    rf"(?:{NEXT_DAY})|(?:\b(?:on|of)\b\s*)?(?:\bthe\b\s*)?\b(?:next|following)\s+day\b"
    r"(?:\s+at\b)?|\+1d?\b",
    re.IGNORECASE,
)
STANDS_ALONE = expression(r"[:点]|[ap]m$", re.IGNORECASE)  # a time with nothing behind
AFTERWARDS = expression(r"\s*(?:\bafter(?:wards)?\b|\blater\b|后?提醒|之?后)\s*$", re.I)
BEGINS = expression(
    r"^\s*(?:on|from)\s+|\s*(?:开始|起)\s*$|\s+onwards?\s*$", re.IGNORECASE
)
UNPLANNED = frozenset(
    [
        "whenever",
        "whenever people like",
        "on demand",
        "demand",
        "no schedule",
        "随时",
        "不定期",
        "随时填写",
    ]
)
MISSING = {
    MissingStyle.MENTION: "mention mentions 提及",
    MissingStyle.NAMES: "names name 姓名 名字 显示姓名",
    MissingStyle.COUNT: "count counts 人数 只显示人数",
    MissingStyle.OFF: "off none 不显示",
}
READERS = {
    Readers.ALL: "all everyone 全部 所有人 群里的所有人",
    Readers.MEMBERS: "members member 成员 只有站会成员",
    Readers.MANAGERS: "managers manager 主管 各自的主管",
    Readers.ADMINS: "admins admin 管理员 只有负责人和管理员",
}
NEWS = {
    AwayNews.ALL: "all 全部 都通知",
    AwayNews.LONG: "long 一天以上 一天以上才通知 长假",
    AwayNews.NONE: "none off 不通知 无",
}


WEEKLY = {
    Weekly.PLACE: "place channel group all on 群 频道 全部",
    Weekly.LEADS: "leads owner admins observers me 负责人 管理员",
    Weekly.OFF: "off none never 不发 无 关",
}


def read_ask(typed: str) -> tuple[time, bool]:
    """The wall time, and whether it is on the evening of the working day before."""
    rest = EVENING.sub(" ", typed)
    try:
        return read.read_time(rest.strip()), rest != typed
    except UsageError:
        first, _, more = rest.strip().partition(" ")
        if not (more and STANDS_ALONE.search(first)):
            raise
        read.read_time(first)
    raise UsageError("standup-days-unknown", typed=read.brief(more))


def read_close(typed: str) -> tuple[time, bool]:
    """The wall time, and whether it is on the day after."""
    rest = LATER.sub(" ", typed)
    return read.read_time(rest.strip()), rest != typed


def read_rule(typed: str) -> tuple[str, str]:
    """The days as a rule, or that there is no schedule; and the words that say how long
    it goes on, where there are any.
    """
    if fold(typed) in UNPLANNED:
        return WHENEVER, ""
    days, until = apart(typed, read.known_days)
    return read.read_days(days), until


def read_after(typed: str) -> int:
    """How many minutes after the prompt; 0 is never."""
    minutes = read.read_minutes(AFTERWARDS.sub("", typed))
    if 0 < minutes < AFTER_LEAST:
        raise UsageError("standup-after-least", least=AFTER_LEAST)
    return minutes


def read_missing(typed: str) -> MissingStyle:
    """How who is missing is named."""
    return _meant(MISSING, typed)


def read_readers(typed: str) -> Readers:
    """Who may read the answers."""
    return _meant(READERS, typed)


def read_news(typed: str) -> AwayNews:
    """Which absences its place hears of."""
    return _meant(NEWS, typed)


def read_weekly(typed: str) -> Weekly:
    """Who hears how the week went."""
    return _meant(WEEKLY, typed)


def read_country(typed: str) -> str:
    """Whose holidays count."""
    if country := find_country(typed):
        return country
    raise UsageError("standup-country-unknown", typed=read.brief(typed))


def read_start(typed: str, now: datetime) -> date:
    """The first day it may ask on: today or later."""
    said = BEGINS.sub("", BEGINS.sub("", typed)).strip()
    try:
        found = dates.read(said, now)
    except dates.NotADate as wrong:
        raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong
    if found.day < now.date():
        raise UsageError("standup-start-past")
    return found.day


def read_pool(
    texts: Iterable[str], known: Mapping[str, Question] | None = None
) -> tuple[Question, ...]:
    """The questions that come in turn, each once."""
    typed = dict.fromkeys(text for text in map(tidy, texts) if shows(text))
    if len(typed) > POOL:
        raise UsageError("standup-questions-many", count=len(typed), limit=POOL)
    return tuple(read_questions((text,), known)[0] for text in typed)


def _meant(words: Mapping[T, str], typed: str) -> T:
    said = fold(typed)
    for meant, known in words.items():
        if said in known.split():
            return meant
    every = ", ".join(known.split()[0] for known in words.values())
    raise UsageError("standup-choice-unknown", typed=read.brief(typed), choices=every)
