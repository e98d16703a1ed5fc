"""views.open, push, update and publish (facts §5, §6)."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError, invalid_arguments
from adapters.simulator.slack.records import View
from adapters.simulator.wire import Json


def open_view(call: Call) -> Json:
    """Open a modal for the person who gave the trigger."""
    body = _body(call)
    trigger = call.slack.triggers.redeem(call.text("trigger_id"))
    return _shown(call, call.slack.views.open(trigger.user, body))


def push(call: Call) -> Json:
    """Put a modal on top; the trigger must come from within a modal."""
    body = _body(call)
    trigger = call.slack.triggers.redeem(call.text("trigger_id"))
    if trigger.view is None:
        raise SlackError("invalid_trigger_id")
    return _shown(call, call.slack.views.push(trigger.user, body))


def update(call: Call) -> Json:
    """Replace an open view; no trigger is needed."""
    if not (call.text("view_id") or call.text("external_id")):
        raise invalid_arguments("[ERROR] missing required field: view_id")
    view = call.slack.views.find(call.text("view_id"), call.text("external_id"))
    return _shown(call, call.slack.views.update(view, _body(call), call.text("hash")))


def publish(call: Call) -> Json:
    """Set a person's home tab."""
    user = call.text("user_id")
    known = call.slack.workspace.users.get(user or "")
    if user is None or known is None or known.is_bot:
        raise invalid_arguments("[ERROR] invalid `user_id`")
    view = call.slack.views.publish(user, _body(call), call.text("hash"))
    return _shown(call, view)


def _body(call: Call) -> Json:
    body = call.structure("view")
    if not isinstance(body, dict):
        raise invalid_arguments(
            "[ERROR] missing required field: view [json-pointer:/view]"
        )
    return body


def _shown(call: Call, view: View) -> Json:
    return {"view": call.slack.views.wire(view)}


METHODS = (
    method("views.open", open_view, "", "trigger_id interactivity_pointer view"),
    method("views.push", push, "", "trigger_id interactivity_pointer view"),
    method("views.update", update, "", "view view_id external_id hash"),
    method("views.publish", publish, "", "user_id view hash"),
)
