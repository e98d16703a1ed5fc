"""HTTP mode: signed messages, encrypted events, signed card callbacks (facts §2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import aiohttp

from adapters.simulator.clock import MovableClock
from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.crypto import (
    EventCipher,
    Undecipherable,
    card_sign,
    message_sign,
)
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.outbox import Receipt
from adapters.simulator.guard import refuse_outside
from adapters.simulator.wire import Json

_JSON = {"Content-Type": "application/json; charset=utf-8"}


class Poster:
    """POST JSON to addresses of this machine and read what comes back in time."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def post(
        self, url: str, body: Json, headers: dict[str, str], seconds: float
    ) -> Receipt:
        """Anything but a timely 200 is trouble; the body comes back as JSON."""
        refuse_outside(url)
        if self._session is None:
            self._session = aiohttp.ClientSession()
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            async with asyncio.timeout(seconds):
                async with self._session.post(
                    url, data=data, headers=_JSON | headers, allow_redirects=False
                ) as response:
                    if response.status != 200:
                        return Receipt(trouble=f"status {response.status}")
                    return Receipt(_json(await response.text()))
        except TimeoutError:
            return Receipt(trouble="timeout")
        except aiohttp.ClientError:
            return Receipt(trouble="offline")

    async def stop(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()


class MessagePush:
    """A robot's messages to the address in the console; the answer may be a reply."""

    def __init__(
        self,
        poster: Poster,
        app: DingTalkApp,
        clock: MovableClock,
        replied: Callable[[Push, Json], None],
    ) -> None:
        self._poster, self._app, self._clock = poster, app, clock
        self._replied = replied

    async def deliver(self, push: Push, seconds: float) -> Receipt:
        """POST the message in the clear, signed by the time alone."""
        timestamp = _stamp(self._clock)
        sign = message_sign(timestamp, self._app.client_secret)
        headers = {"timestamp": timestamp, "sign": sign}
        url = self._app.message_url or ""
        receipt = await self._poster.post(url, push.data, headers, seconds)
        if isinstance(receipt.answer, dict) and "msgtype" in receipt.answer:
            self._replied(push, receipt.answer)
        return receipt


class EventPush:
    """Events to the address in the console, encrypted; `success` must come back."""

    def __init__(self, poster: Poster, app: DingTalkApp, clock: MovableClock) -> None:
        self._poster, self._app, self._clock = poster, app, clock
        self._cipher = EventCipher(app.event_token, app.event_aes_key, app.client_id)

    async def deliver(self, push: Push, seconds: float) -> Receipt:
        """POST the event with the fields of its frame's headers beside its data."""
        head = push.headers
        if not head:
            return await self._send(push.data, seconds)
        flat = {
            "EventType": head["eventType"],
            "EventTime": int(head["eventBornTime"]),
            "CorpId": head["eventCorpId"],
            "BizId": head["eventId"],
            "eventId": head["eventId"],
        }
        return await self._send(push.data | flat, seconds)

    async def check(self, seconds: float = 2.5) -> bool:
        """Save the address in the console: it has to answer `check_url`."""
        receipt = await self._send({"EventType": "check_url"}, seconds)
        return receipt.trouble is None

    async def _send(self, event: Json, seconds: float) -> Receipt:
        timestamp = _stamp(self._clock)
        text = json.dumps(event, ensure_ascii=False)
        sealed = self._cipher.sealed(text, timestamp)
        signature, nonce = sealed["msg_signature"], sealed["nonce"]
        url = (
            f"{self._app.event_url}?msg_signature={signature}&signature={signature}"
            f"&timestamp={timestamp}&nonce={nonce}"
        )
        body = {"encrypt": sealed["encrypt"]}
        receipt = await self._poster.post(url, body, {}, seconds)
        if receipt.trouble is not None:
            return receipt
        try:
            word = self._cipher.opened(receipt.answer)
        except Undecipherable as wrong:
            return Receipt(trouble=str(wrong))
        return Receipt("SUCCESS" if word == "success" else "LATER")


class CardPush:
    """Card callbacks to a registered address."""

    def __init__(
        self, poster: Poster, clock: MovableClock, url: str, secret: str
    ) -> None:
        self._poster, self._clock = poster, clock
        self._url, self._secret = url, secret

    async def deliver(self, push: Push, seconds: float) -> Receipt:
        """POST the callback, signed by the time alone."""
        timestamp = _stamp(self._clock)
        headers = {
            "x-ddpaas-signature-timestamp": timestamp,
            "x-ddpaas-signature": card_sign(timestamp, self._secret),
        }
        return await self._poster.post(self._url, push.data, headers, seconds)


def _stamp(clock: MovableClock) -> str:
    return str(int(clock.now().timestamp() * 1000))


def _json(text: str) -> Any:
    try:
        return json.loads(text) if text else {}
    except ValueError:
        return None
