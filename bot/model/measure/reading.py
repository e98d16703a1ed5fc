"""Values as people type them: 1,234.5 and 1.234,5, 12万, 3.5k, 2.4%, ¥99, 3h 20m; pure.

What a measure counts decides where a mark may stand for two things: "1.234" is more
than a thousand orders, and less than two per cent.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.model.expression import expression
from bot.model.measure import FINEST, TIMES, Unit, divided
from bot.model.numerals import SPELLED
from bot.model.numerals import number as spelled
from bot.model.text import tidy

CURRENCIES = {
    "¥": "CNY", "元": "CNY", "块": "CNY", "块钱": "CNY", "人民币": "CNY", "rmb": "CNY",
    "cny": "CNY", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "欧元": "EUR", "$": "USD", "usd": "USD", "us$": "USD", "美元": "USD",
    "美金": "USD", "dollars": "USD", "£": "GBP", "gbp": "GBP", "英镑": "GBP",
    "chf": "CHF", "jpy": "JPY", "日元": "JPY", "hkd": "HKD", "港币": "HKD",
    "hk$": "HKD", "sgd": "SGD", "aud": "AUD", "cad": "CAD", "pln": "PLN", "sek": "SEK",
}  # fmt: skip
# Two currencies share a sign.
SHARED = {"¥": ("CNY", "JPY"), "$": ("USD", "HKD", "SGD", "AUD", "CAD")}
SCALES = {
    "k": 10**3, "thousand": 10**3, "千": 10**3, "w": 10**4, "万": 10**4,
    "萬": 10**4, "十万": 10**5, "m": 10**6, "mn": 10**6, "mio": 10**6, "百万": 10**6,
    "million": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8, "b": 10**9,
    "bn": 10**9, "billion": 10**9,
}  # fmt: skip
MINUTES = {
    "d": 1440, "day": 1440, "days": 1440, "天": 1440, "日": 1440, "h": 60, "hr": 60,
    "hrs": 60, "hour": 60, "hours": 60, "小时": 60, "个小时": 60, "时": 60, "m": 1,
    "min": 1, "mins": 1, "minute": 1, "minutes": 1, "分钟": 1, "分": 1,
}  # fmt: skip
SECONDS = ("s", "sec", "secs", "second", "seconds", "秒", "秒钟")
PERCENTS = ("%", "percent", "per cent", "pct", "个点", "个百分点")
COUNTERS = "个单件笔人次位条款家件台只"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SIGN = r"[-+]?"
_FIGURES = r"\d(?:[\d.,'’]|[ \u00a0\u202f](?=\d{3}(?!\d)))*(?<![.,'’ ])"
_END = r"(?![A-Za-z])"
_MONEY = _any(CURRENCIES)
_BEFORE = rf"(?:(?P<sign>{_SIGN})\s*(?:(?P<before>{_MONEY})\s*)?(?P<minus>{_SIGN}))"
_AFTER = (
    rf"(?:\s*(?P<scale>{_any(SCALES)}){_END})?"
    rf"(?:\s*(?P<unit>{_any(PERCENTS)}|{_MONEY}|[{COUNTERS}]){_END})?"
)
ONE = expression(rf"{_BEFORE}(?P<figures>{_FIGURES}){_AFTER}", re.IGNORECASE)
_LAPSE = rf"\d+(?:[.,]\d+)?\s*(?:{_any((*MINUTES, *SECONDS))}){_END}"
LAPSE = expression(rf"{_SIGN}{_LAPSE}(?:\s*{_LAPSE})*(?:\s*\d+(?![\d.,]))?", re.I)
LAPSES = expression(
    rf"(\d+(?:[.,]\d+)?)\s*({_any((*MINUTES, *SECONDS))})?", re.IGNORECASE
)
OF_HUNDRED = expression(r"百分之\s*(\S+)")
OVER = expression(r"\s*(?:/|÷|\bout of\b|\bof\b)\s*", re.IGNORECASE)
_NAMED = expression(r"\(\?P<\w+>")
_PLAIN = _NAMED.sub("(?:", ONE.pattern)
# A value at the beginning of some words.
HERE = expression(
    rf"(?:百分之\s*(?:\d[\d.,]*|[{SPELLED.pattern[1:-2]}点]+)"
    rf"|{LAPSE.pattern}|{_PLAIN}(?:\s*(?:/|÷|out of|of)\s*{_PLAIN})?)"
    r"(?![A-Za-z0-9^*_])(?![.,]\d)",
    re.IGNORECASE,
)
LARGEST = Decimal(10) ** 15
LONGEST = 40  # characters
BEST = 5  # of a score


class NotAValue(Exception):
    """It cannot be taken: `key` names the text that says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with what it was divided from; `value` is None where that is by zero."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def read(typed: str, unit: Unit, currency: str = "", *, ratio: bool = False) -> Amount:
    """What was typed, in the measure's unit. Raises NotAValue."""
    text = _plain(typed)
    if not text:
        raise NotAValue("measure-value-missing")
    if unit is Unit.SCORE:
        text = re.sub(r"\s*/\s*5$", "", text)
    parts = OVER.split(text)
    if len(parts) == 2 and all(parts) and ratio:
        top, bottom = (parted(part, currency) for part in parts)
        return over(top, bottom, unit)
    return Amount(fitting(_number(text, unit, currency), unit))


def over(top: Decimal, bottom: Decimal, unit: Unit) -> Amount:
    """Two numbers, divided. Raises NotAValue for what counts nothing."""
    top, bottom = (each.quantize(FINEST).normalize() for each in (top, bottom))
    if bottom < 0:
        raise NotAValue("measure-value-bottom")
    found = divided(unit, top, bottom)
    return Amount(None if found is None else fitting(found, unit), top, bottom)


