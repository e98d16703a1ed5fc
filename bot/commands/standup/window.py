"""A window said in one piece: 9:30-11:00, from 9 to 11, 上午9点到10点半, 11点截止.

The line says when people are asked and when it closes; in one piece it means both.
"""

import re

_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»)")
_ASKS = re.compile(
    r"(?<!\w)asks?(?!\w)|(?<!\w)(?:提问|问题|问)(?=[\s:：]|$)", re.IGNORECASE
)
_PERIOD = "上午|下午|早上|早晨|凌晨|中午|傍晚|晚上"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_PART = r"(?:半|[一1]刻|[三3]刻|\d{1,2}分?|整|钟)?"
_CHINESE = rf"(?:{_PERIOD})?{_NUMBER}[点點]{_PART}"
_CHINESE_OR_DIGITS = rf"(?:(?:{_PERIOD})?\d{{1,2}}[:：]\d{{2}}|{_CHINESE})"
_WINDOW_ZH = re.compile(
    rf"(?:从|自|在|于)?(?P<first>{_CHINESE_OR_DIGITS})\s*[-–—~～到至]+\s*"
    rf"(?P<last>{_CHINESE_OR_DIGITS})(?:之间)?[，,；;、]?"
)
_CLOSES_ZH = re.compile(
    rf"[，,；;、]?(?P<last>{_CHINESE_OR_DIGITS})(?:截止|关闭|结束)[，,；;、]?"
)
_TO = r"(?:-|–|—|~|to|until|till|and)"
_WINDOW = re.compile(
    r"(?<![\w:.,/-])(?:(?P<led>from|between|at)\s+)?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s?(?P<half>am|pm)?"
    rf"(?:\s+{_TO}\s+|\s*[-–—~]\s*)"
    r"(?P<last>(?P<to>\d{1,2})(?P<past>:\d{2})?\s?(?P<of>am|pm)?)"
    r"(?![\w:./%-]|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|days?\b|weeks?\b"
    r"|min|hours?\b|people\b|questions?\b))",
    re.IGNORECASE,
)


def with_close(line: str) -> str:
    """The line with both ends of every window behind their keywords; what stands in
    quotes is a name or a question, and so is what people are to be asked.
    """
    parts = _QUOTED.split(line)
    for index in range(0, len(parts), 2):
        asks = _ASKS.search(parts[index])
        end = asks.start() if asks else len(parts[index])
        parts[index] = _spelled(parts[index][:end]) + parts[index][end:]
        if asks:
            break
    return "".join(parts)


def _spelled(text: str) -> str:
    text = _WINDOW_ZH.sub(_chinese, text)
    text = _CLOSES_ZH.sub(lambda match: f" 截止 {match['last']} ", text)
    return _WINDOW.sub(_english, text)


def _chinese(match: re.Match[str]) -> str:
    """下午3点到5点 ends in the afternoon, too."""
    first, last = match["first"], match["last"]
    period = re.match(_PERIOD, first)
    if period and period[0] in "下午傍晚晚上" and not re.match(_PERIOD, last):
        last = period[0] + last
    return f" 时间 {first} 截止 {last} "


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
    return f" at {match['hour']}{minute}{half} close {last} "


def _are_hours(match: re.Match[str]) -> bool:
    joined = re.search(r"\band\b", match[0], re.IGNORECASE)
    led = (match["led"] or "").casefold()
    if joined and led != "between":
        return False
    clear = led or any(match[part] for part in ("minute", "half", "past", "of"))
    possible = int(match["hour"]) < 24 and int(match["to"]) < 24
    return bool(clear and possible)
