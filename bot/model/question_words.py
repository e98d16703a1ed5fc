"""What a question asks about, by its own words; and how people say yes and no."""

import re

from bot.model.question import AnswerKind, QuestionKind
from bot.model.text import simplified

YES_WORDS = (
    "yes", "y", "true", "yeah", "yep", "sure", "是", "是的", "有", "对", "好", "要",
)  # fmt: skip
NO_WORDS = (
    "no", "n", "false", "nope", "none", "否", "不是", "不", "没有", "无", "没", "不对",
    "不要",
)  # fmt: skip
MOOD = re.compile(r"\bmood\b|\bfeel(?:ing|ings)?\b|心情|情绪|感觉")
BLOCKERS = re.compile(
    r"\bblock(?:s|ed|er|ers|ing)?\b|阻[碍礙]|障[碍礙]|阻塞|卡点|卡住|卡在|困[难難]"
)
YESTERDAY = re.compile(r"\byesterday\b|\blast (?:time|working day)\b|昨天|昨日|上次")
TODAY = re.compile(r"\btoday\b|今天|今日")


def subject(text: str, answer: AnswerKind) -> QuestionKind:
    """What was planned for today is what was done by the next time (PEERS A20)."""
    words = simplified(text.casefold())
    if answer is AnswerKind.SCALE:
        return QuestionKind.MOOD if MOOD.search(words) else QuestionKind.OWN
    if answer is not AnswerKind.TEXT:
        return QuestionKind.OWN
    if BLOCKERS.search(words):
        return QuestionKind.BLOCKERS
    if YESTERDAY.search(words):
        return QuestionKind.YESTERDAY
    return QuestionKind.TODAY if TODAY.search(words) else QuestionKind.OWN
