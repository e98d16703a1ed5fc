"""Of several replicas one has the Stream; the others stand by."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.dingtalk import frames
from adapters.dingtalk.api import open_api
from adapters.dingtalk.frames import Frame
from adapters.dingtalk.owner import OwnedStream
from adapters.dingtalk.stream import GATEWAY, Stream
from bot.errors import ConfigError
from bot.ports.ownership import Ownership
from tests.adapters.dingtalk.connection.pretend import CLIENT, SECRET, Pretend


class Claim:
    """One replica's claim; the test says when it is the owner."""

    def __init__(self, *, owner: bool) -> None:
        self.owns = asyncio.Event()
        self.lost = asyncio.Event()
        self.released: list[str] = []
        if owner:
            self.owns.set()

    async def gain(self, *, wait: bool = True) -> bool:
        if wait:
            await self.owns.wait()
        return self.owns.is_set()

    async def lose(self) -> None:
        await self.lost.wait()
        self.owns.clear()
        self.lost.clear()

    async def release(self) -> None:
        self.released.append("again")


_: type[Ownership] = Claim


@asynccontextmanager
async def owned(dingtalk: Pretend, claim: Claim) -> AsyncIterator[OwnedStream]:
    """The line of a replica, opened."""

    async def answer(frame: Frame) -> str:
        return frames.answered(frame)

    async with open_api(CLIENT, SECRET, api_url=dingtalk.url) as api:
        stream = OwnedStream(Stream(api, answer), claim)
        await stream.open()
        yield stream
        await stream.close(0)


async def test_the_owner_is_connected(dingtalk: Pretend) -> None:
    """At its end it hangs up first, then another may connect."""
    claim = Claim(owner=True)
    async with owned(dingtalk, claim) as stream:
        await dingtalk.connections(1)
        assert stream.connected()
        assert not claim.released
    assert len(claim.released) == 1
    assert not stream.connected()


async def test_who_stands_by_is_ready_and_asks_for_nothing(dingtalk: Pretend) -> None:
    """Messages come in elsewhere: it is no reason to take it out of service."""
    async with owned(dingtalk, Claim(owner=False)) as stream:
        assert stream.connected()
        assert dingtalk.calls(GATEWAY) == []


async def test_who_becomes_the_owner_connects(
    dingtalk: Pretend, caplog: pytest.LogCaptureFixture
) -> None:
    """The one before it has ended; the log says so."""
    caplog.set_level(logging.INFO)
    claim = Claim(owner=False)
    async with owned(dingtalk, claim) as stream:
        claim.owns.set()
        await dingtalk.connections(1)
        assert stream.connected()
        assert "stream taken over" in caplog.messages


async def test_who_is_the_owner_no_more_hangs_up(dingtalk: Pretend) -> None:
    """At once, for another may be connected; and it waits for its turn again."""
    claim = Claim(owner=True)
    async with owned(dingtalk, claim):
        await dingtalk.connections(1)
        claim.lost.set()
        async with asyncio.timeout(10):
            while not dingtalk.sockets[0].closed:  # noqa: ASYNC110  # over HTTP
                await asyncio.sleep(0.01)
        claim.owns.set()
        await dingtalk.connections(2)


async def test_an_owner_that_is_refused_at_its_start_does_not_run(
    dingtalk: Pretend,
) -> None:
    """The keys are wrong for all of them."""
    dingtalk.says(GATEWAY, {"code": "invalidClientIdOrSecret"}, status=401)
    with pytest.raises(ConfigError):
        async with owned(dingtalk, Claim(owner=True)):
            pass


async def test_an_owner_that_is_refused_later_lets_another_try(
    dingtalk: Pretend, caplog: pytest.LogCaptureFixture
) -> None:
    """Its address may not be on the list of the app; theirs may be."""
    dingtalk.says(GATEWAY, {"code": "notInIpWhiteList"}, status=403)
    claim = Claim(owner=False)
    async with owned(dingtalk, claim):
        claim.owns.set()
        async with asyncio.timeout(10):
            while not claim.released:  # noqa: ASYNC110  # over HTTP
                await asyncio.sleep(0.01)
        assert "stream refused" in caplog.messages