def parted(typed: str, currency: str) -> Decimal:
    """One of the two numbers of a ratio. Raises NotAValue."""
    return _number(_plain(typed), Unit.COUNT, currency)


def currency_of(typed: str) -> str:
    """The code of a currency, "" for what is none."""
    said = tidy(typed).casefold()
    if said in CURRENCIES:
        return CURRENCIES[said]
    code = said.upper()
    return code if code in CURRENCIES.values() else ""


def _plain(typed: str) -> str:
    """The words as they are read. A full-width yen sign is the narrow one."""
    text = unicodedata.normalize("NFKC", typed.replace("¥", "¥"))
    return tidy(text.replace("−", "-").replace("–", "-").strip().strip("。;；"))


def _number(text: str, unit: Unit, currency: str) -> Decimal:
    if len(text) > LONGEST:
        raise NotAValue("measure-value-large")
    if hundred := OF_HUNDRED.fullmatch(text):
        if unit is not Unit.PERCENT:
            raise NotAValue("measure-value-unit")
        text = hundred[1]
    if unit in TIMES:
        return _time(text, unit)
    said = spelled(text) if SPELLED.fullmatch(text) else None
    if said is not None:
        return held(said)
    match = ONE.fullmatch(text)
    if match is None:
        lapse = LAPSE.fullmatch(text)
        raise NotAValue("measure-value-unit" if lapse else "measure-value-unknown")
    _check_unit(match, unit, currency)
    figures = _figures(match["figures"], unit)
    scale = SCALES.get((match["scale"] or "").casefold(), 1)
    minus = "-" in (match["sign"], match["minus"])
    return held(figures * scale * (-1 if minus else 1))


def held(value: Decimal) -> Decimal:
    """The same. Raises NotAValue for more than anybody counts."""
    if abs(value) >= LARGEST:
        raise NotAValue("measure-value-large")
    return value


def _check_unit(match: re.Match[str], unit: Unit, currency: str) -> None:
    """Raises NotAValue for what is of another kind."""
    after = (match["unit"] or "").casefold()
    money = [each for each in ((match["before"] or "").casefold(), after) if each]
    for said in money:
        if said in CURRENCIES:
            _check_money(said, unit, currency)
        elif (said in PERCENTS and unit is not Unit.PERCENT) or (
            said in COUNTERS and unit is not Unit.COUNT
        ):
            raise NotAValue("measure-value-unit")


def _check_money(said: str, unit: Unit, currency: str) -> None:
    if unit is not Unit.MONEY and not currency:
        raise NotAValue("measure-value-unit")
    if currency not in (CURRENCIES[said], *SHARED.get(said, ())):
        raise NotAValue("measure-value-currency", currency=currency)


def _figures(text: str, unit: Unit) -> Decimal:
    """The number; the last of two marks is where it stops being whole."""
    bare = re.sub("['’ \u00a0\u202f]", "", text)
    marks = [mark for mark in ",." if mark in bare]
    if len(marks) == 2:
        decimal = max(marks, key=bare.rfind)
        thousands = min(marks, key=bare.rfind)
        if bare.count(decimal) > 1 or not _grouped(bare.split(decimal)[0], thousands):
            raise NotAValue("measure-value-unknown")
        bare = bare.replace(thousands, "").replace(decimal, ".")
    elif marks:
        bare = _one_mark(bare, marks[0], unit)
    return Decimal(bare)


def _one_mark(bare: str, mark: str, unit: Unit) -> str:
    whole, _, rest = bare.partition(mark)
    if bare.count(mark) > 1:
        if not _grouped(bare, mark):
            raise NotAValue("measure-value-unknown")
        return bare.replace(mark, "")
    groups = len(rest) == 3 and 0 < len(whole) <= 3 and whole != "0"
    if groups and unit in (Unit.COUNT, Unit.MONEY):
        return bare.replace(mark, "")
    return f"{whole}.{rest}"


def _grouped(text: str, mark: str) -> bool:
    first, *others = text.split(mark)
    return 0 < len(first) <= 3 and all(len(each) == 3 for each in others)


def _time(text: str, unit: Unit) -> Decimal:
    """A span of time; a bare number is in the measure's own unit."""
    if re.fullmatch(rf"{_SIGN}{_FIGURES}", text):
        return _figures(text.lstrip("+-"), unit) * (-1 if text[0] == "-" else 1)
    if not LAPSE.fullmatch(text):
        known = ONE.fullmatch(text) or OF_HUNDRED.fullmatch(text)
        raise NotAValue("measure-value-unit" if known else "measure-value-unknown")
    minutes, each = Decimal(0), Decimal(1440)
    for figures, word in LAPSES.findall(text):
        value = Decimal(figures.replace(",", "."))
        said = word.casefold()
        each = _minutes(said) if said else (Decimal(1) if each == 60 else Decimal(60))
        minutes += value * each
    found = minutes / TIMES[unit]
    return -found if text.startswith("-") else found


def _minutes(word: str) -> Decimal:
    return Decimal(1) / 60 if word in SECONDS else Decimal(MINUTES[word])


def fitting(value: Decimal, unit: Unit) -> Decimal:
    """The value as it is kept. Raises NotAValue for one that cannot be."""
    held(value)
    if unit is Unit.SCORE and not 1 <= value <= BEST:
        raise NotAValue("measure-value-score")
    if unit in TIMES and value < 0:
        raise NotAValue("measure-value-negative")
    return value.quantize(FINEST).normalize()
