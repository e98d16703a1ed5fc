"""Signed requests over HTTP, byte for byte as Slack sends them."""

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from slack_sdk.signature import Clock, SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator
from adapters.slack import door
from adapters.slack.app import SlackApp
from bot.events import Commanded, Filled, Pressed, Said
from bot.messages import Option
from bot.model.refs import UserRef
from tests.adapters.desk import Desk
from tests.adapters.slack import bodies
from tests.adapters.slack.conftest import served

RECORDED = Path(__file__).parents[4] / "shared" / "data" / "payloads.jsonl"
FORM = "application/x-www-form-urlencoded"


class Post:
    """Sends bytes to the adapter's door."""

    def __init__(self, session: aiohttp.ClientSession, url: str, secret: str) -> None:
        self._session = session
        self._url = url
        self._secret = secret

    async def __call__(
        self,
        body: bytes,
        kind: str = FORM,
        age: float = 0,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        """The status and the body of the answer."""
        at = str(int(Clock().now() - age))
        verifier = SignatureVerifier(self._secret)
        signed = verifier.generate_signature(
            timestamp=at, body=body.decode("utf-8", "ignore")
        )
        signature = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signed or "",
        }
        async with self._session.post(
            self._url, data=body, headers={**signature, **(headers or {})}
        ) as answer:
            return answer.status, await answer.text()

    async def wire(self, body: Any) -> tuple[int, str]:
        """Sends a body the way its kind is sent."""
        if isinstance(body, str):
            return await self(body.encode())
        if "command" in body:
            return await self(urlencode(body).encode())
        if "event" in body or body.get("type") == "url_verification":
            return await self(json.dumps(body).encode(), "application/json")
        return await self(urlencode({"payload": json.dumps(body)}).encode())


@pytest.fixture
async def post(http_app: SlackApp, http_simulator: Simulator) -> AsyncIterator[Post]:
    """The way to the door."""
    config = http_simulator.slack.app
    async with aiohttp.ClientSession() as session:
        yield Post(session, config.request_url or "", config.signing_secret)


async def test_every_kind_is_taken(post: Post, desk: Desk) -> None:
    """With an empty answer: nothing is said before it is stored."""
    for body in bodies.all_kinds():
        assert await post.wire(body) == (200, "")
    assert len(desk.events) == len(bodies.all_kinds())


async def test_recorded_payloads_are_taken(post: Post) -> None:
    """Known to us or not: Slack counts anything but 200 as a failure."""
    lines = RECORDED.read_text("utf-8").split("\n") if RECORDED.exists() else []
    recorded = [json.loads(line) for line in lines if line]
    found = [row["body"] for row in recorded if row["platform"] == "slack"]
    for body in [*found, *bodies.all_kinds()]:
        status, _ = await post.wire(body)
        assert status == 200, body


async def test_the_simulator_reaches_it(
    http_app: SlackApp, http_simulator: Simulator, desk: Desk
) -> None:
    """The address is verified, commands and words come in."""
    assert http_simulator.slack.http
    assert await http_simulator.slack.http.verify()
    sofia = http_simulator.slack.person("sofia")
    assert await sofia.say("#general", "/crew 任务 新增 检查") == {"ok": True}
    assert (await desk.next(Commanded)).text == "任务 新增 检查"
    await sofia.say("dm", "today")
    assert (await desk.next(Said)).text == "today"


async def test_what_is_not_signed_is_refused(post: Post, desk: Desk) -> None:
    """Old, forged, or without a signature at all."""
    body = urlencode(bodies.command()).encode()
    signed, stamped = "X-Slack-Signature", "X-Slack-Request-Timestamp"
    assert (await post(body, age=400))[0] == 401
    assert (await post(body, age=-400))[0] == 401
    assert (await post(body, headers={signed: "v0=00"}))[0] == 401
    assert (await post(body, headers={signed: "ü"}))[0] == 401
    assert (await post(body, headers={signed: ""}))[0] == 401
    assert (await post(body, headers={stamped: "soon"}))[0] == 401
    assert (await post(body, headers={stamped: "9" * 400}))[0] == 401
    assert desk.events == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff\xfe", FORM, 400),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"x"', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"event": []}', "application/json", 200),
        (b'{"team": 1, "event": {"user": {}}}', "application/json", 200),
        (b"payload=%7B", FORM, 400),
        (b"payload=1", FORM, 400),
        (b"", FORM, 200),
        (b"a=b", FORM, 200),
        (b"ssl_check=1&token=x", FORM, 200),
    ],
)
async def test_no_body_breaks_the_door(
    post: Post, desk: Desk, body: bytes, kind: str, status: int
) -> None:
    """What has no shape is the sender's mistake, never a 500."""
    assert (await post(body, kind))[0] in (status, 400)
    assert desk.events == []


