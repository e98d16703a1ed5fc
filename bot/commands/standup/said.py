"""Stand-ups in sentences that begin with no command: "can you set up a daily stand-up
at 9:30?", 帮我建一个每天早上九点半的站会.
"""

import re

from bot.commands.standup.cancelled import cancelled
from bot.commands.standup.here import without_here
from bot.commands.standup.recalled import recalled
from bot.commands.standup.wishes import wished
from bot.model.department import find_department
from bot.model.expression import expression
from bot.model.text import simplified

LONGEST = 600
_ASKING = (
    r"(?:(?:hi|hey|hello|ok|okay|please|pls|now|so|also)[\s,!]+)*"
    r"(?:(?:can|could|would|will)\s+(?:you|we|i)\s+|let['’]?s\s+)?"
    r"(?:(?:please|pls|just)\s+)*"
)
_WANTING = r"(?:i|we)(?:['’]d|\s+would)?\s+(?:want|need|like)\b(?:\s+to\s+have\b)?"
_MAKING = r"(?:create|make|set\s*up|add|schedule|plan|organi[sz]e|arrange|introduce)"
_BEGINNING = r"(?:start|begin|launch|have)"
_ARTICLE = r"(?:(?:an?|another|one)\s+(?:new\s+)?)"
_HEAD = (  # somebody asks for one; "we have a stand-up at 9" does not
    rf"{_ASKING}(?:{_WANTING}\s+{_ARTICLE}"
    rf"|(?:{_WANTING}\s+to\s+)?(?:{_BEGINNING}\s+{_ARTICLE}"
    rf"|{_MAKING}\s+(?:me\s+|us\s+)?{_ARTICLE}?(?:new\s+)?)|(?:an?\s+)?new\s+)"
)
_KIND = (  # "weekly", "customer service"; nothing that is about one
    r"(?P<kind>(?:(?!(?:about|after|and|at|before|for|from|in|of|on|task|reminder|the"
    r"|to|with|my|our|this|that)\b)[\w'’&-]+\s+){0,4}?)"
)
_NOUN = r"(?P<noun>stand[\s-]?ups?|scrum)(?:\s+(?:meeting|call)s?\b)?"
_BEHIND = (
    r"(?=$|[,.!?]|\s+(?:at|every|each|on|in|for|with|called|named|from|between|daily"
    r"|weekdays|(?:mon|tues|wednes|thurs|fri)days?|close|zone|remind|ask|please|pls|\d)"
    r"|\s*[\"“#<@])"
)
_MAKES = expression(f"{_HEAD}{_KIND}{_NOUN}{_BEHIND}(?P<rest>.*)", re.IGNORECASE)
_POLITE = expression(
    r"[\s,]*(?:please|pls|thanks?|thank you|thx|谢谢|可以吗|好吗|行吗|吧|吗)?"
    r"[\s.!?。！？~]*$",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    ("daily", "regular", "morning", "quick", "short", "simple", "async", "little",
     "team", "new", "normal", "standard")
)  # fmt: skip
_OFTEN = {
    "weekly": "every week",
    "fortnightly": "every 2 weeks",
    "biweekly": "every 2 weeks",
    "bi-weekly": "every 2 weeks",
    "monthly": "every month",
}
_SAYS_DAYS = expression(
    r"\b(?:every|each|daily|weekdays?|workdays?|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b",
    re.IGNORECASE,
)
_NAMED = expression(r"\s*(?:called|named)\s", re.IGNORECASE)
# Nothing but what it is and when: "daily stand-up at 9" asks for one, too.
_BARE = expression(
    r"(?:an?\s+)?(?:new\s+)?(?P<kind>(?:(?:daily|weekly|biweekly|bi-weekly|fortnightly"
    r"|monthly|morning|team|regular|quick|short)\s+)+)(?P<noun>stand[\s-]?ups?|scrum)"
    r"(?P<rest>\s+(?:at|from|every|each|on|in)\s+.*\d.*)",
    re.IGNORECASE,
)

