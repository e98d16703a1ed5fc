"""Repetitions inside a sentence: "weekly report every friday", 每周五发周报.

Only words that say how often something is done are taken: "the weekly report",
"every friday's mail", 每日优鲜 and "everyday items" are what a thing is called.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.model.expression import expression
from bot.model.repetition import chinese, english
from bot.model.repetition.rule import Repetition

_WORD = expression(r"[^\s,，、;；。.!！?？:：@#＠＃()\ue000-\uf8ff]+|[,、]")
_OPENS = frozenset({"every", "each"})
_PLURAL_DAY = expression(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays|weekends"
)
# Said of a thing more often than of what is done, but for the end of a sentence.
_AFTERWARDS = frozenset(
    ("daily", "everyday", "weekly", "biweekly", "bi-weekly", "fortnightly", "monthly",
     "quarterly", "yearly", "annually")
)  # fmt: skip
_ENDS = expression(r"\s*(?:$|[,，;；。.!！?？@#＠＃\ue000-\uf8ff]|(?:at|by|from)\b)")
_GOES_ON = expression(r"['’]s\b|-\w")
_ARTICLES = frozenset(
    ("the", "a", "an", "our", "my", "your", "their", "his", "her", "this", "that")
)
_LONGEST = 8  # words
_HAN_OPENS = expression(r"每|天天|隔[天日周週]|逢")
_HAN_LONGEST = 16  # letters
_HAN_BARE = expression(r"(?:每个?(?:天|日|周|週|星期|礼拜|禮拜|月|季度?|年)|天天)")
# What makes a bare 每周 or 每日 the name of something.
_HAN_NAMES = expression(
    r"优鲜|優鮮|坚果|一淘|特价|特卖|特惠|特供|上新|新品|精选|推荐|推薦|任务|任務|例会|例會|会议|會議"
    r"|报表|報表|报告|報告|周报|週報|总结|總結|计划|計劃|优惠|鲜|必|一[词题问]|的"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A repetition in a text: where it stands, and its rule."""

    start: int
    end: int
    rule: str


def find(text: str) -> Spoken | None:
    """The first repetition a sentence says, if it says one."""
    found = [one for one in (_english(text), _chinese(text)) if one]
    return min(found, key=lambda one: one.start, default=None)


def _english(text: str) -> Spoken | None:
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        said = word.group().lower()
        follows = words[first + 1].group().lower() if first + 1 < len(words) else ""
        planned = said == "on" and _PLURAL_DAY.fullmatch(follows)
        late = said in _AFTERWARDS and first > 0
        named = first > 0 and words[first - 1].group().lower() in _ARTICLES
        if named or not (said in _OPENS or planned or late):
            continue
        for last in range(min(first + _LONGEST, len(words)), first, -1):
            end = words[last - 1].end()
            rule = _rule(english.read, text[word.start() : end])
            if rule is None or words[last - 1].group() in ",、":
                continue
            if _GOES_ON.match(text, end) or (late and not _ENDS.match(text, end)):
                break
            return Spoken(word.start(), end, rule)
    return None


def _chinese(text: str) -> Spoken | None:
    for opens in _HAN_OPENS.finditer(text):
        start = opens.start()
        for end in range(min(start + _HAN_LONGEST, len(text)), start + 1, -1):
            said = text[start:end]
            if said[-1].isspace() or said[-1] in ",，、的":
                continue
            rule = _rule(chinese.read, said)
            if rule is None or _half_a_word(text, end):
                continue
            if _HAN_BARE.fullmatch(said) and _HAN_NAMES.match(text, end):
                break
            return Spoken(start, end, rule)
    return None


def _half_a_word(text: str, end: int) -> bool:
    """Whether a number goes on, or counts what follows: 每月1 of 每月12号, 每周3次."""
    return text[end - 1].isdigit() and text[end : end + 1].isalnum()


def _rule(read: Callable[[str], Repetition | None], said: str) -> str | None:
    words = unicodedata.normalize("NFKC", said).casefold()
    found = read(words)
    return found.rule if found else None
