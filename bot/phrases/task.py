"""Tasks in passing: "3 done", "finish T-3", 把3转给 @王芳, "show my tasks".

A task's number tells that a task is meant: the word task may stay away, and the number
may come first.
"""

import re
from collections.abc import Iterator

from bot.model.expression import expression
from bot.phrases.sentence import LONGEST, short

_NUMBER = r"(?:T\s?[-－–]?\s?|[#＃])?\d{1,9}(?!\d)"
_TASK = r"(?:tasks?(?![a-z])|任务|任務)"
_FIRST = expression(
    rf"(?:把|将|將|please\s|pls\s|mark\s|set\s)?\s*(?:{_TASK}\s*)?"
    rf"(?P<number>{_NUMBER})(?:\s*号)?(?:\s*{_TASK})?\s*"
    r"(?:(?:as|is|are|标记为|标为|已经|已)\s*)?(?P<rest>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
_VERB_ENDS = expression(r"^([a-z]+)(?:\s*[,:;!.，：；！。]\s*|$)", re.IGNORECASE)
_LATER = expression(
    rf"(?P<verb>[^\W\d_]+?)(?:\s+|(?<=[\u2e80-\uffff]))(?:{_TASK}\s*)?"
    rf"(?P<rest>(?:(?:<@[^>\s]+>|[@＠]\S+)\s*)?{_NUMBER}(?![\w:.%]*[A-Za-z%]).*)",
    re.IGNORECASE | re.DOTALL,
)
_LIST = expression(
    r"(?:(?:show|list|see|get|看看|看一下|看下|查看|查|列出)\s*(?:me\s|一下)?)?\s*"
    rf"(?P<which>.*?)\s*(?:['’]s)?的?\s*{_TASK}[?？。.]?",
    re.IGNORECASE,
)
_LISTED = expression(r"(?:list|show|列出)\s+(?P<which>\S.*)", re.IGNORECASE)
# "3 boxes", "3 new boxes"; not "3 the boxes came".
_COUNTED = expression(
    r"\d+\s+(?!(?:to|and|for|as|on|until|till|at|by|now|please|pls|is|it|we|he|she|they"
    r"|you|the|this|that|with|from|in|after|because|since|but|not|all|already|my|our"
    r"|waiting|working|thanks?|thx|today|tomorrow|yesterday)\b)[a-z]{3}",
    re.IGNORECASE,
)
_SAYS = expression(
    r"\b(?:is|are|was|were|has|have|had|will|can|can't|cannot|got)\b", re.IGNORECASE
)
# Lists by their state alone; "done" and 完成 alone are what is done to a task.
_ALONE = r"overdue|late|blocked|stuck|逾期|已逾期|过期|受阻|被卡住?|已完成|未完成"
_WITH_NOUN = r"done|closed|finished|completed|open|完成|做完|关闭|已关闭|完成了?"
_ALL = r"(?:(?:my|all|the|our|我的|所有|全部)\s*)*"
_STATE = expression(
    r"(?!(?:blocked|stuck)\s+by\b)(?:(?:show|list|see|get|看看|看一下|看下|查看|查|列出)\s*(?:me\s|一下)?)?\s*"
    rf"(?P<which>{_ALL}(?:(?:{_ALONE})(?:的?\s*{_TASK})?|(?:{_WITH_NOUN})的?\s*{_TASK}))"
    r"(?:\s+(?:of|by|from|for)\s+(?P<who>\S.*?))?\s*[?？。.]?",
    re.IGNORECASE,
)


def number_first(text: str) -> Iterator[tuple[str, str]]:
    """ "T-3 done" as "task done" and "T-3", which goes in front of its arguments."""
    if match := _FIRST.fullmatch(text.strip()):
        rest = _VERB_ENDS.sub(r"\1 ", match["rest"])
        yield f"task {rest}", match["number"]
        yield f"任务 {rest}", match["number"]


def without_task(text: str) -> Iterator[str]:
    """ "finish T-3" as "task finish T-3"."""
    if match := _LATER.fullmatch(text.strip()):
        yield f"task {match['verb']} {match['rest']}"
        yield f"任务 {match['verb']} {match['rest']}"


def lists(text: str) -> Iterator[str]:
    """逾期任务, "show my tasks" and "list overdue" as "task list …"."""
    short = " ".join(text.split())
    if len(short) > LONGEST:
        return
    for pattern in (_LIST, _LISTED):
        if (match := pattern.fullmatch(short)) and match["which"]:
            yield f"task {match['which']}"


def by_state(text: str) -> str:
    """ "done tasks", "overdue" and 受阻的任务 as "task list …"; empty for all else."""
    match = _STATE.fullmatch(short(text))
    if match is None:
        return ""
    which = re.sub(rf"的?\s*{_TASK}", "", match["which"], flags=re.IGNORECASE)
    return f"task list {which.replace('的', '的 ')} {match['who'] or ''}".strip()


def counts_things(arguments: str) -> bool:
    """Whether the number is how many, as in "drop 3 boxes", and may be no task's.

    "close 3 boxes are here" says something about T-3.
    """
    return may_count(arguments) and not _SAYS.search(arguments)


def may_count(arguments: str) -> bool:
    """Whether the number could be how many of what is named behind it."""
    return bool(_COUNTED.match(arguments))
