"""Who comes, goes or does something else, as people say it: "Sam is leaving on 31
July", 王芳7月31日离职.
"""

import re
from functools import cache

from bot.model.department import find_department
from bot.model.expression import expression
from bot.phrases.sentence import short

_LINK = r"<@[^>]+>|[@＠][^\s，,。]+?"
_WHO = rf"(?P<who>{_LINK}|[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){{0,2}})"
_WHO_ZH = rf"(?P<who>{_LINK}|[\u3400-\u9fff]{{2,4}}?|[A-Z][\w.-]*(?: [A-Z][\w.-]*)?)"
_US = r"(?: (?:us|the (?:company|team|firm)|our (?:company|team)|for good))"
_NEAR = expression(
    r"\b(?:early|early today|today|tonight|tomorrow|now|soon|work|home|lunch|vacation"
    r"|holidays?|leave|trip)\b|\d\s*(?:[ap]m|h\b|o['’]clock)|\d:\d\d",
    re.IGNORECASE,
)
_DATED = expression(
    r"\d|\b(?:mon|tues|wednes|thurs|fri)day\b|\bnext (?:week|month)\b"
    r"|\b(?:end|start|beginning|middle) of\b|\b(?:today|tomorrow)\b",
    re.IGNORECASE,
)
_WHEN_ZH = (
    r"(?P<when>(?:[今本这明后下]|周|星期|月|年|\d)[^，,。\s]{0,12}?"
    r"(?:日|号|天|底|初|末|[一二三四五六日]))?"
)
_NOBODY = expression(
    r"(?:i|we|he|she|it|they|this|that|who|every(?:body|one)|somebody|nobody|the|a|my"
    r"|our|谁|我|我们|他|她|他们|有人|员工|同事|大家|已经|今天|明天|可能|最近)(?: .*)?",
    re.IGNORECASE,
)
# Each line: the command, and the sentences that mean it; `who` and `when` go behind it.
_SAID = {
    "leaving": (
        rf"{_WHO} (?:is leaving|leaves|will leave|will be leaving|quits|is quitting"
        rf"|resigns|is resigning|has resigned)(?P<us>{_US})?"
        r"(?: (?P<when>(?:on|by|at|from|as of|effective|in|next|end|this) .+))?",
        rf"{_WHO}(?:['’]s)? last (?:working )?day(?: here| at work| with us)?"
        r"(?P<us> is| will be)(?: on)?(?: (?P<when>.+))?",
        rf"leave (?P<who>{_LINK})(?P<us> )(?P<when>.+)",
        rf"{_WHO} (?P<gone>(?:has )?left)(?P<us>{_US})(?: (?P<when>.+))?",
        rf"{_WHO_ZH}\s*(?:将会?|会|要|准备)?(?:于|在)?\s*{_WHEN_ZH}\s*(?:正式|就)?要?"
        r"(?P<us>离职|离开公司)(?P<gone>了)?",
        rf"{_WHO_ZH}\s*(?:刚刚?)?{_WHEN_ZH}\s*(?P<us>提?辞职|提出离职)了?",
        rf"{_WHO} (?P<us>(?:has )?(?:resigned|gave notice|given notice|quit))"
        r"(?:(?:,| and)? (?:his|her|their|the) last day (?:is|will be) (?P<when>.+))?",
        rf"(?:move|change|set) {_WHO}['’]s (?P<us>last (?:working )?day) to"
        r" (?P<when>.+)",
        rf"{_WHO_ZH}\s*的?最后(?:一个)?(?:一天|工作日|一个工作日)(?P<us>是|为)(?P<when>.+)",
    ),
    "onboarding start": (
        rf"{_WHO} (?:starts|is starting|will start|joins|is joining|will join)"
        r"(?: with)?(?: us| the company| work| here)?"
        r" (?P<when>(?:on|as|next|from|in|this) .+)",
        rf"{_WHO}(?:['’]s)? first (?:working )?day (?:is|will be)(?: on)? (?P<when>.+)",
        rf"(?:move|change|set) {_WHO}['’]s (?:start(?: date)?|first day) to"
        r" (?P<when>.+)",
        rf"{_WHO_ZH}\s*的?入职(?:日期|时间|日)(?:改为|改到|改成|是|定在)(?P<when>.+)",
        r"(?P<when>(?:[今本这明后下]|周|星期|\d)\S{0,8}?(?:日|号|天|[一二三四五六]))"
        rf"{_WHO_ZH}\s*(?:正式)?(?:要|会)?入职",
        rf"(?:新同事|新员工|新人)?\s*{_WHO_ZH}\s*(?:将会?|会|要)?(?:于|在)?\s*{_WHEN_ZH}"
        r"\s*(?:正式)?入职了?"
        r"[，,\s]*(?P<rest>(?:作为|担任|岗位|伙伴|导师|经理|主管).*)?",
    ),
    "role change": (
        rf"{_WHO} (?:is changing|changes|will change|switches|is switching) "
        r"(?:roles?|jobs?|teams?|departments?|positions?) (?P<when>.+)",
        rf"{_WHO} (?:changes|moves|is moving|will move|switches|is switching|transfers"
        r"|is transferring) to (?:the )?(?P<dept>.+?)(?: team| department)?"
        r" (?P<when>(?:on|from|next|in|as of|effective) .+)",
        rf"{_WHO_ZH}\s*(?:将会?|会|要)?(?:于|在|从)?\s*{_WHEN_ZH}\s*(?:起|开始)?"
        r"(?:转岗|调岗|调到|调去)(?:到|去|至)?(?P<rest>\S*)",
    ),
}
_ASKED = {
    "leaving @me {when}": (
        rf"i(?:['’]m| am| will be)? (?:leaving|leave|quitting|quit|resigning|resign)"
        rf"{_US}(?: (?P<when>.+))?|i (?:quit|resign)",
        r"i(?:['’]m| am) leaving (?P<on>on (?:the )?\d.*|at the end of .+)",
        r"my last (?:working )?day(?: here| at work| with us)? (?:is|will be)"
        r" (?P<day>.+)",
        rf"我(?:将会?|会|要|准备|决定)?(?:于|在)?\s*{_WHEN_ZH}\s*(?:正式)?要?"
        r"(?:离职|辞职)了?",
    ),
    "leaving": (
        r"who(?:['’]s| is)(?: about)? (?:leaving|going to leave)(?: us| soon)?"
        rf"(?:{_US})?(?: (?:this|next) (?:week|month|quarter))?",
        r"who (?:leaves|left)(?: us)?(?: (?:this|next|last) (?:week|month|quarter))?",
        r"(?:最近|本月|这个?月|下个?月)?(?:有)?(?:谁|哪些人)(?:要|将|会|快要?)?(?:离职|走)了?",
    ),
    "onboarding": (
        r"who(?:['’]s| is| are)(?: the)? new(?:comers?| people| joiners| hires| here)?"
        r"(?: (?:this|next) (?:week|month))?",
        r"who (?:starts|is starting|joins|is joining|joined|started)(?: us)?"
        r"(?: (?:this|next|last) (?:week|month))?",
        r"(?:最近|本月|这个?月|下个?月|这周|下周)?(?:有)?(?:谁|哪些人)(?:要|将|会)?(?:入职|新来)的?了?",
        r"(?:谁是|有哪些|有)新(?:人|同事|员工)(?:是谁)?|新(?:人|同事)(?:是谁|有谁|有哪些)",
    ),
    "onboarding show": (
        r"who(?:['’]s| is) my (?:buddy|mentor)",
        r"我的?(?:伙伴|导师|师傅|带教)是谁|谁是我的?(?:伙伴|导师|师傅|带教)",
    ),
    "leaving cancel {who}": (
        r"(?:cancel|stop|undo|end|call off)(?: the)? (?:leaving|off-?boarding"
        r"|departure)(?: of| for)? (?P<who>.+)",
        rf"(?-i:{_WHO})(?: is staying| stays)(?: with us(?: after all)?| after all)",
        r"取消(?P<who>.+?)的?离职|取消离职(?P<else>.+)",
        rf"{_WHO_ZH}\s*(?:决定)?不(?:离职|走|辞职)了",
    ),
    "onboarding cancel {who}": (
        r"(?:cancel|stop|undo|end|call off)(?: the)? (?:onboarding|start)(?: of| for)? "
        r"(?P<who>.+)",
        r"取消(?P<who>.+?)的?入职|取消入职(?P<else>.+)",
    ),
}
_END = r"\s*[?？!！。.了吗呢]*"


