"""A company's values as people write them: one a line, "💙 care 用心"; pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.model.kudos import Value
from bot.model.text import simplified, tidy

FEWEST, MOST = 3, 7
WORD_LIMIT = 20
CHINESE = re.compile(r"[\u3400-\u9fff]")


class NotValues(ValueError):
    """What was written are no values: `key` says why, and `line` where."""

    def __init__(self, key: str, line: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.line = line


def written(values: Iterable[Value]) -> str:
    """The values as they are written."""
    return "\n".join(f"{each.emoji} {each.word} {each.chinese}" for each in values)


def read_values(text: str) -> tuple[Value, ...]:
    """The values in these lines. Raises NotValues."""
    values = tuple(_value(line) for line in text.splitlines() if tidy(line))
    if not FEWEST <= len(values) <= MOST:
        raise NotValues("kudos-values-count")
    names = [folded(name) for each in values for name in {each.word, each.chinese}]
    for name in names:
        if names.count(name) > 1:
            raise NotValues("kudos-values-twice", name)
    return values


def meant(values: Sequence[Value], tag: str) -> Value | None:
    """The value that somebody means by a word."""
    for each in values:
        if folded(tag) in (folded(each.word), folded(each.chinese)):
            return each
    return None


def folded(word: str) -> str:
    """A word as it is compared."""
    return simplified(unicodedata.normalize("NFKC", word).casefold())


def _value(line: str) -> Value:
    parts = tidy(line).replace("#", "").split()
    if len(parts) not in (2, 3) or not _is_sign(parts[0]):
        raise NotValues("kudos-values-line-wrong", tidy(line)[:60])
    names = parts[1:]
    if any(len(name) > WORD_LIMIT for name in names):
        raise NotValues("kudos-values-line-wrong", tidy(line)[:60])
    chinese = next((name for name in names if CHINESE.search(name)), names[-1])
    word = next((name for name in names if not CHINESE.search(name)), names[0])
    return Value(word, chinese, parts[0])


def _is_sign(text: str) -> bool:
    """Whether it is a sign and no word."""
    return len(text) <= 8 and not any(letter.isalnum() for letter in text)
