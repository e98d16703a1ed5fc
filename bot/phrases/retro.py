"""What somebody wants to look back at together, as people say it: "add the late labels
to the next retro", 把打包慢加入复盘.
"""

import re

from bot.model.expression import expression

_RETRO = r"(?:(?:the|our|my) )?(?:next )?(?:retro|retrospective)"
_SAID = expression(
    r"(?:please |can you |could you )?(?:put|add|bring up|raise|note|save|keep)"
    rf" (?P<what>.+?) (?:in|into|to|on|for|at) {_RETRO}(?: please)?"
    r"|(?:i|we)(?: want| would like|['’]d like) to (?:talk about|bring up|discuss|raise"
    rf"|mention|add|put) (?P<wish>.+?) (?:in|into|at|to|on|for) {_RETRO}"
    r"|(?:请|帮我)?把(?P<zh>.+?)(?:加入|放进|放到|加到|记到|记入|留到)(?:下次|下一次)?"
    r"(?:复盘|回顾)(?:里|中)?"
    r"|我?想?在?(?:下次|下一次)?(?:复盘|回顾)(?:里|上|时|会上|的时候|中)我?想?"
    r"(?:说|聊|提|讨论)(?:一下|说|聊)?(?P<said>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY = expression(
    r"(?:this|it|that|something|(?:a|one) (?:note|thing|point))|这个|这条|这|它|一条",
    re.IGNORECASE,
)


def says_retro(text: str) -> str:
    """The command that it says; empty for all else."""
    found = _SAID.fullmatch(text.strip().rstrip("。.!！?？"))
    if found is None:
        return ""
    what = next(each for each in found.groups() if each).strip()
    return "retro add" if _EMPTY.fullmatch(what) else f"retro add {what}"
