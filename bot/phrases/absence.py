"""Who is away: "who is off tomorrow?", 下周谁请假."""

import re

from bot.model.expression import expression
from bot.phrases.sentence import short

_AWAY = (
    r"(?:away|out(?:\s+of\s+(?:the\s+)?office)?|off|ooo|absent|not\s+(?:here|in|working)"
    r"|on\s+(?:leave|vacation|holidays?|pto))"
)
_WHO_AWAY = expression(
    rf"(?:who(?:['’]?s|\s+is|\s+are|\s+will\s+be)?|(?:is\s+)?any(?:one|body)(?:\s+else)?)\s+{_AWAY}\b"
    r"\s*(?P<after>.*?)[\s?.!]*"
    rf"|is\s+(?-i:<@[^>\s]+>|@\S+|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+{_AWAY}\b"
    r"\s*(?P<then>.*?)[\s?.!]*"
    r"|(?P<before>.{0,12}?)\s*(?:都?有)?(?:谁|誰|哪些人|哪位)(?:会|會|要|在|都)?"
    r"(?P<within>.{0,8}?)(?:[请請]假|休假|休息|不在|没来|沒來)了?[\s?？。呢吗嗎]*",
    re.IGNORECASE,
)
_MINE = expression(
    rf"when\s+(?:am|will)\s+i\s+(?:be\s+)?{_AWAY}|am\s+i\s+{_AWAY}(?P<when>\s.*)?"
    r"|我(?:什么时候|哪天|哪几天)(?:[请請]假|休假)|我(?:有没有|是否)?(?:[请請]了?假|休假)(?:了)?[吗嗎]",
    re.IGNORECASE,
)


def asks_away(text: str) -> str:
    """ "who is off tomorrow?" and 下周谁请假 as "away who tomorrow", "when am I away"
    as "away mine"; else empty.
    """
    if _MINE.fullmatch(short(text).rstrip(" ?？.!。")):
        return "away mine"
    match = _WHO_AWAY.fullmatch(short(text))
    if match is None:
        return ""
    when = match["after"] or match["then"] or match["before"] or match["within"] or ""
    return f"away who {when.strip()}".rstrip()
