"""reactions.add, remove and get."""

from __future__ import annotations

import re

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.records import Message
from adapters.simulator.slack.state import message_wire
from adapters.simulator.wire import Json

MOST_BY_ONE = 23


def add(call: Call) -> Json:
    """Add the bot's reaction."""
    name = _name(call)
    message = _message(call)
    bot = call.slack.workspace.bot.id
    if bot in message.reactions.get(name, []):
        raise SlackError("already_reacted")
    if len(message.reactions) >= MOST_BY_ONE and name not in message.reactions:
        raise SlackError("too_many_emoji")
    call.slack.react(bot, message, name)
    return {}


def remove(call: Call) -> Json:
    """Take the bot's reaction away."""
    name = _name(call)
    message = _message(call)
    bot = call.slack.workspace.bot.id
    if bot not in message.reactions.get(name, []):
        raise SlackError("no_reaction")
    call.slack.unreact(bot, message, name)
    return {}


def get(call: Call) -> Json:
    """A message with its reactions."""
    message = _message(call)
    wire = message_wire(call.slack.workspace, message)
    return {"type": "message", "channel": message.channel, "message": wire}


def _name(call: Call) -> str:
    name = call.text("name") or ""
    if not re.fullmatch(r"[\w一-鿿+'-]+(::skin-tone-[2-6])?", name):
        raise SlackError("invalid_name")
    return name


def _message(call: Call) -> Message:
    ts = call.text("timestamp")
    if ts is None or call.text("channel") is None:
        raise SlackError("no_item_specified")
    conversation = call.channel()
    message = call.slack.workspace.message(conversation.id, ts)
    if message is None or message.ephemeral_to:
        raise SlackError("message_not_found")
    return message


METHODS = (
    method("reactions.add", add, "reactions:write", "channel timestamp name"),
    method("reactions.remove", remove, "reactions:write", "channel timestamp name"),
    method("reactions.get", get, "reactions:read", "channel timestamp full"),
)
