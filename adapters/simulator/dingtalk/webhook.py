"""sessionWebhook: an answer without a token, as long as the address lives (§4.2)."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.simulator.dingtalk.bodies import mentioned, said_in
from adapters.simulator.dingtalk.door import Recorded
from adapters.simulator.dingtalk.errors import OapiRefusal
from adapters.simulator.dingtalk.records import Message, Place
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide

LIFETIME = timedelta(seconds=5400)
LONGEST = 20_000
PATH = "/robot/sendBySession"


@dataclass(frozen=True, slots=True)
class Session:
    """Where an address leads, and until when."""

    place: str
    ends: datetime


class Webhooks:
    """Issue an address with every message that comes in, and serve it."""

    def __init__(self, ding: DingTalkSide) -> None:
        self._ding = ding
        self._sessions: dict[str, Session] = {}

    def issue(self, place: Place) -> tuple[str, int]:
        """An address for a place and the millisecond at which it ends."""
        session = secrets.token_hex(16)
        ends = self._ding.clock.now() + LIFETIME
        self._sessions[session] = Session(place.id, ends)
        address = f"{self._ding.oapi_url}{PATH}?session={session}"
        return address, int(ends.timestamp() * 1000)

    def expire(self) -> None:
        """End all addresses before their time."""
        self._sessions.clear()

    async def handle(self, request: web.Request) -> web.Response:
        """Take one answer; whatever is wrong is told with status 200."""
        recorded = Recorded("POST", PATH, {}, self._ding.clock.now(), status=200)
        self._ding.requests.append(recorded)
        try:
            fault = self._ding.faults.next_for(PATH.strip("/"))
            if fault is not None:
                raise OapiRefusal(-1, "系统繁忙")
            recorded.body = _body(await request.read())
            self._say(request.query.get("session", ""), recorded.body)
        except OapiRefusal as refusal:
            recorded.error = refusal.code
            return web.json_response(refusal.body)
        recorded.ok = True
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    def answer(self, place: Place, body: Json) -> Message:
        """Say in a place what a body holds; `at` mentions people."""
        return self._ding.posting.post(place, said_in(body), at_users=mentioned(body))

    def _say(self, session: str, body: Json) -> None:
        known = self._sessions.get(session)
        if known is None or known.ends < self._ding.clock.now():
            raise OapiRefusal(300001, "session 不存在")
        place = self._ding.organization.places[known.place]
        if not place.has_bot or place.disbanded:
            raise OapiRefusal(300001, "session 不存在")
        self.answer(place, body)


def _body(data: bytes) -> Json:
    if len(data) > LONGEST:
        raise OapiRefusal(460101, f"message too long, exceed {LONGEST} bytes")
    try:
        body = json.loads(data)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise OapiRefusal(40035, "缺少参数 json")
    return body
