"""What is done with one thing by its number: "B-4 done", "close F-7",
"F-7 is fixed: the cart works again", F-7 已解决.
"""

import re
from collections.abc import Iterator, Mapping

from bot.model.expression import expression
from bot.phrases.item_state import plainly

NOUNS = {  # by the letter of the number; a bare number is a task's
    "B": ("blocker", "阻碍"),
    "F": ("feedback", "反馈"),
    "R": ("risk", "风险"),
}
LONGEST = 4  # characters of a Chinese verb
NUMBER = r"[BFR]\s?[-－–]\s?\d{1,9}(?![A-Za-z0-9_]|[.:%]\d)"
_IS = r"(?:(?:is|has\s+been|was|已经|已)\s*)?"
_SAID = expression(
    rf"(?:(?:请|麻烦)?(?:把|将)\s*)?(?P<first>{NUMBER})\s*[:：,，]?\s*{_IS}"
    r"(?P<rest>[^\W\d_].*)"
    r"|(?:please\s+|请|麻烦)?(?P<verb>[^\W\d_]+(?:['’\s]+[^\W\d_]+){0,3})\s*"
    rf"(?P<then>{NUMBER}.*)",
    re.IGNORECASE | re.DOTALL,
)
_FAMILY = expression(
    rf"(?:feedback|blocker|risk|反馈|客诉|阻碍|风险)\s*(?={NUMBER})", re.IGNORECASE
)
_ALONE = expression(
    rf"(?P<one>{NUMBER})"
    rf"|(?:(?:(?:what|how)(?:['’]s|\s+is|\s+about)?|is|was|has)\s+)?(?P<asked>{NUMBER})[^:：]*[?？]"
    rf"|(?:(?:what(?:['’]s|\s+is)?|is\s+there|any(?:thing)?|where\s+are\s+we)\s+)?"
    r"(?:happening|going\s+on|news?|updates?|progress|(?:the\s+)?(?:latest|status|state))?"
    rf"\s*(?:with|of|on|about|for)\s+(?P<news>{NUMBER})\s*[?？.]?"
    rf"|(?P<stands>{NUMBER})\s*的?(?:现在)?(?:有(?:什么|没有|任何)?(?:新)?(?:进展|消息|更新|结果)"
    r"|进展(?:如何|怎么?样)|(?:处理|解决)?得?怎么?样|到哪一?步|什么情况|进度(?:如何|怎样)?"
    r"|好了(?:没有?|吗))(?:了|吗|么|嘛|呢)*[?？。]?",
    re.IGNORECASE,
)
_COLON = expression(r"\s*[:：,，]\s*")
# Said of it, and nothing that anybody is to read: "fixed it", "done now", 解决啦.
EMPTY = expression(
    r"(?:it|this|that|now|already|again|today|please|thanks|thank you|then|for now"
    r"|了|啦|吧|它|一下|这个|这条|谢谢|\s)*[.!。！]*",
    re.IGNORECASE,
)
_BEHIND = expression(rf"({NUMBER})[\s:：,，.。]*(.*)", re.IGNORECASE | re.DOTALL)
# What the customer of one is told or asked.
_TOLD = expression(
    rf"(?:please\s+)?(?:(?P<tell>tell)|ask)\s+(?:(?:the\s+)?(?:customers?|sender|people)"
    rf"\s+(?:of|behind|from)|who\s+sent)\s+(?P<one>{NUMBER})\s*[:,]?\s*(?:that\s+)?"
    r"(?P<said>\S.*)"
    rf"|(?:请|麻烦)?(?:(?P<tell_zh>告诉|告知|回复)|问一?下?|询问)\s*(?P<one_zh>{NUMBER})\s*"
    r"的(?:客户|顾客|提交人|客人)\s*[:：,，]?\s*(?P<said_zh>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SAME = expression(
    rf"(?:请?把|将)?\s*(?P<one>{NUMBER})\s*(?:(?:and|is|are|和|与|跟|同)\s*)?"
    r"(?P<how>the\s+same\s+(?:thing\s+)?as|a\s+duplicate\s+of|duplicates|=)?\s*"
    rf"(?P<other>{NUMBER})\s*"
    r"(?P<behind>are\s+the\s+same|合并|是?(?:一样的?|同一[个件]?(?:事|问题)?|重复的?)了?)?",
    re.IGNORECASE,
)


def _called(table: Mapping[str, str]) -> Mapping[str, str]:
    return {
        word: command for command, words in table.items() for word in words.split("|")
    }


