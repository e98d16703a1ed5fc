"""Commands as people say them in passing: "3 done", "finish T-3", 把3转给 @王芳.

A task's number tells that a task is meant: the word task may stay away, and the number
may come first.
"""

import re
from collections.abc import Iterator

_NUMBER = r"(?:T\s?[-－–]?\s?|[#＃])?\d{1,9}(?!\d)"
_TASK = r"(?:tasks?(?![a-z])|任务|任務)"
_FIRST = re.compile(
    rf"(?:把|将|將|please\s|pls\s|mark\s|set\s)?\s*(?:{_TASK}\s*)?"
    rf"(?P<number>{_NUMBER})(?:\s*号)?(?:\s*{_TASK})?\s*"
    r"(?:(?:as|is|are|标记为|标为|已经|已)\s*)?(?P<rest>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
_LATER = re.compile(
    rf"(?P<verb>[^\W\d_]+?)(?:\s+|(?<=[\u2e80-\uffff]))(?:{_TASK}\s*)?"
    rf"(?P<rest>(?:(?:<@[^>\s]+>|[@＠]\S+)\s*)?{_NUMBER}(?![\w:.%]*[A-Za-z%]).*)",
    re.IGNORECASE | re.DOTALL,
)
_LIST = re.compile(
    r"(?:(?:show|list|see|get|看看|看一下|看下|查看|查|列出)\s*(?:me\s|一下)?)?\s*"
    rf"(?P<which>.*?)\s*(?:['’]s)?的?\s*{_TASK}[?？。.]?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:list|show|列出)\s+(?P<which>\S.*)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d+\s+(?!(?:to|and|for|as|on|until|till|at|by|now|please|pls|is)\b)[a-z]{3}",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:what|which|how|who|where|when)\b|我?(?:今天)?有(?:什么|哪些)", re.IGNORECASE
)
LONGEST = 100  # characters; who asks for a list says less
SENTENCE = 3  # words, or twice as many Chinese letters


def number_first(text: str) -> Iterator[tuple[str, str]]:
    """ "T-3 done" as "task done" and "T-3", which goes in front of its arguments."""
    if match := _FIRST.fullmatch(text.strip()):
        yield f"task {match['rest']}", match["number"]
        yield f"任务 {match['rest']}", match["number"]


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


def counts_things(arguments: str) -> bool:
    """Whether the number is how many, as in "drop 3 boxes", and may be no task's."""
    return bool(_COUNTED.match(arguments))


def is_question(text: str) -> bool:
    """Whether somebody asks, rather than says what is to be done."""
    return text.rstrip().endswith(("?", "？")) or bool(_QUESTION.match(text.strip()))


def is_sentence(text: str) -> bool:
    """Whether it is more than a mistyped command: several words, or one for others."""
    chinese = sum(letter > "\u2e7f" for letter in text)
    return (
        len(text.split()) >= SENTENCE
        or chinese >= 2 * SENTENCE
        or text.lstrip().startswith(("<@", "@", "＠"))
    )
