"""The sample company of `shopcrew try`, over its control door."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import aiohttp

Json = dict[str, Any]
ANNA, MAYA, SOFIA, JONAS = "U0ANNA1", "U0MAYA1", "U0SOFIA1", "U0JONAS1"
LI, WANG, ZHANG, CHEN = "manager4521", "254168301229", "254168301310", "chenchen8808"
DIRECT = ("dm", "im")
LOOK = 0.2  # seconds between two looks
PATIENCE = 60


class Shop:
    """What its people do, and what the clock does."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def begin(self, scene: str) -> None:
        """Another company, which stands where a scene's first thing has happened."""
        before = (await self._get("play"))["company"]
        await self._post("play", scene=scene, seconds=3600)
        async with asyncio.timeout(PATIENCE):
            while not await self._plays_anew(before):  # noqa: ASYNC110  # over HTTP
                await asyncio.sleep(LOOK)
        await self._post("play", do="stop")
        await self._played()

    async def live(self, **stretch: object) -> None:
        """Lets everybody live for some days, as fast as they can."""
        await self._post("play", seconds=0, **stretch)
        await self._played()

    async def until(self, moment: str) -> None:
        """Moves the clock there; everything due on the way happens."""
        await self._post("clock", to=moment)

    async def say(self, who: str, where: str, text: str) -> None:
        """Types something; what it causes has happened when this returns."""
        await self._post("say", **{"as": who, "in": where, "text": text})
        await self._settle()

    async def press(self, who: str, where: str, words: str, button: str) -> None:
        """Presses a button of the newest message that says these words."""
        message = await self.last(who, where, words)
        await self._post(
            "press", **{"as": who, "message": message["ts"], "button": button}
        )
        await self._settle()

    async def submit(self, who: str, /, **values: object) -> None:
        """Sends the form that is open."""
        await self._post("submit", **{"as": who, "values": values})
        await self._settle()

    async def last(self, who: str, where: str, words: str) -> Json:
        """The bot's newest message in which these words stand."""
        messages = (await self._get("messages", **{"as": who, "in": where}))["messages"]
        found = [each for each in messages if each["bot"] and words in str(each)]
        if not found:
            raise LookupError(f"{who} reads no {words!r} in {where}: {messages[-2:]}")
        return dict(found[-1])

    async def place(self, who: str, name: str) -> str:
        """The id of a place: by its name, or "dm" for the talk with the bot."""
        places = (await self._get("places", **{"as": who}))["places"]
        direct = name == "dm"
        return next(
            str(each["id"])
            for each in places
            if (each["kind"] in DIRECT if direct else each["name"] == name.lstrip("#"))
        )

    async def view(self, who: str) -> Json:
        """The form and the notice that somebody sees."""
        return await self._get("view", **{"as": who})

    async def _plays_anew(self, before: str) -> bool:
        try:
            play = await self._get("play")
        except aiohttp.ClientError:
            return False  # between two companies nobody answers
        return bool(play["company"] != before and play.get("marks"))

    async def _plays(self) -> bool:
        return (await self._get("play"))["state"] in ("playing", "paused")

    async def _played(self) -> None:
        async with asyncio.timeout(10 * PATIENCE):
            while await self._plays():  # noqa: ASYNC110  # over HTTP
                await asyncio.sleep(LOOK)

    async def _settle(self) -> None:
        """Moving the clock by nothing waits until all is still."""
        await self._post("clock", advance="1s")

    async def _get(self, what: str, **wish: str) -> Json:
        async with self._session.get(f"/simulator/{what}", params=wish) as answer:
            return await _good(answer)

    async def _post(self, what: str, **wish: object) -> Json:
        async with self._session.post(f"/simulator/{what}", json=wish) as answer:
            return await _good(answer)


async def _good(answer: aiohttp.ClientResponse) -> Json:
    found: Json = await answer.json()
    if answer.status != HTTPStatus.OK or found.get("ok") is False:
        raise LookupError(f"{answer.url}: {found}")
    return found


@asynccontextmanager
async def a_shop(url: str) -> AsyncIterator[Shop]:
    """The company that runs at this address."""
    async with aiohttp.ClientSession(url) as session:
        yield Shop(session)
