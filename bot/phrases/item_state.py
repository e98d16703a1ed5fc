"""How one item stands, where it is set in an office's words: "set F-1 to fixed",
"feedback status F-1 solved", 反馈 状态 F-1 已解决, 把F-1标记为已解决.
"""

import re

from bot.model.expression import expression

_NUMBER = r"F\s?[-－–]?\s?\d{1,9}(?![A-Za-z0-9_])"
_FAMILY = r"(?:(?:feedbacks?|反馈|客诉)\s*[:：,，]?\s*)?(?:please\s+|请|麻烦)?"
_SET = (
    r"(?:(?:set|mark|change|update|move|switch)\s+(?:the\s+)?(?:status\s+of\s+|state\s+"
    r"of\s+)?|(?:the\s+)?(?:status|state)\s*(?:of\s+)?[:：]?\s*"
    r"|(?:设置|修改|更改|更新|变更|标记|查看|查询)?\s*(?:状态|进度)\s*[:：]?\s*"
    r"|(?:把|将)\s*)"
)
_TO = (
    r"\s*[,，]?\s*(?:的?\s*(?:status|state|状态)\s*)?"
    r"(?:(?:to|as|is|into)\b|(?:设|改|标记?|变|更新|更改|修改|设置|变更)(?:成|为)|[=:：]|[-=]>|→)?"
    r"\s*"
)
_STATE = (
    r"(?:fixed|solved|resolved|done|closed?|declined?|rejected|planned|in progress"
    r"|started|waiting|reopened|已?解决|已?修复|已?完成|已?关闭|已?拒绝|已?驳回"
    r"|处理中|进行中|已?排期|已?计划|等待客户|等客户|重新打开)(?![A-Za-z])"
)
_SAID = expression(
    rf"{_FAMILY}(?P<set>{_SET})?(?P<one>{_NUMBER})(?P<to>{_TO})(?P<state>{_STATE})"
    r"(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = expression(
    rf"{_FAMILY}{_SET}(?P<one>{_NUMBER})\s*[?？.。]?"
    rf"|{_FAMILY}(?P<two>{_NUMBER})\s*的?\s*(?:status|state|状态|进度)\s*[?？.。]?",
    re.IGNORECASE,
)
_PLAIN = {"进行中": "处理中", "等待客户": "等客户"}


def plainly(text: str) -> str:
    """The sentence as others say it: "F-1 fixed"; every other as it is."""
    if asked := _ASKED.fullmatch(text):
        return asked["one"] or asked["two"]
    said = _SAID.fullmatch(text)
    if said is None or not (said["set"] or said["to"].strip(" ,，")):
        return text
    state = said["state"].removeprefix("已")
    state = _PLAIN.get(state, state)
    return f"{said['one']} {state}{said['words']}"
