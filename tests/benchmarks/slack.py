"""A Slack that says yes, counts and, if told so, is slow or has a limit.

`python -m tests.benchmarks.slack --port N` is one in a process of its own; `Wire` looks
at it from outside.
"""

import argparse
import asyncio
import itertools
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

from tests.benchmarks.wire import CHANNEL, TEAM, person

Json = dict[str, Any]
SPOKEN = ("chat.postMessage", "chat.update", "chat.postEphemeral", "hook")
POLL = 0.02


class FakeSlack:
    """The Web API, as far as the product and stock Bolt ask for it."""

    def __init__(self, people: int = 64) -> None:
        self.people = people
        self.counts: Counter[str] = Counter()
        self.delay = 0.0
        self.gap = 0.0  # seconds between messages that a limit allows
        self.burst = 1
        self.socket_url = ""
        self._free_at = 0.0
        self._seen: set[int] = set()
        self._stamps = itertools.count(1)
        self.posted: list[tuple[float, str]] = []

    def app(self) -> web.Application:
        """The doors: the API, the answering address, and ours."""
        app = web.Application(client_max_size=10_000_000)
        app.add_routes(
            [
                web.post("/api/{method}", self._call),
                web.get("/api/{method}", self._call),
                web.post("/hook/{ticket:.*}", self._hook),
                web.get("/bench/counts", self._counted),
                web.post("/bench/manners", self._manners),
            ]
        )
        return app

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self._see(request, method)
        body = await request.read()
        if method == "chat.postMessage":
            return await self._post(body)
        make = getattr(self, "_" + method.replace(".", "_"), None)
        said: Json = make(_fields(request, body)) if make else {}
        return web.json_response({"ok": True, **said})

    async def _post(self, body: bytes) -> web.Response:
        if self.delay:
            await asyncio.sleep(self.delay)
        if wait := self._refused():
            self.counts["429"] += 1
            error = {"ok": False, "error": "ratelimited"}
            return web.json_response(error, status=429, headers={"Retry-After": wait})
        self.counts["posted"] += 1
        if self.gap:
            self.posted.append((time.time(), _channel(body)))
        ts = f"{int(time.time())}.{next(self._stamps):06}"
        return web.json_response({"ok": True, "ts": ts, "message": {"ts": ts}})

    def _refused(self) -> str:
        """The seconds to wait, where the limit is passed; else nothing."""
        if not self.gap:
            return ""
        now = time.monotonic()
        free_at = max(self._free_at, now)
        if free_at - now > self.gap * self.burst:
            return "1"
        self._free_at = free_at + self.gap
        return ""

    async def _hook(self, request: web.Request) -> web.Response:
        self._see(request, "hook")
        await request.read()
        self.counts["posted"] += 1
        return web.Response(text="ok")

    def _see(self, request: web.Request, method: str) -> None:
        self.counts[method] += 1
        if id(request.protocol) not in self._seen:
            self._seen.add(id(request.protocol))
            self.counts["connections"] += 1

    async def _counted(self, _: web.Request) -> web.Response:
        return web.json_response({**self.counts, "times": self.posted})

    async def _manners(self, request: web.Request) -> web.Response:
        told = await request.json()
        self.delay, self.gap = told.get("delay", 0.0), told.get("gap", 0.0)
        self.burst = told.get("burst", 1)
        self._free_at, self.posted = 0.0, []
        return web.json_response({})

    def _auth_test(self, _: Mapping[str, str]) -> Json:
        return {
            "team_id": TEAM, "team": "Bench", "user_id": "U0BOT", "bot_id": "B0BOT",
            "url": "https://bench.slack.com/", "user": "shopcrew",
        }  # fmt: skip

    def _apps_connections_open(self, _: Mapping[str, str]) -> Json:
        return {"url": self.socket_url}

    def _users_list(self, _: Mapping[str, str]) -> Json:
        return {"members": [_user(number) for number in range(self.people)]}

    def _users_info(self, asked: Mapping[str, str]) -> Json:
        number = asked.get("user", person(0))[-4:]
        return {"user": _user(int(number) if number.isdigit() else 0)}

    def _conversations_list(self, _: Mapping[str, str]) -> Json:
        return {"channels": [_place(CHANNEL)]}

    def _conversations_info(self, asked: Mapping[str, str]) -> Json:
        return {"channel": _place(asked.get("channel", CHANNEL))}

    def _conversations_members(self, _: Mapping[str, str]) -> Json:
        return {"members": [person(number) for number in range(self.people)]}

    def _conversations_open(self, asked: Mapping[str, str]) -> Json:
        return {"channel": {"id": "D" + asked.get("users", "")[1:]}}


class Wire:
    """A Slack in another process, looked at."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self.url = f"http://127.0.0.1:{port}"

    @property
    def api(self) -> str:
        """Where its Web API is."""
        return f"{self.url}/api/"

    @property
    def hooks(self) -> str:
        """Where commands can be answered."""
        return f"{self.url}/hook"

    async def counts(self) -> dict[str, Any]:
        """How often what was asked; `posted` is what was said."""
        async with self._session.get(f"{self.url}/bench/counts") as answer:
            return {"posted": 0, "connections": 0, "429": 0, **await answer.json()}

    async def posted(self) -> int:
        """How much was said."""
        return int((await self.counts())["posted"])

    async def manners(self, **told: float) -> None:
        """Makes it slow (`delay`) or strict (`gap` seconds between messages)."""
        await self._session.post(f"{self.url}/bench/manners", json=told)

    async def until_posted(self, count: int, seconds: float) -> bool:
        """Waits for so many messages; False where they do not come in time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if await self.posted() >= count:
                return True
            await asyncio.sleep(POLL)
        return False


@asynccontextmanager
async def looked_at(port: int) -> AsyncIterator[Wire]:
    """A Slack on that port."""
    async with aiohttp.ClientSession() as session:
        yield Wire(session, port)


def _fields(request: web.Request, body: bytes) -> dict[str, str]:
    if request.content_type == "application/json":
        read = json.loads(body or b"{}")
        return {
            k: ",".join(v) if isinstance(v, list) else str(v) for k, v in read.items()
        }
    given = parse_qs(body.decode())
    return {**request.query, **{name: values[0] for name, values in given.items()}}


def _channel(body: bytes) -> str:
    text = body.decode()
    if text.startswith("{"):
        return str(json.loads(text).get("channel", ""))
    return parse_qs(text).get("channel", [""])[0]


def _user(number: int) -> Json:
    name = f"Person {number}"
    return {
        "id": person(number), "team_id": TEAM, "name": f"person{number}",
        "real_name": name, "tz": "Europe/Berlin", "locale": "en-US", "deleted": False,
        "is_bot": False, "is_admin": number == 0, "is_owner": number == 0,
        "profile": {
            "real_name": name, "display_name": f"person{number}",
            "email": f"person{number}@bench.example",
        },
    }  # fmt: skip


def _place(id: str) -> Json:
    return {"id": id, "name": "prices", "is_channel": True, "is_member": True}


def main() -> None:
    """Serves until it is ended."""
    given = argparse.ArgumentParser()
    given.add_argument("--port", type=int, required=True)
    given.add_argument("--people", type=int, default=64)
    said = given.parse_args()
    slack = FakeSlack(said.people)
    web.run_app(slack.app(), host="127.0.0.1", port=said.port, access_log=None,
                print=lambda *_: None)  # fmt: skip


if __name__ == "__main__":
    main()
