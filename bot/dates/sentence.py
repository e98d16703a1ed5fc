"""Reading a whole phrase, and finding phrases in a sentence that stays a title."""

from datetime import datetime

from bot.dates.due import DateProblem, Due, Found, NotADate
from bot.dates.parts import Part, Strength, has_day
from bot.dates.phrase import Phrases
from bot.dates.resolve import resolve
from bot.dates.view import View, view
from bot.dates.words import SENTENCE_END
from bot.model.expression import expression

_AT_END = expression(SENTENCE_END)
_LONGEST_PHRASE = 120
_LONGEST_SENTENCE = 400

_WRAPPING = " \"'()[]{}<>“”‘’「」『』《》"
_ENDING = expression(r"[ \"')\]}.!?。！,;]*$")
_DUE = expression(
    r"(?:due(?: date)?|deadline|ddl|eta|截止(?:日期|时间)?|截至|期限|最晚|最迟|不晚于)"
    r" ?(?:is |on |by |at |before |的?是|[到至于在为])? ?[:：]? ?(?:on |by |at |the )?"
)
_LEAD = expression(
    r"(?:(?:no|not) later than|by|until|till?|on|(?<![点分])[到至]|于|在"
    r"|(?:等会|待会|等?1会)儿?|等1?下|等等|稍后|晚点"
    r"|(?<!weekend )(?<!week )(?<!day )(?<!month )(?<!night )before)"
    r" ?(?:about |around |approximately |the )?"
)
_DEADLINE = expression(r"(?:(?:no|not) later than|by|until|till?|before|到|至) ?\S")
_FILLER = expression(
    r"(?:early|later?|first thing|in|at|for|around|about|through|sometimes? before"
    r"|大约|大概|约)"
    r" ?(?:about |around |approximately )?"
)
_TAIL = expression(
    r" ?(?:之前|以前|为止|截止(?! ?[\w:])|前(?![端台往后面期置言天提景任沿年者排途\d]))"
)
_BLOCKED = expression(
    r"(?:(?:every|each|last|past|since|from|between|starting|not|to|vs\.?|than|black|cyber"
    r"|good|ash|super|casual|taco|every \S+|per|\d(?:st|nd|rd|th)"
    r"|(?:after|not before|no earlier than"
    r"|(?:day|week|weekend|month|year|eve|night|evening|morning) before)(?: the)?"
    r"|(?:half|week|weekend|rest) of(?: the)?"
    r"|penultimate|(?:next|2th|second) to last|same (?:time|day)(?: on)?"
    r"|(?:next|last) (?:month|year|quarter)(?: on| in)?(?: the)?) "
    r"|[每上第][个逢]?|第\d{1,2}1?个?|最后1?个?|[农阴]历|[\d点分] ?[-–~至到] ?|从|自)$"
)
# What makes a day the name of something: 周五的会议, "friday deals".
_TITLE_GOES_ON = expression(
    r" ?(?:的(?!时候)|大促|促销|特卖|特惠|活动|专场|狂欢|折扣|秒杀|会员日"
    r"|例会|晨会|早会|周会|月会|例行|系列|主题|限定款|套餐|特饮)"
    r"| (?:team )?(?:meeting )?(?:notes|minutes)\b"
    r"| (?:deals?|sales?|specials?|newsletter|roast|blues|paper|promo(?:tion)?s?"
    r"|edition|feeling|ltd|inc|gmbh|llc|plc|corp|coffee|club|brunch)\b"
    r"|\.(?:com|net|org|io|de|cn|eu|uk|us|app|shop|store)\b"
)
_RANGE = expression(
    r" ?(?:或者|还是|[-–—~至到或]|to |or |through |thru )(?: ?)(?=[\w])"
)
# What makes a day the first of many, or another day: 周一起, 周五之后, 国庆后第3天.
_OTHER_DAY = expression(
    r" ?(?:起(?!草|诉|床|飞)|开始|以来|[之以过]后|后(?:第|的|[12两]?个?月)"
    r"|前后|前(?=\d|半)"
    r"|的?(?:前|后)\d{1,2}个?[天日周星工]|前夕|差\d|[上午晚早][班饭餐]前"
    r"|[上中下]旬|第\d个?[天日周星]|(?<=[周期拜][一二三四五])[2-6](?![\d点时月号日:.个件])"
    r"|[两一二三四五六七八九]{2}[点天]"
    r"|(?:onwards?|at the earliest|weekend|week"
    r"|(?:before|after) (?:last|next)|or \d|(?:at )?(?:the )?same time"
    r"|(?:in |of )?(?:next|last|this) (?:month|year|quarter))\b|of [a-z]|\d{1,2}(?=$))"
)
_HOURS_BEFORE = expression(r"前(?:\d{1,2}|半) ?(?:个?半?(?:小时|钟头)|分钟)")
_HAN = (
    "今明后大下本这当周星礼早晚上中正凌清傍午夜子半月年季几再过昨前次翌全听"
    "等待稍元情妇愚劳儿国万平圣春除中端清元七重截期最不到至于在约"
    "农阴腊闰冬大正母父教植双光感黑网第差北香台东柏德伦纽洛朝拜放"
)
_START = expression(
    r"(?<![a-z0-9_@#$€£¥/\\.+~^&=|*'-])(?<!\d:)[a-z0-9+]|[" + _HAN + "]"
)
_HIDDEN = expression(
    r"\bbetween [^,;.]{1,40}? and [^ ]+(?: [a-z]+)?|"
    r"\"[^\"]*\"|「[^」]*」|《[^》]*》|<[^>]*>|\w+://\S*|\S+@\S+\.\w+"
    r"|(?<![\w])[@#!](?!\d{1,2}(?::|[ap]m|\b))\S+"
)


