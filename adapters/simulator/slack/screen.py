"""Places and messages as the control interface shows them."""

from __future__ import annotations

from typing import Any

from adapters.simulator.slack.records import Conversation, Message
from adapters.simulator.slack.state import Workspace
from adapters.simulator.stamps import at
from adapters.simulator.wire import Json

PLATFORM = "slack"


def place_shown(
    workspace: Workspace, conversation: Conversation, reader: str | None = None
) -> Json:
    """A place as the control interface lists it, to this reader or to nobody."""
    place: Json = {
        "id": conversation.id,
        "platform": PLATFORM,
        "name": conversation.name,
        "kind": conversation.kind.value,
    }
    if reader is not None:
        place["member"] = reader in conversation.members
    if conversation.user:
        place["with"] = conversation.user
        place["name"] = workspace.bot.name
    return place


def message_shown(message: Message) -> Json:
    """A message as the control interface lists it."""
    shown: Json = {
        "ts": message.ts,
        "in": message.channel,
        "platform": PLATFORM,
        "user": message.user,
        "bot": message.bot_id is not None,
        "text": message.text,
        "blocks": message.blocks,
        "ephemeral_to": message.ephemeral_to,
        "edited": message.edited is not None,
        "deleted": False,
        "at": at(message.ts).isoformat(),
        "reactions": [
            {"name": name, "users": users} for name, users in message.reactions.items()
        ],
    }
    optional: dict[str, Any] = {
        "thread_ts": message.thread_ts,
        "metadata": message.metadata,
        "files": message.files,
        "subtype": message.subtype,
    }
    return shown | {key: value for key, value in optional.items() if value}
