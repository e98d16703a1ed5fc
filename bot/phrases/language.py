"""Another language asked for: "speak English", 请说中文."""

import re

from bot.model.expression import expression
from bot.phrases.sentence import short

_ENGLISH = expression(
    r"(?:please\s+|can you\s+|could you\s+)?(?:(?:speak|talk|write|answer|reply|change"
    r"|switch|set|use)\s+)?(?:(?:my|the|your)\s+)?(?:language\s+)?(?:(?:to|in|into|is)"
    r"\s+)?(?P<language>english|chinese)(?:\s+please)?[.!?]?",
    re.IGNORECASE,
)
_CHINESE = expression(
    r"(?:请|麻烦|帮我|可以|能)*(?:说|讲|用|换|改|切换|设置)?(?:语言)?(?:成|为|到|用)*"
    r"(?P<language>中文|英文|英语|汉语)(?:回复|回答|说|跟我说)?[吗吧。！!？?]*"
)


def asks_language(text: str) -> str:
    """The setting it asks for; empty for all else."""
    said = short(text)
    for pattern in (_ENGLISH, _CHINESE):
        if match := pattern.fullmatch(said):
            return f"settings language {match['language']}"
    return ""
