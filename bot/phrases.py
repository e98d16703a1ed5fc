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
_VERB_ENDS = re.compile(r"^([a-z]+)(?:\s*[,:;!.，：；！。]\s*|$)", re.IGNORECASE)
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
# "3 boxes", "3 new boxes"; not "3 the boxes came".
_COUNTED = re.compile(
    r"\d+\s+(?!(?:to|and|for|as|on|until|till|at|by|now|please|pls|is|it|we|he|she|they"
    r"|you|the|this|that|with|from|in|after|because|since|but|not|all|already|my|our"
    r"|waiting|working|thanks?|thx|today|tomorrow|yesterday)\b)[a-z]{3}",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|can't|cannot|got)\b", re.IGNORECASE
)
_QUESTION = re.compile(
    r"(?:what|which|how|who|where|when|why|is|are|any news)\b"
    r"|我?(?:今天)?有(?:什么|哪些)|.*(?:怎么样|怎样|如何|进展|吗|呢)[？?。了]*$",
    re.IGNORECASE,
)
# Lists by their state alone; "done" and 完成 alone are what is done to a task.
_ALONE = r"overdue|late|blocked|stuck|逾期|已逾期|过期|受阻|被卡住?|已完成|未完成"
_WITH_NOUN = r"done|closed|finished|completed|open|完成|做完|关闭|已关闭|完成了?"
_ALL = r"(?:(?:my|all|the|our|我的|所有|全部)\s*)*"
_STATE = re.compile(
    r"(?:(?:show|list|see|get|看看|看一下|看下|查看|查|列出)\s*(?:me\s|一下)?)?\s*"
    rf"(?P<which>{_ALL}(?:(?:{_ALONE})(?:的?\s*{_TASK})?|(?:{_WITH_NOUN})的?\s*{_TASK}))"
    r"(?:\s+(?:of|by|from|for)\s+(?P<who>\S.*?))?\s*[?？。.]?",
    re.IGNORECASE,
)
_ID = re.compile(
    r"(?<![A-Za-z0-9_-])T\s?[-－–]?\s?(\d{1,9})(?![A-Za-z0-9_-])", re.IGNORECASE
)
SHORT = re.compile(r"([A-Za-z])\s?[-－–]?\s?\d+")  # the number of one thing: "B-4"
_IDS = re.compile(
    rf"{_ID.pattern}(?:[\s,，、;；&和及]|and|{_ID.pattern})*", re.IGNORECASE
)
# A blocker is named with its letter: a bare number is a task's.
_BLOCKER = r"B\s?[-－–]\s?\d{1,9}(?![\w:.%])"
_OF_BLOCKER = re.compile(
    rf"(?P<first>{_BLOCKER})\s*(?:(?:is|has been|已经|已)\s*)?(?P<rest>[^\W\d_].*)"
    rf"|(?P<verb>[^\W\d_]+?)\s*(?P<then>{_BLOCKER}.*)",
    re.IGNORECASE | re.DOTALL,
)
_DUTY = (
    r"(?:owns?|does|runs?|handles?|manages?|leads?|covers?|deals?\s+with"
    r"|takes?\s+care\s+of|looks?\s+after"
    r"|(?:(?:the|a)\s+)?(?:owner|responsible|accountable|in\s+charge|right\s+person"
    r"|contact(?:\s+person)?|point\s+of\s+contact)\s+(?:for|of)"
    r"|(?:ask|contact|message|reach|ping|(?:talk|speak|turn|write|go)\s+(?:to|with))"
    r"\s+(?:about|for|regarding|with|on))"
)
_WHO = re.compile(
    r"(?:who|whom|which\s+person)\b(?:['’]?s)?\s*(?:(?:is|are|to|can|could|should|do"
    rf"|must|would|i|we|has\s+to|it)\s+){{0,3}}{_DUTY}\s+(?P<what>\S.*?)[\s?？.!]*"
    rf"|is\s+(?:any|some)(?:one|body)\s+{_DUTY}\s+(?P<any>\S.*?)[\s?？.!]*"
    r"|whose\s+(?:job|area|task|responsibility)\s+(?:is|are)\s+(?P<whose>\S.*?)[\s?？.!]*"
    r"|(?:contact|owner|responsible|person\s+in\s+charge)\s+(?:for|of)\s+"
    r"(?P<for>\S.*?)[\s?？.!]*"
    r"|(?:请问)?(?:是)?(?:谁|誰|哪位)(?:来|在|是)?(?:负责|負責|主管|管|跟进|处理)(?:的)?"
    r"(?P<after>.+?)(?:的)?[\s?？。呢啊]*"
    r"|(?:请问)?(?:谁|誰)是(?P<is>.+?)的?(?:负责人|負責人|主管|接口人)[\s?？。呢啊]*"
    r"|(?:请问)?(?:该|应该|要)?(?:找|问|联系)(?:谁|誰|哪位)(?:问|处理|负责|了解|办|解决)"
    r"(?P<ask>.+?)[\s?？。呢啊]*"
    r"|(?:请问)?(?P<before>.+?)(?:这块|这边|的?(?:事情?|问题|工作))?\s*"
    r"(?:(?:是|由|归|找|都是)?\s*(?:谁|誰|哪位)(?:来|在)?(?:负责|負責|主管|管|跟进|处理)"
    r"|的?(?:负责人|負責人|接口人)是(?:谁|誰|哪位)"
    r"|(?:我|我们)?(?:该|应该|要|得|可以|能|需要)?(?:去)?(?:找|问|联系|咨询|请教)"
    r"(?:谁|誰|哪位|哪个人))(?:的)?[\s?？。呢啊]*",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"what\s+(?:(?:areas?|duties)\s+)?(?:(?:do|am)\s+(?P<me>i)|(?:does|is)\s+"
    r"(?P<whose>\S.*?))\s+(?:own|(?:responsible|accountable|in\s+charge)\s+(?:for|of)"
    r"|answer\s+for)[\s?.!]*"
    r"|(?:请问)?(?P<zh>[^\s，。?？]{1,20}?)\s*(?:都)?(?:负责|負責|管)(?:什么|哪些|啥)"
    r"(?:工作|事情?|职责)?[\s?？。呢啊]*",
    re.IGNORECASE,
)
_MADE = (
    r"(?:任务|任務|反馈|阻碍|表扬|站会)\s*(?:新增|新建|添加|评论|编辑|修改|补充|回复)"
)
_AWAY = (
    r"(?:away|out(?:\s+of\s+(?:the\s+)?office)?|off|ooo|absent|not\s+(?:here|in|working)"
    r"|on\s+(?:leave|vacation|holidays?|pto))"
)
_WHO_AWAY = re.compile(
    rf"(?:who(?:['’]?s|\s+is|\s+are|\s+will\s+be)?|is\s+any(?:one|body))\s+{_AWAY}\b"
    r"\s*(?P<after>.*?)[\s?.!]*"
    r"|(?P<before>.{0,12}?)\s*(?:都?有)?(?:谁|誰|哪些人|哪位)(?:会|會|要|在|都)?"
    r"(?P<within>.{0,8}?)(?:[请請]假|休假|休息|不在|没来|沒來)了?[\s?？。呢吗嗎]*",
    re.IGNORECASE,
)
_BLOCKED = re.compile(
    r"(?:i['’]?m|i\s+am|we['’]?re|we\s+are)\s+(?:still\s+|completely\s+|totally\s+)?"
    r"(?:blocked|stuck|held\s+up)\s+(?:by|on|because|as|with|until|till)\b.+"
    r"|blocked\s*[:：]\s*(?P<what>\S.*)"
    r"|(?:阻碍|卡点|卡住了)\s*[:：]\s*(?P<zh>\S.*)"
    r"|(?:我|我们)(?:现在|目前|还是|一直)?被.{1,80}(?:卡住|卡着|阻塞|耽误)了?[。！!]*"
    r"|(?:我|我们)(?:现在|目前|还)?卡在.{1,80}",
    re.IGNORECASE | re.DOTALL,
)
_WHAT_BLOCKS = re.compile(
    r"(?:what(?:['’]?s|\s+is)?\s+(?:blocks|blocking|holding\s+up|holds\s+up)\s+"
    r"(?:us|everybody|everyone|people|the\s+team)|who(?:['’]?s|\s+is|\s+are)?\s+"
    r"(?:blocked|stuck)|(?:any|what|show\s+(?:me\s+)?(?:the\s+|all\s+)?|open)\s*"
    r"blockers)(?:\s+(?:now|today|right\s+now))?[\s?.!]*"
    r"|(?:现在|今天|目前)?(?:谁|哪些人)(?:被)?(?:卡住|卡着|阻塞)了?[\s?？。]*"
    r"|(?:现在|今天|目前|我们)?(?:都?有)?(?:什么|哪些)(?:阻碍|卡点)[\s?？。吗]*",
    re.IGNORECASE,
)
_NAME = r"(?:<@[^>\s]+>|[@＠]\S+|[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3})"
_WHO_IS = re.compile(
    rf"[Ww]ho(?:['’]?s|\s+is)\s+(?P<name>{_NAME})[\s?.!]*"
    r"|(?:谁|誰)是\s*(?P<behind>[^\s，。?？]{2,12})[\s?？。]*"
    r"|(?P<ahead>[^\s，。?？]{2,12})\s*是(?:谁|誰)[\s?？。]*"
)
_SOMEBODY = r"(?:<@[^>\s]+>|[@＠]\S)"
_THANKS = re.compile(
    r"(?:(?:many|big|a\s+big|huge|so\s+many)\s+)?(?:thanks?|thank\s+you|thx|props"
    r"|shout[\s-]?out|hats\s+off)(?:\s+(?:a\s+lot|so\s+much|very\s+much))?"
    rf"(?:\s+go(?:es)?)?(?:\s+to)?[\s,:]+(?P<to>{_SOMEBODY}.*)"
    rf"|(?:非常|特别|太)?(?:感谢|感謝|谢谢|謝謝|多谢|多謝)一?下?\s*(?P<zh>{_SOMEBODY}.*)"
    rf"|(?:我?要?[给給为為])\s*(?P<give>{_SOMEBODY}\S*)\s*(?:点个?赞|點個?讚|点赞)\s*(?P<why>.*)",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 100  # characters; who asks for a list says less
SENTENCE = 3  # words, or twice as many Chinese letters


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


def of_blocker(text: str) -> Iterator[tuple[str, str]]:
    """ "B-4 done" as "blocker done" and "B-4"; "resolve B-4" as "blocker resolve"."""
    if match := _OF_BLOCKER.fullmatch(text.strip()):
        rest = match["rest"] or f"{match['verb']} {match['then']}"
        for noun in ("blocker", "阻碍"):
            yield f"{noun} {rest}", match["first"] or ""


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
    match = _STATE.fullmatch(" ".join(text.split())[:LONGEST])
    if match is None:
        return ""
    which = re.sub(rf"的?\s*{_TASK}", "", match["which"], flags=re.IGNORECASE)
    return f"task list {which.replace('的', '的 ')} {match['who'] or ''}".strip()


def asks_owner(text: str) -> str:
    """ "who owns refunds?" and 退款是谁负责的？ as "area who refunds", 我负责什么 as
    "area list 我"; else empty.
    """
    short = " ".join(text.split())[:LONGEST]
    if (owns := _OWNS.fullmatch(short)) and not ids(short):
        whose = owns["whose"] or owns["zh"] or "me"
        at = "" if whose in ("me", "我") or whose[0] in "@<＠" else "@"
        return f"area list {at}{whose}"
    match = None if re.match(_MADE, short) else _WHO.fullmatch(short)
    what = match and match[match.lastgroup or 0]
    return f"area who {what.strip()}" if what and not ids(what) else ""


def asks_away(text: str) -> str:
    """ "who is off tomorrow?" and 下周谁请假 as "away who tomorrow"; else empty."""
    match = _WHO_AWAY.fullmatch(" ".join(text.split())[:LONGEST])
    if match is None:
        return ""
    when = match["after"] or match["before"] or match["within"] or ""
    return f"away who {when.strip()}".rstrip()


def says_blocked(text: str) -> str:
    """ "I'm blocked by the warehouse" as "blocker add …", 谁被卡住了 as "blocker list";
    else empty.
    """
    said = text.strip()
    if _WHAT_BLOCKS.fullmatch(" ".join(said.split())[:LONGEST]):
        return "blocker list"
    match = None if said.endswith(("?", "？")) else _BLOCKED.fullmatch(said)
    return f"blocker add {match['what'] or match['zh'] or said}" if match else ""


def asks_person(text: str) -> str:
    """ "who is Li Wei?" and 李伟是谁 as "team show Li Wei"; else empty."""
    match = _WHO_IS.fullmatch(" ".join(text.split())[:LONGEST])
    name = match and (match["name"] or match["behind"] or match["ahead"])
    return f"team show {name}" if name else ""


def gives_thanks(text: str) -> str:
    """ "thanks @Bo for the banner" and 谢谢 @Bo … as "kudos @Bo …"; else empty."""
    match = _THANKS.fullmatch(text.strip())
    if match is None:
        return ""
    given = f"{match['give']} {match['why']}" if match["give"] else ""
    return f"kudos {match['to'] or match['zh'] or given}"


def ids(text: str) -> tuple[str, ...]:
    """Every task a text names by its short number, each once: T-12, t3."""
    return tuple(dict.fromkeys(match[1] for match in _ID.finditer(text)))


def is_ids(text: str) -> bool:
    """Whether a text is nothing but short numbers: "T-3 T-7"."""
    return bool(_IDS.fullmatch(text.strip()))


def counts_things(arguments: str) -> bool:
    """Whether the number is how many, as in "drop 3 boxes", and may be no task's.

    "close 3 boxes are here" says something about T-3.
    """
    return may_count(arguments) and not _SAYS.search(arguments)


def may_count(arguments: str) -> bool:
    """Whether the number could be how many of what is named behind it."""
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
