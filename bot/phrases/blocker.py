"""What holds somebody up: "blocked by the warehouse", 我卡在…."""

import re

from bot.model.expression import expression
from bot.phrases.sentence import is_question, short

_BLOCKED = expression(
    r"(?:i['’]?m|i\s+am|we['’]?re|we\s+are)\s+(?:still\s+|completely\s+|totally\s+)?"
    r"(?:blocked|stuck|held\s+up)\s+(?:by|on|because|as|with|until|till)\b.+"
    r"|(?:still\s+)?(?:blocked|stuck)\s+(?:by|on|with|waiting\s+(?:for|on)|because)\s.+"
    r"|blocked\s*[:：]\s*(?P<what>\S.*)"
    r"|(?:阻碍|卡点|卡住了)\s*[:：]\s*(?P<zh>\S.*)"
    r"|\S.{1,80}\s(?:is|are)\s(?:still\s)?(?:blocking|holding\s+up)\s(?:me|us)[.!]*"
    r"|(?:(?:i|we)\s+)?(?:can['’]?t|cannot)\s+(?:continue|go\s+on|proceed|start|finish)\s"
    r"(?:without|until|till|because|before)\s.+"
    r"|(?:我|我们)?(?:现在|目前|还是|一直)?被.{1,80}(?:卡住|卡着|阻塞|耽误)了?[。！!]*"
    r"|(?:我|我们)?(?:现在|目前|还)?卡在.{1,80}",
    re.IGNORECASE | re.DOTALL,
)
_SOLVED = r"(?:solved|resolved|gone|fixed|cleared|done|over|out\s+of\s+the\s+way)"
_SOLVED_ZH = r"(?:解决|解決|解除|搞定|消除|处理好|没)了"
_UNBLOCKED = expression(
    r"(?:(?:i['’]?m|i\s+am|we['’]?re|we\s+are)\s+)?(?:(?:now\s+)?unblocked"
    r"|(?:(?:not|no\s+longer)\s+)(?:blocked|stuck)(?:\s+any\s?(?:more|longer))?)"
    rf"|(?:(?:my|our|the)\s+)?blockers?\s+(?:is|are|was|has\s+been|got)\s+(?:now\s+)?{_SOLVED}"
    r"|(?:我|我们)?(?:的)?(?:阻碍|阻塞|卡点)(?:已经|已|都|全都|现在)*"
    + _SOLVED_ZH
    + r"|(?:已经|已)?解除(?:阻碍)?了"
    r"|(?:我|我们)?(?:现在|已经)?不(?:再)?(?:被)?卡(?:住|着)?了",
    re.IGNORECASE,
)
_ALONE = expression(
    r"(?:i['’]?m|i\s+am|we['’]?re|we\s+are)\s+(?:blocked|stuck)|(?:我|我们)(?:被)?卡住了",
    re.IGNORECASE,
)
_MINE = expression(
    r"(?:show\s+(?:me\s+)?|list\s+|what\s+are\s+)?my\s+(?:open\s+)?blockers"
    r"|(?:看看|查看|列出)?我的(?:阻碍|卡点)|我(?:现在)?有(?:什么|哪些)(?:阻碍|卡点)",
    re.IGNORECASE,
)
_WHAT_BLOCKS = expression(
    r"(?:what(?:['’]?s|\s+is)?\s+(?:blocks|blocking|holding\s+up|holds\s+up)\s+"
    r"(?:us|everybody|everyone|people|the\s+team)|who(?:['’]?s|\s+is|\s+are)?\s+"
    r"(?:blocked|stuck)|(?:any|what|show\s+(?:me\s+)?(?:the\s+|all\s+)?|open)\s*"
    r"blockers)(?:\s+(?:now|today|right\s+now))?[\s?.!]*"
    r"|(?:现在|今天|目前)?(?:谁|哪些人|有人|有谁)(?:被)?(?:卡住|卡着|阻塞)了?[\s?？。吗嗎]*"
    r"|(?:现在|今天|目前|我们)?(?:都?有)?(?:什么|哪些)(?:阻碍|卡点)[\s?？。吗]*",
    re.IGNORECASE,
)


def says_blocked(text: str) -> str:
    """ "I'm blocked by the warehouse" as "blocker add …", 谁被卡住了 as "blocker list";
    "my blocker is solved" as "blocker resolve", "my blockers" as "blocker list mine";
    else empty.
    """
    said = text.strip()
    plain = short(said).rstrip(" .!。！?？")
    if _MINE.fullmatch(plain):
        return "blocker list mine"
    if not is_question(said) and _ALONE.fullmatch(plain):
        return "blocker add"
    if not is_question(said) and _UNBLOCKED.fullmatch(plain):
        return "blocker resolve"
    if _WHAT_BLOCKS.fullmatch(short(said)):
        return "blocker list"
    match = None if said.endswith(("?", "？")) else _BLOCKED.fullmatch(said)
    return f"blocker add {match['what'] or match['zh'] or said}" if match else ""
