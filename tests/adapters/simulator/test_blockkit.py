"""Block Kit is refused where Slack refuses it, and never crashes the checker."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.simulator.slack.blockkit import check_blocks, check_view
from adapters.simulator.slack.blocks import BLOCKS
from adapters.simulator.slack.elements import ELEMENTS

Block = dict[str, Any]


def plain(words: str) -> Block:
    """A plain_text object."""
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str) -> Block:
    """A mrkdwn object."""
    return {"type": "mrkdwn", "text": words}


def button(words: str = "Go", action: str = "go", **more: Any) -> Block:
    """A button."""
    return {"type": "button", "text": plain(words), "action_id": action, **more}


def option(words: str, value: str = "1") -> Block:
    """An option."""
    return {"text": plain(words), "value": value}


GOOD: list[Block] = [
    {"type": "header", "text": plain("Stand-up")},
    {"type": "section", "text": mrkdwn("*Hi*"), "accessory": button()},
    {"type": "section", "fields": [plain("a"), mrkdwn("b")]},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("small")]},
    {"type": "actions", "elements": [button(), button(action="two", style="danger")]},
    {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "a"},
    {
        "type": "input",
        "label": plain("When"),
        "element": {"type": "datepicker", "action_id": "d"},
    },
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "a", "style": {"bold": True}},
                    {"type": "user", "user_id": "U1"},
                    {"type": "date", "timestamp": 1, "format": "{time}"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [{"type": "rich_text_section", "elements": []}],
            },
        ],
    },
    {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]},
    {"type": "markdown", "text": "# hi"},
]


@pytest.mark.parametrize("block", GOOD, ids=lambda block: block["type"])
def test_a_good_block_is_accepted(block: Block) -> None:
    """What Slack's own examples contain passes."""
    assert check_blocks([block], "message") == []


BAD: list[tuple[Block, str]] = [
    ({"type": "sektion"}, "unsupported type: sektion [json-pointer:/blocks/0/type]"),
    ({"type": "section"}, "must define at least one of: text, fields"),
    ({"type": "section", "text": mrkdwn("")}, "must be more than 0 characters"),
    ({"type": "section", "text": mrkdwn("x" * 3001)}, "must be less than 3001"),
    ({"type": "section", "fields": [plain("x")] * 11}, "no more than 10 items"),
    ({"type": "section", "fields": [plain("x" * 2001)]}, "must be less than 2001"),
    ({"type": "header", "text": mrkdwn("x")}, "unsupported type: mrkdwn"),
    ({"type": "header", "text": plain("x" * 151)}, "must be less than 151"),
    ({"type": "divider", "color": "red"}, "invalid additional property: color"),
    ({"type": "actions", "elements": []}, "no fewer than 1 items allowed"),
    (
        {"type": "actions", "elements": [button(action=str(n)) for n in range(26)]},
        "no more than 25 items allowed",
    ),
    ({"type": "actions", "elements": [button("x" * 76)]}, "must be less than 76"),
    ({"type": "actions", "elements": [button(value="x" * 2001)]}, "less than 2001"),
    ({"type": "actions", "elements": [button(style="green")]}, "must be one of"),
    ({"type": "actions", "elements": [button(), button()]}, "`action_id` go already"),
    ({"type": "image", "image_url": "https://x"}, "missing required field: alt_text"),
    (
        {
            "type": "actions",
            "elements": [{"type": "static_select", "options": [option("x" * 76)]}],
        },
        "must be less than 76",
    ),
    (
        {
            "type": "actions",
            "elements": [
                {
                    "type": "static_select",
                    "options": [option("a")],
                    "initial_option": option("b", "2"),
                }
            ],
        },
        "initial option must be one of the options",
    ),
    (
        {
            "type": "input",
            "label": plain("n"),
            "element": {"type": "number_input", "action_id": "n"},
        },
        "missing required field: is_decimal_allowed",
    ),
    (
        {
            "type": "section",
            "text": plain("x"),
            "accessory": {"type": "plain_text_input"},
        },
        "unsupported type: plain_text_input",
    ),
    ({"type": "alert", "text": plain("x")}, "unsupported type: alert"),
    ({"type": "section", "block_id": "x" * 256, "text": plain("x")}, "less than 256"),
]


@pytest.mark.parametrize(("block", "sentence"), BAD)
def test_a_bad_block_is_refused_with_a_pointer(block: Block, sentence: str) -> None:
    """Each limit has its message, and each message points at a place."""
    messages = check_blocks([block], "message")
    assert any(sentence in message for message in messages), messages
    assert all("[json-pointer:/blocks/0" in message for message in messages)


def test_a_message_has_fifty_blocks_and_a_modal_a_hundred() -> None:
    """The counts differ by surface."""
    blocks: list[Block] = [{"type": "divider"}] * 51
    assert check_blocks(blocks, "message")
    assert check_blocks(blocks, "modal") == []
    assert check_blocks([{"type": "divider"}] * 101, "home")


def test_block_ids_are_unique() -> None:
    """Two blocks cannot share an id."""
    twice: list[Block] = [{"type": "divider", "block_id": "a"}] * 2
    assert "already exists" in check_blocks(twice, "message")[0]


@pytest.mark.parametrize("surface", ["modal", "home"])
def test_tables_and_markdown_are_for_messages_only(surface: str) -> None:
    """Views refuse the blocks that only messages know."""
    for block in GOOD[-2:]:
        assert "unsupported type" in check_blocks([block], surface)[0]


def test_a_modal_with_an_input_needs_a_submit() -> None:
    """Slack insists on `submit` as soon as there is an input."""
    view = {"type": "modal", "title": plain("T"), "blocks": [GOOD[7]]}
    assert "missing required field: submit" in check_view(view)[0]
    assert check_view(view | {"submit": plain("Save")}) == []


def test_a_modal_title_has_24_characters() -> None:
    """One more is refused, pointing at the title."""
    view = {"type": "modal", "title": plain("x" * 25), "blocks": []}
    assert "json-pointer:/view/title/text" in check_view(view)[0]


KEYS = """text element elements element options option_groups label value fields rows
accessory initial_option initial_options action_id block_id confirm alt_text"""
KINDS = [*BLOCKS, *ELEMENTS, "plain_text", "mrkdwn", "rich_text_section", "link"]


def nodes(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object that looks like a block, an element or a text."""
    rest = st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5)
    return st.builds(lambda kind, more: {"type": kind, **more}, KIND, rest)


KIND = st.sampled_from(KINDS) | st.integers() | st.none()
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | nodes(inner),
    max_leaves=15,
)


@given(blocks=st.lists(nodes(JSON), max_size=3) | JSON)
@settings(max_examples=500, deadline=None)
def test_no_json_whatsoever_crashes_the_checker(blocks: object) -> None:
    """Garbage gets messages, not an exception."""
    for surface in ("message", "modal", "home"):
        check_blocks(blocks, surface)
    check_view(blocks)
    check_view({"type": "modal", "blocks": blocks})
