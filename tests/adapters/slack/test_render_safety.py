"""What a person typed can never notify, link or format, and Slack never refuses it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block as SdkBlock

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE
from adapters.simulator.revisions import Revisions
from adapters.simulator.slack.blockkit import check_blocks, check_view
from adapters.simulator.slack.markup import notified, stored_blocks, stored_text
from adapters.simulator.slack.records import Message
from adapters.simulator.slack.state import Workspace
from adapters.slack import render
from adapters.slack.render_spans import MARKED
from adapters.slack.tickets import Ticket
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    ChoiceField,
    Code,
    Confirm,
    Facts,
    Form,
    Heading,
    Item,
    Link,
    Mention,
    Moment,
    Note,
    Option,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Table,
    TextField,
)
from bot.model.refs import UserRef
from tests import abuse

SOFIA = Mention(UserRef("slack", "T0TEAWARE", "U0SOFIA1"), "Sofia")
THEN = Moment(datetime(2026, 3, 2, 16, 0, tzinfo=UTC), "Mon 17:00")
ADDRESS = "https://tea.shop/"


def blocks_of(typed: str) -> tuple[Block, ...]:
    """The typed words everywhere a card can hold words."""
    button = Button(
        typed, "a", typed[:2000], confirm=Confirm(typed, typed, typed, typed)
    )
    options = tuple(Option(f"{n}{typed}", str(n)) for n in range(6))
    line = (typed, Bold(typed), Code(typed), Link(ADDRESS, typed), THEN)
    return (
        Paragraph(line),
        Bullets((line, (typed,))),
        Facts(((typed, line),)),
        Table((typed, typed), (((typed,), (typed,)),)),
        Buttons((button, Picker("p", typed, options))),
        Item((typed,), (typed,), (button,)),
        Item(line, line, (button,)),
        Item(line, line),
        Picture(ADDRESS, typed),
        Quote(typed),
        Heading(typed),
        Note((typed,)),
        Note(line),
        Note(("by ", Bold(typed), " ", Moment(THEN.at, typed))),
    )


def mrkdwn(value: Any) -> Iterator[str]:
    """Every text that Slack would read as markup."""
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            assert value["verbatim"] is True
            yield value["text"]
        for child in value.values():
            yield from mrkdwn(child)
    elif isinstance(value, list):
        for child in value:
            yield from mrkdwn(child)


def check(typed: str) -> None:
    """The words can be shown in messages, at home and in forms, and stay words."""
    for block in blocks_of(typed):
        _check_card(Card((typed,), (block,)), typed)
    said = render.message(
        Card(("", Bold(typed), Link(ADDRESS, typed)), blocks_of(typed))
    )
    assert check_blocks(said.blocks, "message") == []
    assert json.dumps([said.text, said.blocks]).encode()
    _check_form(typed)


def _check_card(card: Card, typed: str) -> None:
    said = render.message(card)
    assert check_blocks(said.blocks, "message") == []
    assert check_view(render.home(card)) == []
    assert 0 < len(said.text) < 4000
    assert _notified(said) == set()
    if MARKED.search(typed) and typed.strip():
        assert not any(typed.strip() in text for text in mrkdwn(said.blocks))


def _notified(said: render.Message) -> set[str]:
    """Who is told of it in a channel, once Slack has read it."""
    workspace = Workspace(TEAWARE, MovableClock(), Revisions())
    for parse in (False, True):  # an answering address may ignore `parse`
        text = stored_text(workspace, said.text, parse=parse)
        blocks = stored_blocks(workspace, json.loads(json.dumps(said.blocks)))
        message = Message("1.5", "C0GENERAL", workspace.bot.id, text, blocks)
        if told := notified(workspace, message):
            return told
    return set()


def _check_form(typed: str) -> None:
    field = TextField(name="t", label=typed, hint=typed, value=typed, placeholder=typed)
    choice = ChoiceField(name="c", label=typed, options=(Option(typed, "1"),))
    again = Button(typed, "again")
    form = Form("f", typed, (field, choice), typed, typed, again, "s", (typed,))
    assert check_view(render.form(form, Ticket(place="C1"))) == []


DANGERS = """<!channel> <@U0SOFIA1> @here @channel @everyone #general *b* _i_ `c` ~s~
    :tada: >q &lt;!here&gt; https://x.y <http://x|y> | 任务 < > & ^""".split()  # noqa: SIM905
ODD = ["\n", " ", "\u200b", "\ud800", "\0"]
WORDS = st.lists(st.sampled_from([*DANGERS, *ODD]) | st.text(max_size=8), max_size=8)


@given(WORDS)
def test_anything_typed_stays_words(typed: list[str]) -> None:
    """Markup, mentions of everybody, control characters."""
    check("".join(typed))


@pytest.mark.parametrize("start", range(8))
def test_abuse_stays_words(start: int) -> None:
    """The collected strings that break programs."""
    for text in abuse.everything()[start::8]:
        check(text)


def test_a_mention_notifies_and_nobody_else() -> None:
    """The one way to call somebody."""
    card = Card(("Tea",), (Paragraph(("<!channel> @here ", SOFIA)),))
    assert _notified(render.message(card)) == {"U0SOFIA1"}
    card = Card(("Tea",), (Item(("*x* ", SOFIA), buttons=(Button("Do", "d"),)),))
    assert _notified(render.message(card)) == {"U0SOFIA1"}


def test_slacks_own_models_take_every_block() -> None:
    """Where Slack's SDK checks blocks, it agrees."""
    for block in render.message(Card(("T",), blocks_of("tea")[:6])).blocks:
        model = SdkBlock.parse(block)
        assert model is not None
        assert model.to_dict()["type"] == block["type"]


@pytest.mark.parametrize("typed", ["\u202egnp.exe", "\u2067abc", "\u202a\u2066x"])
def test_a_switched_direction_ends_with_its_text(typed: str) -> None:
    """What a person typed cannot turn around the words that follow it."""
    blocks = render.message(Card((typed, " is done"))).blocks
    said = json.dumps(blocks, ensure_ascii=False)
    opened = sum(said.count(mark) for mark in "\u202a\u202e\u2066\u2067")
    assert opened == said.count("\u202c") + said.count("\u2069")
