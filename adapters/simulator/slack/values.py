"""What people put into inputs: the state shapes, and a client's own checks.

Shapes are those of `state.values[block_id][action_id]` (facts §3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from adapters.simulator.slack.blocks import interactive
from adapters.simulator.slack.markup import unescape
from adapters.simulator.slack.state import Workspace
from adapters.simulator.slack.typed import find_person
from adapters.simulator.wire import ControlError, Json

_STATE_OF = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
INITIALS = tuple({initial for _, initial in _STATE_OF.values()})


def state_key(element: Json) -> str | None:
    """The key that holds this element's value; None for buttons and overflows."""
    return _STATE_OF.get(str(element.get("type")), (None, ""))[0]


def initial_values(
    blocks: list[Json], kept: dict[str, dict[str, Json]] | None = None
) -> dict[str, dict[str, Json]]:
    """The state of fresh blocks; what was typed stays where both ids are the same."""
    state: dict[str, dict[str, Json]] = {}
    for block, element in _stateful(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        old = (kept or {}).get(block_id, {}).get(action_id)
        same = old is not None and old["type"] == element["type"]
        state.setdefault(block_id, {})[action_id] = (
            old if same and old else _initial(element)
        )
    return state


def _stateful(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for element in interactive(block):
            if state_key(element):
                yield block, element


def _initial(element: Json) -> Json:
    key, initial = _STATE_OF[element["type"]]
    empty: Any = [] if key.endswith("s") else None
    return {"type": element["type"], key: element.get(initial, empty)}


def filled(workspace: Workspace, element: Json, value: Any) -> Json:
    """The state of an element after a person entered the value."""
    kind = str(element["type"])
    key, _ = _STATE_OF[kind]
    if key.endswith("s"):
        given = value if isinstance(value, list) else [] if value is None else [value]
        entered: Any = [_entry(workspace, element, one) for one in given]
    else:
        entered = None if value in (None, "") else _entry(workspace, element, value)
    state: Json = {"type": kind, key: entered}
    if kind == "timepicker" and "timezone" in element:
        state["timezone"] = element["timezone"]
    return state


def _entry(workspace: Workspace, element: Json, value: Any) -> Any:
    kind = str(element["type"]).removeprefix("multi_")
    match kind:
        case "static_select" | "radio_buttons" | "checkboxes":
            return option_of(element, value)
        case "external_select":
            if not isinstance(value, dict):
                raise ControlError(
                    "an external select takes one of the offered options"
                )
            return value
        case "users_select":
            if user := find_person(workspace, str(value)):
                return user
            raise ControlError(f"nobody here is called {value!r}")
        case "conversations_select" | "channels_select":
            return workspace.conversation(str(value)).id
        case "datepicker":
            return _matching(value, r"\d{4}-\d{2}-\d{2}", "a date like 2026-03-02")
        case "timepicker":
            return _matching(value, r"\d{2}:\d{2}", "a time like 09:30")
        case "datetimepicker":
            return int(value)
        case "rich_text_input" if isinstance(value, str):
            return _plain_rich_text(value)
        case "plain_text_input" | "number_input" | "email_text_input":
            return str(value)
        case _:
            return value


def options(element: Json) -> list[Json]:
    """All options of a select, overflow, radio group or checkboxes."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(o for g in groups for o in g["options"])]


def label_of(option: Json) -> str:
    """An option's text as people read it."""
    return unescape(str(option["text"]["text"]))


def option_of(element: Json, value: Any) -> Json:
    """The option with this value or label; a person cannot pick another one."""
    wanted = value.get("value") if isinstance(value, dict) else value
    for name in ("value", "label"):
        for option in options(element):
            known = option["value"] if name == "value" else label_of(option)
            if str(wanted) == known:
                return option
    offered = ", ".join(label_of(option) for option in options(element))
    raise ControlError(f"there is no option {wanted!r}; offered are: {offered}")


def complaint(block: Json, state: Json) -> str | None:
    """What the client says beside the field instead of sending it; None if fine."""
    element = block["element"]
    value = state.get(_STATE_OF[element["type"]][0])
    if value in (None, "", []):
        return None if block.get("optional") else "Please complete this required field."
    match element["type"]:
        case "plain_text_input":
            return _length_complaint(element, str(value))
        case "number_input":
            return _number_complaint(element, str(value))
        case "email_text_input":
            good = re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(value))
            return None if good else "Please enter a valid email address."
        case "url_text_input":
            good = re.fullmatch(r"https?://\S+\.\S+|https?://localhost\S*", str(value))
            return None if good else "Please enter a valid URL."
    most = element.get("max_selected_items")
    if most and isinstance(value, list) and len(value) > most:
        return f"Please select no more than {most} items."
    return None


def _length_complaint(element: Json, value: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < least:
        return f"Please enter at least {least} characters."
    if len(value) > most:
        return f"Please enter no more than {most} characters."
    return None


def _number_complaint(element: Json, value: str) -> str | None:
    decimal = element.get("is_decimal_allowed")
    pattern = r"-?\d+(\.\d+)?" if decimal else r"-?\d+"
    if not re.fullmatch(pattern, value):
        return "Please enter a number." if decimal else "Please enter a whole number."
    low, high = element.get("min_value"), element.get("max_value")
    if low is not None and float(value) < float(low):
        return f"Please enter a number of at least {low}."
    if high is not None and float(value) > float(high):
        return f"Please enter a number of at most {high}."
    return None


def _matching(value: Any, pattern: str, what: str) -> str:
    if not re.fullmatch(pattern, str(value)):
        raise ControlError(f"{value!r} is not {what}")
    return str(value)


def _plain_rich_text(words: str) -> Json:
    section = {
        "type": "rich_text_section",
        "elements": [{"type": "text", "text": words}],
    }
    return {"type": "rich_text", "elements": [section]}
