"""conversations.history and conversations.replies."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.paging import page
from adapters.simulator.slack.records import Conversation, Message
from adapters.simulator.slack.state import message_wire
from adapters.simulator.wire import Json

_SCOPES = "channels:history groups:history im:history mpim:history"
_TAKES = "channel cursor inclusive include_all_metadata latest limit oldest"


def history(call: Call) -> Json:
    """Messages of a conversation, newest first; replies only when broadcast."""
    conversation = _readable(call)
    found = [
        message
        for message in call.slack.workspace.messages(conversation.id)
        if message.thread_ts in (None, message.ts) or message.broadcast
    ]
    return _page(call, list(reversed(_within(call, found))))


def replies(call: Call) -> Json:
    """A thread: its parent, then the replies, oldest first."""
    conversation = _readable(call)
    parent = call.slack.workspace.message(conversation.id, call.required("ts"))
    if parent is None or parent.ephemeral_to:
        raise SlackError("thread_not_found")
    thread = _within(call, call.slack.workspace.replies(parent))
    return _page(call, [parent, *thread])


def _readable(call: Call) -> Conversation:
    conversation = call.channel()
    call.needs_for(conversation, "history")
    if not call.slack.workspace.has_bot(conversation):
        raise SlackError("not_in_channel")
    return conversation


def _within(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = call.text("oldest"), call.text("latest")
    inclusive = call.flag("inclusive")
    low = _seconds(oldest, "invalid_ts_oldest") if oldest else 0.0
    high = _seconds(latest, "invalid_ts_latest") if latest else float("inf")
    return [
        message
        for message in messages
        if message.ephemeral_to is None
        and (
            low < float(message.ts) < high
            or (inclusive and float(message.ts) in (low, high))
        )
    ]


def _seconds(ts: str, error: str) -> float:
    try:
        return float(ts)
    except ValueError:
        raise SlackError(error) from None


def _page(call: Call, messages: list[Message]) -> Json:
    shown, cursor = page(call, messages, most=999)
    wires = [_wire(call, message) for message in shown]
    answer: Json = {"messages": wires, "has_more": bool(cursor)}
    if cursor:
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


def _wire(call: Call, message: Message) -> Json:
    wire = message_wire(call.slack.workspace, message)
    if message.metadata and call.flag("include_all_metadata"):
        wire["metadata"] = message.metadata
    return wire


METHODS = (
    method("conversations.history", history, _SCOPES, _TAKES),
    method("conversations.replies", replies, _SCOPES, f"{_TAKES} ts"),
)
