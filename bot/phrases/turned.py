"""A command said the other way round: "create a measure …", "my reviews", 导出反馈.

The registry's own words say what is a subject and what is done to it, so that a new
command is understood both ways without a line here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from bot.model.expression import expression
from bot.phrases.sentence import LONGEST

_POLITE = expression(
    r"^(?:(?:hey|please|pls|can (?:you|i|we)|could (?:you|i|we)|would you|i want to"
    r"|i[’']?d like to|i would like to|i need to|i have to|let me|let[’']?s|help me"
    r"|how (?:do|can) i|how to)\s+|(?:请|麻烦|帮我|帮忙|我想要?|我要|想要?|可以|能不能"
    r"|能否|怎么|如何|给我)(?=[\u2e80-\uffff])\s*)+",
    re.IGNORECASE,
)
_TAIL = expression(r"(?:\s+(?:please|pls|for me)|[?？!！。.]|吧|吗|呢|一下)+$", re.I)
_ARTICLE = r"(?:(?:a|an|the|my|our|all|new|another|this|that|me)\s+)*"
_ENGLISH = expression(
    rf"(?P<verb>[a-z]+)(?:\s+up)?\s+{_ARTICLE}"
    r"(?P<noun>stand[- ]ups?|to-dos?|[a-z]+)(?![\w-])[:,]?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MINE = expression(
    r"(?:(?:what(?:[’']s| is| are)|show|list|see|open)\s+)?(?:me\s+)?my\s+"
    r"(?P<noun>stand[- ]ups?|[a-z ]+)",
    re.IGNORECASE,
)
_COUNTER = r"(?:一下|一个|个|这个|那个|我的|我们的|所有的?|全部的?|新的?)?"
_SEEING = [
    "show",
    "see",
    "view",
    "list",
    "display",
    "open",
    "get",
    "查看",
    "查",
    "看",
    "看看",
    "显示",
    "打开",
    "列出",
]
_SAME = {
    "make": ("new", "add", "create"),
    "create": ("new", "add"),
    "set": ("new", "set"),
    "add": ("new",),
    "remove": ("drop", "retire", "delete"),
    "delete": ("drop", "retire"),
    "cancel": ("drop", "stop"),
    "edit": ("change",),
    "建": ("新建",),
    "做": ("新建",),
    "删": ("删除",),
    "改": ("修改", "编辑"),
}
# What is given is made: "give feedback …", "send kudos to …".
_GIVING = frozenset(
    ["give", "send", "submit", "leave", "file", "share", "pass", "report", "write"]
)
_TASKS = frozenset({"task", "todo", "任务", "待办"})
_GIVEN = frozenset({"feedback", "kudos"})


class Turned:
    """Puts what was said in the order of the commands it may be."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._verbs: dict[str, set[str]] = {}  # of each subject
        for path in paths:
            noun, _, verb = path.partition(" ")
            self._verbs.setdefault(noun, set()).add(verb)

    @cached_property
    def _nouns(self) -> str:
        return _any(noun for noun in self._verbs if not noun.isascii())

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        verbs = {v for known in self._verbs.values() for v in known}
        words = {word for word in (*verbs, *_SAME, *_SEEING) if not word.isascii()}
        return expression(
            rf"(?P<verb>{_any(words)}){_COUNTER}(?P<noun>{self._nouns})\s*(?P<rest>.*)",
            re.DOTALL,
        )

    @cached_property
    def _ours(self) -> re.Pattern[str]:
        nouns = self._nouns
        return expression(
            rf"(?:(?:查看|看看|显示)?我的?(?:有哪些)?(?P<mine>{nouns}))"
            rf"|(?:有哪些|所有|全部)(?P<all>{nouns})|(?P<what>{nouns})有哪些"
        )

    def __call__(self, text: str) -> Iterator[str]:
        """The words as each command they may be, the likeliest first."""
        plain = _POLITE.sub("", text.strip(), count=1)
        asked = _TAIL.sub("", plain) if len(plain) <= LONGEST else plain
        if asked != text.strip():
            yield asked
        yield from self._mine(asked)
        if match := _ENGLISH.fullmatch(plain):
            yield from self._done(match, _subject(match["noun"]))
        if match := self._chinese.fullmatch(plain):
            yield from self._done(match, match["noun"])

    def _mine(self, asked: str) -> Iterator[str]:
        if match := _MINE.fullmatch(asked):
            yield from self._listed(_subject(match["noun"]), ("mine", "", "list"))
        if match := self._ours.fullmatch(asked):
            noun = match["mine"] or match["all"] or match["what"]
            own = ("我的",) if match["mine"] else ()
            yield from self._listed(noun, (*own, "", "列表"))

    def _listed(self, noun: str, ways: Iterable[str]) -> Iterator[str]:
        known = self._verbs.get(noun, ())
        yield from (f"{noun} {way}".strip() for way in ways if way in known)

    def _done(self, match: re.Match[str], noun: str) -> Iterator[str]:
        verb, rest = match["verb"].lower(), match["rest"]
        rest = rest if _TAIL.sub("", f" {rest}").strip() else ""
        known = self._verbs.get(noun, set())
        if noun in _TASKS:
            return  # bot.phrases.task knows them better: "open tasks" is a list
        if noun in _GIVEN and verb in _GIVING:
            yield f"{noun} {re.sub('^to ', '', rest)}".strip()
            return
        if verb in _SEEING and not rest:
            yield from self._listed(noun, ("list", "列表", ""))
        for way in (verb, *_SAME.get(verb, ())):
            if way in known:
                yield f"{noun} {way} {rest}".strip()


def _subject(noun: str) -> str:
    """As commands name it: "stand-ups" is "standup", "reviews" is "review"."""
    word = re.sub(r"[\s-]", "", noun.lower())
    return word if word in ("kudos", "settings") else word.removesuffix("s")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
