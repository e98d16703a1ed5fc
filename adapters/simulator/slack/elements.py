"""Block elements and composition objects with their limits (facts §14)."""

from __future__ import annotations

from typing import Any

from adapters.simulator.slack.richtext import RICH_TEXT
from adapters.simulator.slack.shape import (
    Check,
    Report,
    any_of,
    anything,
    array,
    boolean,
    both,
    integer,
    matching,
    one_of,
    record,
    string,
    text,
    typed,
)

PLAIN = "plain_text"
_URL = string(3000)
_ID = string(255)
_DATE = matching(r"\d{4}-\d{2}-\d{2}", "a date in the form YYYY-MM-DD")
_NUMBER = matching(r"-?\d+(\.\d+)?", "a number in a string")
_STYLE = one_of("primary", "danger")

CONFIRM = record(
    {
        "title": text(100, PLAIN),
        "text": text(300),
        "confirm": text(30, PLAIN),
        "deny": text(30, PLAIN),
        "style": _STYLE,
    },
    "title text confirm deny",
)
_OPTION_FIELDS: dict[str, Check] = {"value": string(150, 0), "url": _URL}
OPTION = record(
    {"text": text(75, PLAIN), "description": text(75, PLAIN), **_OPTION_FIELDS},
    "text value",
)
RICH_OPTION = record(
    {"text": text(75), "description": text(75), **_OPTION_FIELDS}, "text value"
)
OPTION_GROUP = record(
    {"label": text(75, PLAIN), "options": array(OPTION, 100)}, "label options"
)
_FILTER = record(
    {
        "include": array(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    }
)
_DISPATCH = record(
    {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), 2)}
)
SLACK_FILE = record({"id": _ID, "url": _URL})


def _element(required: str = "", **fields: Check) -> Check:
    common: dict[str, Check] = {"type": anything, "action_id": _ID, "confirm": CONFIRM}
    return record(
        common | {"focus_on_load": boolean} | fields, f"type {required}".strip()
    )


_PLACEHOLDER = text(150, PLAIN)


def _select(**fields: Check) -> Check:
    return _element("", placeholder=_PLACEHOLDER, **fields)


_MOST = integer(1, 10_000)
_IDS = array(_ID, 1000, 0)
_CONVERSATIONS: dict[str, Check] = {
    "filter": _FILTER,
    "default_to_current_conversation": boolean,
}
_STATIC: dict[str, Check] = {
    "options": array(OPTION, 100),
    "option_groups": array(OPTION_GROUP, 100),
}


def _options_exclusive(value: Any, at: str, report: Report) -> None:
    given = [name for name in ("options", "option_groups") if value.get(name)]
    if len(given) != 1:
        report.add("must define exactly one of: options, option_groups", at)


def _initial_known(value: Any, at: str, report: Report) -> None:
    """An initial option must equal one of the options."""
    options = [o for o in value.get("options") or [] if isinstance(o, dict)]
    for group in value.get("option_groups") or []:
        options += group.get("options") or [] if isinstance(group, dict) else []
    initial = value.get("initial_options") or []
    single = value.get("initial_option")
    known = [(o.get("text", {}).get("text"), o.get("value")) for o in options]
    for option in [*initial, *([single] if single else [])]:
        if (option.get("text", {}).get("text"), option.get("value")) not in known:
            report.add("initial option must be one of the options", at)


def _static(**fields: Check) -> Check:
    return both(_select(**_STATIC, **fields), _options_exclusive, _initial_known)


def _text_input(required: str = "", **fields: Check) -> Check:
    return _element(
        required,
        placeholder=_PLACEHOLDER,
        dispatch_action_config=_DISPATCH,
        **fields,
    )


BUTTON = _element(
    "text",
    text=text(75, PLAIN),
    value=string(2000, 0),
    url=_URL,
    style=_STYLE,
    accessibility_label=string(75),
)
_FEEDBACK_BUTTON = record(
    {"text": text(75, PLAIN), "value": string(2000), "accessibility_label": string(75)},
    "text value",
)
IMAGE = both(
    record(
        {
            "type": anything,
            "image_url": _URL,
            "slack_file": SLACK_FILE,
            "alt_text": string(2000),
        },
        "type alt_text",
    ),
    any_of("image_url slack_file"),
)

