"""What stands in brackets behind a question: its kind of answer, and how it is kept."""

import re
from dataclasses import dataclass, replace

from bot.arguments import fold
from bot.model.expression import expression
from bot.model.question import AnswerKind, QuestionKind

BEHIND = expression(
    r"(?P<text>.*?)\s*[(（](?P<inside>[^()（）]*)[)）]\s*(?P<end>[?？:：.。]?)"
)
KINDS = {
    AnswerKind.NUMBER: "number numeric count 数字 数值 数量",
    AnswerKind.SCALE: "scale rating score 1-5 1–5 评分 打分 分数 量表",
    AnswerKind.DATE: "date day 日期",
    AnswerKind.YES_NO: "yes/no y/n yes-no 是/否 是否 是/不是 是非",
    AnswerKind.TEXT: "text 文字 文本",
}
WORDS = {word: kind for kind, words in KINDS.items() for word in words.split()}
SUBJECTS = {
    "mood": (QuestionKind.MOOD, AnswerKind.SCALE),
    "心情": (QuestionKind.MOOD, AnswerKind.SCALE),
    "blocker": (QuestionKind.BLOCKERS, AnswerKind.TEXT),
    "blockers": (QuestionKind.BLOCKERS, AnswerKind.TEXT),
    "阻碍": (QuestionKind.BLOCKERS, AnswerKind.TEXT),
}
REQUIRED = frozenset({"required", "must", "mandatory", "必填", "必答"})
ANONYMOUS = frozenset({"anonymous", "anon", "匿名"})
SEVERAL = expression(
    r"(?:any of|any|multi|multiple|several|多选|可多选)\s*[:：]\s*", re.I
)
ONE = expression(r"(?:one of|one|choice|choose|单选|选择)\s*[:：]\s*", re.I)
COMMA = expression(r"\s*[,，;；]\s*")
SLASH = expression(r"\s*[/／|｜]\s*")
LISTED = expression(r"\s*[,，、;；]\s*")
SPACED = expression(r"\s[/／|｜]\s")
NO_CHOICE = expression(r"[\d\s]+[/／][\d\s]+|.*://.*")  # "24/7", an address


@dataclass(frozen=True, slots=True)
class Traits:
    """What the brackets say. `kind` is None where they do not say what it is about."""

    answer: AnswerKind = AnswerKind.TEXT
    options: tuple[str, ...] = ()
    kind: QuestionKind | None = None
    required: bool = False
    anonymous: bool = False


def read_brackets(typed: str) -> tuple[str, Traits]:
    """The question without the brackets that were understood, and what they say."""
    text, traits = typed.strip(), Traits()
    while match := BEHIND.fullmatch(text):
        # "(PRs/tickets)?" explains the question, " / " offers a choice
        loose = bool(match["end"])
        found = _inside(match["inside"], traits, loose=loose)
        if found is None:
            break
        text, traits = f"{match['text']}{match['end']}", found
    return text, traits


def _inside(inside: str, traits: Traits, *, loose: bool) -> Traits | None:
    """What one pair of brackets adds; None where it is part of the question."""
    words = COMMA.split(inside.strip())
    while words and (flagged := _flag(words[-1], traits)):
        words, traits = words[:-1], flagged
    while words and (flagged := _flag(words[0], traits)):
        words, traits = words[1:], flagged
    return _answer("，".join(words), traits, loose=loose) if words else traits


def _flag(word: str, traits: Traits) -> Traits | None:
    if fold(word) in REQUIRED:
        return replace(traits, required=True)
    if fold(word) in ANONYMOUS:
        return replace(traits, anonymous=True)
    return None


def _answer(words: str, traits: Traits, *, loose: bool) -> Traits | None:
    bare = fold(words).replace(" / ", "/")
    if bare in WORDS:
        return replace(traits, answer=WORDS[bare])
    if bare in SUBJECTS:
        kind, answer = SUBJECTS[bare]
        return replace(traits, answer=answer, kind=kind)
    if match := SEVERAL.match(words):
        options = _options(words[match.end() :])
        return replace(traits, answer=AnswerKind.CHOICES, options=options)
    if match := ONE.match(words):
        options = _options(words[match.end() :])
        return replace(traits, answer=AnswerKind.CHOICE, options=options)
    if not SLASH.search(words) or NO_CHOICE.fullmatch(words):
        return None
    if loose and not SPACED.search(words):
        return None
    return replace(traits, answer=AnswerKind.CHOICE, options=_options(words))


def _options(words: str) -> tuple[str, ...]:
    """The options, each once: between slashes, else between commas."""
    between = SLASH if SLASH.search(words) else LISTED
    once: dict[str, str] = {}
    for part in between.split(words):
        if part.strip():
            once.setdefault(fold(part), part.strip())
    return tuple(once.values())
