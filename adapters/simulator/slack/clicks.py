"""Using a button, select or picker: find it, change its state, tell the app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adapters.simulator.side import Press
from adapters.simulator.slack import payloads
from adapters.simulator.slack.blocks import interactive
from adapters.simulator.slack.forms import fill
from adapters.simulator.slack.markup import unescape
from adapters.simulator.slack.records import Message, View
from adapters.simulator.slack.state import message_wire
from adapters.simulator.slack.suggesting import looked_up, offered
from adapters.simulator.slack.values import (
    INITIALS,
    filled,
    initial_values,
    label_of,
    option_of,
    options,
    state_key,
)
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.slack.person import Person


async def press(person: Person, click: Press) -> Json:
    """Press and wait for the app's acknowledgement."""
    surface = _surface(person, click)
    block, element = _find(surface, click)
    if click.values and isinstance(surface, View):
        entered = await looked_up(person, surface, click.values)
        fill(person.slack.workspace, surface, entered)
    own = _where(person, surface)
    values = _values(person, surface)
    action = _action(person, block, element, click, values)
    own["state"] = {"values": values}
    payload = payloads.interaction(
        person.slack.workspace,
        "block_actions",
        person.id,
        **own,
        actions=[action],
    )
    answer = await person.slack.outbox.ask("interactive", payload)
    return person.outcome(answer, _label(element) or click.button)


async def suggest(person: Person, click: Press) -> list[Json]:
    """Ask the app for the options of an external select (facts §4)."""
    surface = _surface(person, click)
    block, element = _find(surface, click, typing=True)
    own = _where(person, surface)
    for key in ("trigger_id", "response_url"):
        own.pop(key, None)
    return await offered(person, own, block, element, str(click.value or ""))


def _surface(person: Person, click: Press) -> Message | View:
    if click.message is not None:
        return person.message(click.message)
    views = {"modal": person.modal, "home": person.home}
    if click.view not in views:
        raise ControlError("say which message or view (modal, home) the button is in")
    view = views[click.view]
    if view is None:
        raise ControlError(f"this person has no {click.view} open")
    return view


def _find(
    surface: Message | View, click: Press, *, typing: bool = False
) -> tuple[Json, Json]:
    usable = list(_usable(surface, typing=typing))
    found = [
        (block, element)
        for block, element in usable
        if click.block in (None, block["block_id"]) and _is_meant(element, click)
    ]
    exact = [
        pair
        for pair in found
        if pair[1].get("type") == "button"
        and click.value is not None
        and pair[1].get("value") == click.value
    ]
    if found:
        return (exact or found)[0]
    offered = [_label(element) or element["action_id"] for _, element in usable]
    raise ControlError(f"there is no {click.button!r} here; there are: {offered}")


def _usable(surface: Message | View, *, typing: bool) -> Iterator[tuple[Json, Json]]:
    for block in surface.blocks:
        silent = block["type"] == "input" and not block.get("dispatch_action")
        if silent and not typing:
            continue
        for element in interactive(block):
            yield block, element


def _is_meant(element: Json, click: Press) -> bool:
    if click.button in (element.get("action_id"), _label(element)):
        return True
    return any(click.button == label_of(option) for option in options(element))


def _label(element: Json) -> str | None:
    words = element.get("text") or element.get("placeholder") or {}
    label = words.get("text")
    return unescape(str(label)) if label else None


def _values(person: Person, surface: Message | View) -> dict[str, dict[str, Json]]:
    if isinstance(surface, View):
        return surface.values
    key = (person.id, surface.channel, surface.ts)
    kept = person.slack.message_values
    kept[key] = initial_values(surface.blocks, kept.get(key))
    return kept[key]


def _action(
    person: Person,
    block: Json,
    element: Json,
    click: Press,
    values: dict[str, dict[str, Json]],
) -> Json:
    kind = element["type"]
    copied = ("type", "action_id", "text", "value", "style", "placeholder", *INITIALS)
    action: Json = {key: element[key] for key in copied if key in element}
    action["block_id"] = block["block_id"]
    picked = click.value
    if picked is None and click.button not in (element["action_id"], _label(element)):
        picked = click.button
    if kind == "overflow":
        action["selected_option"] = option_of(element, picked)
    elif state_key(element):
        state = filled(person.slack.workspace, element, picked)
        values.setdefault(block["block_id"], {})[element["action_id"]] = state
        action |= state
    return action | {"action_ts": person.slack.workspace.next_ts()}


def _where(person: Person, surface: Message | View) -> Json:
    slack = person.slack
    if isinstance(surface, View):
        in_modal = surface.id if surface.body["type"] == "modal" else None
        return {
            "container": {"type": "view", "view_id": surface.id},
            "trigger_id": slack.triggers.issue(person.id, in_modal),
            "view": slack.views.wire(surface),
        }
    ephemeral = surface.ephemeral_to is not None
    container: Json = {
        "type": "message",
        "message_ts": surface.ts,
        "channel_id": surface.channel,
        "is_ephemeral": ephemeral,
    }
    if surface.thread_ts:
        container["thread_ts"] = surface.thread_ts
    where: Json = {
        "container": container,
        "trigger_id": slack.triggers.issue(person.id),
        "channel": payloads.channel(slack.workspace.conversations[surface.channel]),
        "response_url": slack.response_url(
            "actions", person.id, surface.channel, surface
        ),
    }
    if not ephemeral:
        where["message"] = message_wire(slack.workspace, surface)
    return where
