"""G8: messages over DingTalk's Stream, the product beside what the SDK does.

The SDK is not installed for the bench. `sdk` stands for it: one task for each frame,
acknowledged after it was worked on; `reply_text` waits for the answer's call in the
event loop, as the SDK's own does (facts/dingtalk.md §11, facts/performance.md §3).
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from tests.benchmarks.databases import durable
from tests.benchmarks.far_end import PATIENCE, FarEnd, Json
from tests.benchmarks.goals import Row
from tests.benchmarks.processes import KEY, running
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.wire import Load
from tests.ports import free_port

TOPIC = "/v1.0/im/bot/messages/get"
CORP, PEOPLE = "ding-bench", 64
DELAY = 0.08
NAMES = ("bare", "reply_text", "ours")


class Gateway(FarEnd):
    """DingTalk's end, and its APIs as far as anybody asks."""

    def __init__(self) -> None:
        super().__init__()
        self.delay = 0.0
        self.answered = 0
        self.waits = Load()

    def app(self) -> web.Application:
        """See `FarEnd.app`."""
        app = super().app()
        app.add_routes(
            [
                web.get("/link", self.listen),
                web.post("/v1.0/gateway/connections/open", self._place),
                web.post("/v1.0/oauth2/accessToken", _token),
                web.post("/robot/sendBySession", self._say),
                web.route("*", "/{anything:.*}", _fine),
            ]
        )
        return app

    def frame(self, number: int, id: str) -> Json:
        """See `FarEnd.frame` (facts/dingtalk.md §1)."""
        who = f"staff{number % PEOPLE}"
        said = {
            "msgtype": "text", "text": {"content": "help"}, "msgId": id,
            "createAt": int(time.time() * 1000), "conversationType": "1",
            "conversationId": f"cid{number % PEOPLE}", "senderId": f"$:{who}",
            "senderStaffId": who, "senderNick": who, "senderCorpId": CORP,
            "chatbotCorpId": CORP, "chatbotUserId": "$:bot", "robotCode": "ding-app",
            "sessionWebhook": f"{self.url}/robot/sendBySession?session={number}",
            "sessionWebhookExpiredTime": int(time.time() * 1000) + 5_400_000,
        }  # fmt: skip
        headers = {
            "appId": "bench", "connectionId": "c", "contentType": "application/json",
            "messageId": id, "time": "0", "topic": TOPIC,
        }  # fmt: skip
        frame = {"specVersion": "1.0", "type": "CALLBACK", "headers": headers}
        return {**frame, "data": json.dumps(said)}

    def acknowledged(self, said: Json) -> str:
        """See `FarEnd.acknowledged`."""
        return str(said.get("headers", {}).get("messageId", ""))

    async def answers(self, count: int) -> float:
        """Answered in a second: so many messages, sixteen of them on their way."""
        before, started = self.answered, time.perf_counter()
        self.delay = DELAY
        self.waits = await self.load(16, count)
        until = time.perf_counter() + PATIENCE
        while self.answered - before < count and time.perf_counter() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        self.delay = 0.0
        return (self.answered - before) / (time.perf_counter() - started)

    async def _place(self, _: web.Request) -> web.Response:
        return web.json_response({"endpoint": self.link, "ticket": "t"})

    async def _say(self, request: web.Request) -> web.Response:
        await request.read()
        await asyncio.sleep(self.delay)
        self.answered += 1
        return web.json_response({"errcode": 0, "errmsg": "ok"})


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    async with AsyncExitStack() as stack:
        ends = {
            name: await stack.enter_async_context(Gateway().open()) for name in NAMES
        }
        for name, end in ends.items():
            await stack.enter_async_context(_server(name, end))
            await end.connected()
            await end.load(4, PEOPLE)  # everybody is known
        await asyncio.sleep(1)
        rate = {name: (await ends[name].load(16, sizes.frames)).rate for name in NAMES}
        many = {
            name: await ends[name].answers(max(4, sizes.frames // 4))
            for name in NAMES[1:]
        }
    note = "the SDK by a stand-in; ours is kept first"
    ack = ends["ours"].waits.ms(0.99)
    ours, theirs = many["ours"], many["reply_text"]
    both = f"{ours:.0f} : {theirs:.0f} a second"
    acked = rate["ours"] / rate["bare"]
    what = "answered/s ÷ reply_text, 80 ms, c=16"
    return [
        Row("G8", "DingTalk, acks/s ÷ bare SDK, c=16", acked, 0.8, "x", True, note),
        Row("G8", what, ours / theirs, 10, "x", True, both),
        Row("G8", "ack p99 meanwhile", ack, 10, "ms"),
    ]


@asynccontextmanager
async def _server(name: str, end: Gateway) -> AsyncIterator[None]:
    if name != "ours":
        words = ("tests.benchmarks.sdk", name, "--url", end.url)
        async with running(name, words, end.port, "/bench", {}):
            yield
        return
    port = free_port()
    async with durable("sqlite") as url:
        own = {
            "SHOPCREW_DATABASE_URL": url,
            "SHOPCREW_PORT": str(port),
            "SHOPCREW_SECRET_KEY": KEY,
            "DINGTALK_CLIENT_ID": "ding-app",
            "DINGTALK_CLIENT_SECRET": "bench",
            "DINGTALK_CORP_ID": CORP,
            "DINGTALK_API_URL": end.url,
            "DINGTALK_OAPI_URL": end.url,
        }
        async with running(name, ("bot", "run"), port, "/readyz", own):
            yield


async def _token(_: web.Request) -> web.Response:
    return web.json_response({"accessToken": "t", "expireIn": 7200})


async def _fine(_: web.Request) -> web.Response:
    return web.json_response({"errcode": 0, "errmsg": "ok", "result": {}})