def says_passage(text: str) -> str:
    """The command that it says or asks for; empty for all else."""
    said = short(text)
    for command, pattern in _patterns(asked=True):
        if match := pattern.fullmatch(said):
            found = match.groupdict()
            who = found.get("who") or found.get("else") or ""
            when = found.get("when") or found.get("day") or found.get("on") or ""
            return command.replace("{who}", who.strip()).replace("{when}", when)
    for command, pattern in _patterns(asked=False):
        match = pattern.fullmatch(said)
        if match and _holds(match, command):
            return " ".join(filter(None, (command, *_parts(match))))
    return ""


@cache
def _patterns(*, asked: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Made when the first sentence comes: a start has no time for them."""
    found = (_ASKED if asked else _SAID).items()
    flags = re.IGNORECASE if asked else re.NOFLAG
    return tuple(
        (command, expression(f"(?:{sentence}){_END}", flags))
        for command, sentences in found
        for sentence in sentences
    )


def _holds(match: re.Match[str], command: str) -> bool:
    """Whether it is somebody, and about the company rather than about a day: "Sam is
    leaving early today" is not.
    """
    found = match.groupdict()
    if _NOBODY.fullmatch(found["who"]):
        return False
    when, place = found.get("when") or "", found.get("dept")
    if place and find_department(place) is None:
        return False
    if command == "leaving" and not found.get("us"):
        return bool(_DATED.search(when)) and not _NEAR.search(when)
    if command == "leaving" or when == "" or not when.isascii():
        return True
    return bool(_DATED.search(when)) and not re.search(r"\d\s*[ap]m|\d:\d\d", when)


def _parts(match: re.Match[str]) -> tuple[str, ...]:
    found = match.groupdict()
    when = found.get("when") or ("today" if found.get("gone") else "")
    return found["who"], found.get("rest") or "", when
