"""Spelled numbers as figures: "twenty fourth" is 24th, 二十四 is 24."""

import re

from bot.model.expression import expression

_WORD = expression(r"[a-z]+")
_SMALL = _WORD.findall(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _WORD.findall("twenty thirty forty fifty sixty seventy eighty ninety")
_NTH = _WORD.findall(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
)

_CARDINALS = {word: value for value, word in enumerate(_SMALL)}
_CARDINALS |= {word: value * 10 for value, word in enumerate(_TENS, start=2)}
_ORDINALS = {word: value for value, word in enumerate(_NTH)} | {"thirtieth": 30}

_CARDINAL = "|".join(sorted(_CARDINALS, key=len, reverse=True))
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_TEN = "|".join(_TENS)
_UNIT = "|".join(_SMALL[1:10])
_UNITH = "|".join(_NTH[1:10])
# "second" alone is a unit of time unless its neighbours say it counts something.
_SECOND = (
    r"(?:(?<=the )second(?! (?:half|round))"
    r"|second(?= (?:of|day|mon|tue|wed|thu|fri|sat|sun)))"
)
_PLAIN_ORDINAL = _ORDINAL.replace("|second|", "|")

ENGLISH = expression(
    rf"(?<![a-z0-9])(?!first thing)(?:"
    rf"2000|(?P<thousand>{_UNIT}) thousand(?: and)?"
    rf"(?: (?P<rest>(?:{_TEN})[ -](?:{_UNIT})|{_CARDINAL}))?"
    rf"|(?P<tens>{_TEN})[ -](?P<unit>{_UNIT}|{_UNITH})"
    rf"|(?P<nth>{_PLAIN_ORDINAL}|{_SECOND})"
    rf"|(?P<n>{_CARDINAL}))(?![a-z])"
)

CHINESE = expression(
    r"(?<=[周期拜])(?P<weekday>[一二三四五六])|[零〇一二三四五六七八九十百两廿卅]+"
)
_ABOUT = expression("一两|两三|二三|三四|四五|五六|六七|七八|八九")  # 三四天, 两三点
_DIGITS = dict(zip("零〇一二三四五六七八九两", "001234567892", strict=True))


def english(match: re.Match[str]) -> str:
    """The figures for a spelled English number, with "th" when it is an ordinal."""
    if match["thousand"]:
        return str(_CARDINALS[match["thousand"]] * 1000 + _below_hundred(match["rest"]))
    if match["tens"]:
        return _figures(_CARDINALS[match["tens"]], match["unit"])
    if match["nth"] or match["n"]:
        return _figures(0, match["nth"] or match["n"])
    return match[0]


def _below_hundred(words: str | None) -> int:
    return sum(_CARDINALS[word] for word in re.split("[ -]", words)) if words else 0


def _figures(tens: int, word: str) -> str:
    if word in _ORDINALS:
        return f"{tens + _ORDINALS[word]}th"
    return str(tens + _CARDINALS[word])


def chinese(match: re.Match[str]) -> str:
    """The figures for a numeral, digit by digit without tens; 周五 stays as it is."""
    if match["weekday"]:
        return match[0]
    numeral = match[0].replace("廿", "二十").replace("卅", "三十")
    if _ABOUT.fullmatch(numeral):
        return numeral
    if "十" not in numeral and "百" not in numeral:
        return "".join(_DIGITS[each] for each in numeral)
    hundreds, _, rest = numeral.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = _digit(hundreds) * 100 + _digit(ones)
    return str(total + (_digit(tens, missing=1) * 10 if ten else 0))


def _digit(numeral: str, *, missing: int = 0) -> int:
    return int(_DIGITS.get(numeral[-1:], missing))
