"""DingTalk's throttling: 20 calls a second per API, and the month's quotas (facts §9).

What the standard edition allows is 5 000 calls and 3 000 pushes a month; the
simulator counts both and refuses only where it was told to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from adapters.simulator.buckets import Bucket

CALLS_PER_SECOND = 20


class Throttle:
    """Say whether a call is within the calls per second of its API."""

    def __init__(self, pace: Callable[[], float], *, on: bool) -> None:
        self._on = on
        self._pace = pace
        self._buckets: dict[str, Bucket] = {}

    def allows(self, api: str) -> bool:
        """Count one call of an API; False when it is one too many."""
        if not self._on:
            return True
        now, most = self._pace(), CALLS_PER_SECOND
        bucket = self._buckets.setdefault(api, Bucket(most, most, most, now))
        return bucket.wait(now) <= 0


@dataclass(slots=True)
class Quota:
    """Count what the month is billed for; None is no limit."""

    most_calls: int | None = None
    most_pushes: int | None = None
    calls: int = 0
    pushes: int = 0

    def count_call(self) -> bool:
        """Count a billed call; False when the month is used up."""
        if self.most_calls is not None and self.calls >= self.most_calls:
            return False
        self.calls += 1
        return True

    def count_push(self) -> bool:
        """Count a push; False when the month is used up."""
        if self.most_pushes is not None and self.pushes >= self.most_pushes:
            return False
        self.pushes += 1
        return True

    def use_up(self, *, calls: bool, pushes: bool) -> None:
        """End the month's quota now, or give it back."""
        self.most_calls = self.calls if calls else None
        self.most_pushes = self.pushes if pushes else None
