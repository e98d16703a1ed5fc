"""What text becomes: escaped, parsed, linked, and whom it notifies."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE, Channel, Employee, company
from adapters.simulator.revisions import Revisions
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack import typed
from adapters.simulator.slack.markup import stored_text
from adapters.simulator.slack.state import Workspace

TEA = Workspace(TEAWARE, MovableClock(), Revisions())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a & b < c", "a &amp; b &lt; c"),
        ("a &amp; b", "a &amp; b"),
        ("<script>", "&lt;script&gt;"),
        ("<@U0ANNA1> <#C0IT|it> <!here>", "<@U0ANNA1> <#C0IT|it> <!here>"),
        ("<https://x.example|shop>", "<https://x.example|shop>"),
        ("@here now", "<!here> now"),
        ("mail@here.com", "mail@here.com"),
        ("`@here`", "`@here`"),
        ("see #it.", "see <#C0IT|it>."),
        ("see #c-level", "see #c-level"),
        ("go https://x.example/a?b=1.", "go <https://x.example/a?b=1>."),
        ("@anna", "@anna"),
    ],
)
def test_text_of_an_app_is_parsed_unless_told_otherwise(said: str, kept: str) -> None:
    """verbatim:false makes `@here`, `#channel` and links live; names stay text."""
    assert stored_text(TEA, said, parse=True) == kept


def test_verbatim_text_stays_as_it_is() -> None:
    """Only what is already in Slack's own form is live."""
    assert stored_text(TEA, "@here #it https://x.example", parse=False) == (
        "@here #it https://x.example"
    )


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("ask @Sofia", "ask <@U0SOFIA1|sofia>"),
        ("ask @sofia, please", "ask <@U0SOFIA1|sofia>, please"),
        ("ask @Sofia Rossi", "ask <@U0SOFIA1|sofia>"),
        ("请 @王芳 看看", "请 <@U0WANGF1|wangfang> 看看"),
        ("请@王芳看看", "请<@U0WANGF1|wangfang>看看"),
        ("ask @Wang Fang", "ask <@U0WANGF1|wangfang>"),
        ("ask @sofias", "ask @sofias"),
        ("ask @nobody", "ask @nobody"),
        ("a@anna.com", "<mailto:a@anna.com|a@anna.com>"),
        ("in #store-eu", "in <#C0STOREEU|store-eu>"),
        ("in #c-level", "in <#C0CLEVEL|>"),
        ("#nowhere", "#nowhere"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<@U0ANNA1>", "&lt;@U0ANNA1&gt;"),
        ("@here", "@here"),
        ("due:friday !high", "due:friday !high"),
        ("看 https://x.example/a，谢谢", "看 <https://x.example/a>，谢谢"),
    ],
)
def test_a_command_is_escaped_as_the_manifest_says(said: str, sent: str) -> None:
    """`should_escape` names people and channels by id, and links and entities."""
    assert typed.command_text(TEA, said) == sent


def test_two_people_of_one_name_are_not_guessed_at() -> None:
    """An ambiguous mention stays text, a handle decides."""
    twins = company(
        (
            Employee("U1", "anna", "Anna Berger", display_name="Anna"),
            Employee("U2", "anna.k", "Anna Klein", display_name="Anna"),
            Employee("U3", "bo", "Bo Lin"),
            Employee("U4", "bo2", "Bo Lin"),
        )
    )
    workspace = Workspace(twins, MovableClock(), Revisions())
    assert typed.command_text(workspace, "@Anna Klein") == "<@U2|anna.k>"
    assert typed.command_text(workspace, "@anna") == "<@U1|anna>"
    assert typed.command_text(workspace, "@Bo Lin") == "<@U3|bo> Lin"


RICH: Any = [
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "user", "user_id": "U0ANNA1"}],
            }
        ],
    }
]


def section(words: str, *, verbatim: bool = False) -> Any:
    """A section of mrkdwn."""
    text = {"type": "mrkdwn", "text": words, "verbatim": verbatim}
    return [{"type": "section", "text": text}]


ALL_IN_IT = {"U0JONAS1", "U0ZHANG1", "U0ANNA1"}


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ({"text": "hi"}, set()),
        ({"text": "<@U0ANNA1>"}, {"U0ANNA1"}),
        ({"text": "<@U0SAM01> is not in here"}, set()),
        ({"text": "@here"}, ALL_IN_IT),
        ({"text": "@here", "parse": "none"}, set()),
        ({"text": "x", "blocks": RICH}, {"U0ANNA1"}),
        ({"text": "x", "blocks": section("@channel")}, ALL_IN_IT),
        ({"text": "x", "blocks": section("@channel", verbatim=True)}, set()),
        ({"text": "x", "blocks": section("<!channel>", verbatim=True)}, ALL_IN_IT),
        ({"text": "x", "blocks": section("&lt;!channel&gt;")}, set()),
    ],
)
async def test_a_message_notifies_those_it_mentions(
    simulator: Simulator, client: AsyncWebClient, said: Any, people: set[str]
) -> None:
    """A test can assert that nobody was pinged by what a person typed."""
    posted = await client.chat_postMessage(channel="C0IT", **said)
    message = simulator.slack.workspace.message("C0IT", posted["ts"])
    assert message is not None
    assert simulator.slack.notified(message) == people


async def test_a_direct_message_notifies_its_reader(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """No mention is needed there."""
    posted = await client.chat_postMessage(channel="U0ANNA1", text="hi")
    message = simulator.slack.person("anna").message(posted["ts"])
    assert simulator.slack.notified(message) == {"U0ANNA1"}


def test_the_sample_company_is_sound() -> None:
    """Ids are unique, every member exists, and the bot is not in #c-level."""
    ids = [person.id for person in TEAWARE.everyone()]
    assert len(set(ids)) == len(ids)
    for channel in TEAWARE.channels:
        assert set(channel.members) <= set(ids)
        assert (TEAWARE.bot.id in channel.members) is not channel.private
    assert isinstance(TEAWARE.channels[0], Channel)
