"""Thanks and awards as people talk of them: "well done Mia for …", 给李伟点赞, "take
back K-3", "I nominate Sam for …".
"""

import re
from functools import cache

_LINK = r"<@[^>]+>|[@＠][^\s，,。：:]+"
_NAME = rf"(?P<who>{_LINK}|(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,2}}))"
_NAME_ZH = (
    rf"(?P<who>{_LINK}|[\u3400-\u9fff]{{2,4}}?|[A-Za-z][\w.-]*(?: [A-Z][\w.-]*)?)"
)
_WHY = r"[\s,:!，：！—-]+(?P<rest>.+)"
_END = r"[\s?？!！。.]*"
_I = r"(?:i(?:['’]d| would)? (?:want|like|wish)(?: to)? |i |let me |let['’]s )"
_SAID = {
    "kudos {who} {rest}": (
        r"(?:well done|great job|good job|great work|good work|nice work|bravo"
        rf"|kudos to|thanks(?: a lot| so much)?(?: to)?|thank you|thx)[\s,:]+{_NAME}"
        r"(?:[\s,:!—-]+(?P<rest>(?:for|because|you|she|he|they|who|that|since)\b.+))",
        r"(?:well done|great job|good job|great work|good work|nice work|bravo)"
        rf"[\s,:]+(?P<who>{_LINK}){_END}",
        rf"{_I}?(?:thank|praise|say thanks to|give kudos to|recogni[sz]e) {_NAME}"
        r" (?P<rest>(?:for|because) .+)",
        rf"(?:我?(?:想|要)?)?[给給为為]\s*{_NAME_ZH}\s*(?:点个?赞|點個?讚|一个赞)"
        r"[\s，,：:！!]*(?P<rest>.+)",
        rf"(?:我)?(?:想|要)(?:感谢|表扬|谢谢)一?下?\s*{_NAME_ZH}{_WHY}",
    ),
    "kudos drop {id}": (
        r"(?:take back|undo|delete|drop|remove|withdraw|撤回|删除|收回)\s*"
        rf"(?P<id>k-\d+){_END}",
    ),
    "kudos edit {id} {rest}": (
        r"(?:edit|change|correct|修改|编辑|改)\s*(?P<id>k-\d+)(?: to\b|为|成)?"
        r"[\s:：,，]*(?P<rest>.*)",
    ),
    "kudos values": (
        rf"what are (?:our|the)(?: company)? values{_END}",
        rf"(?:我们的|公司的?)价值观(?:是什么|有哪些){_END}",
    ),
    "kudos mine": (
        rf"(?:who|whom) (?:did i thank|have i thanked|thanked me){_END}",
        rf"(?:我感谢过谁|谁感谢(?:过|了)我){_END}",
    ),
    "kudos list": (
        r"who (?:got|has got|received|gets)(?: any| the)? kudos(?: lately| recently"
        rf"| this (?:week|month)| today)?{_END}",
        r"(?:who|whom) (?:was|were) thanked(?: lately| recently| this (?:week|month))?"
        rf"{_END}",
        r"(?:最近|本月|这个?月|本周|这周|今天)?(?:有)?(?:谁|哪些人)(?:被|收到|得到)了?"
        rf"(?:表扬|点赞|感谢)了?{_END}",
    ),
    "birthday {rest}": (
        r"(?:please )?celebrate my birthday,?(?: on)? (?P<rest>.+)",
        r"(?:请)?在?(?P<rest>\S*\d\S*?)(?:给我)?庆祝我?的?生日",
    ),
    "celebrate": (
        r"my (?:work |company )?anniversary(?: is)?(?: on)? .+",
        r"(?:我的)?入职(?:周年|纪念日).*",
    ),
    "award": (
        rf"(?:who|whom) (?:is|was|are) nominated(?: for .+)?{_END}",
        r"(?:what|which) awards?(?: are| is)?(?: there| open| running)?(?: now)?"
        rf"{_END}",
        rf"(?:有)?(?:谁|哪些人)被提名了?{_END}|(?:现在)?有(?:什么|哪些)(?:奖项|评奖){_END}",
    ),
    "award nominate {who} {rest}": (
        rf"{_I}nominate {_NAME}(?: (?P<rest>.+))?",
        r"(?:我(?:要|想|想要)?)提名\s*(?P<rest>.+)",
        rf"(?:my nomination(?: for .+?)? is) {_NAME}(?: (?P<rest>.+))?",
    ),
    "award vote": (
        rf"{_I}?(?:vote|to vote)(?: now| for the award| in the award)?{_END}",
        rf"(?:怎么|如何|我要|我想)投票{_END}",
    ),
}


def says_recognition(text: str) -> str:
    """The command that it means; empty for all else."""
    said = text.strip()
    for command, pattern in _patterns():
        if match := pattern.fullmatch(said):
            found = match.groupdict()
            words = (
                found.get(each[1:-1]) if each[0] == "{" else each
                for each in command.split()
            )
            return " ".join(filter(None, words))
    return ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Made when the first sentence comes: a start has no time for them."""
    return tuple(
        (command, re.compile(sentence, re.IGNORECASE | re.DOTALL))
        for command, sentences in _SAID.items()
        for sentence in sentences
    )
