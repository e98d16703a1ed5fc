"""Delivery to the app: what is sent again, what is lost, what the month allows.

A person's press is delivered once and waits two seconds; a message comes again a
minute later with the same id; an event until it is taken (facts §1.8).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from adapters.simulator.background import Background
from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk.app import Pace
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.limits import Quota

_CONTENT = ("text", "content", "richText")
FREE_EVENTS = ("user_", "org_")
QUOTA_USED_UP = 20001


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came back: an answer, or the trouble on the way."""

    answer: Any = None
    trouble: str | None = None


class Transport(Protocol):
    """A way to the app: frames on a WebSocket, or HTTP requests."""

    async def deliver(self, push: Push, seconds: float) -> Receipt:
        """Hand over one push and wait so long for its acknowledgement."""
        ...


@dataclass(slots=True)
class Outbox:
    """Send to the app by Stream, or by HTTP where that is set up."""

    stream: Transport
    clock: MovableClock
    pace: Pace
    quota: Quota
    background: Background
    http: dict[str, Transport] = field(default_factory=dict)
    duplicates: int = 0
    lost_acks: int = 0
    late_answers: int = 0
    wrong_corps: int = 0
    sent: list[tuple[Push, Receipt]] = field(default_factory=list)
    failed: list[Push] = field(default_factory=list)

    def message(self, data: dict[str, Any]) -> None:
        """Deliver what a person said; nobody keeps it while the app is offline."""
        self._start(Push("message", self._from_wrong_corp(data)))

    def event(self, push: Push) -> None:
        """Deliver an event until it is taken."""
        self._start(push)

    async def card(self, push: Push, transport: Transport | None) -> Receipt:
        """Deliver a press once; an answer that comes too late does not count."""
        push = replace(push, data=self._from_wrong_corp(push.data))
        push = self._counted(push)
        with self.background.under_way():
            way = transport or self.stream
            receipt = await way.deliver(push, self.pace.card_ack)
            self.sent.append((push, receipt))
        if self.late_answers:
            self.late_answers -= 1
            return Receipt(trouble="timeout")
        return receipt

    async def redeliver(self) -> None:
        """Send the last push once more, as it was."""
        if self.sent:
            await self._attempt(self.sent[-1][0])

    async def idle(self) -> None:
        """Wait until nothing is on its way; a pause before a repeat does not count."""
        await self.background.idle()

    def _start(self, push: Push) -> None:
        self.background.begin()
        self.background.spawn(self._deliver(self._counted(push)))

    async def _deliver(self, push: Push) -> None:
        try:
            taken = await self._attempt(push)
        finally:
            self.background.end()
        over_http = push.kind in self.http
        for pause in self.pace.again_http if over_http else self.pace.again:
            if taken:
                return
            await self.clock.sleep(pause)
            with self.background.under_way():
                taken = await self._attempt(push)
        if not taken and push.kind == "event":
            self.failed.append(push)

    async def _attempt(self, push: Push) -> bool:
        receipt = await self._once(push)
        if self.duplicates:
            self.duplicates -= 1
            await self._once(push)
        if receipt.trouble == "offline" and push.kind == "message":
            return True  # lost: there is no queue (facts §1.8)
        if self.lost_acks:
            self.lost_acks -= 1
            return False
        return receipt.trouble is None and receipt.answer != "LATER"

    async def _once(self, push: Push) -> Receipt:
        transport = self.http.get(push.kind, self.stream)
        over_http = push.kind in self.http
        seconds = self.pace.http_ack if over_http else self.pace.message_ack
        receipt = await transport.deliver(push, seconds)
        self.sent.append((push, receipt))
        return receipt

    def _counted(self, push: Push) -> Push:
        """Count the push; a used-up month takes its content away (facts §1.8)."""
        kind = push.headers.get("eventType", "")
        if kind.startswith(FREE_EVENTS) or self.quota.count_push():
            return push
        kept = {k: v for k, v in push.data.items() if k not in _CONTENT}
        told = "errMsg" if push.kind == "event" else "errorMessage"
        words = "the monthly push quota of the organization is used up"
        return replace(push, data=kept | {"errorCode": QUOTA_USED_UP, told: words})

    def _from_wrong_corp(self, data: dict[str, Any]) -> dict[str, Any]:
        if not self.wrong_corps:
            return data
        self.wrong_corps -= 1
        named = {key for key in data if key.lower().endswith("corpid")}
        return data | dict.fromkeys(named, "dingstranger0000001")
