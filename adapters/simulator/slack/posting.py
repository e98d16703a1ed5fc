"""How a message of the app comes into being, changes and goes, with Slack's checks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from adapters.simulator.slack.blockkit import check_blocks
from adapters.simulator.slack.errors import SlackError, invalid_blocks
from adapters.simulator.slack.events import Events
from adapters.simulator.slack.markup import stored_blocks, stored_text
from adapters.simulator.slack.records import Message
from adapters.simulator.slack.state import Workspace, message_wire
from adapters.simulator.slack.uploads import Uploads
from adapters.simulator.wire import Json

POST_TEXT = 40_000
UPDATE_TEXT = 4_000
MARKDOWN_TEXT = 12_000
BLOCKS_TEXT = 13_000  # not published; people report about this much (facts §21)
METADATA_BYTES = 8_000


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says, as Slack keeps it."""

    text: str
    blocks: list[Json]
    attachments: list[Json]
    metadata: Json | None


def content(
    workspace: Workspace, files: Uploads, arguments: Json, *, longest: int
) -> Content:
    """Check and store what a call wants to say; refuse it in Slack's words."""
    text = str(arguments.get("text") or "")
    blocks = arguments.get("blocks") or []
    attachments = arguments.get("attachments") or []
    markdown = arguments.get("markdown_text")
    if markdown is not None:
        if text or blocks:
            raise SlackError("markdown_text_conflict")
        if len(markdown) > MARKDOWN_TEXT:
            raise SlackError("msg_too_long")
        text = str(markdown)
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    if not (text.strip() or blocks or attachments):
        raise SlackError("no_text")
    if messages := check_blocks(blocks, "message") + _attached(attachments):
        raise invalid_blocks(messages)
    if messages := [*files.missing(blocks)]:
        raise invalid_blocks(messages)
    _check_sizes(text, blocks, attachments, longest)
    live = arguments.get("parse") != "none"
    return Content(
        stored_text(workspace, text[:POST_TEXT], parse=live),
        stored_blocks(workspace, blocks),
        stored_blocks(workspace, attachments) if attachments else [],
        metadata(arguments.get("metadata")),
    )


def metadata(given: Any) -> Json | None:
    """The metadata of a message, or Slack's refusal of it; `{}` means none."""
    if given is None or given == {}:
        return None
    if not isinstance(given, dict) or set(given) - {"event_type", "event_payload"}:
        raise SlackError("invalid_metadata_format")
    event_type, payload = given.get("event_type"), given.get("event_payload")
    if not isinstance(event_type, str) or not re.fullmatch(
        r"[\w.-]{1,255}", event_type
    ):
        raise SlackError("invalid_metadata_format")
    if not isinstance(payload, dict):
        raise SlackError("invalid_metadata_format")
    if len(str(payload)) > METADATA_BYTES:
        raise SlackError("metadata_too_large")
    return given


class Posting:
    """Put messages of the app into conversations and tell what happened."""

    def __init__(self, workspace: Workspace, events: Events) -> None:
        self._workspace = workspace
        self._events = events

    def post(
        self,
        channel: str,
        said: Content,
        *,
        thread_ts: str | None = None,
        broadcast: bool = False,
        ephemeral_to: str | None = None,
    ) -> Message:
        """Add a message of the app's bot."""
        bot = self._workspace.bot
        message = Message(
            self._workspace.next_ts(),
            channel,
            bot.id,
            said.text,
            said.blocks,
            said.attachments,
            bot_id=bot.bot_id,
            app_id=self._workspace.company.app_id,
            thread_ts=thread_ts,
            broadcast=broadcast,
            ephemeral_to=ephemeral_to,
            metadata=said.metadata,
        )
        self._workspace.add(message)
        self._events.message(message)
        return message

    def update(self, message: Message, said: Content, *, keep_metadata: bool) -> None:
        """Replace what a message says."""
        previous = message_wire(self._workspace, message)
        message.text, message.blocks = said.text, said.blocks
        message.attachments = said.attachments
        if not keep_metadata:
            message.metadata = said.metadata
        message.edited = {
            "user": message.user,
            "ts": self._workspace.next_ts(),
        }
        self._workspace.revisions.bump()
        self._events.changed(message, previous)

    def delete(self, message: Message) -> None:
        """Take a message away."""
        self._workspace.remove(message)
        self._events.deleted(message)

    def thread_of(self, channel: str, thread_ts: str | None) -> str | None:
        """The parent's ts for a reply; a reply to a reply goes to the same thread."""
        if not thread_ts:
            return None
        parent = self._workspace.message(channel, thread_ts)
        if parent is None or parent.ephemeral_to:
            raise SlackError("cannot_reply_to_message")
        return parent.thread_ts or parent.ts


def _attached(attachments: Any) -> list[str]:
    if not isinstance(attachments, list) or not all(
        isinstance(attachment, dict) for attachment in attachments
    ):
        raise SlackError("invalid_attachments")
    return [
        message
        for number, attachment in enumerate(attachments)
        for message in check_blocks(
            attachment.get("blocks") or [], "message", f"/attachments/{number}/blocks"
        )
    ]


def _check_sizes(
    text: str, blocks: list[Json], attachments: list[Json], longest: int
) -> None:
    if longest < POST_TEXT and len(text) > longest:
        raise SlackError("msg_too_long")
    if len(attachments) > 100:
        raise SlackError("too_many_attachments")
    if _words(blocks) > BLOCKS_TEXT:
        raise SlackError("msg_blocks_too_long")


def _words(value: Any) -> int:
    if isinstance(value, dict):
        own = value.get("text")
        return (len(own) if isinstance(own, str) else 0) + sum(
            _words(child) for child in value.values()
        )
    return sum(_words(child) for child in value) if isinstance(value, list) else 0
