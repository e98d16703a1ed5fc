"""Chinese times and spans: 下午3点半, 今晚8点, 半小时后, 两周内, 下班前."""

import re
from datetime import datetime, timedelta

from bot.dates import spans
from bot.dates.parts import Clock, Part, Period, Strength
from bot.dates.rules import Head, Rules
from bot.dates.spans import UNITS, Span

rules = Rules()

_PERIODS = {
    "凌晨": Period.SMALL_HOURS,
    "清晨": Period.MORNING,
    "清早": Period.MORNING,
    "早晨": Period.MORNING,
    "早上": Period.MORNING,
    "上午": Period.MORNING,
    "早": Period.MORNING,
    "朝": Period.MORNING,
    "中午": Period.NOON,
    "正午": Period.NOON,
    "下午": Period.AFTERNOON,
    "下昼": Period.AFTERNOON,
    "上昼": Period.MORNING,
    "朝早": Period.MORNING,
    "午后": Period.AFTERNOON,
    "傍晚": Period.EVENING,
    "晚上": Period.NIGHT,
    "晚间": Period.NIGHT,
    "夜里": Period.NIGHT,
    "晚": Period.NIGHT,
}
_WORDS = "|".join(word for word in _PERIODS if len(word) > 1)
_MINUTE = r"(?:(?P<minute>[0-5]?\d)分?(?![天个刻\d])|(?P<half>半)|(?P<quarter>[1-3])刻)"


@rules.add(
    Head.FIGURE,
    rf"(?P<hour>\d{{1,2}}) ?[点时](?!装|尚|间|段|效|候)(?:(?:多|左右)?(?:钟|整|正)?)"
    rf"(?:过?{_MINUTE})?(?:钟|整|正)?(?:过?(?P<second>[0-5]?\d)秒)?",
)
def hour(match: re.Match[str], _now: datetime) -> Part:
    """3点半, 15时20分; 3点 alone may be three points of a list."""
    minute = int(match["minute"] or 0) + (30 if match["half"] else 0)
    minute += 15 * int(match["quarter"] or 0)
    number = int(match["hour"])
    vague = 0 < number <= 12
    clock = Clock(number, minute, int(match["second"] or 0), vague=vague)
    sure = minute > 0 or number > 12
    strength = Strength.CERTAIN if sure and clock.exists else Strength.LED
    return Part(strength, clock=clock)


@rules.add(Head.HAN, rf"(?P<period>{_WORDS}|[早晚](?= ?\d))(?!茶|安|报|餐|饭|场)")
def period(match: re.Match[str], _now: datetime) -> Part:
    """The 下午 of 明天下午; alone it is too little."""
    return Part(Strength.LED, period=_PERIODS[match["period"]])


@rules.add(
    Head.HAN, r"(?P<day>[今明后当听])(?P<period>[早晚朝])上?(?!餐|饭|报|安|会|间|场)"
)
def near_period(match: re.Match[str], now: datetime) -> Part:
    """今晚, 明早."""
    ahead = {"今": 0, "当": 0, "明": 1, "听": 1, "后": 2}[match["day"]]
    day = now.date() + timedelta(days=ahead)
    return Part(near=day, period=_PERIODS[match["period"]])


@rules.add(
    Head.FIGURE | Head.HAN,
    r"(?P<sign>差(?:(?P<minutes>\d{1,2})分|1刻)钟?)? ?(?P<hour>\d{1,2})[点时]"
    r"(?(sign)|差(?:(?P<less>\d{1,2})分|1刻)钟?)",
)
def short_of(match: re.Match[str], _now: datetime) -> Part | None:
    """差5分3点, 3点差1刻."""
    minutes = int(match["minutes"] or match["less"] or 15)
    hour = int(match["hour"])
    if not (0 < minutes < 60 and 0 < hour <= 24):
        return None
    return Part(clock=Clock((hour - 1) or 12, 60 - minutes, vague=hour <= 12))


