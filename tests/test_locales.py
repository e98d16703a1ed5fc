"""The words: complete, equal and well set in both languages, and all of them used."""

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import ast as ftl

from bot.commands import COMMANDS
from bot.i18n import LANGUAGES, words
from tests.sources import Message, Use, catalogue, key_like, uses

CJK = "\u4e00-\u9fff"
TOUCHING = re.compile(f"[{CJK}][A-Za-z0-9]|[A-Za-z0-9][{CJK}]")
# People type "3月12日" and "30分钟" in one piece, so the examples do too.
DATE = re.compile(r"\d+(?:小时|分钟|个月|[年月日号点时分周天])")
# Values that are always digits.
COUNTS = {"count", "total", "number", "minutes", "hours", "limit", "left", "more"}


def test_both_languages_have_the_same_keys() -> None:
    """Nobody meets a text that their language lacks."""
    english, chinese = (set(catalogue(language)) for language in LANGUAGES)
    assert english - chinese == set()
    assert chinese - english == set()


def test_both_languages_say_the_same_values() -> None:
    """A name or a date that is told in English is told in Chinese."""
    english, chinese = (catalogue(language) for language in LANGUAGES)
    unequal = {
        key: (set(english[key].values), set(chinese[key].values))
        for key in english.keys() & chinese.keys()
        if english[key].values != chinese[key].values
    }
    assert unequal == {}


def _where(use: Use) -> str:
    return f"{use.where} {use.key.pattern}"


def test_every_text_the_code_says_exists() -> None:
    """A key in the code is a key in the catalogue."""
    keys = catalogue("en")
    wrong = [_where(use) for use in uses() if not any(map(use.key.fullmatch, keys))]
    assert wrong == []


def test_every_text_gets_the_values_it_needs() -> None:
    """A text with a hole in it would be an error in somebody's chat."""
    keys = catalogue("en")
    wrong = [
        f"{_where(use)} lacks {', '.join(sorted(lacking))}"
        for use in uses()
        if use.given is not None and use.key.pattern in keys
        if (lacking := keys[use.key.pattern].values - use.given)
    ]
    assert wrong == []


def test_every_text_is_said_somewhere() -> None:
    """A key that no code names is a text nobody reads."""
    named = {key for text in catalogue("en").values() for key in text.mentions}
    said = list(key_like())
    help_lines = {command.help_key for command in COMMANDS.commands.values()}
    unused = [
        key
        for key in sorted(catalogue("en").keys() - named - help_lines)
        if not any(pattern.fullmatch(key) for pattern in said)
    ]
    assert unused == []


def test_every_command_has_its_help_line() -> None:
    """What can be typed is explained."""
    lines = {command.help_key for command in COMMANDS.commands.values()}
    assert lines - catalogue("en").keys() == set()


def _patterns(pattern: ftl.Pattern) -> Iterator[ftl.Pattern]:
    """The pattern, and those of the variants inside it."""
    yield pattern
    for element in pattern.elements:
        if isinstance(element, ftl.Placeable):
            choice = element.expression
            if isinstance(choice, ftl.SelectExpression):
                for variant in choice.variants:
                    yield from _patterns(variant.value)


def _as_read(pattern: ftl.Pattern) -> str:
    """The text with every value that is digits shown as a digit."""
    return "".join(map(_words, pattern.elements))


def _words(element: ftl.TextElement | ftl.Placeable) -> str:
    match element:
        case ftl.TextElement(value=text):
            return str(text)
        case ftl.Placeable(expression=ftl.VariableReference(id=name)):
            return "0" if name.name in COUNTS else "、"
        case ftl.Placeable(expression=ftl.StringLiteral(value=text)):
            return str(text)
    return "、"


@pytest.mark.parametrize("message", catalogue("zh").values(), ids=lambda m: m.key)
def test_chinese_keeps_a_space_to_latin_letters_and_digits(message: Message) -> None:
    """中文 and Latin do not touch; dates are one piece."""
    for pattern in _patterns(message.pattern):
        text = DATE.sub("、", _as_read(pattern))
        assert not TOUCHING.search(text), message.where


@pytest.mark.parametrize("message", catalogue("zh").values(), ids=lambda m: m.key)
def test_chinese_uses_chinese_punctuation(message: Message) -> None:
    """A comma or a question mark after 中文 is full-width."""
    for pattern in _patterns(message.pattern):
        found = re.search(f"[{CJK}][,?!;]", _as_read(pattern))
        assert not found, message.where


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("王芳", "李伟"), "王芳和李伟"),
        (("Ann", "Carl"), "Ann 和 Carl"),
        (("Ann", "王芳", "Bo"), "Ann、王芳和 Bo"),
        ((), ""),
    ],
)
def test_lists_in_chinese_keep_that_space_too(
    names: tuple[str, ...], said: str
) -> None:
    """Names are Latin as often as not."""
    assert words("zh", "Asia/Shanghai").items(names) == said
