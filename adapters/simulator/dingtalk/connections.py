"""A WebSocket of the app: what it subscribed, was sent, and has not acknowledged."""

from __future__ import annotations

import asyncio
import json
import uuid
from dataclasses import dataclass, field

from aiohttp import web

from adapters.simulator.dingtalk import frames
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.wire import Json

Subscriptions = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Ack:
    """An acknowledgement as it came in, and what was wrong with it."""

    topic: str
    body: Json
    wrong: str | None


@dataclass(eq=False, slots=True)
class Connection:
    """One open WebSocket of the app and the frames it has not acknowledged."""

    socket: web.WebSocketResponse
    request: web.Request
    subscriptions: Subscriptions
    id: str = field(default_factory=lambda: str(uuid.uuid1()))
    sent: dict[str, Json] = field(default_factory=dict)
    waiting: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    draining: bool = False
    zombie: bool = False

    def wants(self, push: Push) -> bool:
        """Whether this connection has subscribed what the push is about."""
        return (frames.KINDS[push.kind], push.topic) in self.subscriptions


def read(text: str) -> Json:
    """A frame from the app; what is no JSON object is kept as it came."""
    try:
        said = json.loads(text)
    except ValueError:
        return {"unreadable": text}
    return said if isinstance(said, dict) else {"unreadable": text}
