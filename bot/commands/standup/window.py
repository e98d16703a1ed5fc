"""A window said in one piece: 9:30-11:00, from 9 to 11, 上午9点到10点半, 11点截止.

The line says when people are asked and when it closes; in one piece it means both.
"""

import re

from bot.commands.standup.parts_of_day import with_days
from bot.model.expression import expression

_QUOTED = expression(r"(\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»)")
_ASKS = expression(
    r"(?<!\w)asks?(?!\w)|(?<!\w)(?:提问|问题|问)(?=[\s:：]|$)", re.IGNORECASE
)
_ASKING = expression(
    r"(?:,\s*|\s+)(?:with\s+(?:the\s+|these\s+)?questions?|asking)"
    r"\s*(?:[:：]\s*|$)",
    re.IGNORECASE,
)
_PERIOD = "上午|下午|早上|早晨|凌晨|中午|傍晚|晚上"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_PART = r"(?:半|[一1]刻|[三3]刻|\d{1,2}分?|整|钟)?"
_CHINESE = rf"(?:{_PERIOD})?{_NUMBER}[点點]{_PART}"
_CHINESE_OR_DIGITS = rf"(?:(?:{_PERIOD})?\d{{1,2}}[:：]\d{{2}}|{_CHINESE})"
_WINDOW_ZH = expression(
    rf"(?:从|自|在|于|(?<!\w)(?:at|from)\s+)?(?P<first>{_CHINESE_OR_DIGITS})\s*[-–—~～到至]+\s*"
    rf"(?P<last>{_CHINESE_OR_DIGITS})(?:之间)?[，,；;、]?",
    re.IGNORECASE,
)
_CLOSES_ZH = expression(
    rf"[，,；;、]?(?P<last>{_CHINESE_OR_DIGITS})(?:截止|关闭|结束)[，,；;、]?"
)
_TO = r"(?:-|–|—|~|to|until|till|and)"
_WINDOW = expression(
    r"(?<![\w:.,/-])(?:(?P<led>from|between|at)\s+)?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s?(?P<half>am|pm)?"
    rf"(?:\s+{_TO}\s+|\s*[-–—~]\s*)"
    r"(?P<last>(?P<to>\d{1,2})(?P<past>:\d{2})?\s?(?P<of>am|pm)?)"
    r"(?![\w:./%-]|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|days?\b|weeks?\b"
    r"|min|hours?\b|people\b|questions?\b))",
    re.IGNORECASE,
)


EVENING, MORNING = 17, 12
_SPOKEN = (  # what people say for a keyword, where it is no part of a name
    (
        expression(
            r"(?P<before>\d\S*?(?:,\s*|\s+)(?:\S+\s+)*?)"
            r"clos(?:e|es|ing)\s+(?:(?:at|by)\s+)?(?=\d)",
            re.IGNORECASE,
        ),
        r"\g<before>close ",
    ),
    (
        expression(r",\s*(?:starts?|starting|begins?)\s+at\s+(?=\d)", re.IGNORECASE),
        " at ",
    ),
    (expression(rf"(?P<at>{_CHINESE_OR_DIGITS})(?:开始|開始)"), r"\g<at> "),
    (
        expression(r"[，,]?\s*(?:参加|参与)的?(?:人员?|成员|者)?[有是为：:]+\s*"),
        " 成员 ",
    ),
)


def with_close(line: str) -> str:
    """The line with both ends of every window behind their keywords; what stands in
    quotes is a name or a question, and so is what people are to be asked.
    """
    parts = _QUOTED.split(line)
    for index in range(0, len(parts), 2):
        part = _asking(parts[index], quote_follows=index + 1 < len(parts))
        asks = _ASKS.search(part)
        end = asks.start() if asks else len(part)
        parts[index] = _spelled(part[:end]) + part[end:]
        if asks:
            break
    return "".join(parts)


def _asking(part: str, *, quote_follows: bool) -> str:
    """With "ask" for the words that lead to the first question."""
    found = _ASKING.search(part)
    if found is None or _ASKS.search(part, 0, found.start()):
        return part
    if found.end() == len(part) and not quote_follows:
        return part
    return f"{part[: found.start()]} ask {part[found.end() :]}"


def _spelled(text: str) -> str:
    for words, keyword in _SPOKEN:
        text = words.sub(keyword, text)
    text = _WINDOW_ZH.sub(_chinese, with_days(text))
    text = _CLOSES_ZH.sub(lambda match: f" 截止 {match['last']} ", text)
    return _WINDOW.sub(_english, text)


def _chinese(match: re.Match[str]) -> str:
    """下午3点到5点 ends in the afternoon, too."""
    first, last = match["first"], match["last"]
    period = re.match(_PERIOD, first)
    if period and period[0] in "下午傍晚晚上" and not re.match(_PERIOD, last):
        last = period[0] + last
    night = first.startswith("晚上") and last.startswith(("凌晨", "早", "上午"))
    later = night or _over_midnight(_hour(first), _hour(last))
    return f" 时间 {first} 截止 {'次日 ' if later else ''}{last} "


def _english(match: re.Match[str]) -> str:
    """Two numbers are hours where something says so: from 9 to 11, 9-11am, 9:30-11."""
    if not _are_hours(match):
        return match[0]
    half = match["half"] or ""
    if match["of"] and not half:
        same = int(match["hour"]) % 12 < int(match["to"]) % 12
        half = match["of"] if same else "am"
    minute = f":{match['minute']}" if match["minute"] else ":00" if not half else ""
    last = re.sub(r"\s", "", match["last"])
    last = last if match["past"] or match["of"] else f"{last}{half or ':00'}"
    evening = _hour(match["hour"], half)
    later = _over_midnight(evening, _hour(match["to"], match["of"] or half))
    return f" at {match['hour']}{minute}{half} close {last}{' next day' * later} "


def _hour(said: str, half: str = "") -> int:
    """The hour of the day; -1 where it is not said in digits."""
    digits = re.match(r"\d{1,2}", said)
    if digits is None:
        return -1
    hour = int(digits[0])
    return hour % 12 + 12 * (half.lower() == "pm") if half else hour


def _over_midnight(first: int, last: int) -> bool:
    """Whether it begins in the evening and ends in the morning (A14): with other hours
    the end was mistyped, and is asked for.
    """
    return first >= EVENING and 0 <= last <= MORNING


def _are_hours(match: re.Match[str]) -> bool:
    joined = re.search(r"\band\b", match[0], re.IGNORECASE)
    led = (match["led"] or "").casefold()
    if joined and led != "between":
        return False
    clear = led or any(match[part] for part in ("minute", "half", "past", "of"))
    possible = int(match["hour"]) < 24 and int(match["to"]) < 24
    return bool(clear and possible)
