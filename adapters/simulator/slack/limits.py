"""Slack's rate limits: by method tier, by channel, and for the whole workspace.

Tiers and the special cases are those of docs.slack.dev/apis/web-api/rate-limits.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from adapters.simulator.buckets import Bucket

_TIER_OF = {
    1: "apps.connections.open",
    2: """conversations.list users.list users.conversations dnd.teamInfo
          reactions.remove reactions.list conversations.create""",
    3: """chat.update chat.delete chat.scheduleMessage chat.deleteScheduledMessage
          chat.scheduledMessages.list conversations.info conversations.open
          conversations.join conversations.invite conversations.history
          conversations.replies users.lookupByEmail dnd.info reactions.add
          reactions.get users.getPresence team.info bots.info""",
    4: """views.open views.push views.update views.publish users.info
          files.getUploadURLExternal files.completeUploadExternal files.info
          users.profile.get conversations.members chat.postEphemeral""",
}
_PER_MINUTE_OF_TIER = {1: 20, 2: 20, 3: 50, 4: 100}
PER_MINUTE = {
    method: _PER_MINUTE_OF_TIER[tier]
    for tier, methods in _TIER_OF.items()
    for method in methods.split()
} | {"auth.test": 600, "chat.getPermalink": 600, "api.test": 600}

POSTS_PER_CHANNEL_PER_SECOND = 1.0
POST_BURST = 3
POSTS_PER_WORKSPACE_PER_MINUTE = 300


class Limits:
    """Say whether a call is within Slack's limits, or how long it must wait."""

    def __init__(self, monotonic: Callable[[], float], *, on: bool) -> None:
        self.on = on
        self._monotonic = monotonic
        self._buckets: dict[tuple[str, ...], Bucket] = {}

    def retry_after(self, token: str, method: str, channel: str | None) -> int | None:
        """Seconds for `Retry-After` when the call is too much, else None."""
        if not self.on:
            return None
        wait = self._wait(token, method, channel)
        return math.ceil(wait) if wait > 0 else None

    def _wait(self, token: str, method: str, channel: str | None) -> float:
        if method == "chat.postMessage":
            rate = POSTS_PER_CHANNEL_PER_SECOND
            wait = self._take((token, "post", channel or ""), POST_BURST, rate)
            if wait:
                return wait
            cap = POSTS_PER_WORKSPACE_PER_MINUTE
            return self._take((token, "posts"), cap, cap / 60)
        per_minute = PER_MINUTE.get(method)
        if per_minute is None:
            return 0.0
        return self._take((token, method), per_minute, per_minute / 60)

    def _take(self, key: tuple[str, ...], capacity: float, rate: float) -> float:
        now = self._monotonic()
        bucket = self._buckets.setdefault(key, Bucket(capacity, rate, capacity, now))
        return bucket.wait(now)
