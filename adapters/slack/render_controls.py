"""Buttons and pickers → Block Kit elements."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import assert_never

from adapters.slack.inbound import LINK
from adapters.slack.render_spans import ADDRESS, Json, plain_text
from bot.messages import Button, ButtonStyle, Confirm, Option, Picker

LABEL = 75
CHOICES = 100
IN_OVERFLOW = 5
IN_ACTIONS = 25


def action_blocks(controls: Sequence[Button | Picker]) -> Iterator[Json]:
    """Controls side by side, in as many rows as they need."""
    shown = [found for control in controls if (found := element(control))]
    for start in range(0, len(shown), IN_ACTIONS):
        row = shown[start : start + IN_ACTIONS]
        yield {"type": "actions", "elements": _distinct(row)}


def one_control(controls: Sequence[Button | Picker]) -> Json | None:
    """The control that may stand beside a line: the only one."""
    return element(controls[0]) if len(controls) == 1 else None


def element(control: Button | Picker) -> Json | None:
    """One button or picker; None for a picker without options."""
    match control:
        case Button():
            return _button(control)
        case Picker(options=()):
            return None
        case Picker(options=(only,)):
            return _button(Button(only.label, control.action, only.value))
        case Picker():
            return _picker(control)
        case _:
            assert_never(control)


def option(choice: Option) -> Json:
    """One choice; its value is ours and short, its label may be cut."""
    return {"text": plain_text(choice.label, LABEL), "value": choice.value}


def choices(options: Sequence[Option]) -> Json:
    """The choices of a select: in groups where Slack's hundred are not enough."""
    if len(options) <= CHOICES:
        return {"options": [option(choice) for choice in options]}
    starts = range(0, min(len(options), CHOICES * CHOICES), CHOICES)
    return {"option_groups": [_group(start, options) for start in starts]}


def _group(start: int, options: Sequence[Option]) -> Json:
    members = options[start : start + CHOICES]
    return {
        "label": plain_text(f"{start + 1}–{start + len(members)}", LABEL),
        "options": [option(choice) for choice in members],
    }


def _button(button: Button) -> Json:
    shown: Json = {
        "type": "button",
        "action_id": button.action or "open",
        "text": plain_text(button.label, LABEL),
    }
    if button.value:
        shown["value"] = button.value
    if button.style is not ButtonStyle.PLAIN:
        shown["style"] = button.style.value
    if button.confirm:
        shown["confirm"] = _confirm(button.confirm)
    if button.url and ADDRESS.fullmatch(button.url):
        shown |= {"url": button.url, "action_id": shown["action_id"] + LINK}
    return shown


def _confirm(asked: Confirm) -> Json:
    return {
        "title": plain_text(asked.title, 100),
        "text": plain_text(asked.text, 300),
        "confirm": plain_text(asked.yes, 30),
        "deny": plain_text(asked.no, 30),
    }


def _picker(picker: Picker) -> Json:
    if picker.compact and len(picker.options) <= IN_OVERFLOW:
        return {
            "type": "overflow",
            "action_id": picker.action,
            "options": [option(choice) for choice in picker.options],
        }
    shown: Json = {
        "type": "static_select",
        "action_id": picker.action,
        "placeholder": plain_text(picker.label, 150),
        **choices(picker.options),
    }
    chosen = [o for o in picker.options if o.value == picker.chosen]
    return shown | {"initial_option": option(chosen[0])} if chosen else shown


def _distinct(row: list[Json]) -> list[Json]:
    """Every action id once: a second one gets a number, which `inbound` drops."""
    seen: Counter[str] = Counter()
    for shown in row:
        id = shown["action_id"]
        seen[id] += 1
        if seen[id] > 1:
            bare, link = id.removesuffix(LINK), id[len(id.removesuffix(LINK)) :]
            shown["action_id"] = f"{bare}~{seen[id]}{link}"
    return row
