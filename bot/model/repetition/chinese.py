"""How often, in Chinese words, simplified or traditional."""

import re

from bot.model.repetition.rule import WEEK, WEEKEND, WORKING_WEEK, Every, Repetition

FIGURES = {word: number for number, word in enumerate("零一二三四五六七八九")} | {
    "两": 2
}
SIMPLIFIED = str.maketrans("週禮個後號兩", "周礼个后号两")
NUMBER = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3})"
COUNT = rf"每(?:隔)?(?P<count>{NUMBER})?个?"
WEEKLY = r"(?:周|星期|礼拜)"
DAY = r"[一二三四五六日天]"
DAYS = rf"(?P<days>{DAY}(?:[,、和及与]?{WEEKLY}?{DAY})*)"
WHICH = r"(?:第(?P<nth>[一二三四1-4])|(?P<last_nth>最后一?))"
NTH = rf"{WHICH}个?(?:(?P<work>工作日)|{WEEKLY}{DAYS})"
MONTH_DAY = rf"(?:(?P<day>{NUMBER})[号日]|(?P<last>最后一天|月?[底末]))"

PATTERNS: tuple[tuple[str, Repetition | Every], ...] = (
    (r"天天|每日|每天", Repetition(Every.DAY)),
    (rf"(?:每个?|逢)?(?:工作日|上班日)|(?:每{WEEKLY}|{WEEKLY})一[到至-]{WEEKLY}?五",
     Repetition(Every.WEEK, days=WORKING_WEEK)),
    (r"(?:每个?|逢)?周末", Repetition(Every.WEEK, days=WEEKEND)),
    (r"隔[天日]", Repetition(Every.DAY, 2)),
    (rf"{COUNT}[天日]", Every.DAY),
    (rf"(?P<two>隔|双|每隔一)个?{WEEKLY}的?(?:{WEEKLY}?{DAYS})?", Every.WEEK),
    (rf"{COUNT}{WEEKLY}的?(?:{WEEKLY}?{DAYS})?", Every.WEEK),
    (rf"逢?{WEEKLY}{DAYS}", Every.WEEK),
    (r"每个?季度?", Repetition(Every.MONTH, 3)),
    (rf"{COUNT}月的?(?:{MONTH_DAY}|{NTH})?", Every.MONTH),
    (rf"{COUNT}年", Every.YEAR),
)  # fmt: skip


def read(text: str) -> Repetition | None:
    """What the words mean, or None; `text` is folded and half-width."""
    words = re.sub(r"\s", "", text).translate(SIMPLIFIED).strip(",.。")
    for pattern, meaning in PATTERNS:
        if match := re.fullmatch(pattern, words):
            found = (
                meaning if isinstance(meaning, Repetition) else _build(meaning, match)
            )
            return found if found.possible else None
    return None


def _build(every: Every, match: re.Match[str]) -> Repetition:
    said = match.groupdict()
    nth = -1 if said.get("last_nth") else number(said.get("nth") or "")
    day = -1 if said.get("last") else number(said.get("day") or "")
    return Repetition(
        every,
        2 if said.get("two") else _count(said.get("count")),
        WORKING_WEEK if said.get("work") else _days(said.get("days") or ""),
        nth if said.get("nth") or said.get("last_nth") else None,
        day if said.get("day") or said.get("last") else None,
    )


def _count(word: str | None) -> int:
    return number(word) if word else 1


def number(word: str) -> int:
    """十二 is 12, 两 is 2, "5" is 5; 0 for what is no number."""
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if max(len(tens), len(ones)) > 1:
        return 0
    return (FIGURES.get(tens, 1) * 10 if ten else 0) + FIGURES.get(ones, 0)


def _days(words: str) -> tuple[str, ...]:
    """The weekdays named, Monday first."""
    named = set(
        re.sub(r"[^一二三四五六日天]", "", words.replace("星期", "")).replace(
            "天", "日"
        )
    )
    return tuple(
        code for code, word in zip(WEEK, "一二三四五六日", strict=True) if word in named
    )
