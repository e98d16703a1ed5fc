"""The Web API's door: read arguments, check the token, answer as Slack (facts §9)."""

from __future__ import annotations

import asyncio
import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.simulator.slack.call import Call, Method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.faults import Fault
from adapters.simulator.slack.methods import METHODS
from adapters.simulator.slack.records import Grant
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.slack.side import SlackSide


@dataclass(slots=True)
class Recorded:
    """One call of the Web API as it came in, and how it was answered."""

    method: str
    arguments: Json
    token: str | None
    at: datetime
    unknown: tuple[str, ...] = ()
    status: int = 0
    error: str | None = None
    ok: bool = False


class WebApi:
    """Answer `/api/<method>` and record every call."""

    def __init__(self, slack: SlackSide) -> None:
        self._slack = slack

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call, faults and limits first."""
        name = request.match_info["method"]
        try:
            arguments = await arguments_of(request)
        except SlackError as refusal:
            return _json(refusal.body())
        token = token_of(request, arguments)
        recorded = self._record(name, arguments, token)
        fault = self._slack.faults.next_for(name)
        response = await self._before(fault, request)
        if response is None:
            response = self._answered(name, arguments, token, recorded)
        if fault and fault.kind == "accept_then_fail":
            response = _failed(fault)
        recorded.status = response.status
        return response

    def _answered(
        self, name: str, arguments: Json, token: str | None, recorded: Recorded
    ) -> web.Response:
        grant: Grant | None = None
        try:
            method, grant = self._admitted(name, token)
            wait = self._slack.limits.retry_after(
                grant.token, name, _lane(arguments, name)
            )
            if wait is not None:
                recorded.error = "ratelimited"
                return _too_many(wait)
            call = Call(name, arguments, grant, self._slack)
            call.needs(*method.scopes)
            body = {"ok": True} | method.handler(call)
            recorded.ok = True
        except SlackError as refusal:
            body = refusal.body()
            recorded.error = refusal.code
        response = _json(body)
        if grant is not None:
            response.headers["x-oauth-scopes"] = ",".join(grant.scopes)
            response.headers["x-accepted-oauth-scopes"] = ",".join(METHODS[name].scopes)
        return response

    def _admitted(self, name: str, token: str | None) -> tuple[Method, Grant]:
        if name not in METHODS:
            raise SlackError("unknown_method", req_method=name)
        method = METHODS[name]
        if not token:
            raise SlackError("not_authed")
        grant = self._slack.grants.get(token)
        if grant is None:
            raise SlackError("invalid_auth")
        if grant.revoked:
            raise SlackError("token_revoked")
        if grant.until and self._slack.clock.now() >= grant.until:
            raise SlackError("token_expired")
        if method.caller not in ("any", grant.kind):
            raise SlackError("not_allowed_token_type")
        return method, grant

    async def _before(
        self, fault: Fault | None, request: web.Request
    ) -> web.Response | None:
        if fault is None:
            return None
        match fault.kind:
            case "ratelimit":
                return _too_many(max(1, round(fault.seconds)))
            case "error":
                return _failed(fault)
            case "slow":
                await asyncio.sleep(fault.seconds)
            case "reset":
                if request.transport is not None:
                    request.transport.abort()
                raise ConnectionResetError("reset on demand")
        return None

    def _record(self, name: str, arguments: Json, token: str | None) -> Recorded:
        known = METHODS[name].takes if name in METHODS else frozenset(arguments)
        unknown = tuple(sorted(set(arguments) - known))
        now = self._slack.clock.now()
        recorded = Recorded(name, arguments, token, now, unknown)
        self._slack.requests.append(recorded)
        return recorded


async def arguments_of(request: web.Request) -> Json:
    """Arguments from the query, a form or a JSON body, whichever were sent."""
    arguments: Json = dict(request.query)
    if request.method == "GET":
        return arguments
    if request.content_type == "application/json":
        text = await request.text()
        if not text:
            return arguments
        try:
            body = json.loads(text)
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(body, dict):
            raise SlackError("json_not_object")
        return arguments | body
    if request.content_type in (
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ):
        form = await request.post()
        return arguments | {k: v for k, v in form.items() if isinstance(v, str)}
    return arguments


def token_of(request: web.Request, arguments: Json) -> str | None:
    """The token of a call, wherever it is; it is no argument any more."""
    header = request.headers.get("Authorization", "")
    scheme, _, token = header.partition(" ")
    sent = arguments.pop("token", None)
    return token.strip() if scheme.lower() == "bearer" else sent


def _lane(arguments: Json, name: str) -> str | None:
    return str(arguments.get("channel")) if name == "chat.postMessage" else None


def _json(body: Json, status: int = 200) -> web.Response:
    headers = {"x-slack-req-id": uuid.uuid4().hex}
    return web.json_response(body, status=status, headers=headers)


def _too_many(seconds: int) -> web.Response:
    response = _json({"ok": False, "error": "ratelimited"}, 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _failed(fault: Fault) -> web.Response:
    if fault.status and fault.status != 200:
        return web.Response(status=fault.status, text="upstream trouble")
    return _json({"ok": False, "error": fault.error})
