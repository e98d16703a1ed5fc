"""A shop's own system, which brings what customers say: each until it is answered 2xx,
by whichever process listens. It loses its patience, and then it sends the same again.
"""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.ledger import Json

AT_ONCE = 24  # that are on their way
PATIENCE = 10.0  # seconds for an answer
HASTE, HASTY = 0.1, 0.02  # how often, and its seconds
ALARM = 10  # every so many keeps customers from buying: rooms hear of it at once
TRIES = 400
THINGS = ("card", "voucher", "invoice", "wallet", "bank", "instalment", "gift card")


@dataclass(frozen=True, slots=True)
class Brought:
    """What one customer said, by the name that the shop gave it."""

    id: str
    text: str
    alarms: bool


@dataclass
class Shop:
    """The system; `answers` are the bodies of all that were 2xx, by name."""

    clock: SharedClock
    random: Random
    path: str = ""
    secret: str = ""
    brought: list[Brought] = field(default_factory=list)
    answers: dict[str, list[Json]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    async def brings(self, many: int, ports: Sequence[int]) -> None:
        """So many, some of them at a time, each until it was taken."""
        self.brought += [self._new(number) for number in range(many)]
        gate = asyncio.Semaphore(AT_ONCE)

        async def bring(one: Brought) -> None:
            async with gate:
                await self._insist(session, one, ports)

        async with ClientSession() as session, asyncio.TaskGroup() as tasks:
            for one in self.brought:
                tasks.create_task(bring(one))

    def _new(self, number: int) -> Brought:
        thing, alarms = self.random.choice(THINGS), number % ALARM == 0
        said = "nobody can pay in the checkout" if alarms else "the print is a bit pale"
        return Brought(f"ticket-{number}", f"By {thing} x{number}x: {said}", alarms)

    async def _insist(
        self, session: ClientSession, one: Brought, ports: Sequence[int]
    ) -> None:
        for tries in range(TRIES):
            hasty = tries < 3 and self.random.random() < HASTE
            patience = ClientTimeout(HASTY if hasty else PATIENCE)
            port = self.random.choice(ports)
            try:
                if await self._sends(session, one, port, patience):
                    return
            except (ClientError, TimeoutError, OSError):
                pass  # nobody knows whether it was taken
            await asyncio.sleep(self.random.uniform(0.05, 0.5))
        self.refused.append(f"{one.id}: not taken in {TRIES} tries")

    async def _sends(
        self, session: ClientSession, one: Brought, port: int, patience: ClientTimeout
    ) -> bool:
        body = json.dumps({"text": one.text}).encode()
        stamp = str(int(self.clock.now().timestamp()))
        headers = {
            "webhook-id": one.id,
            "webhook-timestamp": stamp,
            "webhook-signature": _signed(self.secret, one.id, stamp, body),
        }
        url = f"http://127.0.0.1:{port}/{self.path}"
        async with session.post(
            url, data=body, headers=headers, timeout=patience
        ) as got:
            if got.status in (200, 202):
                self.answers.setdefault(one.id, []).append(await got.json())
                return True
            if got.status < 500:
                self.refused.append(f"{one.id}: {got.status} {await got.text()}")
            return got.status < 500


def _signed(secret: str, id: str, stamp: str, body: bytes) -> str:
    """As Standard Webhooks 1.0 says."""
    said = b".".join((id.encode(), stamp.encode(), body))
    key = base64.b64decode(secret.partition("_")[2])
    return "v1," + base64.b64encode(hmac.digest(key, said, hashlib.sha256)).decode()
