"""What a workspace keeps: conversations, messages, views, tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from adapters.simulator.wire import Json


class Kind(StrEnum):
    """What sort of conversation it is; ids say nothing about it."""

    PUBLIC = "channel"
    PRIVATE = "private"
    IM = "dm"


@dataclass(slots=True)
class Conversation:
    """A channel, or the direct messages between the app and one person."""

    id: str
    name: str
    kind: Kind
    members: list[str]
    created: int
    creator: str
    archived: bool = False
    topic: str = ""
    user: str | None = None


@dataclass(slots=True)
class Message:
    """One message; `ephemeral_to` names the only reader of an ephemeral one."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    bot_id: str | None = None
    app_id: str | None = None
    subtype: str | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    ephemeral_to: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    client_msg_id: str | None = None
    inviter: str | None = None
    files: list[Json] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class View:
    """A modal or a home tab as one person has it open."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    values: dict[str, dict[str, Json]] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """The blocks, in order."""
        blocks: list[Json] = self.body["blocks"]
        return blocks

    @property
    def external_id(self) -> str:
        """The app's own id of the view, or an empty string."""
        return str(self.body.get("external_id") or "")


@dataclass(frozen=True, slots=True)
class Grant:
    """A token, what it may do, and until when, if it has an end."""

    token: str
    kind: str
    scopes: tuple[str, ...]
    revoked: bool = False
    until: datetime | None = None
