"""The callback server of a bot by strangers."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from adapters.simulator.dingtalk.app import EVENT_AES_KEY, EVENT_TOKEN
from adapters.simulator.dingtalk.crypto import EventCipher
from adapters.simulator.dingtalk.side import DingTalkSide


class Callbacks:
    """A server that keeps what is posted and answers what a test wants."""

    def __init__(self, ding: DingTalkSide) -> None:
        self.posts: asyncio.Queue[tuple[web.Request, Any]] = asyncio.Queue()
        self.answers: list[Any] = []
        self.status = 200
        self.cipher = EventCipher(EVENT_TOKEN, EVENT_AES_KEY, ding.app.client_id)
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        """Keep one post and answer it."""
        self.posts.put_nowait((request, await request.json()))
        body = self.answers.pop(0) if self.answers else {}
        return web.json_response(body, status=self.status)

    async def next(self) -> tuple[web.Request, Any]:
        """The next post."""
        return await asyncio.wait_for(self.posts.get(), 5)

    async def event(self) -> Any:
        """The next event, opened as the documents say."""
        request, body = await self.next()
        signed = {
            "msg_signature": request.query["msg_signature"],
            "timeStamp": request.query["timestamp"],
            "nonce": request.query["nonce"],
            "encrypt": body["encrypt"],
        }
        return json.loads(self.cipher.opened(signed))

    def says(self, word: str) -> None:
        """The next answer is this word, encrypted."""
        self.answers.append(self.cipher.sealed(word, "1"))
