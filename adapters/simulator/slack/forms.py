"""Filling, sending and closing modals, as a client does it (facts §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.simulator.slack import payloads
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.markup import unescape
from adapters.simulator.slack.outbox import Answer
from adapters.simulator.slack.records import View
from adapters.simulator.slack.state import Workspace
from adapters.simulator.slack.suggesting import looked_up
from adapters.simulator.slack.values import complaint, filled
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.slack.person import Person

CONNECTING = "We had some trouble connecting. Try again?"


async def submit_modal(person: Person, values: dict[str, Any]) -> Json:
    """Fill the modal on top and send it, unless the client itself objects."""
    view = _open_modal(person)
    fill(person.slack.workspace, view, await looked_up(person, view, values))
    if errors := _complaints(view):
        person.slack.views.complain(person.id, errors)
        return {"ok": False, "errors": errors}
    if not view.body.get("submit"):
        raise ControlError("this modal has nothing to submit")
    payload = payloads.interaction(
        person.slack.workspace,
        "view_submission",
        person.id,
        trigger_id=person.slack.triggers.issue(person.id, view.id),
        view=person.slack.views.wire(view),
        response_urls=_response_urls(person, view),
    )
    answer = await person.slack.outbox.ask("interactive", payload)
    return _applied(person, view, answer)


def fill(workspace: Workspace, view: View, values: dict[str, Any]) -> None:
    """Put what a person entered into the view's inputs, by id or label."""
    for name, value in values.items():
        block = _input(view, name)
        element = block["element"]
        state = filled(workspace, element, value)
        view.values[block["block_id"]][element["action_id"]] = state


async def close_modal(person: Person, *, all_views: bool) -> Json:
    """Close one view with Cancel, or all of them with the X."""
    view = _open_modal(person)
    stack = person.slack.views.stacks[person.id]
    all_views = all_views or bool(view.body.get("clear_on_close"))
    told = stack[0] if all_views else view
    if all_views:
        person.slack.views.clear(person.id)
    else:
        person.slack.views.close_top(person.id)
    if not told.body.get("notify_on_close"):
        return {"ok": True}
    payload = payloads.interaction(
        person.slack.workspace,
        "view_closed",
        person.id,
        view=person.slack.views.wire(told),
        is_cleared=all_views,
    )
    return person.outcome(
        await person.slack.outbox.ask("interactive", payload), "closing"
    )


def _open_modal(person: Person) -> View:
    if person.modal is None:
        raise ControlError("this person has no modal open")
    return person.modal


def _input(view: View, name: str) -> Json:
    inputs = [block for block in view.blocks if block["type"] == "input"]
    for block in inputs:
        if name in (block["block_id"], unescape(block["label"]["text"])):
            return block
    for block in inputs:
        if name == block["element"]["action_id"]:
            return block
    known = [unescape(block["label"]["text"]) for block in inputs]
    raise ControlError(f"the modal has no field {name!r}; it has: {known}")


def _complaints(view: View) -> dict[str, str]:
    errors: dict[str, str] = {}
    for block in view.blocks:
        if block["type"] == "input":
            state = view.values[block["block_id"]][block["element"]["action_id"]]
            if words := complaint(block, state):
                errors[block["block_id"]] = words
    return errors


def _response_urls(person: Person, view: View) -> list[Json]:
    urls: list[Json] = []
    for block in view.blocks:
        element = block.get("element") or {}
        if block["type"] != "input" or not element.get("response_url_enabled"):
            continue
        state = view.values[block["block_id"]][element["action_id"]]
        chosen = state.get("selected_conversation") or state.get("selected_channel")
        if chosen:
            urls.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": chosen,
                    "response_url": person.slack.response_url("app", person.id, chosen),
                }
            )
    return urls


def _applied(person: Person, view: View, answer: Answer) -> Json:
    views = person.slack.views
    if answer.trouble is not None:
        return _trouble(person, answer.trouble)
    body = answer.body
    if not body:
        _take_away(person, view)
        return {"ok": True, "errors": {}}
    action = body.get("response_action") if isinstance(body, dict) else None
    if not isinstance(body, dict) or action is None:
        return _trouble(person, "invalid_response")
    try:
        match action:
            case "clear":
                views.clear(person.id)
            case "update":
                views.update(view, body.get("view") or {})
            case "push":
                views.push(person.id, body.get("view") or {})
            case "errors":
                return _errors(person, view, body.get("errors"))
            case _:
                return _trouble(person, "invalid_response_action")
    except SlackError as refusal:
        return _trouble(person, refusal.code, refusal)
    return {"ok": True, "errors": {}}


def _take_away(person: Person, view: View) -> None:
    stack = person.slack.views.stacks.get(person.id, [])
    if stack and stack[-1] is view:
        person.slack.views.close_top(person.id)
    elif view in stack:
        stack.remove(view)


def _errors(person: Person, view: View, errors: Any) -> Json:
    """Errors beside fields; a key that is no input block is general trouble."""
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or set(errors) - inputs:
        return _trouble(person, "invalid_errors")
    person.slack.views.complain(person.id, errors)
    return {"ok": False, "errors": errors}


def _trouble(person: Person, code: str, refusal: SlackError | None = None) -> Json:
    person.slack.notice(person.id, CONNECTING)
    why = {"why": refusal.extra} if refusal else {}
    return {"ok": False, "errors": {}, "error": CONNECTING, "trouble": code, **why}