@rules.add(Head.HAN, r"(?:(?P<next>明天))?上班(?=之前|以前|前)")
def office_opens(match: re.Match[str], now: datetime) -> Part:
    """明天上班前 is nine in the morning; alone it names a time of every day."""
    if match["next"] is None:
        return Part(Strength.WHOLE, clock=Clock(9))
    day = now.date() + timedelta(days=1)
    return Part(Strength.LED, near=day, clock=Clock(9))


@rules.add(
    Head.HAN, r"(?:(?P<next>明天))?(?:下班|放工|收工)(?:时|的时候)?(?=之前|以前|前|$)"
)
def office_closes(match: re.Match[str], now: datetime) -> Part:
    """下班前 is six in the evening."""
    day = now.date() + timedelta(days=1 if match["next"] else 0)
    return Part(otherwise=day, clock=Clock(18))


@rules.add(Head.HAN, r"半夜|午夜|子夜")
def midnight(_match: re.Match[str], _now: datetime) -> Part:
    """午夜 begins the day it is said with."""
    return Part(Strength.LED, clock=Clock(0))


_UNIT = (
    r"(?:(?P<second>秒钟?)|(?P<minute>分钟?)|(?P<hour>小时|钟头|钟(?!头)|时辰(?=$^))"
    r"|(?P<day>天|日)|(?P<week>周|星期|礼拜)|(?P<month>月)|(?P<year>年))"
)
_ONE = rf"(?P<n>\d{{1,4}}(?:\.\d)?|半|几) ?个?(?P<and>半)?{_UNIT}(?P<more>半)?"
_PLAIN = re.sub(r"\?P<\w+>", "?:", _ONE)
_CHUNK = rf"(?P<chunk>{_PLAIN}(?: ?{_PLAIN}){{0,2}}|(?P<quarters>[1-3])刻钟)"
_PIECE = re.compile(_ONE)


def _length(match: re.Match[str]) -> Span:
    if match["quarters"]:
        return UNITS["minute"] * (15 * int(match["quarters"]))
    return sum((_piece(piece) for piece in _PIECE.finditer(match["chunk"])), Span())


def _piece(match: re.Match[str]) -> Span:
    named = {"半": 0.5, "几": 3.0}
    count = named.get(match["n"]) or float(match["n"])
    half = 0.5 if match["and"] or match["more"] else 0.0
    units = {name: UNITS[name] for name in match.re.groupindex if name in UNITS}
    return spans.named(match, units) * (count + half)


@rules.add(
    Head.FIGURE | Head.HAN, rf"{_CHUNK} ?(?:之后|以后|过后|后(?![端台面期天日续]))"
)
@rules.add(Head.HAN, rf"(?:再过|过){_CHUNK}")
def ahead(match: re.Match[str], now: datetime) -> Part:
    """3天后, 一个半小时后."""
    return spans.ahead(_length(match), now, Strength.CERTAIN)


@rules.add(Head.FIGURE, r"(?P<n>\d{1,3}) ?个?工作[日天](?:[之以]?内|[之以]?后)")
def working_days(match: re.Match[str], now: datetime) -> Part:
    """3个工作日内."""
    return spans.working_days(int(match["n"]), now, Strength.TRAILING)


_ASKED = re.compile(
    r" ?(?:给(?!力)|回[复覆]|答复|完成|处理|解决|搞定|提交|交给|反馈给)"
)


@rules.add(Head.FIGURE | Head.HAN, rf"{_CHUNK} ?(?:之内|以内|内(?![容部存购裤衣外测]))")
def within(match: re.Match[str], now: datetime) -> Part:
    """7天内 is a policy in the middle of a title, a due date at its end, and where
    somebody is to do something: 两天内给客户回复.
    """
    asked = _ASKED.match(match.string, match.end())
    strength = Strength.CERTAIN if asked else Strength.TRAILING
    return spans.ahead(_length(match), now, strength)
