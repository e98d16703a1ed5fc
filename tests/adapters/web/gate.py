"""A shop system in front of a door: it signs as Standard Webhooks 1.0 says."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from adapters.web.feedback import routes
from adapters.web.measures import routes as measure_routes
from bot.bootstrap.crews import Crews
from bot.bootstrap.doors import CrewDoors, CrewMeasureDoors
from bot.clock import SystemClock
from bot.ports import Clock
from storage.installing.homes import SqlHomes
from tests.bot.feedback.desk import Desk, a_desk
from tests.databases import Kind
from tests.fakes.chat import Seen


@dataclass(frozen=True, slots=True)
class Answer:
    """What the door said."""

    status: int
    said: Mapping[str, object]
    headers: Mapping[str, str]
    raw: str

    @property
    def fields(self) -> Mapping[str, str]:
        """What is wrong, by field."""
        found = self.said.get("fields", {})
        assert isinstance(found, dict)
        return found


@dataclass
class Gate:
    """The door called Magento, made by Anna, and what knocks there."""

    desk: Desk
    server: TestServer
    session: ClientSession
    path: str = ""
    secret: str = ""
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def brings(self, id: str = "", **fields: object) -> Answer:
        """A signed request with these fields, as a system sends it."""
        return await self.sends(json.dumps(fields).encode(), id=id)

    async def sends(
        self,
        body: bytes,
        *,
        id: str = "",
        late: timedelta = timedelta(0),
        secrets: tuple[str, ...] = (),
        path: str = "",
        changed: Mapping[str, str] | None = None,
    ) -> Answer:
        """Any body; `changed` are other headers than a system would send."""
        named = id or f"msg_{next(self.numbers)}"
        stamp = str(int((self.desk.team.clock.now() + late).timestamp()))
        signs = (signed(s, named, stamp, body) for s in secrets or (self.secret,))
        headers = {
            "webhook-id": named,
            "webhook-timestamp": stamp,
            "webhook-signature": " ".join(signs),
        }
        headers |= changed or {}
        url = self.server.make_url(path or self.path)
        async with self.session.post(url, data=body, headers=headers) as got:
            raw = await got.text()
            kind = got.headers.get("Content-Type", "")
            said = json.loads(raw) if kind.startswith("application/json") else {}
            answer = Answer(got.status, said, got.headers, raw)
        await self.desk.team.crew.pulse.settle()
        return answer


def signed(secret: str, id: str, stamp: str, body: bytes) -> str:
    """The scheme, once more: what the house says of itself proves nothing."""
    key = base64.b64decode(secret.split("_")[1])
    said = b".".join((id.encode(), stamp.encode(), body))
    return "v1," + base64.b64encode(hmac.digest(key, said, hashlib.sha256)).decode()


def told(seen: Seen | None) -> tuple[str, str]:
    """The path and the secret that a card tells."""
    assert seen
    words = seen.text.split()
    (path,) = [word for word in words if "/in/" in word]
    (secret,) = [word for word in words if word.startswith("whsec_")]
    return path, secret


@asynccontextmanager
async def a_gate(
    kind: Kind = "sqlite", *, today: bool = False, opens: str = "feedback door new"
) -> AsyncIterator[Gate]:
    """With `today` the door tells the time by the system's clock."""
    async with a_desk(kind) as desk:
        homes = SqlHomes(desk.team.store.database)
        crews = Crews(lambda _: desk.team.crew, homes, several=False)
        clock: Clock = SystemClock() if today else desk.team.clock
        doors = routes(CrewDoors(crews, homes), clock)
        doors += measure_routes(CrewMeasureDoors(crews, homes), clock)
        app = build(_nothing, doors)
        server = TestServer(app)
        async with server, ClientSession() as session:
            gate = Gate(desk, server, session)
            made = await desk.anna.says(f"{opens} Magento")
            gate.path, gate.secret = told(made)
            yield gate


async def _nothing() -> Mapping[str, bool]:
    return {}
