"""What a person typed comes out of Slack's markup unchanged."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.words import JOINER, without_call, words
from bot.arguments import ACCOUNT, PLACE
from tests import abuse

BOT = "U0CREW1"


def typed(text: str) -> str:
    """The text as Slack's clients send it."""
    return html.escape(text, quote=False)


@pytest.mark.parametrize(
    ("wire", "said"),
    [
        ("task add Check prices", "task add Check prices"),
        ("ask <@U1|ann> about <#C1|shop>", "ask <@U1|ann> about <#C1|shop>"),
        ("<@U1> <@W2|li.wei>", "<@U1> <@W2|li.wei>"),
        ("<#C1|> <#G2>", "<#C1|> <#G2>"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("see <https://tea.shop/a?b=1&amp;c=2>", "see https://tea.shop/a?b=1&c=2"),
        ("<http://tea.shop|tea.shop>", "tea.shop"),
        ("<https://tea.shop/|https://tea.shop/>", "https://tea.shop/"),
        ("<https://tea.shop/x|the order>", "the order (https://tea.shop/x)"),
        ("<mailto:ann@tea.shop|ann@tea.shop>", "ann@tea.shop"),
        ("<mailto:ann@tea.shop>", "ann@tea.shop"),
        ("<tel:+4930123|030 123>", "030 123 (+4930123)"),
        ("<!here> <!channel|@channel> <!everyone>", "@here @channel @everyone"),
        ("<!subteam^S1|@service> <!subteam^S2>", "@service @S2"),
        ("<!date^1700000000^{date}|14 Nov>", "14 Nov"),
        ("<nonsense>", "<nonsense>"),
        ("你好 <@U1|李伟> 明天", "你好 <@U1|李伟> 明天"),
        ("", ""),
    ],
)
def test_markup_becomes_words(wire: str, said: str) -> None:
    """Live things become what a reader sees, entities are decoded exactly once."""
    assert words(wire) == said


@pytest.mark.parametrize(
    "text", ["<@U1>", "<@U1|ann>", "<#C1|shop>", "< <@U1>", "<<@U1>", "a<#C1>b"]
)
def test_typed_markup_is_no_mention(text: str) -> None:
    """A person who types `<@U1>` by hand mentions nobody, and sees what they typed."""
    said = words(typed(text))
    assert not ACCOUNT.search(said)
    assert not PLACE.search(said)
    assert said.replace(JOINER, "") == text


def test_typed_bracket_before_a_live_word_is_no_mention() -> None:
    """Pieces that only together look like a mention stay words."""
    assert not ACCOUNT.search(words("&lt;<!here>&gt;"))
    assert not ACCOUNT.search(words("&lt;<mailto:@U1>&gt;"))


@given(st.text())
def test_typed_text_comes_back(text: str) -> None:
    """Whatever is typed comes back as typed, and never mentions anybody."""
    said = words(typed(text))
    assert said.replace(JOINER, "") == text.replace(JOINER, "")
    assert not ACCOUNT.search(said)


@given(st.text(alphabet="<>@#!|^&;:/ampltgU1C{}\\ \n\u2060") | st.text())
def test_no_wire_text_raises(wire: str) -> None:
    """Markup that makes no sense is words."""
    words(wire)
    without_call(words(wire), BOT)


def test_abuse_comes_back() -> None:
    """The collected strings that break programs come back as typed."""
    for text in abuse.everything():
        said = words(typed(text))
        assert re.sub(JOINER, "", said) == re.sub(JOINER, "", text)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("<@U0CREW1> task list", "task list"),
        ("<@U0CREW1|crew>, task list", "task list"),
        ("<@U0CREW1>：任务 列表", "任务 列表"),
        ("hey <@U0CREW1> task list", "hey task list"),
        ("task list <@U0CREW1>", "task list"),
        ("<@U0CREW1> kudos <@U0CREW1>", "kudos <@U0CREW1>"),
        ("<@U2> <@U0CREW1>", "<@U2>"),
        ("<@U0CREW1>", ""),
    ],
)
def test_the_call_is_not_part_of_the_words(said: str, left: str) -> None:
    """The mention that called the bot goes: the leading one, or the only one."""
    assert without_call(said, BOT) == left
