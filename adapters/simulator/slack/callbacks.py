"""Slack's requests over HTTP: signed, with retry headers (facts §1, §7)."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from urllib.parse import urlencode, urljoin

import aiohttp

from adapters.simulator.guard import refuse_outside
from adapters.simulator.slack.outbox import ACK_SECONDS, Answer, Delivery
from adapters.simulator.slack.payloads import VERIFICATION_TOKEN
from adapters.simulator.wire import Json

MOST_REDIRECTS = 2
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class HttpTransport:
    """Send deliveries as signed requests to one request URL on this machine."""

    def __init__(
        self, url: str, signing_secret: str, ack_seconds: float = ACK_SECONDS
    ) -> None:
        refuse_outside(url)
        self.url = url
        self._secret = signing_secret
        self._ack_seconds = ack_seconds
        self._session: aiohttp.ClientSession | None = None

    async def deliver(self, delivery: Delivery) -> Answer:
        """POST one delivery; anything but a timely 2xx is trouble."""
        content_type, body = _encoded(delivery)
        headers = {"Content-Type": content_type, **self._signature(body)}
        if delivery.retry:
            headers["X-Slack-Retry-Num"] = str(delivery.retry)
            headers["X-Slack-Retry-Reason"] = delivery.reason or "unknown_error"
        try:
            async with asyncio.timeout(self._ack_seconds):
                return await self._post(body, headers)
        except TimeoutError:
            return Answer(trouble="operation_timeout", reason="http_timeout")
        except aiohttp.ClientError:
            return Answer(trouble="dispatch_failed", reason="connection_failed")

    async def verify(self) -> bool:
        """Ask the URL to echo a challenge, as Slack does when it is configured."""
        challenge = "simulator-challenge"
        payload: Json = {
            "token": VERIFICATION_TOKEN,
            "challenge": challenge,
            "type": "url_verification",
        }
        answer = await self.deliver(Delivery("events_api", payload))
        body = answer.body
        echoed = body.get("challenge") if isinstance(body, dict) else body
        return answer.trouble is None and echoed == challenge

    async def stop(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def _post(self, body: bytes, headers: dict[str, str]) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        url = self.url
        for _ in range(MOST_REDIRECTS + 1):
            async with self._session.post(
                url, data=body, headers=headers, allow_redirects=False
            ) as response:
                if response.status not in _REDIRECTS:
                    return await _answer(response)
                url = urljoin(url, response.headers.get("Location", ""))
            refuse_outside(url)
        return Answer(trouble="dispatch_failed", reason="too_many_redirects")

    def _signature(self, body: bytes) -> dict[str, str]:
        timestamp = str(int(time.time()))
        signed = b"v0:" + timestamp.encode() + b":" + body
        digest = hmac.new(self._secret.encode(), signed, hashlib.sha256).hexdigest()
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={digest}",
        }


async def _answer(response: aiohttp.ClientResponse) -> Answer:
    if not 200 <= response.status < 300:
        no_retry = response.headers.get("X-Slack-No-Retry") == "1"
        return Answer(trouble="dispatch_failed", reason="http_error", no_retry=no_retry)
    text = await response.text()
    if response.content_type == "application/json" and text:
        try:
            return Answer(json.loads(text))
        except ValueError:
            return Answer(text)
    return Answer(text or None)


def _encoded(delivery: Delivery) -> tuple[str, bytes]:
    form = "application/x-www-form-urlencoded"
    match delivery.kind:
        case "slash_commands":
            return form, urlencode(delivery.payload).encode()
        case "interactive":
            payload = json.dumps(delivery.payload, ensure_ascii=False)
            return form, urlencode({"payload": payload}).encode()
        case _:
            return "application/json", json.dumps(
                delivery.payload, ensure_ascii=False
            ).encode()
