"""A card's form in the client: what is shown, required, and sent (facts §6)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.simulator.dingtalk.records import Params
from adapters.simulator.wire import ControlError, Json

_PLAIN = frozenset({"TEXT", "TEXT_AREA", "NUMBER", "TEXT_ARRAY"})
_MOMENTS = frozenset({"DATE", "TIME", "DATETIME"})
_ONE = ("SELECT", "CHECKBOX_GROUP")
_MANY = ("MULTI_SELECT", "MULTI_CHECKBOX_GROUP")
_TICKS = ("CHECKBOX", "SWITCH")
TYPES = _PLAIN | _MOMENTS | {*_ONE, *_MANY, *_TICKS}


def form_in(params: Params) -> Json | None:
    """The form of a card as its template's component reads it; None without one."""
    try:
        form = json.loads(params.get("form") or "null")
    except ValueError:
        return None
    fields = form.get("fields") if isinstance(form, dict) else None
    return form if isinstance(fields, list) and fields else None


def sent(form: Json, values: Mapping[str, Any]) -> Json:
    """What the client sends for these values; required ones it asks for itself."""
    fields = {str(each["name"]): each for each in form["fields"]}
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise ControlError(f"the form has no field {unknown[0]!r}: {sorted(fields)}")
    answer: Json = {}
    for name, field in fields.items():
        value = values.get(name, field.get("defaultValue"))
        if field.get("hidden") or field.get("readOnly"):
            value = field.get("defaultValue")
        if value in (None, "", []):
            _insist(field)
            continue
        answer[name] = _shaped(field, value)
    return answer


def _insist(field: Json) -> None:
    if field.get("required"):
        label = field.get("label") or field["name"]
        raise ControlError(f"{label}: {field.get('requiredMsg') or '必填'}")


def _shaped(field: Json, value: Any) -> Any:
    kind = field.get("type", "TEXT")
    if kind not in TYPES:
        raise ControlError(f"the client knows no field of type {kind!r}")
    if kind in _ONE:
        return _chosen(field, value)
    if kind in _MANY:
        return _all_chosen(field, value)
    if kind in _TICKS:
        return value in (True, "true", "on", "1", 1)
    return value if isinstance(value, list) else str(value)


def _chosen(field: Json, value: Any) -> Json:
    if isinstance(value, dict):
        return value
    index, option = _option(field, value)
    return {"index": index, "value": option["value"]}


def _all_chosen(field: Json, values: Any) -> Json:
    if isinstance(values, dict):
        return values
    listed = values if isinstance(values, list) else [values]
    found = [_option(field, value) for value in listed]
    return {
        "index": [index for index, _ in found],
        "value": [option["value"] for _, option in found],
    }


def _option(field: Json, value: Any) -> tuple[int, Json]:
    options = field.get("options") or []
    for index, option in enumerate(options):
        if value in (option.get("value"), option.get("text")):
            return index, option
    known = [option.get("value") for option in options]
    raise ControlError(f"{field['name']} has no option {value!r}; there are: {known}")
