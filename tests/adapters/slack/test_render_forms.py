"""Forms as Slack's modals: golden facts."""

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from adapters.simulator.slack.blockkit import check_view
from adapters.slack import render
from adapters.slack.tickets import Ticket
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    NumberField,
    OnlyIf,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)

AGAIN = Button("Open the form", "task.new")


def form(*fields: AnyField, **own: Any) -> Form:
    """A form with these fields."""
    named = {"title": "New task", "submit": "Save", "cancel": "Cancel", **own}
    return Form(name="task-new", fields=fields, reopen=AGAIN, **named)


def modal(*fields: AnyField, **own: Any) -> dict[str, Any]:
    """The modal, accepted by Slack's own rules."""
    view = render.form(form(*fields, **own), Ticket("1.2.a", "https://x.test", "C1"))
    assert check_view(view) == []
    return view


def element(field: AnyField) -> dict[str, Any]:
    """The element of one field."""
    (block,) = modal(field)["blocks"]
    assert block["element"]["action_id"] == "value"
    return {k: v for k, v in block["element"].items() if k != "action_id"}


def options(count: int) -> tuple[Option, ...]:
    """So many options."""
    return tuple(Option(f"Option {n}", str(n)) for n in range(count))


def test_a_form_is_a_modal_that_knows_where_it_was_opened() -> None:
    """Its answer can be said there."""
    view = modal(TextField(name="title", label="Title"), state="12", intro=("Hi",))
    assert view["callback_id"] == "task-new"
    assert view["title"]["text"] == "New task"
    assert view["submit"]["text"] == "Save"
    assert view["close"]["text"] == "Cancel"
    kept = {"state": "12", "place": "C1", "url": "https://x.test"}
    kept |= {"reopen": "task.new|"}
    assert json.loads(view["private_metadata"]) == kept
    assert [block["type"] for block in view["blocks"]] == ["context", "input"]


def test_an_input_has_its_name_label_and_hint() -> None:
    """Errors are shown at the block with the field's name."""
    field = TextField(name="why", label="Why?", required=False, hint="In short")
    (block,) = modal(field)["blocks"]
    assert (block["block_id"], block["optional"]) == ("why", True)
    assert block["hint"]["text"] == "In short"


def test_text_keeps_what_was_typed_beyond_its_limit() -> None:
    """A limit is no reason to lose words."""
    field = TextField(
        name="n", label="N", value="x" * 200, limit=100, multiline=True, placeholder="?"
    )
    shown = element(field)
    assert (shown["initial_value"], shown["max_length"]) == ("x" * 200, 200)
    assert shown["multiline"] is True


@pytest.mark.parametrize(("value", "initial"), [("2.5", "2.5"), ("many", None)])
def test_numbers_are_within_bounds(value: str, initial: str | None) -> None:
    """A first value that is no number is none."""
    field = NumberField(name="n", label="N", decimal=True, low=0, high=9, value=value)
    shown = element(field)
    assert (shown["min_value"], shown["max_value"]) == ("0", "9")
    assert shown.get("initial_value") == initial


@pytest.mark.parametrize(
    ("count", "required", "kind"),
    [
        (3, True, "radio_buttons"),
        (3, False, "static_select"),
        (6, True, "static_select"),
        (150, True, "static_select"),
    ],
)
def test_a_few_choices_are_seen_at_once(count: int, required: bool, kind: str) -> None:
    """Many are a list; one that need not be answered is too."""
    field = ChoiceField(
        name="c", label="C", options=options(count), value="1", required=required
    )
    shown = element(field)
    assert shown["type"] == kind
    assert shown["initial_option"]["value"] == "1"


@pytest.mark.parametrize(
    ("count", "kind"), [(10, "checkboxes"), (11, "multi_static_select")]
)
def test_several_choices(count: int, kind: str) -> None:
    """Boxes while there is room for them."""
    field = ChoicesField(name="c", label="C", options=options(count), values=("1", "3"))
    shown = element(field)
    assert shown["type"] == kind
    assert [o["value"] for o in shown["initial_options"]] == ["1", "3"]


