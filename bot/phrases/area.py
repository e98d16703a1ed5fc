"""Who answers for what: "who owns refunds?", 退款是谁负责的？, 我负责什么."""

import re

from bot.model.expression import expression
from bot.phrases.numbers import ids
from bot.phrases.sentence import short

_DUTY = (
    r"(?:owns?|does|runs?|handles?|manages?|leads?|covers?|deals?\s+with"
    r"|takes?\s+care\s+of|looks?\s+after"
    r"|(?:(?:the|a)\s+)?(?:owner|responsible|accountable|in\s+charge|right\s+person"
    r"|contact(?:\s+person)?|point\s+of\s+contact)\s+(?:for|of)"
    r"|(?:ask|contact|message|reach|ping|(?:talk|speak|turn|write|go)\s+(?:to|with))"
    r"\s+(?:about|for|regarding|with|on))"
)
_WHO = expression(
    r"(?:who|whom|which\s+person)\b(?:['’]?s)?\s*(?:(?:is|are|to|can|could|should|do"
    rf"|must|would|i|we|has\s+to|it)\s+){{0,3}}{_DUTY}\s+(?P<what>\S.*?)[\s?？.!]*"
    rf"|is\s+(?:any|some)(?:one|body)\s+{_DUTY}\s+(?P<any>\S.*?)[\s?？.!]*"
    r"|whose\s+(?:job|area|task|responsibility)\s+(?:is"
    r"|are)\s+(?P<whose>\S.*?)[\s?？.!]*"
    r"|(?:contact|owner|responsible|person\s+in\s+charge)\s+(?:for|of)\s+"
    r"(?P<for>\S.*?)[\s?？.!]*"
    r"|(?:请问)?(?:是)?(?:谁|誰|哪位)(?:来|在|是)?(?:负责|負責|主管|管(?!理员)|跟进"
    r"|处理)(?:的)?"
    r"(?P<after>.+?)(?:的)?[\s?？。呢啊]*"
    r"|(?:请问)?(?:谁|誰)是(?P<is>.+?)的?(?:负责人|負責人|主管|接口人)[\s?？。呢啊]*"
    r"|(?:请问)?(?:该|应该|要)?(?:找|问|联系)(?:谁|誰|哪位)(?:问|处理|负责|了解|办"
    r"|解决)"
    r"(?P<ask>.+?)[\s?？。呢啊]*"
    r"|(?:请问)?(?P<before>.+?)(?:这块|这边|的?(?:事情?|问题|工作))?\s*"
    r"(?:(?:是|由|归|找|都是)?\s*(?:谁|誰|哪位)(?:来|在)?(?:负责|負責|主管|管|跟进"
    r"|处理)"
    r"|的?(?:负责人|負責人|接口人)是(?:谁|誰|哪位)"
    r"|(?:我|我们)?(?:该|应该|要|得|可以|能|需要)?(?:去)?(?:找|问|联系|咨询|请教)"
    r"(?:谁|誰|哪位|哪个人))(?:的)?[\s?？。呢啊]*",
    re.IGNORECASE,
)
_OWNS = expression(
    r"what\s+(?:(?:areas?|duties)\s+)?(?:(?:do|am)\s+(?P<me>i)|(?:does|is)\s+"
    r"(?P<whose>\S.*?))\s+(?:own|(?:responsible|accountable|in\s+charge)\s+(?:for|of)"
    r"|answer\s+for)[\s?.!]*"
    r"|(?:请问)?(?P<zh>[^\s，。?？]{1,20}?)\s*(?:都)?(?:负责|負責|管)(?:什么|哪些|啥)"
    r"(?:工作|事情?|职责)?[\s?？。呢啊]*",
    re.IGNORECASE,
)
_WHOSE = expression(
    r"(?:(?:show|list|what\s+are)\s+)?(?P<who>(?-i:<@[^>]+>|[@＠]\S+?|[A-Z][\w.-]*"
    r"(?:\s+[A-Z][\w.-]*)?))['’]s?\s+(?:areas|duties|responsibilities)[\s?.!]*",
    re.IGNORECASE,
)
_DUTY_NOW = expression(
    r"who(?:['’]?s|\s+is|\s+are)?\s+(?:on\s+(?:call|duty|shift)|in\s+charge)"
    r"(?:\s+(?:today|now|right\s+now|tonight|this\s+week))?[\s?.!]*"
    r"|(?:今天|现在|今晚|这周|本周)?(?:是)?(?:谁|哪位)(?:在)?值班[\s?？。呢啊]*"
    r"|(?:今天|现在|今晚)?值班(?:的)?(?:人)?是(?:谁|哪位)[\s?？。呢啊]*",
    re.IGNORECASE,
)
_MADE = (
    r"(?:任务|任務|反馈|阻碍|表扬|站会)\s*(?:新增|新建|添加|评论|编辑|修改|补充|回复)"
)


def asks_owner(text: str) -> str:
    """ "who owns refunds?" and 退款是谁负责的？ as "area who refunds", 我负责什么 as
    "area list 我"; else empty.
    """
    said = short(text)
    if theirs := _WHOSE.fullmatch(said):
        return f"area list {'' if theirs['who'][0] in '@<＠' else '@'}{theirs['who']}"
    if (owns := _OWNS.fullmatch(said)) and not ids(said):
        whose = owns["whose"] or owns["zh"] or "me"
        at = "" if whose in ("me", "我") or whose[0] in "@<＠" else "@"
        return f"area list {at}{whose}"
    if _DUTY_NOW.fullmatch(said):
        return "area list"
    match = None if re.match(_MADE, said) else _WHO.fullmatch(said)
    what = match and match[match.lastgroup or 0]
    return f"area who {what.strip()}" if what and not ids(what) else ""