# Other words for what a register's own commands are called.
OTHERS = {
    "F": _called(
        {
            "fixed": "solved|resolved|solve|fix|done|mended|已修复|修复|修好了|修好"
            "|解决了|已解决|搞定了|搞定",
            "reply": "reply to|respond to|answer to|respond",
            "decline": "rejected|declined|refuse|wontfix|不做了|不做|不修了",
            "start": "work on|working on|working on it|work on it|on it|i'm on it|begin"
            "|looking into it|being worked on|in progress|started|i'm working on"
            "|i am working on|i am on|在处理|处理中|正在处理|开始处理",
            "note": "comment|comment on|note on|internally",
            "plan": "planned|schedule|scheduled|排到|安排在|计划在",
            "wait": "waiting for the customer|waits for the customer|等客户|等待客户",
            "close": "closed|关掉|关了",
            "reopen": "reopened|not fixed|not solved|still not fixed|still not solved"
            "|still broken|not working|重开|还没解决|没解决|没有解决|还没好|没修好"
            "|还没修好|还是不行",
            "show": "look at|open|see|status|who sent|who follows|who is following"
            "|who's following|who watches|who is watching|am i following|do i follow"
            "|谁在关注|谁关注了|谁关注|有谁关注|谁在跟进|谁在跟|我关注了吗|我关注了|谁提交的|谁提的|谁发的"
            "|看看|看一下",
            "take": "i take|i'll take|i’ll take|我来处理|我负责|交给我",
            "assign": "转给|转交给|交给|给|指派给|分配给",
            "unfollow": "mute|stop following|stop watching|stop telling me about"
            "|do not tell me about|don't tell me about|不再关注|别再通知我|取消关注"
            "|不关注了",
            "correct": "about|about the|改成|改为|修改为",
            "correct severity:": "severity|严重程度",
            "correct step:": "step|环节",
            "correct market:": "market|市场",
            "correct sku:": "sku",
            "correct severity:low": "low|minor|低",
            "correct severity:normal": "normal|medium|普通",
            "correct severity:high": "high|高",
            "correct severity:blocking": "blocking|critical|阻断|紧急",
            "task": "make a task of|make a task for|转成任务|建个任务|建任务",
            "part": "split|separate",
        }
    ),
    "R": _called(
        {
            "show": "open|see|look at|status|看看|看一下",
            "close": "closed|over|gone|关掉|关了",
        }
    ),
    "B": dict[str, str](),
}


def of_item(text: str) -> Iterator[tuple[str, str]]:
    """The commands it may be, each without the number, and the number: "B-4 done" as
    "blocker done" and "B-4"; "resolve B-4" as "blocker resolve" and "B-4".
    """
    said = _FAMILY.sub("", plainly(text.strip()), count=1)
    if (same := _SAME.fullmatch(said)) and (same["how"] or same["behind"]):
        if same["one"][0].upper() == same["other"][0].upper() == "F":
            yield f"feedback join {same['one']} with {same['other']}", ""
        return
    if (told := _TOLD.fullmatch(said)) and (told["one"] or told["one_zh"])[0] in "Ff":
        what = "reply" if told["tell"] or told["tell_zh"] else "wait"
        number = told["one"] or told["one_zh"]
        yield f"feedback {what} {number} {told['said'] or told['said_zh']}", ""
        return
    if alone := _ALONE.fullmatch(said):
        number = next(filter(None, alone.groups()))
        yield f"{NOUNS[number[0].upper()][0]} show {number}", ""
        return
    match = _SAID.fullmatch(said)
    if match is None:
        return
    number = match["first"] or match["then"]
    letter = number[0].upper()
    words = match["rest"] or match["verb"]
    behind = "" if match["first"] else f" {_ending(match['then'])}"
    for verb, said_of in _verbs(words):
        rest = "" if EMPTY.fullmatch(said_of) else said_of
        if called := OTHERS[letter].get(verb):
            yield f"{NOUNS[letter][0]} {called} {rest}{behind}", match["first"] or ""
    plain = _COLON.sub(" ", words, count=1)
    first, _, rest = plain.partition(" ")
    plain = first if EMPTY.fullmatch(rest) else plain
    for noun in NOUNS[letter]:
        yield f"{noun} {plain}{behind}", match["first"] or ""


def _ending(then: str) -> str:
    """The number with the words behind it, if they say anything."""
    number, rest = _BEHIND.findall(then)[0]
    return number if EMPTY.fullmatch(rest) else then


def _verbs(words: str) -> Iterator[tuple[str, str]]:
    """How it may begin, the longest first, and what is left."""
    plain = _COLON.sub(" ", words, count=1)
    parts = plain.split(" ")
    for length in range(min(4, len(parts)), 0, -1):
        yield " ".join(parts[:length]).casefold(), " ".join(parts[length:])
    if plain[:1] > "\u2e7f":  # Chinese has no spaces
        for length in range(LONGEST, 1, -1):
            yield plain[:length], plain[length:]