def test_people_are_asked_of_us_and_places_of_slack() -> None:
    """Slack's own field for people has only those of its workspace."""
    ann, li = Option("Ann", "U1"), Option("李伟", "person:7")
    who = PersonField(name="p", label="P", values=("U1",), called=(ann,))
    several = PersonField(
        name="p", label="P", values=("U1", "person:7"), many=True, called=(ann, li)
    )
    where = PlaceField(name="r", label="R", value="C1")
    assert element(who)["type"] == "external_select"
    assert element(who)["min_query_length"] == 0
    assert element(who)["initial_option"]["value"] == "U1"
    assert element(several)["type"] == "multi_external_select"
    chosen = element(several)["initial_options"]
    assert [each["text"]["text"] for each in chosen] == ["Ann", "李伟"]
    assert element(where)["initial_conversation"] == "C1"
    nobody = PersonField(name="p", label="P", values=("李",))
    assert "initial_option" not in element(nobody)


def test_days_and_times() -> None:
    """As the wire of forms writes them."""
    day = DateField(name="d", label="D", value=date(2026, 3, 12))
    at = TimeField(name="t", label="T", value=time(17, 0))
    assert element(day) == {"type": "datepicker", "initial_date": "2026-03-12"}
    assert element(at) == {"type": "timepicker", "initial_time": "17:00"}
    assert element(DateField(name="d", label="D")) == {"type": "datepicker"}
    assert element(TimeField(name="t", label="T", value=time(0))) == {
        "type": "timepicker",
        "initial_time": "00:00",
    }


def test_a_choice_without_options_is_not_asked() -> None:
    """Slack would refuse the form."""
    field = ChoiceField(name="c", label="C", options=())
    assert modal(TextField(name="t", label="T"), field)["blocks"][0]["block_id"] == "t"


def test_long_words_are_cut_to_what_slack_takes() -> None:
    """Titles have twenty-four characters."""
    view = modal(
        TextField(name="t", label="x" * 3000, hint="y" * 3000, placeholder="z" * 300),
        title="A title that is much too long for Slack",
    )
    assert view["title"]["text"] == "A title that is much to…"


def test_a_long_state_travels_without_the_answering_address() -> None:
    """The state is never cut."""
    view = modal(TextField(name="t", label="T"), state="x" * 2960)
    kept = json.loads(view["private_metadata"])
    assert len(kept["state"]) == 2960
    assert "url" not in kept


HANGING = TextField(
    name="why", label="Why?", only_if=OnlyIf("blocked", ("yes",), "Only if yes.")
)


def lead(value: str | None) -> ChoiceField:
    """A question on which another hangs."""
    yes_no = (Option("Yes", "yes"), Option("No", "no"))
    return ChoiceField(name="blocked", label="Blocked?", options=yes_no, value=value)


def test_what_hangs_on_an_answer_is_asked_only_there() -> None:
    """Slack tells at once when that answer changes, and of no other field."""
    for value, seen in ((None, ["blocked"]), ("yes", ["blocked", "why"])):
        blocks = modal(lead(value), HANGING)["blocks"]
        assert [block["block_id"] for block in blocks] == seen
        assert blocks[0]["dispatch_action"] is True
        assert "dispatch_action" not in blocks[-1] or len(blocks) == 1
        assert all("hint" not in block for block in blocks)


def test_what_is_asked_no_longer_is_still_remembered() -> None:
    """It travels with the form, as far as there is room for it."""
    typed = replace(HANGING, value="no boxes")
    kept = json.loads(modal(lead("no"), typed)["private_metadata"])
    assert kept["hidden"] == {"why": "no boxes"}
    kept = json.loads(modal(lead("yes"), typed)["private_metadata"])
    assert "hidden" not in kept
    long = replace(HANGING, value="x" * 3000)
    kept = json.loads(modal(lead("no"), long, state="12")["private_metadata"])
    assert "hidden" not in kept
    assert kept["state"] == "12"
