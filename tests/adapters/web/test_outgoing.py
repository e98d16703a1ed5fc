"""Calls to addresses that people typed: signed, and never into our own network."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from adapters.web.outgoing import Allowed, Outgoing, is_outside
from adapters.web.signed import Signed
from bot.model.blocker.hook import Hook

NOW = datetime(2026, 6, 9, 7, 30, tzinfo=UTC)
SECRET = "whsec_c2VjcmV0c2VjcmV0c2VjcmV0"  # noqa: S105 - of no system
BODY = '{"type":"webhook.test","data":{"text":"库存"}}'.encode()


@dataclass
class Receiver:
    """A system that takes calls."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        """Keeps what came."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.taken.append((headers, await request.read()))
        return web.Response(status=self.status, headers=self.headers)


@dataclass
class Names(AbstractResolver):
    """Every name stands for these addresses."""

    addresses: tuple[str, ...]

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """As the system would say it."""
        return [
            ResolveResult(
                hostname=host, host=each, port=port, family=family, proto=0, flags=0
            )
            for each in self.addresses
        ]

    async def close(self) -> None:
        """Nothing to let go."""


@asynccontextmanager
async def receiving(receiver: Receiver) -> AsyncIterator[int]:
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    async with TestServer(app, host="127.0.0.1") as server:
        assert server.port
        yield server.port


def hook(url: str) -> Hook:
    return Hook(url=url, secret=SECRET, owner_id=1, made_at=NOW)


async def test_a_call_is_signed_as_standard_webhooks_says() -> None:
    """Whoever has the secret sees that it is ours, and unchanged."""
    receiver = Receiver()
    async with receiving(receiver) as port:
        way = Outgoing(Allowed("127.0.0.1"))
        url = f"http://127.0.0.1:{port}/hook"
        heard = await way.tell(hook(url), "msg_1", BODY, NOW)
    assert (heard.status, heard.well) == (204, True)
    ((headers, body),) = receiver.taken
    signed = Signed.read(headers)
    assert signed.wrong(NOW) == ""
    assert (signed.id, body) == ("msg_1", BODY)
    assert signed.fits(body, [SECRET])
    assert not signed.fits(body + b" ", [SECRET])


async def test_what_the_other_side_asks_for_is_heard() -> None:
    """And a redirect is not followed: it could lead inside."""
    receiver = Receiver(503, {"retry-after": "120"})
    async with receiving(receiver) as port:
        way = Outgoing(Allowed("127.0.0.0/8"))
        url = f"http://127.0.0.1:{port}/hook"
        busy = await way.tell(hook(url), "msg_1", BODY, NOW)
        assert (busy.status, busy.wait and busy.wait.seconds) == (503, 120)
        receiver.status, receiver.headers = 307, {"location": url}
        moved = await way.tell(hook(url), "msg_2", BODY, NOW)
    assert (moved.status, moved.well) == (307, False)
    assert len(receiver.taken) == 2


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.0.0.7", "172.16.3.4", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.1", "224.0.0.1", "[::1]", "[fd00::1]", "[fe80::1]",
        "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[64:ff9b::a00:1]",
        "[2002:7f00:1::]",
    ],
)  # fmt: skip
async def test_no_address_inside_is_called(host: str) -> None:
    """Nor tried again."""
    heard = await Outgoing(Allowed()).tell(
        hook(f"https://{host}/hook"), "msg_1", BODY, NOW
    )
    assert (heard.why, heard.never) == ("inside", True)


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "127.1", "127.0.0.1.", "localhost"]
)
async def test_nor_one_that_is_written_otherwise(host: str) -> None:
    """The system reads these as 127.0.0.1."""
    heard = await Outgoing(Allowed()).tell(
        hook(f"https://{host}/hook"), "msg_1", BODY, NOW
    )
    assert not heard.well
    assert heard.why in ("inside", "unknown-host")


@pytest.mark.parametrize(
    "addresses", [("10.0.0.7",), ("93.184.216.34", "127.0.0.1"), ("::ffff:10.0.0.7",)]
)
async def test_nor_a_name_that_stands_for_one(addresses: tuple[str, ...]) -> None:
    """Also where only one of its addresses lies inside."""
    way = Outgoing(Allowed(), Names(addresses))
    heard = await way.tell(hook("https://rebind.example/hook"), "msg_1", BODY, NOW)
    assert (heard.why, heard.never) == ("inside", True)


async def test_what_the_owner_names_is_called() -> None:
    """By its name, without TLS, too; nothing else inside."""
    receiver = Receiver()
    async with receiving(receiver) as port:
        way = Outgoing(Allowed("n8n.internal"), Names(("127.0.0.1",)))
        inside = await way.tell(
            hook(f"http://n8n.internal:{port}/hook"), "msg_1", BODY, NOW
        )
        other = await way.tell(
            hook(f"https://db.internal:{port}/hook"), "msg_2", BODY, NOW
        )
    assert inside.well
    assert other.why == "inside"
    assert len(receiver.taken) == 1


async def test_only_https_is_called() -> None:
    """What people write is not sent in the open."""
    heard = await Outgoing(Allowed()).tell(
        hook("http://hooks.example.com/"), "msg_1", BODY, NOW
    )
    assert (heard.why, heard.never) == ("not-https", True)


def test_the_public_network_is_outside() -> None:
    """Both versions of it."""
    assert is_outside(ip_address("93.184.216.34"))
    assert is_outside(ip_address("2606:2800:220:1:248:1893:25c8:1946"))


async def test_nobody_there_is_said() -> None:
    """In a word, and it is tried again."""
    heard = await Outgoing(Allowed("127.0.0.1")).tell(
        hook("http://127.0.0.1:1/hook"), "msg_1", BODY, NOW
    )
    assert (heard.why, heard.never) == ("connection", False)
