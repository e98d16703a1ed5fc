"""What was said in stand-ups, asked for in a sentence: "last month's standup of Li",
"what did Sam say yesterday in the standup?", 李伟上周的站会.
"""

import re

from bot.model.expression import expression
from bot.model.text import simplified

LONGEST = 120
_SHOW = (
    r"(?:(?:please\s+|can\s+you\s+)?(?:show|list|find|get|give|see|read|open)\s+"
    r"(?:me\s+|us\s+)?)?(?:the\s+|all\s+)*"
)
_NOUN = r"stand[\s-]?ups?(?:\s+(?:answers?|notes?|updates?))?"
_SPAN = (
    r"(?:last|past|previous|this|yesterday|today|since|on|in|of|from|during|between"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}\b|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\b"
)
_DO = (  # what is done with a stand-up is no name of a person
    r"(?!(?:cancel|skip|stop|pause|resume|move|change|delete|remove|close|open|run|start"
    r"|fill|answer|join|leave|rename|edit|archive|preview|export|copy|who|when|how|is|are"
    r"|do|does|add|create|make)\b)"
)
_WHOSE = rf"{_DO}(?P<whose>[^\s?].{{0,40}}?)(?:['’]s?)"
_SAYS = r"(?:say|said|write|written|answer|answered|report|reported|post|posted)"
_ENGLISH = tuple(
    expression(rf"{pattern}\s*[?.!]*", re.IGNORECASE)
    for pattern in (
        rf"{_SHOW}(?P<span>{_SPAN}.{{0,20}}?)(?:['’]s?)?\s+{_NOUN}"
        r"(?:\s+(?:of|by|from)\s+(?P<whose>.+?))?",
        rf"{_SHOW}{_NOUN}\s+(?:of|by|from)\s+(?P<whose>.+?)",
        rf"{_SHOW}{_WHOSE}\s+{_NOUN}(?:\s+(?P<span>{_SPAN}.*?))?",
        rf"{_SHOW}{_WHOSE}\s+(?P<span>(?:last|past|previous)\s+(?:\w+\s+){{0,2}}?){_NOUN}",
        rf"what\s+(?:did|has|have)\s+(?P<whose>\S.{{0,40}}?)\s+{_SAYS}\b\s*"
        r"(?P<span>.{0,30}?)\s*\b(?:in|at|for|during)\s+"
        r"(?:(?:the|his|her|their|our|my)\s+)?(?P<which>.{0,40}?)\s*"
        rf"{_NOUN}(?P<then>\s+.+?)?",
    )
)
_CHINESE = expression(
    r"(?:请|麻烦)?(?:给我|帮我)?(?:看一?下|看看|查一?下|查看|查查|查|看|找一?下|找|显示|列出)?\s*"
    r"(?!取消|跳过|暂停|恢复|删除|归档|不|填|改|修改|把|将|开|结束|关闭|编辑|新建|谁|参加|退出|我要|导出|重命名)"
    r"(?P<what>[^，,。？?\n]{1,40}?)\s*的?(?P<noun>站会|早会|晨会)(?:上|里|中)?"
    r"(?:都?[说写填报答][了过]?(?:些)?(?:什么|啥)了?|的?(?:回答|内容|记录|历史))?"
    r"[呢\s。？?]*"
)
_SPAN_ZH = expression(
    r"上+一?个?(?:周|週|月|星期|礼拜|季度)|昨[天日]|前天|去年|今天|[本这這]个?[周月]|最近|过去"
    r"|\d+月|[一二三四五六七八九十]+月|[说写填报答][了过]?(?:些)?(?:什么|啥)"
)
_WHOLE = expression(r"\s+")


def recalled(text: str) -> str:
    """The words for the history of stand-ups; "" where they ask for something else."""
    short = _WHOLE.sub(" ", text.strip())
    if len(short) > LONGEST:
        return ""
    for pattern in _ENGLISH:
        if match := pattern.fullmatch(short):
            parts = match.groupdict()
            words = (parts.get(n) for n in ("which", "whose", "span", "then"))
            return " ".join(word.strip() for word in words if word and word.strip())
    plain = simplified(short)
    match = _CHINESE.fullmatch(plain)
    if match is None or not _SPAN_ZH.search(plain):
        return ""
    return short[match.start("what") : match.end("what")].removesuffix("在")
