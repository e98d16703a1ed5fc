"""What a person finds in an open form: fields by their shape, whatever their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from adapters.simulator.wire import Json


class Kind(StrEnum):
    """How a field is filled in."""

    LINES = "lines"
    LINE = "line"
    NUMBER = "number"
    CHOICE = "choice"
    PERSON = "person"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    TICK = "tick"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `many` takes a list; `held` is what stands in it already."""

    name: str
    kind: Kind
    label: str = ""
    required: bool = False
    many: bool = False
    held: str = ""
    options: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    longest: int = 3000


SLACK = {
    "number_input": Kind.NUMBER,
    "static_select": Kind.CHOICE,
    "multi_static_select": Kind.CHOICE,
    "radio_buttons": Kind.CHOICE,
    "checkboxes": Kind.CHOICE,
    "users_select": Kind.PERSON,
    "multi_users_select": Kind.PERSON,
    "external_select": Kind.PERSON,
    "multi_external_select": Kind.PERSON,
    "datepicker": Kind.DATE,
    "timepicker": Kind.TIME,
    "datetimepicker": Kind.MOMENT,
}
DINGTALK = {
    "TEXT_AREA": Kind.LINES,
    "TEXT": Kind.LINE,
    "NUMBER": Kind.NUMBER,
    "SELECT": Kind.CHOICE,
    "CHECKBOX_GROUP": Kind.CHOICE,
    "MULTI_SELECT": Kind.CHOICE,
    "MULTI_CHECKBOX_GROUP": Kind.CHOICE,
    "DATE": Kind.DATE,
    "TIME": Kind.TIME,
    "CHECKBOX": Kind.TICK,
    "SWITCH": Kind.TICK,
}
LONGEST_IN_CARD = 500


def in_modal(modal: Json) -> list[Field]:
    """The inputs of a Slack modal; one that is full was filled in by the bot."""
    return [
        _input(block, modal["state"]["values"])
        for block in modal["blocks"]
        if block["type"] == "input"
    ]


def in_card(form: Json) -> list[Field]:
    """The fields of a DingTalk card's form that its reader sees and may change."""
    return [
        _field(field)
        for field in form["fields"]
        if not field.get("hidden") and not field.get("readOnly")
    ]


def _input(block: Json, state: Json) -> Field:
    element = block["element"]
    held = state.get(block["block_id"], {}).get(element["action_id"], {})
    kind = SLACK.get(element["type"], Kind.STRANGE)
    if element["type"] == "plain_text_input":
        kind = Kind.LINES if element.get("multiline") else Kind.LINE
    return Field(
        block["block_id"],
        kind,
        str(block["label"]["text"]),
        required=not block.get("optional"),
        many=element["type"].startswith(("multi_", "checkboxes")),
        held=_text([value for key, value in held.items() if key != "type"]),
        options=tuple(option["value"] for option in _options(element)),
        least=_number(element.get("min_value")),
        most=_number(element.get("max_value")),
        longest=int(element.get("max_length", 3000)),
    )


def _options(element: Json) -> Iterator[Json]:
    yield from element.get("options") or ()
    for group in element.get("option_groups") or ():
        yield from group["options"]


def _field(field: Json) -> Field:
    wire = str(field.get("type", "TEXT"))
    options: Iterable[Json] = field.get("options") or ()
    return Field(
        str(field["name"]),
        DINGTALK.get(wire, Kind.STRANGE),
        str(field.get("label", "")),
        required=bool(field.get("required")),
        many=wire.startswith("MULTI_"),
        held=_text([field.get("defaultValue")]),
        options=tuple(str(option["value"]) for option in options),
        longest=LONGEST_IN_CARD,
    )


def _text(values: list[Any]) -> str:
    """What stands in a field, as text; options and dates only have to be there."""
    return " ".join(str(value) for value in values if value)


def _number(value: Any) -> float | None:
    return None if value in (None, "") else float(value)
