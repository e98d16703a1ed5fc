"""Short numbers as people write them in a sentence: T-12, t3, B-4."""

import re

from bot.model.expression import expression

_ID = expression(
    r"(?<![A-Za-z0-9_-])T\s?[-－–]?\s?(\d{1,9})(?![A-Za-z0-9_-])", re.IGNORECASE
)
SHORT = expression(r"([A-Za-z])\s?[-－–]?\s?\d+")  # the number of one thing: "B-4"
_IDS = expression(
    rf"{_ID.pattern}(?:[\s,，、;；&和及]|and|{_ID.pattern})*", re.IGNORECASE
)

# A task is shown where it is spoken of at all (`ids`).
_ONE = r"(?P<x>[BFR]\s?[-－–]\s?\d{1,9})"
_ABOUT = expression(
    r"(?:(?:what(?:['’]s|\s+is)\s+(?:the\s+)?(?:status|state|progress|news)\s+(?:of|on"
    r"|about)"
    r"|how(?:['’]s|\s+is|\s+far\s+is)|(?:what|tell\s+me)\s+about|any\s+(?:news|progress"
    r"|update)\s+"
    r"(?:on|about|of|with)|what\s+happened\s+(?:to|with)|who\s+(?:has|owns|does|took"
    r"|handles|got)"
    r"|who(?:['’]s|\s+is)\s+(?:working\s+)?on|status\s+(?:of)?|is)\s+"
    rf"{_ONE}(?:\s+(?:going|doing|done|fixed|solved|now|now))?"
    rf"|{_ONE.replace('x', 'y')}\s*(?:现在|目前)?(?:的)?(?:是)?(?:怎么样|怎样|如何"
    r"|什么(?:情况|状态|进展)"
    r"|进展|状态|情况|进度|到哪(?:一步)?|处理得怎么样|解决(?:没有|了没)"
    r"|(?:给了?)?谁(?:在)?(?:处理|负责|跟进)?)"
    r"(?:如何|怎么样)?)[\s?？.!。了呢吗]*",
    re.IGNORECASE,
)


_ITEM = (
    r"(?:(?:task|todo|任务|待办)\s*)?(?:(?P<letter>[TBFR])\s?[-－–]?\s?|[#＃])?"
    r"(?P<number>\d{1,9})(?:\s*号)?(?:任务)?"
)
_OVER = (
    r"(?:all )?(?:done|finished|ready|closed|completed?|fixed|resolved|solved"
    r"|over)(?: yet"
    r"|already|now)?|(?:都|已经?|现在|有没有|是否|是不是)*"
    r"(?:完成|做完|做好|搞定|弄好|弄完|关闭|解决|处理完?|结束|修好|好)"
)
_ASKED_SO = r"(?:了?没有?|了?[吗嗎]|了吧)[\s?？。]*|了?\s*[?？]+\s*"
_WHETHER = tuple(
    expression(each, re.IGNORECASE)
    for each in (
        rf"{_ITEM}\s*(?:is |are )?(?:{_OVER})\s*(?:{_ASKED_SO})",
        rf"(?:{_OVER})\s*(?:了)?\s*{_ITEM}\s*(?:{_ASKED_SO})",
        rf"(?:is|are|has|was)\s+{_ITEM}\s+(?:been )?(?:{_OVER})\s*[?？.!]*",
    )
)


def asks_of_one(text: str) -> str:
    """The short number that a question is about: "how is F-1 going?"; else empty."""
    match = _ABOUT.fullmatch(text.strip())
    return (match["x"] or match["y"]) if match else ""


def asks_whether(text: str) -> str:
    """The short number that somebody asks about, whether it is over: "T-3 done?" and
    任务3做完了吗 close nothing.
    """
    for pattern in _WHETHER:
        if match := pattern.fullmatch(" ".join(text.split())):
            letter = (match["letter"] or "T").upper()
            return f"{letter}-{match['number']}"
    return ""


def ids(text: str) -> tuple[str, ...]:
    """Every task a text names by its short number, each once: T-12, t3."""
    return tuple(dict.fromkeys(match[1] for match in _ID.finditer(text)))


def is_ids(text: str) -> bool:
    """Whether a text is nothing but short numbers: "T-3 T-7"."""
    return bool(_IDS.fullmatch(text.strip()))
