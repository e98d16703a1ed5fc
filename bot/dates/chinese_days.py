"""Chinese days: 3月12日, 下周五, 后天, 月底. Figures and script are already plain."""

import re
from datetime import date, datetime, timedelta

from bot.dates import days
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules

rules = Rules()

_FRIDAY = 4
WEEK = "(?:周|星期|礼拜)"
DAY = r"(?:[1-6](?!\d)|[一二三四五六日天])"
_DAYS = ("1一", "2二", "3三", "4四", "5五", "6六", "日天")
_SATURDAY = 5
_FIRST_THIRD = 10
_MIDDLE = 15
# What turns 3月5 or 8号 into something else: 5折, 5个, 8号仓.
_NUMBER_ENDS = r"(?![\d折个件%元块天月年点时分周倍位款人名家次岁.:-])"
_NEAR = {
    "今天": 0,
    "今日": 0,
    "本日": 0,
    "全天": 0,
    "明天": 1,
    "明日": 1,
    "昨天": -1,
    "昨日": -1,
}
_NEAR |= {"次日": 1, "翌日": 1, "前天": -2, "今儿": 0, "明儿": 1, "听日": 1}
YEARS = {"今": 0, "本": 0, "明": 1, "后": 2, "去": -1}
# Names that begin with a day: Toutiao, Tmall, "tomorrow's star".
_NAMES = r"(?!头条|之星|方舟|猫|特卖|特价|特惠|推荐)"


@rules.add(
    Head.FIGURE,
    r"(?P<year>\d{4}|\d\d)年 ?[,的]? ?(?P<month>\d{1,2})月(?:份)? ?"
    r"(?P<day>\d{1,2})(?:[日号](?:\(.\))?|(?!\d))",
)
@rules.add(
    Head.FIGURE, r"(?P<month>\d{1,2})月(?:份)? ?(?P<day>\d{1,2})[日号](?P<year>)?"
)
@rules.add(
    Head.FIGURE, r"(?P<month>1[0-2]|0?[1-9])[./](?P<day>\d{1,2})[日号](?P<year>)?"
)
@rules.add(
    Head.HAN, r"(?P<said>[今本明后去])年 ?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
)
def dated(match: re.Match[str], now: datetime) -> Part:
    """2026年3月12日, 3月12号, 明年3月12日."""
    return Part(dates=_dated(match, now))


@rules.add(
    Head.FIGURE, rf"(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?P<year>)?{_NUMBER_ENDS}"
)
def loosely_dated(match: re.Match[str], now: datetime) -> Part | None:
    """3月12 without 日."""
    found = _dated(match, now)
    return Part(Strength.TRAILING, dates=found) if found else None


def _dated(match: re.Match[str], now: datetime) -> tuple[date, ...]:
    said = match.groupdict()
    year = int(said["year"]) if said.get("year") else None
    if said.get("said"):
        year = now.year + YEARS[said["said"]]
    return days.dated(now.date(), year, int(match["month"]), int(match["day"]))


@rules.add(Head.FIGURE, r"(?P<day>\d{1,2})[日号](?![楼店仓线馆店库厅台机房门位柜电])")
def day_of_month(match: re.Match[str], now: datetime) -> Part:
    """30日, 8号; alone it may be a number of anything."""
    found = days.days_of_month(now.date(), int(match["day"]))
    if not found:
        return Part(Strength.WHOLE, dates=found)
    glued = match.string[match.start() - 1 : match.start()].strip()
    return Part(Strength.LED if glued else Strength.TRAILING, dates=found)


@rules.add(
    Head.HAN,
    r"(?P<month>下{1,3}|本|这|当|上)个?月(?:的?(?P<day>\d{1,2})(?:[日号]|"
    + _NUMBER_ENDS
    + r")|[初中底](?P<late>\d{1,2})[日号])",
)
def day_of_said_month(match: re.Match[str], now: datetime) -> Part:
    """下个月5号."""
    first = days.add_months(now.date(), steps(match["month"]))
    number = int(match["day"] or match["late"])
    return Part(dates=days.on(first.year, first.month, number))


def steps(word: str) -> int:
    """下 is one on, 下下 two, 这 none, 上 one back."""
    return word.count("下") - word.count("上")


@rules.add(
    Head.HAN,
    rf"(?:(?P<week>下{{1,3}}|本|这|上{{1,3}})个?)?(?<!\d){WEEK}(?P<day>{DAY})(?!常|志|报|猫|福|(?<=五)金(?!额))",
)
@rules.add(Head.HAN, rf"(?P<week>下{{1,3}}|本|这)个?{WEEK}的?{WEEK}(?P<day>{DAY})")
def weekday(match: re.Match[str], now: datetime) -> Part:
    """周五 is the coming one, 下周五 that of the following week, 本周五 of this one."""
    day = weekday_of(match)
    if match["week"] is None:
        return Part(weekday=day)
    ahead = steps(match["week"])
    strength = Strength.CERTAIN if ahead >= 0 else Strength.WHOLE
    return Part(strength, week=days.monday(now.date(), ahead), weekday=day)


def weekday_of(match: re.Match[str]) -> int:
    return next(day for day, names in enumerate(_DAYS) if match["day"] in names)


