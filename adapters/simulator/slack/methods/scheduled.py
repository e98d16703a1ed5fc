"""chat.scheduleMessage and its list: posted when the movable clock gets there."""

from __future__ import annotations

from datetime import timedelta

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.methods.chat import spoken, writable
from adapters.simulator.slack.posting import POST_TEXT
from adapters.simulator.slack.state import random_id
from adapters.simulator.stamps import at
from adapters.simulator.wire import Json

_FARTHEST = timedelta(days=120)


def schedule(call: Call) -> Json:
    """Keep a message for later, 120 days ahead at most."""
    conversation = writable(call)
    said = spoken(call, longest=POST_TEXT)
    when = call.required("post_at")
    if not when.isdigit():
        raise SlackError("invalid_time")
    instant, now = at(when), call.slack.workspace.clock.now()
    if instant <= now:
        raise SlackError("time_in_past")
    if instant > now + _FARTHEST:
        raise SlackError("time_too_far")
    id = random_id("Q")
    thread = call.slack.posting.thread_of(conversation.id, call.text("thread_ts"))
    call.slack.schedule(id, conversation.id, instant, said, thread)
    return {
        "scheduled_message_id": id,
        "channel": conversation.id,
        "post_at": int(when),
        "message": {"text": said.text, "bot_id": call.slack.workspace.bot.bot_id},
    }


def listed(call: Call) -> Json:
    """What is still to be posted."""
    wanted = call.text("channel")
    found = [
        {
            "id": entry.id,
            "channel_id": entry.channel,
            "post_at": int(entry.at.timestamp()),
            "date_created": int(entry.made.timestamp()),
            "text": entry.said.text,
        }
        for entry in call.slack.scheduled.values()
        if wanted in (None, entry.channel)
    ]
    return {"scheduled_messages": found, "response_metadata": {"next_cursor": ""}}


def delete(call: Call) -> Json:
    """Forget a message that was to be posted."""
    entry = call.slack.scheduled.get(call.required("scheduled_message_id"))
    if entry is None or entry.channel != call.channel().id:
        raise SlackError("invalid_scheduled_message_id")
    del call.slack.scheduled[entry.id]
    return {}


METHODS = (
    method(
        "chat.scheduleMessage",
        schedule,
        "chat:write",
        "channel text blocks post_at thread_ts attachments metadata parse link_names",
    ),
    method(
        "chat.scheduledMessages.list",
        listed,
        "",
        "channel cursor latest oldest limit",
    ),
    method(
        "chat.deleteScheduledMessage",
        delete,
        "chat:write",
        "channel scheduled_message_id as_user",
    ),
)
