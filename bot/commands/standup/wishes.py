"""What else people say about stand-ups, and the command that does it: "who has not
answered the standup?", 有哪些站会, "move the standup to 10".
"""

import re

from bot.model.text import simplified

_NOUN = r"(?:the\s+|our\s+|my\s+|today['’]?s\s+)*stand[\s-]?ups?"
_ZH = r"(?:今天的?|我们的?|我的)?站会"
WISHES = tuple(
    (re.compile(rf"(?:{looks})[\s?？.。!！]*", re.IGNORECASE), command)
    for looks, command in (
        (
            r"(?:who\s+(?:has\s*n['’o]t|did\s*n['’o]t|is\s+yet\s+to|still\s+has\s+to"
            r"|has\s+not|did\s+not)(?:\s*t)?\s+(?:yet\s+)?(?:answer(?:ed)?|fill(?:ed)?"
            r"(?:\s+in)?|submit(?:ted)?|done|do)|who(?:\s+is|['’]s)\s+missing\s+(?:in|from)"
            rf"|who\s+missed)\s+{_NOUN}(?:\s+(?:yet|today))?"
            rf"|{_ZH}(?:还)?(?:有)?(?:谁|哪些人)(?:还)?(?:没有?|未)(?:提?交|填写?|答|回答)了?"
            rf"|(?:今天)?(?:还有?)?(?:谁|哪些人)(?:还)?(?:没有?|未)(?:提?交|填写?|答|回答)了?{_ZH}",
            "standup history today",
        ),
        (
            r"(?:when|what\s+time)\s+(?:is|does|do)\s+(?:the\s+|our\s+|my\s+|next\s+)*"
            r"stand[\s-]?ups?(?:\s+(?:start|begin))?|what\s+stand[\s-]?ups\s+"
            r"(?:do\s+we\s+have|are\s+there)|which\s+stand[\s-]?ups\s+(?:are\s+there|do\s+"
            r"we\s+have)|(?:show|list)\s+(?:me\s+)?(?:all\s+)?(?:my|our|the)\s+stand[\s-]?ups"
            r"|(?:现在|我们)?(?:都?有)(?:哪些|什么)站会"
            r"|(?:下一?次|今天的?|明天的?)?站会(?:是|在)?(?:什么时候|几点)(?:开|开始)?",
            "standup list",
        ),
        (
            rf"how\s+(?:did|was|is|does)\s+{_NOUN}(?:\s+(?:go|going|doing))?"
            r"(?P<when>(?:\s+(?:over\s+)?(?:the\s+)?(?:last|past|this)\s+.{1,20})?)"
            r"|(?P<then>(?:上个?月|上周|这个月|本月|最近.{1,4}?)?)的?站会"
            r"(?:怎么样|情况如何|参与率.{0,6})",
            "standup stats",
        ),
        (
            r"(?:(?:please|can\s+you)\s+)?(?:change|move|reschedule|shift)\s+"
            rf"{_NOUN}(?:\s+(?:time\s+)?to\s+.{{1,20}})?"
            rf"|(?:把|将)?{_ZH}(?:的?时间)?(?:改|挪|换|调)(?:到|成|为).{{1,12}}",
            "standup edit",
        ),
        (
            rf"(?:我)?(?:想|要)?跳过{_ZH}|{_ZH}我?(?:不参加|跳过|请假)了?",
            "standup skip",
        ),
    )
)


def wished(text: str) -> str:
    """The command that does it; "" for anything else."""
    for looks, command in WISHES:
        if match := looks.fullmatch(simplified(text)):
            said = match.groupdict()
            when = said.get("when") or said.get("then") or ""
            return f"{command} {when.strip()}".strip()
    return ""
