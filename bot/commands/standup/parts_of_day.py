"""Mornings in a line that makes a stand-up: "every morning at 9", "at 5 in the
afternoon", 每天早上 9:30. The part of the day belongs to the time, not to the days.
"""

import re

from bot.model.expression import expression

_PART = r"(?P<part>morning|afternoon|evening|night)s?"
_DAY = (
    r"(?:week ?days?|work ?days?|working days?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_EVERY = expression(
    rf"\b(?P<every>every|each)\s+(?:single\s+)?(?:(?P<day>{_DAY})\s+)?{_PART}\b"
    rf"|\b(?P<days>{_DAY})\s+{_PART.replace('?P<part>', '?P<of>')}\b",
    re.IGNORECASE,
)
_IN = expression(
    r"\b(?P<time>\d{1,2}(?::\d{2})?)\s+(?:in\s+the\s+(?P<part>morning|afternoon|evening)"
    r"|at\s+night)\b",
    re.IGNORECASE,
)
_BARE = expression(
    r"\b(?P<at>at\s+)?(?P<time>(?:0?[1-9]|1[0-2])(?::\d{2})?)"
    r"(?!\s*[ap]\.?m\b)(?![\d:.])(?(at)|(?<=:\d\d))",
    re.IGNORECASE,
)
_APART_ZH = expression(
    r"(?P<part>上午|下午|早上|早晨|凌晨|中午|傍晚|晚上)\s+"
    r"(?=\d{1,2}[:：点點]|[一二两三四五六七八九十]{1,3}[点點])"
)


def with_days(text: str) -> str:
    """The line with the days as days, and its times in the part of the day said."""
    text = _IN.sub(_timed, text)
    text = _APART_ZH.sub(r"\g<part>", text)
    late = False

    def day(match: re.Match[str]) -> str:
        nonlocal late
        late = late or (match["part"] or match["of"]).casefold() != "morning"
        if match["days"]:
            return f"every {match['days']}"
        return f"{match['every']} {match['day'] or 'day'}"

    text = _EVERY.sub(day, text)
    return _BARE.sub(r"\g<at>\g<time>pm", text, count=1) if late else text


def _timed(match: re.Match[str]) -> str:
    early = (match["part"] or "").casefold() == "morning"
    return f"{match['time']}{'am' if early else 'pm'}"
