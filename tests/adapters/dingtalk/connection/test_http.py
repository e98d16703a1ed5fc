"""HTTP mode: signed requests, byte for byte as DingTalk posts them (facts §2)."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.app import DingTalkApp
from adapters.dingtalk.crypto import Envelopes
from adapters.dingtalk.directory import DingTalkDirectory
from bot.events import Commanded, Pressed, ProfileChanged
from tests.adapters.desk import Desk
from tests.adapters.dingtalk import bodies
from tests.adapters.dingtalk.connection.conftest import CORP
from tests.adapters.dingtalk.connection.people import DEPARTMENT, ok
from tests.adapters.dingtalk.connection.pretend import CLIENT, SECRET, Pretend
from tests.fakes.clock import FakeClock

RECORDED = Path(__file__).parents[5] / "shared" / "data" / "payloads.jsonl"
REGISTER = "/v1.0/card/callbacks/register"
AES = "1234567890123456789012345678901234567890123"
WORD = "tok"
THEIRS = Envelopes(WORD, AES, CLIENT)  # the same key on the other side


def signed(secret: str, text: str) -> str:
    """HMAC-SHA256 in Base64."""
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


class Post:
    """Posts as DingTalk does."""

    def __init__(self, session: aiohttp.ClientSession, url: str, at: int) -> None:
        self._session = session
        self._url = url
        self.at = at  # ms
        self.card_secret = ""

    async def __call__(
        self,
        path: str,
        raw: bytes,
        headers: Mapping[str, str],
        query: Mapping[str, str] | None = None,
    ) -> tuple[int, Any]:
        """The status and what the JSON of the answer says."""
        kind = {"Content-Type": "application/json; charset=utf-8"}
        async with self._session.post(
            f"{self._url}/dingtalk/{path}",
            data=raw,
            headers={**kind, **headers},
            params=query or {},
        ) as answer:
            text = await answer.text()
            is_json = answer.content_type == "application/json"
            return answer.status, json.loads(text) if is_json else text

    async def message(self, body: object, **changes: str) -> tuple[int, Any]:
        """A robot message (§2.1)."""
        sign = signed(SECRET, f"{self.at}\n{SECRET}")
        headers = {"timestamp": str(self.at), "sign": sign} | changes
        return await self("messages", raw(body), headers)

    async def card(self, body: object, **changes: str) -> tuple[int, Any]:
        """A card's callback (§2.3)."""
        headers = {
            "x-ddpaas-signature-timestamp": str(self.at),
            "x-ddpaas-signature": signed(self.card_secret, str(self.at)),
        }
        return await self("cards", raw(body), headers | changes)

    async def event(self, body: object, **changes: str) -> tuple[int, Any]:
        """An event in its envelope (§2.2)."""
        sealed = THEIRS.seal(json.dumps(body, ensure_ascii=False), str(self.at), "n0")
        query = {"timestamp": str(self.at), "nonce": "n0"}
        query |= {"signature": sealed["msg_signature"]} | changes
        return await self("events", raw({"encrypt": sealed["encrypt"]}), {}, query)


def raw(body: object) -> bytes:
    """The body as it goes over the wire."""
    if isinstance(body, bytes):
        return body
    return json.dumps(body, ensure_ascii=False).encode()


@pytest.fixture
def app(
    api: DingTalkApi, directory: DingTalkDirectory, desk: Desk, clock: FakeClock
) -> DingTalkApp:
    """The adapter, not started."""
    return DingTalkApp(
        api=api,
        receive=desk,
        clock=clock,
        directory=directory,
        mode="http",
        corp=CORP,
        event_token=WORD,
        event_aes_key=AES,
        public_url="https://crew.example/",
    )


@pytest.fixture
async def closed(app: DingTalkApp, clock: FakeClock) -> AsyncIterator[Post]:
    """The way to its doors before the start, mounted as the web room mounts them."""
    site = web.Application()
    site.add_routes(
        [
            web.post("/dingtalk/messages", app.handle_message),
            web.post("/dingtalk/events", app.handle_event),
            web.post("/dingtalk/cards", app.handle_card),
        ]
    )
    server = TestServer(site)
    await server.start_server()
    at = int(clock.now().timestamp() * 1000)
    async with aiohttp.ClientSession() as session:
        yield Post(session, str(server.make_url("")).rstrip("/"), at)
    await server.close()


@pytest.fixture
async def post(
    closed: Post, app: DingTalkApp, dingtalk: Pretend
) -> AsyncIterator[Post]:
    """The way to its doors."""
    dingtalk.says(DEPARTMENT, ok({"name": "茶器之家"}))
    dingtalk.says(REGISTER, {"success": True, "result": {}})
    await app.start()
    (registered,) = dingtalk.calls(REGISTER)
    closed.card_secret = registered.body["apiSecret"]
    yield closed
    await app.stop()


async def test_the_address_for_cards_is_registered(
    post: Post, app: DingTalkApp, dingtalk: Pretend
) -> None:
    """With a secret of its own that does not give ours away."""
    (call,) = dingtalk.calls(REGISTER)
    assert call.body["callbackRouteKey"] == "shopcrew"
    assert call.body["callbackUrl"] == "https://crew.example/dingtalk/cards"
    assert call.body["forceUpdate"] is True
    assert SECRET not in call.body["apiSecret"]
    assert await app.connected()


async def test_a_message_comes_in(post: Post, desk: Desk) -> None:
    """Answered with nothing; the same again is the core's to know."""
    assert await post.message(bodies.said()) == (200, {})
    assert (await desk.next(Commanded)).id == "msg1=="


