"""What a person typed can never mention, link, format or colour on DingTalk.

It is read here by a parser of CommonMark and its usual extensions that is not ours.
"""

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from adapters.dingtalk import render
from adapters.dingtalk.presses import SEND, read_typed, typed
from adapters.dingtalk.render_forms import form
from adapters.dingtalk.render_spans import JOINER, escape
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import Ticket
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    Code,
    Confirm,
    Facts,
    Form,
    Heading,
    Item,
    Link,
    Mention,
    Note,
    Option,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Table,
    TextField,
)
from bot.model.refs import PlaceRef, UserRef
from tests import abuse

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {
    "inline",
    "text",
    "softbreak",
    "hardbreak",
    "paragraph_open",
    "paragraph_close",
}
CALLS = re.compile(
    r"@[\w.]|<[a-zA-Z/!?]|(?:https?|dtmd|dingtalk)://|www\.", re.IGNORECASE
)
PLACES = (
    PlaceRef("dingtalk", "ding1", "@manager4521"),
    PlaceRef("dingtalk", "ding1", "cidTEA1=="),
)
DANGERS = [
    "**b**", "__b__", "_i_", "*i*", "`c`", "```\ncode\n```", "~~s~~", "# h", "\n# h",
    "> q", "\n- l", "\n* l", "\n1. l", "\n1) l", "\n---\n", "\n===\n", "a\n---",
    "[x](https://evil.test)", "![x](https://evil.test)", "<https://evil.test>",
    "https://evil.test", "www.evil.test", "[x]: https://evil.test", "[x]", "(https://x.y)",
    "<font color=#FF0000>red</font>", "<a atId=boss>x</a>", "<br>", "<!-- x -->",
    "@manager4521", "@all", "@所有人", "[点我](dtmd://dingtalkclient/sendMessage?content=x)",
    "dingtalk://dingtalkclient/page/link?url=x", "&lt;b&gt;", "&nbsp;", "&#42;x&#42;",
    "\\*", "\\", "a|b\n-|-\n1|2", "    code", "\tcode", "$$x$$", "[微笑]", "!", "]",
    "[", "\u2028# h", "\r# h", "\x0b# h", "\u202egnp.exe", "${form}", "任务", "a b",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(DANGERS) | st.text(max_size=6), max_size=8)


def tokens(markdown: str) -> Iterator[Token]:
    """Everything a reader of Markdown finds."""
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or ()


def blocks_of(words: str) -> tuple[Block, ...]:
    """The typed words everywhere a card can hold words."""
    sure = Confirm(words, words, words, words)
    button = Button(words, "task.done", words[:200], confirm=sure)
    page = Button(words, "a.b", url=words)
    options = tuple(Option(f"{n}{words}", str(n)) for n in range(6))
    line = (words, Bold(words), Code(words), Link("https://tea.shop/", words), words)
    return (
        Paragraph(line),
        Bullets((line, (words,))),
        Facts(((words, line),)),
        Table((words, words), (((words,), (words,)),)),
        Buttons((button, page, Picker("p.q", words, options))),
        Item(line, (words,), (button,)),
        Picture("https://tea.shop/a.png", words),
        Picture(f"x{words}", words),
        Quote(words),
        Heading(words),
        Note(("!", Link("https://tea.shop/", "茶"), words)),
    )


def check(words: str) -> None:
    """The words are text in a paragraph and nothing else; cards hold what is ours."""
    said = escape(words)
    assert {token.type for token in tokens(said)} <= PLAIN
    assert not CALLS.search(said)
    assert not (set(said) & set("\r\x00\x1b\u2028"))
    for place in PLACES:
        card = Card((words,), blocks_of(words))
        _check(render.message(card, place).text)
        _check(render.message(card, place, mentions=True).text)
        shown = render.card_data(card, place)
        _check(shown["markdown"])
        assert json.dumps(shown).isprintable()
    _check_form(words)


def _check(markdown: str) -> None:
    """No link but ours, no picture but ours, no HTML, and nobody is called."""
    for token in tokens(markdown):
        assert token.type not in {"html_block", "html_inline", "code_inline", "fence"}
        assert token.type not in {"code_block", "table_open", "s_open", "em_open", "hr"}
        assert not (token.type == "text" and "://" in token.content)
        href = token.attrs.get("href", "https://tea.shop/")
        assert str(href).startswith(("https://tea.shop/", SEND))
        if token.type == "image":
            assert token.attrs["src"] == "https://tea.shop/a.png"
    assert "@" not in markdown.replace(f"@{JOINER}", "")


def _check_form(words: str) -> None:
    """Typed words come into a form as they are."""
    field = TextField(name="t", label=words, hint=words, value=words)
    again = Button(words, "a.b")
    asked = Form("f", words, (field,), words, words, again, words, (words,))
    assert json.loads(form(asked, Ticket(), {}, Seal("a key"))["form"])["fields"][0][
        "label"
    ]


@given(WORDS)
@example(["!", "[x]", "(https://evil.test)"])
@example(["http:", "//evil.test", "https:/", "/evil.test", "&", "lt;", "$", "$x$$"])
@example(["**", "_", "a_", "_b", "`"])
def test_anything_typed_stays_words(words: list[str]) -> None:
    """Markup of every kind, in any order, in one text or in several side by side."""
    check("".join(words))
    for place in PLACES:
        _check(render.message(Card(("茶",), (Paragraph(tuple(words)),)), place).text)


@pytest.mark.parametrize("start", range(8))
def test_abuse_stays_words(start: int) -> None:
    """The collected strings that break programs."""
    for words in abuse.everything()[start::8]:
        check(words)


@pytest.mark.parametrize(
    "words",
    [
        "李伟",
        "T-12 检查横幅价格",
        "3~5 days",
        "SKU TEA_01_A",
        "9:30 – 11:00",
        "50%!",
        "C# 1.5",
    ],
)
def test_what_is_harmless_reads_as_it_was(words: str) -> None:
    """At most a mark has another shape."""
    assert escape(words).replace("～", "~").replace(JOINER, "") == words


@pytest.mark.parametrize("mark", list("*`~<>|\\"))
def test_a_mark_that_formats_has_its_look_alike(mark: str) -> None:
    """It can be read, and no client can take it for more."""
    assert mark not in escape(f"a{mark}b")
    assert len(escape(f"a{mark}b")) == 3


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_typed_press_comes_back_as_it_was(label: str, value: str) -> None:
    """Whatever stands on the button and whatever it means."""
    value = value.encode("utf-8", "ignore").decode()
    assert read_typed(typed(label, "task.done", value)) == ("task.done", value)


@pytest.mark.parametrize("words", ["\u202egnp.exe", "\u2067abc", "\u202a\u2066x"])
def test_a_switched_direction_ends_with_its_text(words: str) -> None:
    """What a person typed cannot turn around the words that follow it."""
    said = render.message(Card((words, "好")), PLACES[0]).text
    opened = sum(said.count(mark) for mark in "\u202a\u202e\u2066\u2067")
    assert opened == said.count("\u202c") + said.count("\u2069")


def test_a_mention_calls_and_nobody_else() -> None:
    """The one way to call somebody."""
    boss = Mention(UserRef("dingtalk", "ding1", "boss"), "王总")
    card = Card(("茶",), (Paragraph(("@all @manager4521 ", boss)),))
    said = render.message(card, PLACES[1], mentions=True)
    assert said.webhook()["at"] == {"atUserIds": ["boss"]}
