"""What else people say about stand-ups, and the command that does it: "who has not
answered the standup?", 有哪些站会, "move the standup to 10".
"""

import re

from bot.model.expression import expression
from bot.model.text import simplified

_NOUN = (
    r"(?:the\s+|our\s+|my\s+|their\s+|his\s+|her\s+|this\s+|today['’]?s\s+|daily\s+)*"
    r"stand[\s-]?ups?"
)
_ZH = r"(?:今天的?|今日的?|我们的?|我的)*(?:站会|晨会|早会|日报)"
_NOT_YET = (
    r"(?:谁|哪些人|哪几个人|哪位)(?:还|都)*(?:没有?|未)(?:提?交|填写?|写|答|回答"
    r"|参加)了?"
)
WISHES = tuple(
    (expression(rf"(?:{looks})[\s?？.。!！]*", re.IGNORECASE), command)
    for looks, command in (
        (
            r"(?:who\s+(?:has\s*n['’o]t|did\s*n['’o]t|is\s+yet\s+to|still\s+has\s+to"
            r"|has\s+not|did\s+not)(?:\s*t)?\s+(?:yet\s+)?(?:answer(?:ed)?|fill(?:ed)?"
            r"(?:\s+in)?|submit(?:ted)?|done|do|written|posted)"
            r"|who(?:\s+is|['’]s)\s+(?:still\s+)?missing\s+(?:in|from)"
            r"|who\s+(?:missed|skipped|forgot|(?:still\s+)?(?:needs?|has)\s+to\s+(?:do"
            r"|fill(?:\s+in)?|answer))|(?:has|did)\s+(?:everyone|everybody|anyone)\s+"
            rf"(?:fill|answer|d|submit)\w*(?:\s+(?:in|out))?)\s+{_NOUN}(?:\s+(?:yet"
            r"|today))?"
            rf"|{_ZH}(?:还)?(?:都)?(?:有)?{_NOT_YET}"
            rf"|(?:今天)?(?:还有?)?{_NOT_YET}{_ZH}",
            "standup history today",
        ),
        (
            rf"who(?:\s+is|\s+are|['’]s)\s+(?:all\s+)?in\s+{_NOUN}"
            rf"|{_ZH}(?:里|中)?(?:都)?有(?:哪些人|谁)|(?:谁|哪些人)(?:在|参加){_ZH}",
            "standup show",
        ),
        (
            rf"(?:add|remove|take|put|invite)\s+\S.{{0,40}}\s+(?:to|from|in|into"
            r"|out\s+of|off)"
            rf"\s+{_NOUN}|(?:把|将|让)\S.{{0,20}}?(?:加到|加入|移出|移除|拉进"
            rf"|拉到){_ZH}",
            "standup edit",
        ),
        (
            rf"(?:(?:show|give)\s+(?:me\s+)?)?{_NOUN}\s+(?:summary|report|statistics"
            r"|figures)"
            r"|how\s+(?:was|is)\s+(?:the\s+)?(?:standup\s+)?participation"
            rf"|{_ZH}的?总结",
            "standup stats",
        ),
        (
            r"(?:when|what\s+time)\s+(?:is|does|do)\s+(?:the\s+|our\s+|my\s+|next\s+)*"
            r"stand[\s-]?ups?(?:\s+(?:start|begin))?|what\s+stand[\s-]?ups\s+"
            r"(?:do\s+we\s+have|are\s+there)|which\s+stand[\s-]?ups\s+(?:are\s+there"
            r"|do\s+"
            r"we\s+have)|(?:show|list)\s+(?:me\s+)?(?:all\s+)?(?:my|our"
            r"|the)\s+stand[\s-]?ups"
            r"|(?:现在|我们)?(?:都?有)(?:哪些|什么)站会|(?:我们)?(?:今天"
            r"|明天)几点(?:开)?站会"
            r"|(?:我们)?今天(?:我们)?(?:有|开|还开|要开)(?:不开|没有)?站会吗?"
            r"|(?:do|is|are)\s+(?:we|there)\s+(?:have\s+"
            r"|doing\s+)?(?:a\s+)?stand[\s-]?up\s+today"
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
            r"(?:(?:please|can\s+(?:you|we))\s+)?(?:change|move|reschedule|shift)\s+"
            rf"{_NOUN}(?:\s+(?:time\s+)?to\s+.{{1,20}})?"
            rf"|(?:把|将)?{_ZH}(?:的?时间)?(?:能不能|能|可以|可不可以)?(?:改|挪|换|调)"
            r"(?:到|成|为).{1,12}",
            "standup edit",
        ),
        (
            r"(?:(?:please\s+|let['’]?s\s+)?(?:cancel"
            rf"|skip)\s+{_NOUN}\s+for\s+(?:everyone"
            r"|everybody|all|the\s+team)(?:\s+today)?|(?:please\s+)?(?:cancel"
            r"|call\s+off)\s+"
            rf"{_NOUN}(?:\s+today)?|(?:there\s+is\s+)?no\s+{_NOUN}\s+today"
            rf"|we\s+(?:have|do|hold|need)\s+no\s+{_NOUN}\s+today"
            r"|(?:we|let['’]?s)\s+(?:don['’]?t|do\s+not|won['’]?t|not)\s+(?:do|have"
            r"|hold|need)"
            rf"\s+(?:a\s+)?{_NOUN}\s+today)"
            r"|今[天日](?:我们|大家|全员)?(?:的)?(?:不|别|不用|不要|不需要"
            r"|就不)(?:再)?(?:开|做|搞|进行)"
            r"(?:站会|晨会|早会)了?|(?:请)?取消今[天日]的?(?:站会|晨会|早会)"
            r"|今[天日]的?(?:站会|晨会|早会)(?:取消|不开|停)(?:一次)?了?",
            "standup pause until tomorrow",
        ),
        (
            r"(?:show\s+(?:me\s+)?(?:a\s+|the\s+)?)?preview|(?:看看)?预览(?:一下)?",
            "standup preview",
        ),
        (
            r"(?:i\s+(?:want\s+to\s+|would\s+like\s+to\s+"
            rf"|will\s+)?)?skip\s+{_NOUN}(?:\s+today)?"
            rf"|i(?:['’]m|\s+am)\s+not\s+(?:joining|attending|doing)\s+{_NOUN}(?:\s+today)?"
            rf"|(?:我)?(?:想|要)?跳过{_ZH}|{_ZH}我?(?:不参加|跳过|请假)了?",
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
