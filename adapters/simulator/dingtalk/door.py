"""The door of both APIs: read, record, let in or refuse, answer (facts §3, §9)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.simulator.dingtalk.call import Call, Manners, Method
from adapters.simulator.dingtalk.errors import Refusal
from adapters.simulator.faults import Fault
from adapters.simulator.guard import Handler
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_PUNISHED: Json = {
    "status": 1111, "wait": 5, "source": "x5", "punish": "deny", "uuid": "simulator",
}  # fmt: skip


@dataclass(slots=True)
class Recorded:
    """One call as it came in, and how it was answered."""

    method: str
    path: str
    body: Json
    at: datetime
    unknown: tuple[str, ...] = ()
    status: int = 0
    ok: bool = False
    error: str | None = None
    billed: bool = False

    def shown(self) -> Json:
        """The call as the control interface lists it."""
        body = {
            name: "…" if "secret" in name.lower() else value
            for name, value in self.body.items()
        }
        return asdict(self) | {"body": body, "at": self.at.isoformat()}


class Door:
    """Serve the methods of one API and record every call."""

    def __init__(
        self, ding: DingTalkSide, manners: Manners, methods: Iterable[Method]
    ) -> None:
        self._ding, self._manners, self._methods = ding, manners, tuple(methods)

    def routes(self) -> list[web.RouteDef]:
        """All addresses of the API, and the answer to those that do not exist."""
        prefix = self._manners.prefix
        known = [
            web.route(method.verb, f"{prefix}{method.path}", self._serving(method))
            for method in self._methods
        ]
        return [*known, web.route("*", prefix + "/{path:.*}", self._serving(None))]

    def _serving(self, method: Method | None) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._handle(method, request)

        return handle

    async def _handle(
        self, method: Method | None, request: web.Request
    ) -> web.StreamResponse:
        path = request.path.partition(self._manners.prefix)[2]
        recorded = Recorded(request.method, path, {}, self._ding.clock.now())
        self._ding.requests.append(recorded)
        try:
            recorded.body = await self._arguments(request)
            if method is None:
                raise self._manners.unknown(path)
            recorded.unknown = _unknown(method, recorded.body)
            fault = self._fault(method, path)
            if fault is not None and (response := await self._failed(fault, recorded)):
                return response
            body = self._answer(method, request, recorded)
            recorded.ok, recorded.status = True, 200
            return _respond(body, request, method)
        except Refusal as refusal:
            recorded.status, recorded.error = refusal.status, refusal.code
            return web.json_response(refusal.body, status=refusal.status)

    def _answer(self, method: Method, request: web.Request, recorded: Recorded) -> Json:
        manners, ding = self._manners, self._ding
        token = request.headers.get(manners.header, "") if manners.header else ""
        token = token or str(recorded.body.pop(manners.query, "") or "")
        if method.needs_token:
            if not token:
                raise manners.no_token()
            if not ding.tokens.valid(token):
                raise manners.bad_token()
            if not ding.permits(method):
                raise manners.forbidden(method.scope or "qyapi_base")
        if not ding.throttle.allows(f"{method.verb} {method.path}"):
            raise manners.throttled()
        if method.billed:
            if not ding.quota.count_call():
                raise manners.used_up()
            recorded.billed = True
        parts = dict(request.match_info)
        return method.handler(Call(ding, recorded.body, parts, token))

    def _fault(self, method: Method, path: str) -> Fault | None:
        faults = self._ding.faults
        return faults.next_for(path.strip("/")) or faults.next_for(
            method.path.strip("/")
        )

    async def _failed(self, fault: Fault, recorded: Recorded) -> web.Response | None:
        match fault.kind:
            case "slow":
                await asyncio.sleep(fault.seconds)
                return None
            case "ip_block":
                recorded.status, recorded.error = 200, "1111"
                return web.json_response(_PUNISHED)
            case "rate_limit":
                raise self._manners.throttled()
            case _:
                raise self._manners.busy(fault.status or 500)

    async def _arguments(self, request: web.Request) -> Json:
        arguments: Json = dict(request.query)
        if request.content_type in _FORMS:
            form = await request.post()
            for name, value in form.items():
                if isinstance(value, web.FileField):
                    media = {"name": value.filename, "bytes": value.file.read()}
                    self._ding.uploads.append(media)
                    value = f"file:{value.filename}"
                arguments[name] = value
            return arguments
        text = await request.text()
        if not text:
            return arguments
        try:
            body = json.loads(text)
        except ValueError:
            raise self._manners.unreadable() from None
        if not isinstance(body, dict):
            raise self._manners.unreadable()
        return arguments | body


def _unknown(method: Method, arguments: Json) -> tuple[str, ...]:
    known = method.takes | {"access_token"}
    return tuple(sorted(set(arguments) - known)) if method.takes else ()


def _respond(body: Json, request: web.Request, method: Method) -> web.Response:
    wants_json = "json" in request.headers.get("Accept", "")
    if method.path.endswith("/gateway/connections/open") and not wants_json:
        inner = "".join(f"<{name}>{value}</{name}>" for name, value in body.items())
        return web.Response(
            text=f"<result>{inner}</result>", content_type="application/xml"
        )
    return web.json_response(body)
