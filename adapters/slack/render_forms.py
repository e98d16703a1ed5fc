"""Forms → modals."""

import json
import re
from typing import assert_never

from adapters.prose import clean, cut
from adapters.slack.render_blocks import note
from adapters.slack.render_controls import action_blocks, choices, option
from adapters.slack.render_spans import TEXT, Json, plain_text
from adapters.slack.tickets import Ticket
from adapters.wire import storable
from bot.messages import (
    AnyField,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    NumberField,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.model.form_field import asked, governing, standing

TITLE = 24
LABEL = 2000
VALUE = "value"
PLACEHOLDER = 150
RADIOS = 5
BOXES = 10
NUMBER = re.compile(r"-?\d+(\.\d+)?")
CHANNEL = re.compile(r"[CDG][A-Z0-9]+")


def form(shown: Form, opened: Ticket, again: str = "") -> Json:
    """The form as a modal that remembers where it was opened.

    `again` is in the ids of its fields where it takes the place of another one: Slack
    keeps what was typed under the same ids, whatever the new view says.
    """
    values = {field.name: standing(field) for field in shown.fields}
    seen, lead = asked(shown.fields, values), governing(shown.fields)
    unseen = [field.name for field in shown.fields if field not in seen]
    kept: Json = {"state": shown.state, "place": opened.place, "thread": opened.thread}
    kept |= {"url": opened.url, "reopen": str(shown.opener)}
    kept["hidden"] = {name: values[name] for name in unseen if values[name]}
    fields = [
        _input(field, again, leads=field.name in lead)
        for field in seen
        if not _is_void(field)
    ]
    back = action_blocks((shown.back,)) if shown.back else ()
    return {
        "type": "modal",
        "callback_id": shown.name,
        "title": plain_text(shown.title, TITLE),
        "submit": plain_text(shown.submit, TITLE),
        "close": plain_text(shown.cancel, TITLE),
        "private_metadata": _metadata(kept),
        "blocks": [*note(shown.intro), *fields[:97], *back],
    }


def _metadata(kept: Json) -> str:
    """What travels with the form; without what can be missed if that is too much."""
    written = json.dumps({k: v for k, v in kept.items() if v}, ensure_ascii=False)
    missed = next((name for name in ("hidden", "url", "reopen") if kept.get(name)), "")
    if len(written) > TEXT and missed:
        return _metadata(kept | {missed: ""})
    return written


def _is_void(field: AnyField) -> bool:
    return isinstance(field, ChoiceField | ChoicesField) and not field.options


def _input(field: AnyField, again: str, *, leads: bool) -> Json:
    """`leads` says that others hang on it: Slack tells at once when it changes."""
    block: Json = {
        "type": "input",
        "block_id": field.name,
        "optional": not field.required,
        "label": plain_text(field.label, LABEL),
        "element": {"action_id": f"{VALUE}{again}"[:255], **_element(field)},
    }
    if leads:
        block["dispatch_action"] = True
    if clean(field.hint).strip():
        block["hint"] = plain_text(field.hint, LABEL)
    return block


def _element(field: AnyField) -> Json:
    match field:
        case TextField():
            return _text(field)
        case NumberField():
            return _number(field)
        case ChoiceField():
            return _choice(field)
        case ChoicesField():
            return _choices(field)
        case PersonField():
            return _person(field)
        case PlaceField():
            return _place(field)
        case DateField():
            day = {"initial_date": field.value.isoformat()} if field.value else {}
            return {"type": "datepicker", **day}
        case TimeField(value=time):
            at = {} if time is None else {"initial_time": time.strftime("%H:%M")}
            return {"type": "timepicker", **at}
        case _:
            assert_never(field)


def _text(field: TextField) -> Json:
    """The limit gives way to what is in the field already: nothing typed is lost."""
    value = cut(storable(field.value), TEXT)
    longest = min(max(field.limit, len(value), 1), TEXT)
    element: Json = {
        "type": "plain_text_input",
        "multiline": field.multiline,
        "max_length": longest,
    }
    if value:
        element["initial_value"] = value
    if clean(field.placeholder).strip():
        element["placeholder"] = plain_text(field.placeholder, PLACEHOLDER)
    return element


def _number(field: NumberField) -> Json:
    element: Json = {"type": "number_input", "is_decimal_allowed": field.decimal}
    if NUMBER.fullmatch(field.value):
        element["initial_value"] = field.value
    if field.low is not None:
        element["min_value"] = str(field.low)
    if field.high is not None:
        element["max_value"] = str(field.high)
    return element


def _choice(field: ChoiceField) -> Json:
    """A few choices are all seen at once, many are a list."""
    few = field.required and len(field.options) <= RADIOS
    chosen = [option(o) for o in field.options if o.value == field.value][:1]
    element: Json = {"type": "radio_buttons" if few else "static_select"}
    element |= choices(field.options)
    return element | {"initial_option": chosen[0]} if chosen else element


def _choices(field: ChoicesField) -> Json:
    few = len(field.options) <= BOXES
    chosen = [option(o) for o in field.options if o.value in field.values]
    element: Json = {"type": "checkboxes" if few else "multi_static_select"}
    element |= choices(field.options)
    return element | {"initial_options": chosen[:100]} if chosen else element


def _person(field: PersonField) -> Json:
    """A field that asks us for people as they type: Slack's own knows its workspace
    only.
    """
    chosen = [option(each) for each in field.called]
    if field.many:
        many: Json = {"type": "multi_external_select", "min_query_length": 0}
        return many | {"initial_options": chosen} if chosen else many
    one: Json = {"type": "external_select", "min_query_length": 0}
    return one | {"initial_option": chosen[0]} if chosen else one


def _place(field: PlaceField) -> Json:
    element: Json = {
        "type": "conversations_select",
        "default_to_current_conversation": False,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if field.value and CHANNEL.fullmatch(field.value):
        element["initial_conversation"] = field.value
    return element
