"""HTTP mode: what DingTalk posts to us, proved before it is read (facts §2)."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from adapters.dingtalk.crypto import Envelopes, Forged, card_signed, message_signed
from adapters.dingtalk.door import Door
from adapters.dingtalk.wire import as_json, millis, read_json, text
from adapters.wire import Wire, string
from bot.ports import Clock

LARGEST = 1_000_000  # bytes of a request
SUCCESS = "success"
CHECK = "check_url"  # DingTalk looks whether the address is ours

Json = Mapping[str, Any]


class Callbacks:
    """Answers DingTalk's requests. What is not signed gets no further, and is told
    nothing; what raises is answered with 500.
    """

    def __init__(
        self,
        door: Door,
        clock: Clock,
        *,
        secret: str,
        card_secret: str,
        envelopes: Envelopes | None,
    ) -> None:
        self.card_secret = card_secret
        self._door = door
        self._clock = clock
        self._secret = secret
        self._envelopes = envelopes
        self.open = False  # before the start only the address is confirmed

    async def message(self, request: web.Request) -> web.Response:
        """Words to the bot; answered with nothing, the answer comes by itself."""
        stamp = request.headers.get("timestamp", "")
        sign = request.headers.get("sign", "")
        body = await self._proved(
            request, message_signed(self._secret, stamp, sign, self._now())
        )
        if isinstance(body, web.Response):
            return body
        await self._door.message(body)
        return _says({})

    async def card(self, request: web.Request) -> web.Response:
        """A press or a form; answered with what the card shows."""
        stamp = request.headers.get("x-ddpaas-signature-timestamp", "")
        sign = request.headers.get("x-ddpaas-signature", "")
        body = await self._proved(
            request, card_signed(self.card_secret, stamp, sign, self._now())
        )
        if isinstance(body, web.Response):
            return body
        # the request has no id of its own: the same one again has the same
        written = f"{stamp}\n{as_json(body)}".encode()
        id = f"card:{hashlib.sha256(written).hexdigest()[:32]}"
        return _says(await self._door.card(body, id))

    async def event(self, request: web.Request) -> web.Response:
        """What happened to people and groups, sealed as the answer is."""
        body = await _body(request)
        if isinstance(body, web.Response):
            return body
        try:
            inside = read_json(self._open(request.query, string(body, "encrypt")))
        except Forged:
            return _refused()
        if not isinstance(inside, dict):
            return web.Response(status=400)
        if (kind := text(inside, "EventType")) != CHECK:
            if not self.open:
                return web.Response(status=503)
            id = text(inside, "eventId") or text(inside, "BizId")
            corp = text(inside, "CorpId")
            await self._door.happening(kind, inside, id=id, corp=corp)
        return _says(self._success())

    async def _proved(self, request: web.Request, signed: bool) -> Wire | web.Response:
        """What a signed request brings, or why nothing is taken."""
        if not signed:
            return _refused()
        body = await _body(request)
        if isinstance(body, web.Response) or self.open:
            return body
        return web.Response(status=503)

    def _open(self, query: Mapping[str, str], sealed: str) -> str:
        """Both spellings of the query are in use."""
        if self._envelopes is None:
            raise Forged("no key")
        signature = query.get("msg_signature") or query.get("signature", "")
        stamp = query.get("timestamp") or query.get("timeStamp", "")
        return self._envelopes.open(signature, stamp, query.get("nonce", ""), sealed)

    def _success(self) -> Json:
        if self._envelopes is None:
            return {}
        stamp = str(millis(self._clock.now()))
        return self._envelopes.seal(SUCCESS, stamp, secrets.token_hex(8))

    def _now(self) -> float:
        return self._clock.now().timestamp()


async def _body(request: web.Request) -> Wire | web.Response:
    """The JSON object that was posted, or why there is none."""
    if (request.content_length or 0) > LARGEST:
        return web.Response(status=413)
    body = read_json(await request.read())
    return body if isinstance(body, dict) else web.Response(status=400)


def _refused() -> web.Response:
    return _says({"error": "invalid request"}, 401)


def _says(body: Json, status: int = 200) -> web.Response:
    return web.json_response(text=as_json(body), status=status)
