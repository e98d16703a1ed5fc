"""Being away, said in passing: "I'm sick today", 我明天请假, "I'm back"."""

import re
from datetime import datetime

from bot.dates import NotADate, read

LONGEST = 5  # words of one day
_AWAY = re.compile(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?"
    r"(?:(?:off )?sick|ill|on (?:vacation|holiday|leave|pto)|out of (?:the )?office"
    r"|(?<= )(?:off|away|out|ooo))"
    r"(?: (?:(?:starting|from|as of) )?(?P<when>.+?))?[.!]*",
    re.IGNORECASE,
)
_AWAY_ZH = re.compile(
    r"我?(?P<when>[^\s，。,;；]{0,20}?)\s*(?:要|想|得)?"
    r"(?:[请請](?:[个個一]天)?[病年事产產婚]?假|休[年病]?假|[病年事]假)"
    r"(?P<rest>.*)"
)
_OFF = re.compile(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?(?:taking|having|got|have)"
    r" (?P<when>.+?) off"
    r"|(?:i )?(?:won'?t|will not|can'?t|cannot) be (?:in|there|at work)(?: on)?"
    r" (?P<not_in>.+)"
    r"|(?:i'?m|i am|i'?ll be|i will be) not (?:in|here|at work|working)(?: on)?"
    r" (?P<not_here>.+)"
    r"|(?:(?:taking|having|i need|i have) )?a? ?day off(?: on)? (?P<day>.+)",
    re.IGNORECASE,
)
_ILL_ZH = re.compile(
    r"我?(?P<when>今天|明天)?\s*我?(?:(?:生?病|发烧|感冒)了(?:[，,]?\s*[请請]\S{0,3}假)?"
    r"|(?:身体|人)?不太?舒服[，,]?\s*[请請]\S{0,3}假)[。！!]*"
)
_SOMEBODY = r"(?:<@[^>\s]+>|[@＠]\S+(?: [A-Z][\w.-]*)?)"
_OTHER = re.compile(
    rf"(?P<who>{_SOMEBODY}) (?:is|will be) (?:(?:off )?sick|ill|away|off"
    r"|out(?: of (?:the )?office)?|on (?:vacation|holiday|leave|pto))(?: (?P<when>.+))?"
    rf"|(?:[替帮给為为]\s*)(?P<for>{_SOMEBODY})\s*[请請]\S{{0,2}}假\s*(?P<days>\S.*)"
    rf"|(?:[替帮给為为]\s*)?(?P<zh>{_SOMEBODY})\s+(?P<day>\S{{1,16}}?)\s*"
    r"(?:要|想)?(?:[请請]\S{0,2}假|休\S{0,1}假)(?P<why>.*)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?:(?:i'?ll be|i will be|i'?m|i am) )?back(?: at work| in the office)? "
    r"(?:(?:again )?on |from )?(?P<when>(?!from\b)\S.*?)[.!]*",
    re.IGNORECASE,
)
_THERE_ZH = re.compile(
    r"我?(?P<when>[^\s，。,;；]{1,16}?)\s*(?:就|会|要)?(?:回来|回來|返岗|销假|銷假)(?:上班|了)?[。！!]*"
)
_CANCEL = re.compile(
    r"(?:please )?cancel (?:(?:my|the) )?(?:vacation|leave|pto|time off|holidays?"
    r"|days? off|absence)(?: (?:on|for|of|from))?(?: (?P<when>\S.*?))?[.!]*"
    r"|(?:i'?m|i am) not away (?:on )?(?P<not>\S.*?)(?: after all)?[.!]*",
    re.IGNORECASE,
)
_CANCEL_ZH = re.compile(
    r"(?:请)?(?:取消|撤销)我?的?(?P<of>[^\s，。]{0,12}?)的?(?:[请請年病事]假|休假)[。！!]*"
    r"|我?(?P<not>[^\s，。]{0,12}?)(?:不|不用|不需要)(?:[请請]假|休假)了[。！!]*"
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
    if (cancelled := _cancelled(text, now)) is not None:
        return cancelled
    for there in (_THERE, _THERE_ZH):
        if (match := there.fullmatch(text)) and _is_day(match["when"], now):
            return f"back {match['when']}"
    if other := _other(text, now):
        return other
    if match := _ILL_ZH.fullmatch(text):
        return f"away {match['when'] or '今天'}"
    if match := _OFF.fullmatch(text):
        when = next(words for words in match.groups() if words)
        return f"away {when}" if _begins_with_day(when, now) else ""
    if match := _AWAY.fullmatch(text):
        when = match["when"] or "today"
        return f"away {when}" if _begins_with_day(when, now) else ""
    if match := _AWAY_ZH.fullmatch(text):
        return _chinese(match["when"], match["rest"].strip(), now)
    return ""


def _other(text: str, now: datetime) -> str:
    """ "@Bo is sick today", 替 @李伟 请假 周五: what a lead says of somebody."""
    match = _OTHER.fullmatch(text)
    if match is None:
        return ""
    who = match["who"] or match["for"] or match["zh"]
    when = match["days"] or match["day"] or match["when"] or "today"
    days = f"{when} {match['why'] or ''}".strip()
    return f"away {who} {days}" if _begins_with_day(days, now) else ""


def _cancelled(text: str, now: datetime) -> str | None:
    """None where nothing is taken back, or not days."""
    match = _CANCEL.fullmatch(text) or _CANCEL_ZH.fullmatch(text)
    if match is None:
        return None
    when = next((words for words in match.groups() if words), "")
    if when and not _begins_with_day(when, now):
        return None
    return f"away cancel {when}".rstrip()


def _chinese(when: str, rest: str, now: datetime) -> str:
    """我明天请假 has its day before, 病假 明天 behind."""
    if when and (_is_day(when, now) or _is_span(when, now)):
        return f"away {when} {rest}".rstrip()
    if not when and rest and _begins_with_day(rest, now):
        return f"away {rest}"
    return ""


def _is_span(text: str, now: datetime) -> bool:
    """下周三到周五, 6月10日至12日."""
    first, *last = re.split("[到至]", text, maxsplit=1)
    return bool(last) and _is_day(first, now) and _is_day(last[0], now)


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