def read(text: str, now: datetime) -> Due:
    """The whole text as one date phrase; NotADate when it is none."""
    if len(text) > _LONGEST_PHRASE:
        raise NotADate(DateProblem.UNKNOWN, text)
    plain = view(text).text.strip(_WRAPPING)
    phrases = Phrases(plain, now)
    problem = DateProblem.UNKNOWN
    for start in _openings(plain):
        for end, part in phrases.at(start):
            if not _reaches_end(plain, end):
                continue
            due = resolve(part, now)
            if isinstance(due, Due):
                return due
            problem = due
    raise NotADate(problem, text)


def _openings(plain: str) -> list[int]:
    """Where the phrase may begin: after its lead words, or at once."""
    leads = (lead.match(plain) for lead in (_DUE, _LEAD, _FILLER))
    return [0, *(lead.end() for lead in leads if lead)]


def _reaches_end(plain: str, end: int) -> bool:
    tail = _TAIL.match(plain, end)
    return _ENDING.match(plain, tail.end() if tail else end) is not None


def says_due(phrase: str) -> bool:
    """Whether a date phrase calls itself the last day: "by friday", 周五前."""
    plain = view(phrase).text.strip()
    tail = next((each.end() for each in _TAIL.finditer(plain)), 0)
    opens = _DUE.match(plain) or _DEADLINE.match(plain)
    return bool(opens) or tail == len(plain)


def find(text: str, now: datetime) -> tuple[Found, ...]:
    """Every date phrase of a sentence, in order; NotADate for an impossible one."""
    plain = view(text[:_LONGEST_SENTENCE])
    hidden = _HIDDEN.sub(lambda match: "\0" * len(match[0]), plain.text)
    return _Finder(hidden, plain, text, now).all()


class _Finder:
    """One pass over a sentence."""

    def __init__(self, hidden: str, plain: View, text: str, now: datetime) -> None:
        self.hidden = hidden
        self.plain = plain
        self.text = text
        self.now = now
        self.phrases = Phrases(hidden, now)

    def all(self) -> tuple[Found, ...]:
        found: list[Found] = []
        done = 0
        for start in _START.finditer(self.hidden):
            if start.start() < done:
                continue
            end, one = self._at(start.start())
            done = max(done, end)
            found += [one] if one else []
        return tuple(found)

    def _at(self, start: int) -> tuple[int, Found | None]:
        """Where to go on, and the phrase found here, if any."""
        if _BLOCKED.search(self.hidden, max(0, start - 24), start):
            return self._past(start), None
        for opening, needed in self._openings(start):
            for end, part in self.phrases.at(opening):
                stop, enough = self._enough(end, needed)
                if part.strength < enough:
                    continue
                if _TITLE_GOES_ON.match(self.hidden, end) and stop == end:
                    return end, None
                if self._other_day(end, part):
                    return end, None
                after = self._range(end)
                if after is not None:
                    return after, None
                due = resolve(part, self.now)
                if due is DateProblem.UNKNOWN:
                    return stop, None
                return stop, self._found(start, stop, due)
        return start, None

    def _openings(self, start: int) -> list[tuple[int, Strength]]:
        due = _DUE.match(self.hidden, start)
        if due:
            return [(due.end(), Strength.WHOLE)]
        leads = ((_LEAD, Strength.LED), (_FILLER, Strength.CERTAIN))
        matches = ((lead.match(self.hidden, start), needed) for lead, needed in leads)
        found = [(match.end(), needed) for match, needed in matches if match]
        return [*found, (start, Strength.CERTAIN)]

    def _enough(self, end: int, needed: Strength) -> tuple[int, Strength]:
        """Where the phrase ends with its 前, and the strength it needs there."""
        tail = _TAIL.match(self.hidden, end)
        if tail:
            return tail.end(), min(needed, Strength.LED)
        if _AT_END.match(self.hidden, end):
            return end, min(needed, Strength.TRAILING)
        return end, needed

    def _past(self, start: int) -> int:
        """Where to go on behind "every friday 17:00"."""
        readings = self.phrases.at(start)
        return next((end for end, part in readings if part.strength), start)

    def _range(self, end: int) -> int | None:
        """The end of "10:00-12:00" or "mon to fri", which are no due dates."""
        gap = _RANGE.match(self.hidden, end)
        if gap is None:
            return None
        rest = self.phrases.at(gap.end())
        return rest[0][0] if rest else None

    def _other_day(self, end: int, part: Part) -> bool:
        """Whether the words behind it turn it into another day, or another hour."""
        if _HOURS_BEFORE.match(self.hidden, end):
            return True
        daily = has_day(part) and part.clock is None
        return daily and _OTHER_DAY.match(self.hidden, end) is not None

    def _found(self, start: int, stop: int, due: Due | DateProblem) -> Found:
        first, last = self.plain.original(start, stop)
        words = self.text[first:last]
        if not isinstance(due, Due):
            raise NotADate(due, words)
        return Found(first, last, words, due)