ELEMENTS: dict[str, Check] = {
    "button": BUTTON,
    "image": IMAGE,
    "overflow": _element("options", options=array(OPTION, 5)),
    "static_select": _static(initial_option=OPTION),
    "multi_static_select": _static(
        initial_options=array(OPTION, 100), max_selected_items=_MOST
    ),
    "external_select": _select(initial_option=OPTION, min_query_length=integer(0, 100)),
    "multi_external_select": _select(
        initial_options=array(OPTION, 100),
        min_query_length=integer(0, 100),
        max_selected_items=_MOST,
    ),
    "users_select": _select(initial_user=_ID),
    "multi_users_select": _select(initial_users=_IDS, max_selected_items=_MOST),
    "conversations_select": _select(
        initial_conversation=_ID, response_url_enabled=boolean, **_CONVERSATIONS
    ),
    "multi_conversations_select": _select(
        initial_conversations=_IDS, max_selected_items=_MOST, **_CONVERSATIONS
    ),
    "channels_select": _select(initial_channel=_ID, response_url_enabled=boolean),
    "multi_channels_select": _select(initial_channels=_IDS, max_selected_items=_MOST),
    "radio_buttons": both(
        _element("options", options=array(RICH_OPTION, 10), initial_option=RICH_OPTION),
        _initial_known,
    ),
    "checkboxes": both(
        _element(
            "options",
            options=array(RICH_OPTION, 10),
            initial_options=array(RICH_OPTION, 10),
        ),
        _initial_known,
    ),
    "datepicker": _select(initial_date=_DATE),
    "timepicker": _select(
        initial_time=matching(r"([01]\d|2[0-3]):[0-5]\d", "a time in the form HH:mm"),
        timezone=string(100),
    ),
    "datetimepicker": _element(initial_date_time=integer(10**9, 10**10 - 1)),
    "plain_text_input": _text_input(
        initial_value=string(3000, 0),
        multiline=boolean,
        min_length=integer(0, 3000),
        max_length=integer(1, 3000),
    ),
    "number_input": _text_input(
        "is_decimal_allowed",
        is_decimal_allowed=boolean,
        initial_value=_NUMBER,
        min_value=_NUMBER,
        max_value=_NUMBER,
    ),
    "email_text_input": _text_input(initial_value=string(3000, 0)),
    "url_text_input": _text_input(initial_value=string(3000, 0)),
    "rich_text_input": _text_input(initial_value=RICH_TEXT),
    "file_input": _element(filetypes=array(string(50), 100), max_files=integer(1, 10)),
    "feedback_buttons": _element(
        "positive_button negative_button",
        positive_button=_FEEDBACK_BUTTON,
        negative_button=_FEEDBACK_BUTTON,
    ),
    "icon_button": _element(
        "icon text",
        icon=one_of("trash"),
        text=text(75, PLAIN),
        value=string(2000),
        visible_to_user_ids=_IDS,
        accessibility_label=string(75),
    ),
}

_CHOICES = [name for name in ELEMENTS if name.endswith("_select")]
_PICKERS = ["datepicker", "timepicker", "datetimepicker", "radio_buttons", "checkboxes"]
_INPUTS = [name for name in ELEMENTS if name.endswith("_input")]


def elements(*names: str) -> Check:
    """One of the named elements."""
    return typed({name: ELEMENTS[name] for name in names})


SECTION_ACCESSORY = elements("button", "image", "overflow", *_CHOICES, *_PICKERS)
IN_ACTIONS = elements("button", "overflow", *_CHOICES, *_PICKERS)
IN_INPUT = elements(*_CHOICES, *_PICKERS, *_INPUTS)
IN_CONTEXT_ACTIONS = elements("feedback_buttons", "icon_button")