@rules.add(Head.HAN, rf"(?P<week>下{{1,3}})个?{WEEK}(?!{DAY}|末)")
def week(match: re.Match[str], now: datetime) -> Part:
    """下周 is its Monday."""
    monday = days.monday(now.date(), steps(match["week"]))
    return Part(Strength.TRAILING, week=monday)


@rules.add(Head.HAN, rf"(?P<week>下|本|这)个?{WEEK}(?P<inside>[之以]?内)?(?!{DAY}|末)")
def within_week(match: re.Match[str], now: datetime) -> Part | None:
    """本周 and 下周内 mean until the Friday."""
    if match["week"] == "下" and not match["inside"]:
        return None
    friday = days.monday(now.date(), steps(match["week"])) + timedelta(days=_FRIDAY)
    strength = Strength.CERTAIN if match["inside"] else Strength.LED
    return Part(strength, dates=(max(friday, now.date()),))


@rules.add(Head.HAN, r"(?:(?P<week>下{1,3}|本|这)个?)?周末")
def weekend(match: re.Match[str], now: datetime) -> Part:
    """A weekend begins on its Saturday; 周末大促 is a campaign."""
    monday = days.monday(now.date(), steps(match["week"] or ""))
    return Part(Strength.TRAILING, dates=(monday + timedelta(days=_SATURDAY),))


@rules.add(
    Head.HAN,
    rf"(?P<day>(?:[今昨]|(?<!小)明)天|[今本明昨次翌]日|全天|(?<!目)前天|[今明]儿|听日){_NAMES}",
)
def near(match: re.Match[str], now: datetime) -> Part:
    """今天, 明天, 昨天."""
    ahead = _NEAR[match["day"]]
    day = now.date() + timedelta(days=ahead)
    if match["day"] in ("全天", "次日", "翌日"):
        return Part(Strength.WHOLE, near=day)
    return Part(Strength.TRAILING if ahead < 0 else Strength.CERTAIN, near=day)


@rules.add(Head.HAN, r"(?P<far>大{0,3})(?<!售)后[天日](?!猫|性(?!能))")
def after_tomorrow(match: re.Match[str], now: datetime) -> Part:
    """后天 is in two days, each 大 adds one."""
    return Part(near=now.date() + timedelta(days=2 + len(match["far"])))


@rules.add(Head.HAN, r"(?:(?P<month>下{1,3}|本|这|当)个?月?)?月[底末尾](?!\w?饼|货)")
def end_of_month(match: re.Match[str], now: datetime) -> Part:
    """月底, 下月底."""
    first = days.add_months(now.date(), steps(match["month"] or ""))
    return Part(dates=(days.month_end(first),))


@rules.add(Head.FIGURE, r"(?P<month>\d{1,2})月(?:份)?[底末尾]")
def end_of_named_month(match: re.Match[str], now: datetime) -> Part:
    """3月底."""
    today = now.date()
    first = days.next_on(today.replace(day=1), int(match["month"]), 1)
    return Part(dates=tuple(days.month_end(day) for day in first))


@rules.add(Head.FIGURE, r"(?P<month>\d{1,2})月(?:份)?中旬?")
def middle_of_named_month(match: re.Match[str], now: datetime) -> Part:
    """3月中旬 is about its 15th."""
    found = days.next_on(now.date(), int(match["month"]), _MIDDLE)
    return Part(Strength.TRAILING, dates=found)


@rules.add(Head.FIGURE, r"(?P<month>\d{1,2})月(?:份)?(?P<third>[上下])旬")
@rules.add(Head.HAN, r"(?P<said>下{1,3}|本|这|当)个?月(?:份)?(?P<third>[上下])旬")
def third_of_month(match: re.Match[str], now: datetime) -> Part:
    """3月上旬 is until the 10th, 下月下旬 until the last day."""
    today, said = now.date(), match.groupdict()
    if said.get("month"):
        first = days.next_on(today.replace(day=1), int(said["month"]), 1)
    else:
        first = (days.add_months(today, steps(said["said"])),)
    ends = (_third_ends(day, match["third"]) for day in first)
    return Part(Strength.TRAILING, dates=tuple(ends))


def _third_ends(first: date, third: str) -> date:
    return first.replace(day=_FIRST_THIRD) if third == "上" else days.month_end(first)


@rules.add(Head.HAN, r"(?:(?P<month>下{1,3}|本|这)个?)?月初")
def start_of_month(match: re.Match[str], now: datetime) -> Part:
    """月初 is the first that is still to come."""
    ahead = steps(match["month"]) if match["month"] else int(now.day > 1)
    return Part(Strength.TRAILING, dates=(days.add_months(now.date(), ahead),))


@rules.add(Head.HAN, r"(?:(?P<month>下{1,3}|本|这)个?)?月中(?![旬秋国心央])")
def middle_of_month(match: re.Match[str], now: datetime) -> Part:
    """月中 is about the 15th that is still to come."""
    ahead = steps(match["month"]) if match["month"] else int(now.day > _MIDDLE)
    day = days.add_months(now.date(), ahead).replace(day=_MIDDLE)
    return Part(Strength.TRAILING, dates=(day,))


@rules.add(Head.FIGURE, r"(?P<year>\d{4})年(?:的)?第(?P<n>\d{1,3})天")
def day_of_year(match: re.Match[str], _now: datetime) -> Part | None:
    """2025年第十天."""
    start = days.on(int(match["year"]), 1, 1)
    return Part(dates=tuple(day + timedelta(days=int(match["n"]) - 1) for day in start))
