"""How often, in Chinese words, simplified or traditional."""

import re
from collections.abc import Iterator

from bot.model.repetition import building
from bot.model.repetition.building import Patterns, Said, Tongue
from bot.model.repetition.rule import LAST, WEEKEND, WORKING_WEEK, Every, Repetition

FIGURES = {word: number for number, word in enumerate("零一二三四五六七八九")} | {
    "两": 2
}
SIMPLIFIED = str.maketrans(
    "週禮個後號兩單雙總終從間數還倒開幾", "周礼个后号两单双总终从间数还倒开几"
)
NUMBER = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3})"
COUNT = rf"每(?:隔)?(?P<count>{NUMBER})?个?"
WEEKLY = r"(?:周|礼拜)"
DAY = r"[一二三四五六日天1-7]"
AND = r"[,、和及与跟/]?"
ONE_DAY = rf"{WEEKLY}?{DAY}(?:[到至~-]{WEEKLY}?{DAY})?"
SOME_DAYS = rf"{ONE_DAY}(?:{AND}{ONE_DAY})*"
DAYS = rf"(?P<days>{SOME_DAYS})"
ORDINAL = (
    r"(?:第(?:二十|20|十[一二三四五六七八九]?|1\d|[一二三四五六七八九1-9])"
    r"|首|头一|倒数第[一二三四五1-5]|最后一?)"
)
WHICH = rf"(?P<nth>{ORDINAL}个?(?:{AND}(?:{ORDINAL}|(?<=[、,和及与])[二三四五])个?)*)"
WORK = r"(?:工作日|上班日|平日)"
NTH = rf"{WHICH}的?(?:(?P<work>{WORK})|(?={WEEKLY}){DAYS})"
MONTH_DAY = (
    rf"(?:{NUMBER}(?:[号日]|(?=[,、和及与跟]))"
    r"|(?:最后一?|倒数第[一二三四五1-5]|第一)天|月?[底末初])"
)
MONTH_DAYS = rf"(?P<month_days>{MONTH_DAY}(?:{AND}{MONTH_DAY})*)"
DATE = rf"(?P<month>{NUMBER})月(?:份)?的?"
ONCE = r"(?:一次|1次)?"

PATTERNS: Patterns = (
    (r"天天|每日|每天|日日|每天一次", Repetition(Every.DAY)),
    (rf"(?:每个?|逢|每逢|法定)?{WORK}", Repetition(Every.WEEK, days=WORKING_WEEK)),
    (rf"(?:每个?)?(?:(?P<all>[天日])|{WORK})[,，]?(?:除了|除|不含|不包括|但不含)(?P<but>{SOME_DAYS})"
     r"(?:外|以外|之外)?", Every.WEEK),
    (rf"除了?(?P<but>(?={WEEKLY}){SOME_DAYS})(?:外|以外|之外)?的?(?:每个?)?(?:(?P<all>[天日])|{WORK})",
     Every.WEEK),
    (rf"(?P<but>(?={WEEKLY}){SOME_DAYS})(?:除外|以外)的?(?:每个?)?(?:(?P<all>[天日])|{WORK})",
     Every.WEEK),
    (r"(?:每个?|逢|每逢)?(?:周末|双休日)", Repetition(Every.WEEK, days=WEEKEND)),
    (r"隔[天日]|每隔[一1][天日]", Repetition(Every.DAY, 2)),
    (rf"{COUNT}[天日]{ONCE}", Every.DAY),
    (rf"(?P<two>隔|每?双|每隔一|每隔1)个?{WEEKLY}的?(?:{DAYS})?{ONCE}", Every.WEEK),
    (rf"{COUNT}{WEEKLY}的?(?:{DAYS})?{ONCE}", Every.WEEK),
    (rf"(?:每?逢)?(?={WEEKLY}){DAYS}", Every.WEEK),
    (rf"(?P<quarter>每个?季度?)的?(?:{MONTH_DAYS}|{NTH})?", Every.MONTH),
    (r"(?P<month_days>月[底末初])", Every.MONTH),
    (r"每半年", Repetition(Every.MONTH, 6)),
    (rf"{COUNT}月的?(?:{MONTH_DAYS}|{NTH})?{ONCE}", Every.MONTH),
    (rf"{COUNT}年(?:的?{DATE}(?:{MONTH_DAYS}|{NTH}))?{ONCE}", Every.YEAR),
)  # fmt: skip


def read(text: str) -> Repetition | None:
    """What the words mean, or None; `text` is folded and half-width."""
    words = re.sub(r"\s", "", text).translate(SIMPLIFIED).strip(",.。")
    words = re.sub("[—–−～]", "-", words).replace("星期", "周")
    return building.read(words, PATTERNS, TONGUE)


def _count(said: Said) -> int:
    word = said.get("count")
    return number(word) if word else 1


def number(word: str) -> int:
    """十二 is 12, 两 is 2, "5" is 5; 0 for what is no number."""
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if max(len(tens), len(ones)) > 1:
        return 0
    return (FIGURES.get(tens, 1) * 10 if ten else 0) + FIGURES.get(ones, 0)


def _days(words: str) -> Iterator[tuple[int, int]]:
    for span in re.finditer(ONE_DAY, words):
        ends = [_day(one) for one in re.findall(DAY, span[0])]
        yield ends[0], ends[-1]


def _day(word: str) -> int:
    if word.isdecimal():
        return int(word) - 1
    return "一二三四五六日".index(word.replace("天", "日"))


def _nth(words: str) -> Iterator[int]:
    return (_ordinal(word) for word in re.findall(rf"{ORDINAL}|[二三四五]", words))


def _ordinal(word: str) -> int:
    if word.startswith("倒数第"):
        return -number(word.removeprefix("倒数第"))
    if word.startswith("最后"):
        return LAST
    return number(word.removeprefix("第")) or 1  # 首, 头一


def _month_days(said: Said) -> Iterator[int]:
    for word in re.findall(MONTH_DAY, said.get("month_days", "")):
        yield _month_day(word)


def _month_day(word: str) -> int:
    if word.endswith(("底", "末")):
        return LAST
    if word.endswith("初"):
        return 1
    if word.endswith("天"):
        return _ordinal(word.removesuffix("天"))
    return number(word.rstrip("号日"))


def _month(said: Said) -> int:
    return number(said.get("month", ""))


TONGUE = Tongue(_count, _days, _nth, _month_days, _month)
