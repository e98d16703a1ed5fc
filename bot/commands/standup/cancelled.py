"""Stand-ups left out on days to come, or held after all, in sentences: "no standup on
friday", 下周五不开站会, "friday's standup takes place after all".

Today's is another thing: it may have begun. `wishes` knows those sentences.
"""

import re

from bot.model.expression import expression
from bot.model.text import simplified

_DO = (
    r"(?:(?:please|pls|ok|so|hey|can (?:you|we)|could (?:you|we)|let['’]?s"
    r"|we(?:['’]ll| will)?)\s+)*"
)
_NOUN = (
    r"(?:(?:the|our|a|any)\s+)*(?P<noun{n}>(?:(?:daily|weekly|team|monthly)\s+)*"
    r"(?:stand[\s-]?ups?|scrum|retro(?:spective)?|check-?in|huddle|daily|weekly)"
    r"(?:\s+(?:meeting|call))?)"
)
_DAY = (
    r"(?:(?:on|for|this|next|coming|the|from)\s+)*(?:tomorrow|day after tomorrow|week\b"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:days?)?\b|\d"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b).{0,40}?"
)
_OFF = r"(?:is|are|will be)?\s*(?:cancell?ed|off|skipped|called off|left out)"
_AFTER_ALL = r"(?:(?:is|are)\s+(?:back(?: on)?|on)|takes place|will take place|happens)"


def _english(*sentences: str) -> tuple[re.Pattern[str], ...]:
    """Each with its names told apart, since a sentence may say the day in two ways."""
    return tuple(
        expression(
            each.replace("NOUN", _NOUN.format(n=""))
            .replace("DAY", f"(?P<day>{_DAY})")
            .replace("DO ", _DO)
            .replace("OWN", r"(?:['’]s)?"),
            re.IGNORECASE,
        )
        for each in sentences
    )


_NONE = _english(
    r"DO (?:there\s+(?:is|will be)\s+|(?:have|do|hold|need)\s+)?no\s+NOUN\s+DAY",
    r"DO (?:do(?:n['’]?t| not)|won['’]?t|not)\s+(?:be\s+)?(?:do|have|hold|need|doing"
    r"|having)\s+NOUN\s+DAY",
    r"DO (?:cancel|call off|drop|scrap)\s+NOUN\s+DAY",
    r"DO (?:cancel|call off|drop|scrap)\s+(?:the\s+)?DAYOWN\s+NOUN",
    r"NOUN\s+(?:on\s+)?DAY\s+(?:is|will be)\s+(?:cancell?ed|off|skipped)",
    rf"NOUN\s+{_OFF}\s+DAY",
    rf"DAYOWN\s+NOUN\s+{_OFF}",
)
_LEAVES = _english(
    r"DO (?:skip|leave out)\s+NOUN\s+DAY",
    r"DO (?:skip|leave out)\s+(?:the\s+)?DAYOWN\s+NOUN",
)
_BACK = _english(
    rf"NOUN\s+{_AFTER_ALL}\s+DAY(?:\s+(?:after all|again|as usual))?",
    rf"DAYOWN\s+NOUN\s+{_AFTER_ALL}(?:\s+(?:after all|again|as usual))?",
    r"DO (?:do\s+)?(?:have|hold|need|want)\s+NOUN\s+DAY\s+(?:after all|as usual)",
    r"DO (?:bring back|restore|un-?cancel|un-?skip)\s+(?:the\s+)?DAYOWN\s+NOUN",
    r"DO (?:bring back|restore|un-?cancel|un-?skip)\s+NOUN\s+DAY",
)
_NOT_ME = _english(
    r"i(?:['’]m| am)?\s*(?:(?:can(?:['’]?t|not)|won['’]?t)(?: be able to)?"
    r"|(?:will|have to|need to|want to|must|['’]ll)\s+(?=skip|miss)|not|(?=skipping"
    r"|missing))"
    r"\s*(?:make|join|attend|do|come to|doing|joining|attending|skip|miss|skipping"
    r"|missing)\s+NOUN\s+DAY",
    r"i(?:['’]m| am)?\s*(?:(?:can(?:['’]?t|not)|won['’]?t)(?: be able to)?"
    r"|(?:will|have to|need to|want to|must|['’]ll)\s+(?=skip|miss)|not|(?=skipping"
    r"|missing))"
    r"\s*(?:make|join|attend|do|come to|doing|joining|attending|skip|miss|skipping"
    r"|missing)\s+DAYOWN\s+NOUN",
)

