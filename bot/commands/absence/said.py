"""Being away, said in passing: "I'm sick today", 我明天请假, "I'm back"."""

import re
from datetime import datetime

from bot.dates import NotADate, read

LONGEST = 5  # words of one day
_AWAY = re.compile(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?"
    r"(?:(?:off )?sick|ill|on (?:vacation|holiday|leave|pto)|out of (?:the )?office"
    r"|(?<= )(?:off|away|out|ooo))(?: (?P<when>.+))?",
    re.IGNORECASE,
)
_AWAY_ZH = re.compile(
    r"我?(?P<when>[^\s，。,;；]{0,20}?)\s*(?:要|想|得)?"
    r"(?:[请請](?:[个個一]天)?[病年事产產婚]?假|休[年病]?假|[病年事]假)"
    r"(?P<rest>.*)"
)
_BACK = re.compile(r"(?:i'?m|i am) back(?: again| now)?[.!]*", re.IGNORECASE)
_SKIP = re.compile(r"(?:skip|skip today|跳过|跳过今天|今天跳过|跳過今天)[.!。]*", re.I)


def said_in_passing(text: str, now: datetime) -> str:
    """The command that the words mean; "" where they say something else. Only with a
    day: "sick of this bug" is no absence.
    """
    text = " ".join(text.replace("’", "'").split())
    if _BACK.fullmatch(text):
        return "back"
    if _SKIP.fullmatch(text):
        return "standup skip"
    if match := _AWAY.fullmatch(text):
        when = match["when"] or "today"
        return f"away {when}" if _begins_with_day(when, now) else ""
    if match := _AWAY_ZH.fullmatch(text):
        return _chinese(match["when"], match["rest"].strip(), now)
    return ""


def _chinese(when: str, rest: str, now: datetime) -> str:
    """我明天请假 has its day before, 病假 明天 behind."""
    if when and _is_day(when, now):
        return f"away {when} {rest}".rstrip()
    if not when and rest and _begins_with_day(rest, now):
        return f"away {rest}"
    return ""


def _is_day(text: str, now: datetime) -> bool:
    try:
        read(text, now)
    except NotADate:
        return False
    return True


def _begins_with_day(text: str, now: datetime) -> bool:
    """Also where two days begin it: "friday to monday" is no date."""
    words = text.split()[:LONGEST]
    ends = range(len(words), 0, -1)
    return any(_is_day(" ".join(words[:end]), now) for end in ends)
