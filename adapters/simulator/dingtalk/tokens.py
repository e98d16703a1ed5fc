"""The app's token, and the one-time codes that people log in with (facts §3, §10)."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from adapters.simulator.clock import MovableClock

LIFETIME = 7200
CODE_SECONDS = 300


class Tokens:
    """Keep the one token of the app: it is the same for all who ask while it lives."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self._token = ""
        self._ends: datetime | None = None
        self._codes: dict[str, tuple[str, datetime]] = {}
        self._people: dict[str, tuple[str, datetime]] = {}

    def issue(self) -> str:
        """The token, renewed for two hours."""
        if not self.valid(self._token):
            self._token = secrets.token_hex(16)
        self._ends = self._clock.now() + timedelta(seconds=LIFETIME)
        return self._token

    def valid(self, token: str) -> bool:
        """Whether the token opens the APIs now."""
        alive = self._ends is not None and self._clock.now() < self._ends
        return alive and bool(token) and secrets.compare_digest(token, self._token)

    def expire(self) -> None:
        """End the token before its time."""
        self._ends = None

    def code(self, userid: str) -> str:
        """A code that stands for a person once, for five minutes (facts §10.1)."""
        code = secrets.token_hex(16)
        ends = self._clock.now() + timedelta(seconds=CODE_SECONDS)
        self._codes[code] = (userid, ends)
        return code

    def whose_code(self, code: str) -> str | None:
        """The person of a code, which is used up by this."""
        userid, ends = self._codes.pop(code, (None, self._clock.now()))
        return userid if self._clock.now() < ends else None

    def issue_for(self, userid: str) -> str:
        """A person's own token."""
        token = secrets.token_hex(16)
        ends = self._clock.now() + timedelta(seconds=LIFETIME)
        self._people[token] = (userid, ends)
        return token

    def whose(self, token: str) -> str | None:
        """The person of a personal token."""
        userid, ends = self._people.get(token, (None, self._clock.now()))
        return userid if self._clock.now() < ends else None