async def test_a_flood_is_refused(post: Post) -> None:
    """Slack's requests are small."""
    assert (await post(b"x" * 1_000_001))[0] == 413


async def test_the_address_is_confirmed(post: Post) -> None:
    """Slack asks once whether it is ours."""
    body = {"type": "url_verification", "challenge": "c", "token": "x"}
    status, answer = await post.wire(body)
    assert (status, json.loads(answer)) == (200, {"challenge": "c"})


async def test_what_could_not_be_stored_is_sent_again(post: Post, desk: Desk) -> None:
    """Anything but 200 makes Slack deliver again."""
    desk.broken = True
    assert (await post.wire(bodies.command()))[0] == 500
    desk.broken = False
    assert (await post.wire(bodies.command()))[0] == 200


async def test_who_types_into_a_field_for_people_is_offered_some(
    post: Post, desk: Desk
) -> None:
    """Also those whom Slack does not know."""
    desk.options = (Option("Ann Lee", "U1"), Option("李伟", "person:7"))
    status, answer = await post.wire(bodies.suggestion("李"))
    assert status == 200
    (offered,) = json.loads(answer)["options"]
    assert (offered["text"]["text"], offered["value"]) == ("李伟", "person:7")
    assert desk.searched == [(UserRef("slack", "T1", "U1"), "李")]


async def test_nobody_is_offered_to_nobody(post: Post) -> None:
    """An empty answer would be an error for the person."""
    status, answer = await post.wire({"type": "block_suggestion", "team": {"id": "T1"}})
    assert (status, json.loads(answer)) == (200, {"options": []})


async def test_people_who_come_too_late_are_nobody(
    post: Post, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack waits for three seconds, and shows an error after them."""
    monkeypatch.setattr(door, "PATIENCE", 0.01)
    desk.options = (Option("Ann Lee", "U1"),)
    desk.gate.clear()
    status, answer = await post.wire(bodies.suggestion(""))
    assert (status, json.loads(answer)) == (200, {"options": []})


async def test_wrong_fields_are_answered(post: Post, desk: Desk) -> None:
    """At once, in the answer to the request."""
    desk.errors = {"title": "Please give a title."}
    status, answer = await post.wire(bodies.view(""))
    said = {"response_action": "errors", "errors": {"title": "Please give a title."}}
    assert (status, json.loads(answer)) == (200, said)


async def test_our_own_doings_are_not_brought_back(post: Post, desk: Desk) -> None:
    """The bot's own posts and clicks come as events too."""
    for own in ({"user": "UBOT"}, {"bot_id": "B0CREW1"}):
        assert (await post.wire(bodies.direct("hi", **own)))[0] == 200
    assert desk.events == []


async def test_a_choice_on_which_others_hang_is_taken_and_closes_nothing(
    post: Post, desk: Desk
) -> None:
    """It is acknowledged with an empty answer: the form stays open as it is."""
    desk.errors = {"title": "wrong"}  # what sending it would say
    picked = {"type": "radio_buttons", "action_id": "value", "action_ts": "1.5"}
    body = bodies.action() | {
        "view": bodies.view("")["view"],
        "container": {"type": "view", "view_id": "V1"},
        "actions": [picked],
    }
    assert await post.wire(body) == (200, "")
    event = await desk.next(Filled)
    assert event.partly
    assert event.values["title"] == "Check prices"


async def test_a_click_comes_in(post: Post, desk: Desk) -> None:
    """As a form field that holds JSON."""
    await post.wire(bodies.action())
    assert (await desk.next(Pressed)).value == "r:42"


async def test_before_the_start_nothing_is_taken(
    http_simulator: Simulator, client: AsyncWebClient, desk: Desk
) -> None:
    """We do not know yet who we are: Slack may come again. Its first question is
    answered: the owner may be setting the address up.
    """
    config = http_simulator.slack.app
    url, secret = config.request_url or "", config.signing_secret
    app = SlackApp(
        client=client, receive=desk, clock=http_simulator.clock, signing_secret=secret
    )
    assert not await app.connected()
    async with served(app, url), aiohttp.ClientSession() as session:
        post = Post(session, url, secret)
        assert (await post.wire(bodies.command()))[0] == 503
        hello = {"type": "url_verification", "challenge": "c-1", "token": "x"}
        status, said = await post.wire(hello)
    assert (status, json.loads(said)) == (200, {"challenge": "c-1"})
    assert desk.events == []
