"""Short-lived rights that Slack hands out: trigger ids and response URLs.

Lifetimes run in real time, whatever the movable clock says.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.state import random_token

TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 30 * 60
RESPONSE_USES = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """The right to open one modal for one person; `view` is where they clicked."""

    user: str
    view: str | None
    issued: float


class Triggers:
    """Hand out trigger ids: three seconds, one use (facts §3)."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._live: dict[str, Trigger] = {}
        self._used: set[str] = set()
        self._number = 1_000_000_000

    def issue(self, user: str, view: str | None = None) -> str:
        """A new trigger id in Slack's form `number.number.hex`."""
        self._number += 1
        id = f"{self._number}.{self._number + 7}.{secrets.token_hex(16)}"
        self._live[id] = Trigger(user, view, self._monotonic())
        return id

    def redeem(self, id: str | None) -> Trigger:
        """Use a trigger up; a used, old or foreign one has its own error."""
        if id in self._used:
            raise SlackError("exchanged_trigger_id")
        trigger = self._live.pop(id or "", None)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        self._used.add(id or "")
        if self._monotonic() - trigger.issued > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        return trigger


@dataclass(slots=True)
class ResponseUrl:
    """An address to answer one action: to whom, where, and about which message."""

    user: str
    channel: str
    issued: float
    message_ts: str | None = None
    message_is_ephemeral: bool = False
    uses: int = 0


class ResponseUrls:
    """Hand out response URLs: five uses in thirty minutes (facts §3)."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._issued: dict[str, ResponseUrl] = {}

    def issue(
        self,
        kind: str,
        user: str,
        channel: str,
        message_ts: str | None = None,
        *,
        ephemeral: bool = False,
    ) -> str:
        """The path of a new address, below the server's hooks."""
        path = f"{kind}/{secrets.randbelow(10**12)}/{random_token(24)}"
        self._issued[path] = ResponseUrl(
            user, channel, self._monotonic(), message_ts, ephemeral
        )
        return path

    def use(self, path: str) -> ResponseUrl:
        """Count one use; a used-up or old address has its own error."""
        url = self._issued.get(path)
        if url is None:
            raise SlackError("invalid_url")
        if self._monotonic() - url.issued > RESPONSE_SECONDS:
            raise SlackError("expired_url")
        if url.uses >= RESPONSE_USES:
            raise SlackError("used_url")
        url.uses += 1
        return url
