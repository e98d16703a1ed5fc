"""`shopcrew try` begins anew at a scene of another time, and plays it."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bot.bootstrap import try_it
from bot.settings import load

pytestmark = pytest.mark.heavy


@asynccontextmanager
async def trial() -> AsyncIterator[str]:
    """Where its page is; it is stopped as an owner would stop it."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(try_it(load(), "127.0.0.1", 0, ready.set_result))
    async with asyncio.timeout(60):
        words = (await ready).split()
    yield next(word for word in words if word.startswith("http"))
    os.kill(os.getpid(), signal.SIGINT)
    await running


async def play(session: aiohttp.ClientSession) -> dict[str, Any]:
    """How the play stands; {} while nobody is there to tell."""
    try:
        async with session.get("/simulator/play") as answer:
            found: dict[str, Any] = await answer.json()
            return found
    except aiohttp.ClientError:
        return {}


async def test_a_scene_begins_anew_at_the_same_address() -> None:
    """Another company, in October 2026, with its stand-up and its people."""
    async with trial() as url, aiohttp.ClientSession(url) as session:
        before = await play(session)
        assert before["state"] == "none"
        wish = {"scene": "golden", "seconds": 0}
        async with session.post("/simulator/play", json=wish) as answer:
            assert await answer.json() == {"ok": True, "anew": True}
        async with asyncio.timeout(60):
            now = await play(session)
            while not now.get("marks"):
                now = await play(session)
        assert now["company"] != before["company"]
        assert now["scene"] == "golden"
        assert now["from"].startswith("2026-10-04")
        assert now["marks"][0][1] == "day"  # in China it is a holiday
