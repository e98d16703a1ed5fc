"""The words that announce a part of the line, and what has to follow them.

Short ones are words of names too ("News from Berlin"), so they count only where what
follows is a value of theirs: a date behind "from", a mention behind "optional".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot import dates
from bot.commands.standup.countries import begins_with_country
from bot.model.expression import expression
from bot.model.standup.templates import begins_with_template


class Slot(StrEnum):
    """What a keyword is about."""

    AT = "at"
    DAYS = "days"
    PLACE = "place"
    PEOPLE = "people"
    OBSERVERS = "observers"
    CLOSE = "close"
    REMIND = "remind"
    ZONE = "zone"
    QUESTIONS = "questions"
    OPTIONAL = "optional"
    ADMINS = "admins"
    AFTER = "after"
    MISSING = "missing"
    READERS = "readers"
    NEWS = "news"
    WEEKLY = "weekly"
    COUNTRY = "country"
    POOL = "pool"
    START = "start"
    UNTIL = "until"
    ESCALATE = "escalate"
    TEMPLATE = "template"


WORDS = {
    Slot.AT: "at 时间",
    Slot.DAYS: "on every each 重复",
    Slot.PLACE: "in 在 于 频道",
    Slot.PEOPLE: "for 给 参与 参加 人员",
    Slot.OBSERVERS: "observers observer cc 旁观 观察 抄送",
    Slot.CLOSE: "close closes 截止 关闭",
    Slot.REMIND: "remind reminder 提醒",
    Slot.ZONE: "zone timezone 时区",
    Slot.QUESTIONS: "ask asks 问 提问 问题",
}
KEYWORDS = {word: slot for slot, words in WORDS.items() for word in words.split()}
SPOKEN = frozenset({"every", "each"})  # these are part of what they announce
EVERYONE = frozenset(
    ["everyone", "everybody", "全员", "所有人", "大家", "全体", "全体成员", "每个人"]
)  # nobody calls a stand-up so, behind its first option

END = r"(?![\w-])"
CALLED = r"(?=<@|[@＠])"
ASKED = (  # people, a department, a channel's members or everybody
    r"(?=<[@#]|[@＠#＃]|(?:dept|department|部门)[:：]|(?:everyone|everybody)\b"
    r"|全员|所有人|大家|全体|每个人)"
)
NUMBER = r"(?=[\d０-９一二三四五六七八九十两半]|(?:off|none|never|0)\b|不提醒)"
CLOCK = (
    r"(?:(?:上午|下午|早上|早晨|凌晨|中午|晚上)?\d{1,2}:\d{2}(?:am|pm)?"
    r"|\d{1,2}(?:am|pm)"
    r"|(?:上午|下午|早上|早晨|凌晨|中午|晚上)?"
    r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点點](?:半|一刻|三刻|\d{1,2}分?)?)"
)
EVE = r"前一天晚上|前一天晚|前一天傍晚|前一晚|前一天"
NEXT_DAY = r"次日|第二天|隔天"
ON_A_DAY = rf"(?:{EVE}|{NEXT_DAY}|the\s+next\s+day|next\s+day)(?:\s+at)?\s*{CLOCK}"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
REPEATED = (  # days that need no word before them
    r"每(?:天|日|周|週|星期|个?月|個月)[一二两兩三四五六\d]+次|"
    r"(?:the\s+)?(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)\s+"
    rf"(?:{_WEEKDAY}|(?:work(?:ing)?[ -]?)?day|weekday)\s+(?:of|in)\s+"
    r"(?:(?:the|each|every)\s+)?month"
    rf"|(?:fortnightly|bi-?weekly)\s+on\s+{_WEEKDAY}"
    # weeks by their number: known for days, and refused as such
    rf"|{_WEEKDAY}\s+(?:of|in)\s+(?:odd|even)\s+weeks"
    r"|每?(?:单|奇|单数|奇数|偶数|双数)周的?(?:周|星期|礼拜)[一二三四五六日天]"
    rf"|{_WEEKDAY}\s*[-–—]\s*{_WEEKDAY}"
    rf"|{_WEEKDAY}(?:\s*,\s*{_WEEKDAY})+"
    r"|(?:once|twice|(?:\d{1,2}|two|three|four|five|six)\s+times)\s+"
    r"(?:a|per|every|each)\s+(?:day|week|month|quarter|year)"
    rf"(?:\s+on\s+{_WEEKDAY}(?:\s*(?:,|and|&)\s*{_WEEKDAY})*)?"
)
_COUNTED = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[一二两兩三四五六七八九十]{1,3})"
)
UNTIL = r"until|till|ending(?:\s+on)?|ends(?:\s+on)?|直到|直至|到|至"
TIMES = rf"(?P<times>{_COUNTED})\s*(?:times|occurrences|次)"
HOW_LONG = (
    rf"(?P<long>{_COUNTED})\s*个?(?P<unit>days?|weeks?|months?|years?"
    r"|[天日周週年]|星期|礼拜|月)"
)
SO_OFTEN = re.sub(r"\?P<\w+>", "?:", rf"(?:for\s+|[共总]计?\s*|重复\s*)?{TIMES}")
WHENEVER = r"(?:whenever|on demand|without (?:a )?schedule|随时|不定期)"
SHAPE = datetime(2026, 1, 1, 12, tzinfo=UTC)  # whether it is a date hangs on no day


@dataclass(frozen=True, slots=True)
class Phrase:
    """A keyword by its looks; `follows` says whether the words behind it are of it."""

    slot: Slot
    looks: re.Pattern[str]
    follows: Callable[[list[str]], bool] = lambda _: True


def _looks(words: str, behind: str) -> re.Pattern[str]:
    return expression(rf"(?:{words})\s*[:：]?\s*{behind}", re.IGNORECASE)


def _one_of(words: str) -> str:
    return rf"(?=(?:{words.replace(' ', '|')}){END})"


def _dated(words: list[str]) -> bool:
    """Whether the first of these words are a day, and not a time."""
    for length in range(min(4, len(words)), 0, -1):
        said = " ".join(words[:length]).removesuffix("开始").removesuffix("起")
        try:
            found = dates.read(said, SHAPE)
        except dates.NotADate:
            continue
        if found.time is None:
            return True
    return False


def _in_country(words: list[str]) -> bool:
    """Whether a country follows. Its code is in capitals: "at" and "us" are words."""
    first = words[0] if words else ""
    if len(first) == 2 and first.isascii() and not first.isupper():
        return False
    return begins_with_country(words)


PHRASES = (
    Phrase(
        Slot.PEOPLE,
        _looks(r"people|members?|participants?|who|with|成员|参与者|参加者|谁", ASKED),
    ),
    Phrase(Slot.OPTIONAL, _looks(r"optional|可选(?:参加|成员)?", CALLED)),
    Phrase(Slot.ADMINS, _looks(r"admins?|owners?|管理员|负责人", CALLED)),
    Phrase(
        Slot.ESCALATE, _looks(r"escalate(?:s)?(?:\s+to)?|升级(?:给|到|至)?", CALLED)
    ),
    Phrase(
        Slot.AFTER,
        _looks(r"(?:nudge|follow[ -]?up)(?:\s+after)?|发出后|询问后", NUMBER),
    ),
    Phrase(
        Slot.MISSING,
        _looks(
            "missing|未交|未提交",
            _one_of(
                "mentions mention names name counts count off none"
                " 提及 姓名 名字 显示姓名 人数 只显示人数 不显示"
            ),
        ),
    ),
    Phrase(
        Slot.READERS,
        _looks(
            "readers?|可见(?:范围)?",
            _one_of(
                "all everyone members member managers manager admins admin"
                " 全部 所有人 群里的所有人 成员 只有站会成员 主管 各自的主管 管理员"
                " 只有负责人和管理员"
            ),
        ),
    ),
    Phrase(
        Slot.NEWS,
        _looks(
            r"(?:away|absence) news|请假通知",
            _one_of(
                "all long none off 全部 都通知 一天以上 一天以上才通知 长假 不通知 无"
            ),
        ),
    ),
    Phrase(
        Slot.WEEKLY,
        _looks(
            "(?:weekly|week) (?:summary|digest)|(?:每)?周报|每周汇总",
            _one_of(
                "channel group all on leads owner admins observers me off none never"
                " 群 频道 全部 负责人 管理员 不发 无 关"
            ),
        ),
    ),
    Phrase(Slot.COUNTRY, _looks(r"holidays?|节假日|假日", r"(?=\S)"), _in_country),
    Phrase(Slot.POOL, _looks("pool|题库", '(?=["“「『«])')),
    Phrase(
        Slot.TEMPLATE,
        _looks(r"from(?:\s+the)?\s+template|template|[用从按]\s*模板|模板", r"(?=\S)"),
        begins_with_template,
    ),
    Phrase(
        Slot.UNTIL,
        _looks("for|持续|为期", re.sub(r"\?P<\w+>", "?:", rf"(?={HOW_LONG}{END})")),
    ),
    Phrase(Slot.UNTIL, _looks(UNTIL, r"(?=\d)")),
    Phrase(Slot.UNTIL, _looks(UNTIL, r"(?=\S)"), _dated),
    Phrase(
        Slot.START, _looks(r"from|starting(?:\s+(?:from|on))?|从|自", r"(?=\S)"), _dated
    ),
)


def announced(text: str, start: int) -> tuple[Slot, int] | None:
    """The part that the words from here on announce, and where its value begins."""
    for phrase in PHRASES:
        match = phrase.looks.match(text, start)
        if match is None or not _whole(text, match):
            continue
        if phrase.follows(text[match.end() :].split()[:6]):
            return phrase.slot, match.end()
    return None


def _whole(text: str, match: re.Match[str]) -> bool:
    """Whether the keyword ends where it ends, and is not the beginning of a word."""
    end = match.end()
    glued = match[0][-1:].isascii() and match[0][-1:].isalnum()
    return not glued or not text[end : end + 1].isalnum()
