"""Reminders as people ask for them: "remind me tomorrow at 9 to …", 明天9点提醒我…."""

import re

from bot.model.expression import expression

_WHO = r"<@[^>\s]+>|[@＠]\S+"
_ENGLISH = expression(
    rf"(?:please\s+|can you\s+|could you\s+)?remind\s+(?P<who>me|us|{_WHO})\s+"
    r"(?P<when>.*?)\s*\b(?:to|about|that)\s+(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE = expression(
    rf"(?:请|麻烦|帮我|记得)?(?P<when>[^@＠<]*?)\s*(?:请|记得|再|要)?(?:提醒|(?<=[点點分时時后後天早晚午])叫)一?下?\s*"
    rf"(?P<who>我们|我|大家|{_WHO})\s*[,，:：]?\s*(?P<what>\S.*)",
    re.DOTALL,
)
_MOMENT = expression(
    r"(?:today|tonight|tomorrow|on|at|in|by|before|after|next|this|every|each|later|noon"
    r"|mon|tue|wed|thu|fri|sat|sun|\d)|.*(?:[今明后]天|[周月日号点时分]|小时|星期|礼拜"
    r"|早上|上午|中午|下午|晚上|节|每)",
    re.IGNORECASE,
)
# "at 4" alone: the hour that people are up at, for "at 4 pm" may be said, too.
_AT_HOUR = expression(
    r"^(?:at\s+)?(?P<hour>1?\d|2[0-3])(?:\s*o['’]?clock)?$", re.IGNORECASE
)
_MORNING = 7
_OURSELVES = frozenset({"me", "us", "我", "我们", "大家"})


def asks_reminder(text: str) -> str:
    """The reminder as a task with its time behind it; empty for all else."""
    said = text.strip()
    for pattern, add in ((_ENGLISH, "task add"), (_CHINESE, "任务 新增")):
        match = pattern.fullmatch(said)
        if match is None or not _MOMENT.match(match["when"] or "on"):
            continue
        who = "" if match["who"].lower() in _OURSELVES else match["who"]
        what, when = match["what"].rstrip("。.！!"), match["when"]
        when = _AT_HOUR.sub(_by_day, when)
        if when and pattern is _CHINESE and not when.startswith("每"):
            when = f"截止:{when}"  # 下午3点 alone may be what is to be done
        words = (add, what, who, when)
        return " ".join(word for word in words if word)
    return ""


def _by_day(said: re.Match[str]) -> str:
    hour = int(said["hour"])
    return f"at {hour + 12 if 0 < hour < _MORNING else hour}:00"