async def test_recorded_messages_are_taken(post: Post) -> None:
    """Known to us or not."""
    lines = RECORDED.read_text("utf-8").split("\n") if RECORDED.exists() else []
    recorded = [json.loads(line) for line in lines if line]
    found = [row["body"] for row in recorded if row["platform"] == "dingtalk"]
    for body in [*found, bodies.said(), bodies.alone()]:
        assert (await post.message(body))[0] == 200, body
        assert (await post.card(body))[0] == 200, body


async def test_what_is_not_signed_is_refused(post: Post, desk: Desk) -> None:
    """Old, forged, or not signed at all; why is not told."""
    told = (401, {"error": "invalid request"})
    hour = 3_600_000
    for at in (post.at - hour - 1000, post.at + hour + 1000):
        stale = signed(SECRET, f"{at}\n{SECRET}")
        assert await post.message(bodies.said(), timestamp=str(at), sign=stale) == told
        stale = signed(post.card_secret, str(at))
        headers = {"x-ddpaas-signature-timestamp": str(at), "x-ddpaas-signature": stale}
        assert await post.card({}, **headers) == told
    for wrong in ({"sign": ""}, {"sign": "AAAA"}, {"timestamp": ""}, {"sign": "ü"}):
        assert await post.message(bodies.said(), **wrong) == told
    assert await post.card({}, **{"x-ddpaas-signature": "AAAA"}) == told
    assert await post.event({}, signature="0" * 40) == told
    assert await post.event({}, nonce="other") == told
    assert await post("events", raw({}), {}) == told
    assert desk.events == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 99_999, b"1", b"null"]
)
async def test_no_body_breaks_the_door(post: Post, body: bytes) -> None:
    """What has no shape is the sender's mistake, never a 500."""
    assert (await post.message(body))[0] == 400
    assert (await post.card(body))[0] == 400
    assert (await post("events", body, {}))[0] == 400


async def test_a_flood_is_refused(post: Post) -> None:
    """DingTalk's requests are small."""
    assert (await post.message(b" " * 1_000_001))[0] == 413
    assert (await post("events", b" " * 1_000_001, {}))[0] == 413


async def test_the_address_is_confirmed(closed: Post) -> None:
    """Also before the start: the owner may be setting it up."""
    status, answer = await closed.event({"EventType": "check_url"})
    assert status == 200
    opened = THEIRS.open(
        answer["msg_signature"],
        answer["timeStamp"],
        answer["nonce"],
        answer["encrypt"],
    )
    assert opened == "success"
    assert (await closed.event(["no object"]))[0] == 400


async def test_before_the_start_nothing_is_taken(closed: Post, desk: Desk) -> None:
    """DingTalk may come again."""
    assert (await closed.message(bodies.said()))[0] == 503
    assert (await closed.event({"EventType": "user_leave_org"}))[0] == 503
    assert desk.events == []


async def test_an_event_comes_in(post: Post, desk: Desk) -> None:
    """Flat, beside its kind; both spellings of the query are in use."""
    gone = {
        "EventType": "user_leave_org",
        "CorpId": "ding1",
        "TimeStamp": "1685501863357",
        "UserId": ["manager4521"],
        "eventId": "e1",
    }
    status, _ = await post.event(gone)
    assert status == 200
    event = await desk.next(ProfileChanged)
    assert (event.id, event.profile.active) == ("e1:manager4521", False)
    sealed = THEIRS.seal(json.dumps(gone), str(post.at), "n1")
    query = {"timeStamp": str(post.at), "nonce": "n1"}
    query["msg_signature"] = sealed["msg_signature"]
    again = raw({"encrypt": sealed["encrypt"]})
    assert (await post("events", again, {}, query))[0] == 200
    assert (await post.event(gone | {"CorpId": "ding2"}))[0] == 200
    assert len(desk.events) == 2


async def test_a_press_comes_in(post: Post, desk: Desk) -> None:
    """The request has no id: the same one again has the same."""
    press = bodies.pressed("t1", {"action": "task.done|12"})
    assert await post.card(press) == (200, {})
    assert await post.card(press) == (200, {})
    first, second = await desk.next(Pressed), await desk.next(Pressed, 2)
    assert (first.action, first.value) == ("task.done", "12")
    assert first.id == second.id
    post.at += 1
    await post.card(press)
    assert (await desk.next(Pressed, 3)).id != first.id


async def test_a_form_is_answered_without_a_wrapper(post: Post, desk: Desk) -> None:
    """Unlike in Stream mode."""
    sent = {"title": "x", "shopcrew": json.dumps({"form": "task.new"})}
    desk.errors = {"title": "请换一个标题。"}
    status, shown = await post.card(bodies.pressed("t1", {"form": sent}))
    assert status == 200
    assert shown["userPrivateData"]["cardParamMap"]["form_status"] == "normal"


async def test_what_could_not_be_stored_is_refused(post: Post, desk: Desk) -> None:
    """So that DingTalk, and the person, know."""
    desk.broken = True
    assert (await post.message(bodies.said()))[0] == 500


async def test_without_an_address_it_still_listens(
    api: DingTalkApi,
    directory: DingTalkDirectory,
    desk: Desk,
    clock: FakeClock,
    dingtalk: Pretend,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Buttons on cards do not work then: that is told, as is a refusal."""
    dingtalk.says(DEPARTMENT, ok({}))
    dingtalk.says(REGISTER, {"code": "param.invalid"}, status=400)
    for url in ("", "https://crew.example"):
        app = DingTalkApp(
            api=api,
            receive=desk,
            clock=clock,
            directory=directory,
            mode="http",
            public_url=url,
        )
        await app.start()
        assert await app.connected()
        await app.stop()
    assert "no public address: buttons on cards will not work" in caplog.messages
    assert "card address refused" in caplog.messages
