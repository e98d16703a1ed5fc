"""A bot by strangers: plain aiohttp, written from the documents alone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from adapters.simulator.simulator import Simulator

Json = dict[str, Any]
EVENTS = {"type": "EVENT", "topic": "*"}
MESSAGES = {"type": "CALLBACK", "topic": "/v1.0/im/bot/messages/get"}
CARDS = {"type": "CALLBACK", "topic": "/v1.0/card/instances/callback"}
EVERYTHING = [EVENTS, MESSAGES, CARDS]
PATIENCE = 5.0


class Stream:
    """One WebSocket: frames come in, acknowledgements go out."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def frame(self) -> Json:
        """The next frame."""
        return dict(await self.socket.receive_json(timeout=PATIENCE))

    async def ack(self, frame: Json, data: Any, code: int = 200) -> None:
        """Acknowledge a frame as the protocol wants it."""
        headers = {
            "messageId": frame["headers"]["messageId"],
            "contentType": "application/json",
        }
        text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        ack = {"code": code, "headers": headers, "message": "OK", "data": text}
        await self.socket.send_json(ack)

    async def message(self) -> Json:
        """The next robot message, acknowledged; its payload."""
        frame = await self.frame()
        assert frame["headers"]["topic"] == MESSAGES["topic"], frame
        await self.ack(frame, {"response": None})
        return dict(json.loads(frame["data"]))

    async def event(self, status: str = "SUCCESS") -> tuple[str, Json]:
        """The next event, acknowledged; its type and data."""
        frame = await self.frame()
        assert frame["type"] == "EVENT", frame
        await self.ack(frame, {"status": status, "message": ""})
        return frame["headers"]["eventType"], json.loads(frame["data"])

    async def card(self, answer: Any) -> Json:
        """The next card callback, answered; its payload with the content opened."""
        frame = await self.frame()
        assert frame["headers"]["topic"] == CARDS["topic"], frame
        await self.ack(frame, {"response": answer})
        data: Json = json.loads(frame["data"])
        return data | {"content": json.loads(data["content"])}


class Stranger:
    """An app that knows its credentials and the two addresses."""

    def __init__(self, session: aiohttp.ClientSession, simulator: Simulator) -> None:
        self.session = session
        self.simulator = simulator
        self.ding = simulator.dingtalk
        self.app = simulator.dingtalk.app
        self.token = ""

    async def open(self, subscriptions: Any = None, **more: Any) -> tuple[int, Any]:
        """Ask for a ticket."""
        body = {
            "clientId": self.app.client_id,
            "clientSecret": self.app.client_secret,
            "subscriptions": EVERYTHING if subscriptions is None else subscriptions,
        }
        url = f"{self.ding.api_url}/v1.0/gateway/connections/open"
        headers = {"Accept": "application/json"}
        async with self.session.post(url, json=body | more, headers=headers) as answer:
            return answer.status, await answer.json()

    async def connect(self, subscriptions: Any = None) -> Stream:
        """Open a Stream connection."""
        status, opened = await self.open(subscriptions)
        assert status == 200, opened
        return Stream(await self.upgrade(opened["ticket"]))

    async def upgrade(self, ticket: str) -> aiohttp.ClientWebSocketResponse:
        """Use a ticket."""
        url = f"{self.ding.socket_url}?ticket={ticket}"
        return await self.session.ws_connect(url)

    async def login(self) -> str:
        """Fetch the app's token."""
        body = {"appKey": self.app.client_id, "appSecret": self.app.client_secret}
        status, got = await self.raw("POST", "/v1.0/oauth2/accessToken", body, token="")
        assert status == 200, got
        self.token = got["accessToken"]
        return self.token

    async def raw(
        self, verb: str, path: str, body: Any = None, *, token: str | None = None
    ) -> tuple[int, Any]:
        """Call the new API; status and answer."""
        given = self.token if token is None else token
        headers = {"x-acs-dingtalk-access-token": given} if given else {}
        async with self.session.request(
            verb, f"{self.ding.api_url}{path}", json=body, headers=headers
        ) as answer:
            return answer.status, await answer.json()

    async def new(self, verb: str, path: str, **body: Any) -> Any:
        """Call the new API; it must go well."""
        if not self.token:
            await self.login()
        status, answer = await self.raw(verb, path, body if verb != "GET" else None)
        assert status == 200, answer
        return answer

    async def refused(self, verb: str, path: str, **body: Any) -> str:
        """Call the new API; it must be refused. The code."""
        if not self.token:
            await self.login()
        status, answer = await self.raw(verb, path, body if verb != "GET" else None)
        assert status >= 400, answer
        assert {"code", "requestid", "message"} <= set(answer)
        return str(answer["code"])

    async def old(self, path: str, **body: Any) -> Any:
        """Call the old API, whose status is always 200."""
        if not self.token:
            await self.login()
        url = f"{self.ding.oapi_url}/{path}?access_token={self.token}"
        async with self.session.post(url, json=body) as answer:
            assert answer.status == 200
            return await answer.json()

    async def hook(self, url: str, **body: Any) -> Any:
        """Answer at a sessionWebhook."""
        async with self.session.post(url, json=body) as answer:
            assert answer.status == 200
            return await answer.json()

    async def until(self, true: Any) -> None:
        """Wait until something is true; looked at whenever the screen changes."""
        revisions = self.simulator.revisions
        async with asyncio.timeout(PATIENCE):
            while not true():
                await revisions.beyond(revisions.number, 0.05)


@asynccontextmanager
async def stranger_of(simulator: Simulator) -> AsyncIterator[Stranger]:
    """A stranger with a session of its own."""
    async with aiohttp.ClientSession() as session:
        yield Stranger(session, simulator)
