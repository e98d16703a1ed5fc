"""Texts that are read one by one are what they are in their files."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from bot.catalogue import Catalogue, entries
from bot.i18n import LANGUAGES, LOCALES

FILE = """\
# What is said first.
hello = Hello { $name }
many =
    { $count ->
        [one] { $count } cup
       *[other] { $count } cups
    }

## Below

broken = { $
"""


@pytest.fixture
def some(tmp_path: Path) -> Catalogue:
    """A catalogue with one text that nobody can read."""
    (tmp_path / "some.ftl").write_text(FILE, "utf-8")
    return Catalogue(tmp_path, "en_GB")


def test_a_text_is_said_whatever_stands_beside_it(some: Catalogue) -> None:
    assert some.say("hello", {"name": "Li"}) == "Hello Li"
    assert some.say("many", {"count": 1}) == "1 cup"
    assert some.say("many", {"count": 2}) == "2 cups"
    assert some.say("hello", {"name": "Bo"}) == "Hello Bo"


def test_what_cannot_be_said_is_named(some: Catalogue) -> None:
    with pytest.raises(KeyError, match="unknown"):
        some.say("unknown", {})
    with pytest.raises(KeyError, match=r"hello: .*name"):
        some.say("hello", {})
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            some.say("broken", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_by_itself_is_what_it_is_in_its_file(language: str) -> None:
    """No other text belongs to it, and nothing of it is left out."""
    parser = FluentParser(with_spans=False)
    for path in (LOCALES / language).glob("*.ftl"):
        source = path.read_text("utf-8")
        whole = [e for e in parser.parse(source).body if isinstance(e, Message)]
        alone = dict(entries(source))
        assert list(alone) == [each.id.name for each in whole]
        for each in whole:
            again = parser.parse(alone[each.id.name]).body[0]
            assert again.equals(each, ignored_fields=["comment"]), each.id.name