_ASKING_ZH = (
    r"(?:请|麻烦|劳驾|您好|你好|能不能|能否|可以|可否|能|想要|想|要|需要|希望|打算"
    r"|[给替为](?=我|咱|大家)|帮忙|帮|我们|我|咱们|咱|大家|一下|[\s，,])*"
)
_MAKING_ZH = (
    r"(?:新建|创建|建立|设立|设置|安排|添加|新增|增加|组织|发起|建|设|开|搞|弄"
    r"|加(?!入))"
)
_NOUN_ZH = r"(?P<noun>站会|站立会议?|晨会|早会|日会|周会)"
_BEHIND_ZH = (
    r"(?=$|[\s，,。！!：:；;#@<＃＠]|每|从|在|给|时间|截止|早|上午|下午|晚|叫|名|吧|谢"
    r"|\d"
    r"|[一二两三四五六七八九十]+点)"
)
_NOT_ZH = r"(?![^，,。]*(?:不|没|别|取消|停))"  # 周五不开站会 asks for none
_MAKES_ZH = expression(
    rf"{_NOT_ZH}{_ASKING_ZH}(?:在\s*(?P<place>[^\s，,。的]{{1,20}}?)里?\s*)?"
    rf"(?:[给为]\s*(?P<who>[^\s，,。的]{{1,20}}?)\s*)?{_MAKING_ZH}"
    r"\s*(?:一下)?\s*(?:一?[个場场])?\s*(?P<kind>[^，,。？?；;\n]{0,30}?)的?"
    rf"{_NOUN_ZH}{_BEHIND_ZH}(?P<rest>.*)"
)
_HELD_ZH = expression(
    rf"{_NOT_ZH}{_ASKING_ZH}(?P<when>(?:每|工作日"
    rf"|周[一二三四五])[^，,。？?；;\n]{{1,30}}?)\s*"
    r"(?:我们|大家|全员)?\s*(?:(?:召开|开|进行|举行|做|搞)\s*(?:一?[个场次])?"
    r"|(?<![有是在了])的?)\s*"
    rf"{_NOUN_ZH}\s*"
)
_OTHER_ZH = expression(r"任务|提醒|反馈|会议室|纪要|模板")
_PLAIN_ZH = frozenset(("每日", "日常", "新", "普通", "简单", "团队", "例行", "新的"))
_UNNAMED_ZH = frozenset(("站会", "站立会", "站立会议", "日会"))
_CALLED_ZH = expression(r"(?:名字?叫做?|名为|取名|叫做?)\s*(?P<name>.+)")
_WHEN_ZH = expression(r"每[^日]|[点點:：\d]|工作日|周[一二三四五六日天]")


def said_of_standups(text: str) -> str:
    """The command that a sentence means; "" where it is about no stand-up."""
    short = " ".join(text.split())
    if len(short) > LONGEST:
        return ""
    named = without_here(short)
    if meant := cancelled(short) or _made(named) or _made_zh(named) or wished(short):
        return meant
    past = recalled(short)
    return f"standup history {past}" if past else ""


def _made(text: str) -> str:
    match = _MAKES.fullmatch(text) or _BARE.fullmatch(text)
    if match is None:
        return ""
    rest = _POLITE.sub("", match["rest"]).strip(" ,.:")
    kind = match["kind"].split()
    own = [word for word in kind if word.casefold() not in _PLAIN]
    often = [_OFTEN[word.casefold()] for word in own if word.casefold() in _OFTEN]
    if not rest and len(often) == len(own):
        return "standup new"  # nothing is said about it: the form asks
    parts = ["standup new"]
    if own and not _NAMED.match(match["rest"]):
        name = " ".join((*own, match["noun"]))
        parts.append(f"“{name[0].upper()}{name[1:]}”")
    parts.append(rest)
    department = find_department(" ".join(own))
    if department and not re.search(r"\bfor\b", rest, re.IGNORECASE):
        parts.append(f"for dept:{department}")
    if often and not _SAYS_DAYS.search(rest):
        parts.append(often[0])
    return " ".join(part for part in parts if part)


def _made_zh(text: str) -> str:
    text = _POLITE.sub("", text)
    plain = simplified(text)  # letter by letter: what was typed stays as it was

    def typed(part: str) -> str:
        return text[match.start(part) : match.end(part)] if match else ""

    if match := _HELD_ZH.fullmatch(plain):
        return _command_zh("", match["noun"], typed("when"))
    match = _MAKES_ZH.fullmatch(plain)
    if match is None or _OTHER_ZH.search(match["kind"]):
        return ""
    named: list[str] = []
    times: list[str] = []
    called = ""
    for part in typed("kind").split("的"):
        if found := _CALLED_ZH.fullmatch(part.strip()):
            called = found["name"]
        else:
            (times if _WHEN_ZH.search(part) else named).append(part.strip())
    kind = "".join(named)
    if not called and kind not in _PLAIN_ZH | {""}:
        called = kind + typed("noun")
    rest = typed("rest").strip(" ，,。：:")
    where = f"在 {typed('place')}" if match["place"] else ""
    who = f"给 {typed('who')}" if match["who"] else ""
    return _command_zh(called, match["noun"], *times, rest, where, who)


def _command_zh(called: str, noun: str, *parts: str) -> str:
    """周会 is a name of its own, 站会 is none."""
    name = called or ("" if noun in _UNNAMED_ZH else noun)
    said = (f"「{name}」" if name else "", *parts)
    return " ".join(("站会 新建", *(part for part in said if part)))
