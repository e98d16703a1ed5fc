"""Commands typed while a question waits for words: which are none of its answers.

Only what has the whole shape of a command is one: nobody answers "task list" to a
question, but "Task list is done" they do. In doubt it is the answer; what is put in
quotes always is.
"""

import re
from collections.abc import Collection

from bot.arguments import fold
from bot.model.standup import same_name
from bot.registry import Command, Commands

OF_QUESTIONS = frozenset({"standup fill", "standup skip"})
HELP = "help"
ALONE = OF_QUESTIONS | {
    "blocker list",
    "delivery failed",
    HELP,
    "project list",
    "settings",
    "standup list",
    "standup new",
    "standup report",
    "standup run",
    "standup templates",
    "task list",
}  # they need nothing more
WORDS = frozenset(
    fold(word)
    for word in (
        "help", "help me", "settings", "preferences", "menu", "帮助", "怎么用", "设置",
        "菜单",
    )
)  # the only single words that are meant so  # fmt: skip
ADDS = frozenset(
    f"{subject} {verb}"
    for subject, verbs in {
        "task": "add",
        "todo": "add",
        "blocker": "add",
        "standup": "new",
        "任务": "新增 添加 新建 创建",
        "待办": "新增 添加 新建 创建",
        "阻碍": "新增 添加 新建 上报",
        "站会": "新建",
    }.items()
    for verb in verbs.split()
)
TASKS = re.compile(
    r"(?:mine|my|all|overdue|late|blocked|done|made|open|我的|全部|所有|逾期|受阻|已?完成"
    r"|未完成|我创建的|[@＠#＃]\S+|<[@#][^>]+>|(?:dept|部门)\s*[:：]\s*\S+)",
    re.IGNORECASE,
)
IDS = re.compile(
    r"(?:[TB]\s?[-－–]?\s?)?\d{1,9}(?:[\s,，、;；&和及]+(?:[TB]\s?[-－–]?\s?)?\d{1,9})*",
    re.IGNORECASE,
)
WITH_ID = re.compile(r"[TB]\s?[-－–]\s?\d{1,9}\s+\S", re.IGNORECASE)
WANT_WORDS = frozenset(
    f"{subject} {verb}"
    for subject, verbs in {
        "task": "assign block comment depends due edit follow priority rename repeat "
        "snooze split",
        "blocker": "tag update",
    }.items()
    for verb in verbs.split()
)  # of one thing, with words behind its number
QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "«": "»", "'": "'", "‘": "’"}


def is_aside(table: Commands, text: str, standups: Collection[str]) -> bool:
    """Whether the words are a whole command; `standups` are those known by name."""
    found = table.find(text)
    if found is None:
        return False
    command, rest = found
    head = fold(text.strip()[: len(text.strip()) - len(rest)])
    if not rest.strip(" .。!！?？"):
        return _alone(command, head.strip(" .。!！?？"))
    if " " not in head:
        return command.path == HELP and _is_topic(table, rest)
    return _goes_on(command, head, rest.strip(), standups)


def _alone(command: Command, head: str) -> bool:
    if head in WORDS:
        return True
    glued = not head.isascii() and len(head) > len("任务")
    return command.path in ALONE and (" " in head or glued)


def _is_topic(table: Commands, rest: str) -> bool:
    topic = table.find(rest)
    return topic is not None and not topic[1]


def _goes_on(command: Command, head: str, rest: str, standups: Collection[str]) -> bool:
    family = command.path.split()[0]
    if head in ADDS:
        return True
    if command.path == "task list":
        return all(TASKS.fullmatch(word) for word in rest.split())
    if family == "standup":
        return same_name(rest) in standups
    if family in ("task", "blocker") and IDS.fullmatch(rest):
        return True
    return command.path in WANT_WORDS and WITH_ID.match(rest) is not None


def unquoted(text: str) -> str | None:
    """What stands in quotes, if that is everything."""
    said = text.strip()
    close = QUOTES.get(said[:1])
    if close is None or len(said) < 3 or said[-1] != close:
        return None
    return said[1:-1].strip()
