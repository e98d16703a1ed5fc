"""A plain view of a text: one script, one width, figures; and the way back."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.dates import numbers

_TRADITIONAL = (
    "價惠薦貨週禮點號後個幾兩鐘時內間這過遲淩聖誕節國慶雙裡裏們從當閉雲頭條們貓報"
    "誌開單聽農曆動勞親婦師萬陽場處結鍾晝東"
)
_SIMPLIFIED = (
    "价惠荐货周礼点号后个几两钟时内间这过迟凌圣诞节国庆双里里们从当闭云头条们猫报"
    "志开单听农历动劳亲妇师万阳场处结钟昼东"
)
_SPACED = re.compile(r"(?<=\d) (?=[年月日号点])|(?<=\d[年月]) (?=\d)")  # 4 月 2 日
# 12月3号(四), 11/25 (三): a note of the day that is named already.
_LAST_NOTED = re.compile(
    r"(?P<last>(?<=[一二三四五六七八九十\d])[日号]|(?<=[/.-]\d)\d|(?<=[/.-])\d)"
    r" ?\((?:周|星期|礼拜)?[一二三四五六日天]\)"
)
_PLAIN = str.maketrans(_TRADITIONAL + "’‘′“”″⁄", _SIMPLIFIED + "'''\"\"\"/")


@dataclass(frozen=True, slots=True)
class View:
    """Text to match rules on; character i came from original[starts[i]:ends[i]]."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a slice of the view lies in the original text."""
        return self.starts[start], self.ends[end - 1]


def view(text: str) -> View:
    """The text in small letters, half width, simplified script and figures."""
    plain = _characters(text)
    noted = _rewrite(plain, _LAST_NOTED, lambda match: match["last"])
    figured = _rewrite(noted, numbers.CHINESE, numbers.chinese)
    figured = _rewrite(figured, _SPACED, lambda _: "")
    return _rewrite(figured, numbers.ENGLISH, numbers.english)


def _characters(text: str) -> View:
    letters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        for letter in _plain(character):
            if letter == " " and letters[-1:] == [" "]:
                continue
            letters.append(letter)
            origins.append(index)
    ends = tuple(origin + 1 for origin in origins)
    return View("".join(letters), tuple(origins), ends)


def _plain(character: str) -> str:
    if character.isascii():
        return " " if character.isspace() else character.lower()
    plain = unicodedata.normalize("NFKC", character).casefold().translate(_PLAIN)
    return " " if plain.isspace() else plain


def _rewrite(
    before: View, pattern: re.Pattern[str], figures: Callable[[re.Match[str]], str]
) -> View:
    """Replace every match; all its new characters stand for the whole old slice."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in pattern.finditer(before.text):
        new = figures(match)
        start, end = before.original(match.start(), match.end())
        letters += [before.text[done : match.start()], new]
        starts += [*before.starts[done : match.start()], *[start] * len(new)]
        ends += [*before.ends[done : match.start()], *[end] * len(new)]
        done = match.end()
    if done == 0:
        return before
    return View(
        "".join([*letters, before.text[done:]]),
        (*starts, *before.starts[done:]),
        (*ends, *before.ends[done:]),
    )
