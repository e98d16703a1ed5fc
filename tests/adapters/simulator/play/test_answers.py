"""People cope with any field by its shape on the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE
from adapters.simulator.dingtalk import forms
from adapters.simulator.play.answers import Mind, filled, mended
from adapters.simulator.play.fields import Field, Kind, in_card, in_modal
from adapters.simulator.play.lines import EN, ZH, lines_of
from adapters.simulator.play.pages import Reader, opened
from adapters.simulator.revisions import Revisions
from adapters.simulator.slack import values
from adapters.simulator.slack.state import Workspace

OPTIONS = [
    {"text": {"type": "plain_text", "text": word}, "value": word} for word in "abc"
]
INPUTS: list[dict[str, Any]] = [
    {"type": "plain_text_input", "multiline": True},
    {"type": "plain_text_input", "max_length": 12},
    {"type": "number_input", "min_value": "1", "max_value": "5"},
    {"type": "static_select", "options": OPTIONS},
    {"type": "multi_static_select", "options": OPTIONS},
    {"type": "radio_buttons", "options": OPTIONS},
    {"type": "checkboxes", "options": OPTIONS},
    {"type": "users_select"},
    {"type": "multi_users_select"},
    {"type": "datepicker"},
    {"type": "timepicker"},
    {"type": "datetimepicker"},
]
CHOICES = [{"value": word, "text": word} for word in "abc"]


def mind(helper: str = "U0JONAS1", seed: int = 1) -> Mind:
    """Somebody who is blocked, unless nobody can help."""
    now = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    chance = Random(seed)  # noqa: S311 no secret
    return Mind(lines_of("shop", "en-GB"), now, chance, helper, "Jonas")


def modal(inputs: list[dict[str, Any]], *, optional: bool = False) -> dict[str, Any]:
    """A modal with these inputs and nothing in them."""
    blocks = [
        {
            "type": "input",
            "block_id": f"f{n}",
            "optional": optional,
            "label": {"type": "plain_text", "text": "?"},
            "element": {"action_id": "value", **element},
        }
        for n, element in enumerate(inputs)
    ]
    return {"blocks": blocks, "state": {"values": values.initial_values(blocks)}}


def test_every_required_input_of_a_modal_gets_what_its_client_takes() -> None:
    """Slack's own checks have nothing to complain of."""
    workspace = Workspace(TEAWARE, MovableClock(), Revisions())
    shown = modal(INPUTS)
    given = filled(in_modal(shown), mind())
    assert set(given) == {block["block_id"] for block in shown["blocks"]}
    for block in shown["blocks"]:
        state = values.filled(workspace, block["element"], given[block["block_id"]])
        assert values.complaint(block, state) is None


def test_every_required_field_of_a_card_is_sent() -> None:
    """Of each type that cards have."""
    fields = [
        {"name": kind, "type": kind, "required": True, "options": CHOICES}
        for kind in sorted(forms.TYPES - {"TEXT_ARRAY", "DATETIME"})
    ]
    form = {"fields": [*fields, {"name": "x", "hidden": True, "defaultValue": "kept"}]}
    sent = forms.sent(form, filled(in_card(form), mind()))
    assert set(sent) == {field["name"] for field in fields} | {"x"}


def test_a_blocker_names_who_could_help() -> None:
    """It is the third open question; who has none leaves it empty."""
    fields = in_modal(modal([{"type": "plain_text_input", "multiline": True}] * 3))
    assert "@Jonas" in filled(fields, mind())["f2"]
    at_ease = filled(in_modal(modal(INPUTS[:1] * 3, optional=True)), mind(""))
    assert set(at_ease) == {"f0", "f1"}


def test_what_stands_there_already_stays() -> None:
    """What was planned is not told a second time as the plan of today."""
    work = EN["shop"].work
    yesterday = Field("y", Kind.LINES, held=work[0])
    for seed in range(20):
        given = filled([yesterday, Field("t", Kind.LINES)], mind("", seed))
        assert set(given) == {"t"}
        assert given["t"] != work[0]


def test_what_was_refused_is_left_out() -> None:
    """By its name, or, where a card says no more than no, if it may be empty."""
    fields = [Field("a", Kind.LINES), Field("b", Kind.LINE), Field("c", Kind.CHOICE)]
    given = {"a": "x", "b": "y", "c": "z"}
    assert mended(fields, given, {"c"}) == {"a": "x", "b": "y", "c": ""}
    assert mended(fields, given, set()) == {"a": "x", "b": "", "c": "z"}


def test_a_page_is_read_like_a_browser_reads_it() -> None:
    """Fields, bounds, options, and what stands in them."""
    reader = Reader(
        '<form action="tok"><textarea name="a" required>\nfirst</textarea>'
        '<input type="number" name="n" min="1" max="5">'
        '<input type="radio" name="r" value="1"><input type="radio" name="r" value="2">'
        '<select name="s"><option value="">-</option><option value="x">X</option>'
        '</select><input type="hidden" name="h" value="k"></form>'
    )
    assert reader.action == "tok"
    assert reader.held == {"a": ["first"], "h": ["k"]}
    assert reader.fields["n"] == Field("n", Kind.NUMBER, least=1, most=5)
    assert reader.fields["r"].options == ("1", "2")
    assert reader.fields["s"].options == ("x",)
    assert reader.fields["a"].required


@pytest.mark.parametrize("url", ["https://example.com/forms/1", "ftp://example.com"])
async def test_nobody_opens_pages_of_other_machines(url: str) -> None:
    """The simulator stays on this one."""
    assert await opened(url) is None


def test_every_trade_has_enough_to_say() -> None:
    """Two things a day at least, and a blocker with room for a name."""
    for spoken in (EN, ZH):
        for lines in spoken.values():
            assert len(set(lines.work)) >= 3
            assert "{who}" in lines.trouble
