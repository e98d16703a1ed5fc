"""Values of a stand-up as people type them: a time, minutes, a zone."""

import re
from datetime import time

from bot.arguments import fold
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.repetition import parse
from bot.model.repetition.chinese import number
from bot.model.standup import NAME_LIMIT, REMIND_LIMIT
from bot.model.text import shows, simplified, tidy
from bot.zones import close_zones, find_zone

CHINESE = expression("[零一二两三四五六七八九十]+")
CLOCK = expression(
    r"(?P<early>上午|早上|早晨|凌晨)?(?P<late>下午|晚上|傍晚|中午)?"
    r"(?P<hour>\d{1,2})(?:[:.h点时](?:(?P<minute>\d{1,2})分?|(?P<part>半|1刻|3刻|整|钟)?))?"
    r"(?P<half>am|pm|a\.m\.|p\.m\.)?"
)
PARTS = {"半": 30, "1刻": 15, "3刻": 45}
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0), "正午": time(12)}
NOTHING = frozenset({"0", "off", "no", "none", "never", "不提醒", "无", "关", "关闭"})
SPAN = expression(
    r"(?:(?P<hours>\d{1,3})(?:h|hrs?|hours?|个?小时))?(?:and|,)?"
    r"(?:(?P<minutes>\d{1,5})(?:m|mins?|minutes?|分钟?)?)?"
    r"(?:before|前|beforehand)?"
)
LOCAL = frozenset({"local", "each", "own", "本地", "当地", "各自", "各自时区"})
SHOWN = 80
CIVIL = expression(r"[,，]*(?:please|pls|thanks|thankyou|thx|谢谢|吧)[.!。！]*$")


def brief(typed: str) -> str:
    """The beginning of what was typed, to name it; all of it is shown below."""
    return typed if len(typed) <= SHOWN else f"{typed[:SHOWN]}…"


def read_name(typed: str) -> str:
    """A name that can be seen and is short enough to be read."""
    name = tidy(typed)
    if not shows(name):
        raise UsageError("standup-name-missing")
    if len(name) > NAME_LIMIT:
        raise UsageError("standup-name-long", count=len(name), limit=NAME_LIMIT)
    return name


def read_time(typed: str) -> time:
    """A wall time: 9:30, 9.30, 9am, 0930, 下午3点半."""
    plain = simplified(fold(typed)).replace(" ", "")
    plain = CIVIL.sub("", plain).rstrip(",，;；、")
    word = CHINESE.sub(lambda m: str(number(m[0])), plain)
    if word in NAMED:
        return NAMED[word]
    if re.fullmatch(r"\d{4}", word):
        word = f"{word[:2]}:{word[2:]}"
    match = CLOCK.fullmatch(word)
    if match is None:
        raise UsageError("standup-time-unknown", typed=brief(typed))
    return _clock(match, typed)


def _clock(match: re.Match[str], typed: str) -> time:
    hour = int(match["hour"])
    minute = int(match["minute"] or PARTS.get(match["part"] or "", 0))
    half = (match["half"] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise UsageError("standup-time-unknown", typed=brief(typed))
    if half == "am" and hour == 12:
        hour = 0
    if (half == "pm" or match["late"]) and hour < 12 and match["late"] != "中午":
        hour += 12
    if hour > 23 or minute > 59:
        raise UsageError("standup-time-unknown", typed=brief(typed))
    return time(hour, minute)


def read_minutes(typed: str) -> int:
    """How long before the close: 30m, 1 hour, 半小时; 0 or off is never."""
    word = (
        fold(typed)
        .replace(" ", "")
        .replace("半个小时", "30分")
        .replace("半小时", "30分")
    )
    if word in NOTHING:
        return 0
    match = SPAN.fullmatch(CHINESE.sub(lambda m: str(number(m[0])), word))
    if match is None or not (match["hours"] or match["minutes"]):
        raise UsageError("standup-remind-unknown", typed=brief(typed))
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    if minutes > REMIND_LIMIT:
        raise UsageError("standup-remind-unknown", typed=brief(typed))
    return minutes


def read_zone(typed: str) -> str | None:
    """A zone, or None for each person's own."""
    if fold(typed) in LOCAL:
        return None
    if zone := find_zone(typed):
        return zone
    if close := close_zones(typed):
        raise UsageError(
            "zone-unknown-close", typed=brief(typed), close=", ".join(close)
        )
    raise UsageError("zone-unknown", typed=brief(typed))


def read_days(typed: str) -> str:
    """On which days, as a rule: weekdays, mon and wed, every 2 weeks on mon, 每周一."""
    if rule := known_days(typed):
        return rule
    raise UsageError("standup-days-unknown", typed=brief(typed))


def known_days(typed: str) -> str | None:
    """The same, or None where the words mean no days."""
    words = re.sub(r"^(?:on|重复)\s+", "", typed.strip(), flags=re.IGNORECASE)
    # "3rd friday" is one of the month; who means each third week says so.
    said = (words, f"monthly on {words}", f"every {words}", f"每月{words}")
    return next(filter(None, map(parse, said)), None)