_ZH_DAY = (
    r"(?P<day>(?:从)?(?!今)(?:[这本下]个?(?:周|星期|礼拜|月)|周|星期|礼拜|明|后|大后|\d"
    r"|[一二三四五六七八九十]+月|五一|十一|国庆|元旦|春节|端午|中秋|清明)[^，,。？?不别取停]{0,14}?)"
)
_ZH_NOUN = (
    r"(?:的|我们的?|大家的?|咱们的?|团队的?)*"
    r"(?P<noun>(?:(?![一二三四五六日天末号月几])[^\s，,。的不开取消停别我你他她]{1,8})??"
    r"(?:站会|站立会议?|晨会|早会|日会|周会|月会|例会|复盘会?|回顾会?"
    r"|stand-?up|retro|daily))"
)
_ZH_NOT = (
    r"(?:的|我们|大家|咱们|全组|团队|都)*"
    r"(?:先|就|暂时|都)*(?:不|别|不用|不要|不需要|无需|免)(?:再|要|用)?(?:开|做|搞|进行|办|召开)?"
)
_ZH_DONE = (
    r"(?:也|都|就|先|被)*(?:取消|不开|不做|不办|不进行|停开|停|免|暂停|cancel)"
    r"(?:一[次天场])?"
)
_ZH_GO_ON = r"(?:还是|仍然|又|也)*(?:照常|恢复|照开|照旧|要开|正常)(?:进行|开|召开)?"
_ZH_END = r"(?:[了吧啦哦哈呀]|一下|谢谢|好吗|可以吗)*[\s。.!！~]*"
_ZH_LEAD = r"(?:请|麻烦|通知一?下|大家|各位|好的|那|帮我|[，,\s])*"


def _chinese(*sentences: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        expression(
            _ZH_LEAD + each.replace("NOUN", _ZH_NOUN).replace("DAY", _ZH_DAY) + _ZH_END,
            re.IGNORECASE,
        )
        for each in sentences
    )


_NONE_ZH = _chinese(
    rf"DAY{_ZH_NOT}NOUN",
    rf"DAYNOUN{_ZH_DONE}",
    rf"NOUN\s*DAY{_ZH_DONE}",
    r"(?:把)?(?:取消|停掉|免掉)DAYNOUN",
    r"把DAYNOUN(?:取消|停)掉?",
)
_LEAVES_ZH = _chinese(r"跳过DAYNOUN", r"DAYNOUN跳过")
_BACK_ZH = _chinese(
    rf"DAYNOUN{_ZH_GO_ON}", rf"DAY{_ZH_GO_ON}NOUN", r"恢复DAYNOUN", r"DAYNOUN不取消"
)
_NOT_ME_ZH = _chinese(
    r"我DAY(?:不|没法|不能|无法)(?:参加|开|去|来)NOUN",
    r"DAYNOUN我(?:不|没法|不能|无法)(?:参加|去|来|在)",
    r"DAY我(?:不|没法|不能|无法)(?:参加|开|去|来)NOUN",
)
WAYS = (
    (_NOT_ME, "standup skip me"),
    (_NONE, "standup cancel"),
    (_LEAVES, "standup skip"),
    (_BACK, "standup unskip"),
    (_NOT_ME_ZH, "站会 跳过 我"),
    (_NONE_ZH, "站会 取消"),
    (_LEAVES_ZH, "站会 跳过"),
    (_BACK_ZH, "站会 照常"),
)
_END = expression(r"(?:,?\s*(?:please|pls|thanks|thank you|thx|ok))*[\s.!]*$", re.I)


def cancelled(text: str) -> str:
    """The command with the stand-up and its day behind; "" for anything else."""
    said = _END.sub("", " ".join(text.split()))
    plain = simplified(said)
    for patterns, command in WAYS:
        for pattern in patterns:
            if match := pattern.fullmatch(plain):
                noun, day = match["noun"], said[match.start("day") : match.end("day")]
                return f"{command} {noun.strip()} {day.strip().rstrip('的')}"
    return ""
