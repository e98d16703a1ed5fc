"""DingTalk's two server APIs over one connection pool."""

import logging
import mimetypes
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from adapters.dingtalk.errors import (
    NOT_CONNECTED,
    PUNISHED,
    QUOTA,
    STALE_TOKEN,
    answer,
)
from adapters.dingtalk.limits import Gate, Pace, Time, pause
from adapters.dingtalk.tokens import Token, Tokens
from adapters.dingtalk.wire import as_json, number
from adapters.wire import string
from bot.errors import ChatError, NoFile, NotSaid, RateLimited, Rejected, Unreachable

log = logging.getLogger(__name__)

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
KIND = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
REAL_TIME = Time()
ANY = "application/octet-stream"
TOKEN = "x-acs-dingtalk-access-token"  # noqa: S105  # a header's name
WEBHOOK = "/robot/sendBySession"  # every message's own address
PUSHES = "pushes"  # it seems to count as one, and not as a call (facts §4.2)

ONE = re.compile(r"(?<=/users/)[^/]+|(?<=/tasks/)[^/]+")  # ids inside a path
# what says something to people, and has no key that would keep it from being said twice
ONCE = re.compile(r"/robot/.*[sS]end|asyncsend|/create$")
# not counted in the month's quota (facts §9.1)
FREE = re.compile(
    r"/oauth2/|/gateway/|/contact/|topapi/(v2/)?(user|department|role)/|auth/scopes"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call, ready to be made. `api` is its name for limits and counts."""

    method: str
    url: str
    api: str
    body: object = None
    params: Mapping[str, str] | None = None
    in_query: bool = False  # where the old API wants the token
    file: tuple[str, bytes] | None = None  # name and content, in place of a body

    @property
    def once(self) -> bool:
        """Whether a second try could say it twice."""
        return bool(ONCE.search(self.api))


class DingTalkApi:
    """Calls both APIs: within their limits, with a good token, again where that is
    safe. Every method raises a `ChatError` for what went wrong.

    `meter` gets the name of every call that DingTalk counts in the month's quota, and
    "pushes" for what counts as one.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        client_id: str,
        client_secret: str,
        robot_code: str = "",
        api_url: str = "https://api.dingtalk.com",
        oapi_url: str = "https://oapi.dingtalk.com",
        time: Time = REAL_TIME,
        meter: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.session = session
        self.client_id = client_id
        self.client_secret = client_secret
        self.robot_code = robot_code or client_id
        self.time = time
        self.date = ""  # when DingTalk answered last, by its own clock
        self._api_url = api_url.rstrip("/")
        self._oapi_url = oapi_url.rstrip("/")
        self.meter = meter
        self._tokens = Tokens(self._ask_token, time.now)
        self._pace = Pace()
        self._gate = Gate()

    async def check(self) -> None:
        """Asks for a token, unless there is a good one: are the app's keys good?"""
        await self._tokens.get()

    async def new(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        params: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Calls the new API (`/v1.0/…`), the token in a header."""
        return await self._authorized(self._new_call(method, path, body, params))

    async def old(self, path: str, body: object = None) -> dict[str, Any]:
        """Calls the old API (`topapi/…`), the token in the query; the whole answer."""
        path = path.lstrip("/")
        method = "GET" if body is None else "POST"
        url = f"{self._oapi_url}/{path}"
        return await self._authorized(Call(method, url, path, body, in_query=True))

    async def media(
        self, path: str, kind: str, name: str, content: bytes
    ) -> dict[str, Any]:
        """Hands a file to the old API; the whole answer."""
        url, params = f"{self._oapi_url}/{path}", {"type": kind}
        call = Call(
            "POST", url, path, params=params, in_query=True, file=(name, content)
        )
        return await self._authorized(call)

    async def open(self, path: str, body: object) -> dict[str, Any]:
        """Calls the new API without a token: for tokens, and for the gateway."""
        return await self._patiently(self._new_call("POST", path, body), "")

    async def by(self, token: str, method: str, path: str) -> dict[str, Any]:
        """Calls the new API with a person's own token."""
        return await self._patiently(self._new_call(method, path, None), token)

    async def free(self, url: str, body: object) -> dict[str, Any]:
        """Says something through the address that came with a message."""
        return await self._patiently(Call("POST", url, WEBHOOK, body), "")

    async def file(self, url: str, most: int) -> bytes:
        """What is at an address that DingTalk gave for a file; of a longer one, a byte
        more than `most`.
        """
        content = b""
        try:
            async with self.session.get(
                url, timeout=TIMEOUT, allow_redirects=False
            ) as found:
                if found.status != 200:
                    raise NoFile(f"http_{found.status}")
                async for part in found.content.iter_chunked(65_536):
                    content += part
                    if len(content) > most:
                        break
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failed:
            raise Unreachable(type(failed).__name__) from failed
        return content

    def _new_call(
        self,
        method: str,
        path: str,
        body: object,
        params: Mapping[str, str] | None = None,
    ) -> Call:
        return Call(method, f"{self._api_url}{path}", ONE.sub("*", path), body, params)

    async def _ask_token(self) -> Token:
        keys = {"appKey": self.client_id, "appSecret": self.client_secret}
        said = await self.open("/v1.0/oauth2/accessToken", keys)
        value, seconds = string(said, "accessToken"), number(said, "expireIn")
        if not value or not seconds:
            raise Unreachable("broken_answer")
        return Token(value, seconds)

    async def _authorized(self, call: Call) -> dict[str, Any]:
        """A token that ended early is asked for anew, once."""
        token = await self._tokens.get()
        try:
            return await self._patiently(call, token)
        except Rejected as refused:
            if refused.code not in STALE_TOKEN:
                raise
        self._tokens.drop(token)
        return await self._patiently(call, await self._tokens.get())

    async def _patiently(self, call: Call, token: str) -> dict[str, Any]:
        tries = 0
        while True:
            tries += 1
            try:
                return await self._attempt(call, token)
            except (RateLimited, Unreachable) as failed:
                wait = pause(failed, tries, self.time.dice(), once=call.once)
                if wait is None:
                    raise
            await self.time.sleep(wait)

    async def _attempt(self, call: Call, token: str) -> dict[str, Any]:
        """One try, in its turn."""
        if blocked := self._gate.closed_for(self.time.now()):
            raise RateLimited(PUNISHED, blocked)
        if wait := self._pace.turn(f"{call.method} {call.api}", self.time.now()):
            await self.time.sleep(wait)
        status, body = await self._send(call, token)
        try:
            said = answer(status, body)
        except ChatError as failed:
            self._note(call, failed)
            raise
        self._count(call)
        return said

    async def _send(self, call: Call, token: str) -> tuple[int, bytes]:
        headers, params = dict(KIND), dict(call.params or {})
        if token and call.in_query:
            params["access_token"] = token
        elif token:
            headers[TOKEN] = token
        data = _payload(call)
        if call.file:
            del headers["Content-Type"]  # the form's own, with its boundary
        try:
            async with self.session.request(
                call.method,
                call.url,
                params=params,
                data=data,
                headers=headers,
                timeout=TIMEOUT,
                allow_redirects=False,
            ) as response:
                self.date = response.headers.get("Date", self.date)
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as failed:
            raise NotSaid(NOT_CONNECTED) from failed
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failed:
            raise Unreachable(type(failed).__name__) from failed

    def _note(self, call: Call, failed: ChatError) -> None:
        """A refusal is counted like an answer; being too fast or away is not."""
        match failed:
            case RateLimited(code=code, retry_after=seconds):
                if code == PUNISHED:
                    self._gate.close(seconds, self.time.now())
                log.info("too fast", extra={"api": call.api, "code": code})
            case Rejected(code=code) if code == QUOTA:
                log.error("quota used up", extra={"api": call.api})
            case Rejected(code=code) if code not in STALE_TOKEN:
                self._count(call)
            case _:
                pass

    def _count(self, call: Call) -> None:
        if not FREE.search(call.api):
            self.meter(PUSHES if call.api == WEBHOOK else call.api)


def _payload(call: Call) -> bytes | aiohttp.FormData | None:
    """What goes along: a file as the one part of a form, anything else as JSON."""
    if call.file is None:
        return None if call.body is None else as_json(call.body).encode()
    name, content = call.file
    form = aiohttp.FormData()
    kind, _ = mimetypes.guess_type(name)
    form.add_field("media", content, filename=name, content_type=kind or ANY)
    return form


@asynccontextmanager
async def open_api(
    client_id: str, client_secret: str, **settings: Any
) -> AsyncIterator[DingTalkApi]:
    """The API over a connection pool of its own; closed at the end."""
    async with aiohttp.ClientSession() as session:
        yield DingTalkApi(
            session, client_id=client_id, client_secret=client_secret, **settings
        )
