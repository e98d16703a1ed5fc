"""Being away, said in passing: "I'm sick today", 我明天请假, "I'm back"."""

import re
from datetime import datetime

from bot.commands.absence import sentences
from bot.commands.absence.words import in_full
from bot.dates import NotADate, read

LONGEST = 5  # words of one day
HALVES = ("上午", "下午", "早上")
FIRST = re.compile(r"(?:开始|起|開始)$")


def said_in_passing(text: str, now: datetime) -> str:
    """The command that the words mean; "" where they say something else. Only with a
    day: "sick of this bug" is no absence.
    """
    text = " ".join(text.replace("’", "'").split())
    if sentences.BACK.fullmatch(text):
        return "back"
    if sentences.SKIP.fullmatch(text):
        return "standup skip"
    if (cancelled := _cancelled(text, now)) is not None:
        return cancelled
    for there in (sentences.THERE, sentences.THERE_ZH):
        if (match := there.fullmatch(text)) and _is_day(match["when"], now):
            return f"back {match['when']}"
    if other := _other(text, now) or _everybody(text, now):
        return other
    if match := sentences.ILL.fullmatch(text):
        return f"away {match['when'] or 'today'}"
    if match := sentences.ILL_ZH.fullmatch(text):
        return f"away {match['when'] or '今天'}"
    if sentences.REST_OF_WEEK.fullmatch(text):
        return "away until this friday"
    if day_off := _day_off(text, now):
        return day_off
    if match := sentences.OFF.fullmatch(text):
        when = next(words for words in match.groups() if words)
        return f"away {when}" if _begins_with_day(when, now) else ""
    if match := sentences.AWAY.fullmatch(text):
        when = match["when"] or "today"
        days = sentences.DAYS_OF.match(when)  # of the month that stands behind
        return f"away {when}" if days or _begins_with_day(when, now) else ""
    if match := sentences.NOT_THERE_ZH.fullmatch(text):
        return _chinese(match["when"], "", now)
    if match := sentences.AWAY_ZH.fullmatch(text):
        count = match["count"] or match["days"] or ""
        half = match["when"].endswith(HALVES)
        rest = match["rest"].lstrip(" ，,：:从")
        return _chinese(match["when"], rest, now, "" if half else count)
    return ""


def _day_off(text: str, now: datetime) -> str:
    """ "tomorrow morning off", "half day on friday"."""
    match = sentences.DAY_OFF.fullmatch(text)
    when = (match["when"] or match["on"]).rstrip(".!") if match else ""
    if match is None or not _is_day(when, now):
        return ""
    return f"away {when} {match['half'] or ''}".rstrip()


def _other(text: str, now: datetime) -> str:
    """ "@Bo is sick today", 替 @李伟 请假 周五: what a lead says of somebody."""
    match = sentences.OTHER.fullmatch(text)
    if match is None:
        return ""
    who = match["who"] or match["for"] or match["zh"] or match["ill"]
    when = match["days"] or match["day"] or match["when"] or match["on"] or "today"
    days = f"{when} {match['why'] or ''}".strip()
    return f"away {who} {days}" if _begins_with_day(days, now) else ""


def _everybody(text: str, now: datetime) -> str:
    """ "Everyone is off from 24 Dec to 1 Jan", 全员放假 12月24日到1月1日 (B04)."""
    match = sentences.EVERYBODY.fullmatch(text)
    when = match and (match["when"] or match["before"] or match["after"])
    if not when or not (_begins_with_day(when, now) or _is_span(when, now)):
        return ""
    return f"away everyone {when}"


def _cancelled(text: str, now: datetime) -> str | None:
    """None where nothing is taken back, or not days."""
    match = sentences.CANCEL.fullmatch(text) or sentences.CANCEL_ZH.fullmatch(text)
    if match is None:
        return None
    when = next((words for words in match.groups() if words), "")
    if when and not _begins_with_day(when, now):
        return None
    return f"away cancel {when}".rstrip()


def _chinese(when: str, rest: str, now: datetime, count: str = "") -> str:
    """我明天请假 has its day before, 病假 明天 behind; 请三天假 says how many."""
    when = in_full(when).removeprefix("从")
    first = FIRST.sub("", when)
    if first != when and _is_day(first, now):
        return f"away {first} {count or rest}".rstrip()
    if count and (not when or _is_day(when, now)):
        days = count.lstrip("个個")
        return " ".join(f"away {when} {days} {rest}".split())
    if when and (_is_day(when, now) or _is_span(when, now)):
        return f"away {when} {rest}".rstrip()
    if not when and rest and (_begins_with_day(rest, now) or _is_span(rest, now)):
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
