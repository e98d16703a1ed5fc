"""Delivery to the app: one core over two transports, with Slack's patience.

A person's action is delivered once and waits three seconds; an event is tried
again at once, after a minute and after five (facts §3, §7, §8).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from adapters.simulator.background import Background
from adapters.simulator.wire import Json

ACK_SECONDS = 3.0
RETRY_PAUSES = (0.0, 60.0, 300.0)
Sleeper = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing on its way to the app."""

    kind: str
    payload: Json
    retry: int = 0
    reason: str = ""

    @property
    def accepts_answer(self) -> bool:
        """Whether the acknowledgement may carry a body."""
        answering = ("view_submission", "block_suggestion")
        return self.kind == "slash_commands" or self.payload.get("type") in answering


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a body, or the trouble that the person sees."""

    body: Json | str | None = None
    trouble: str | None = None
    reason: str = ""
    no_retry: bool = False


class Transport(Protocol):
    """A way to the app: HTTP requests, or envelopes over a WebSocket."""

    async def deliver(self, delivery: Delivery) -> Answer:
        """Hand over one delivery and wait for its acknowledgement."""
        ...


@dataclass(slots=True)
class Outbox:
    """Send to the app, retry events, and keep what was sent for tests."""

    transport: Transport
    sleeper: Sleeper
    duplicates: int = 0
    sent: list[tuple[Delivery, Answer]] = field(default_factory=list)
    background: Background = field(default_factory=Background)

    async def ask(self, kind: str, payload: Json) -> Answer:
        """Deliver a person's action once; the answer says what they see."""
        return await self._attempt(Delivery(kind, payload))

    def event(self, payload: Json) -> None:
        """Deliver an event in the background, with Slack's retries."""
        self.background.begin()
        self.spawn(self._deliver_event(Delivery("events_api", payload)))

    async def redeliver(self) -> Answer | None:
        """Send the last delivery once more, marked as a retry."""
        if not self.sent:
            return None
        last, _ = self.sent[-1]
        return await self._attempt(replace(last, retry=1, reason="timeout"))

    async def idle(self) -> None:
        """Wait until nothing is on its way; a pause before a retry does not count."""
        await self.background.idle()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something in the background until it ends or the server stops."""
        self.background.spawn(work)

    async def stop(self) -> None:
        """End all background work."""
        await self.background.stop()

    async def _deliver_event(self, delivery: Delivery) -> None:
        try:
            answer = await self._attempt(delivery)
        finally:
            self.background.end()
        for number, pause in enumerate(RETRY_PAUSES, start=1):
            if answer.trouble is None or answer.no_retry:
                return
            await self.sleeper(pause)
            answer = await self._attempt(
                replace(delivery, retry=number, reason=answer.reason)
            )

    async def _attempt(self, delivery: Delivery) -> Answer:
        with self.background.under_way():
            answer = await self.transport.deliver(delivery)
            self.sent.append((delivery, answer))
            if self.duplicates:
                self.duplicates -= 1
                self.sent.append((delivery, await self.transport.deliver(delivery)))
            return answer
